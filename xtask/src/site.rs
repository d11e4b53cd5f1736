//! What the browser downloads: client, glue and styles under names that change with their content.

pub mod checksum;
mod publish;
mod style;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::client::{self, PACKAGES, Package, Profile};
use crate::step::Steps;
use crate::workspace::Workspace;
use checksum::hexadecimal;
use messages::catalogue::Catalogue;
use publish::Publication;

/// What a rater may have to download as WebAssembly, compressed, in bytes.
const RATER_BUDGET: u64 = 300_000;

/// Compiles the clients and brings `target/site` up to date; does nothing twice.
pub fn build(workspace: &Workspace, steps: &Steps, profile: Profile) -> Result<()> {
    let compiled = steps.run("clients", || client::compile(workspace, profile))?;
    steps.run("site", || refresh(workspace, &compiled, profile))
}

fn refresh(workspace: &Workspace, compiled: &[PathBuf], profile: Profile) -> Result<()> {
    let inputs = Inputs::of(workspace, compiled);
    let fingerprint = inputs.fingerprint(profile)?;
    let stamp = workspace.root.join("target/site.stamp");
    let is_current = fs::read_to_string(&stamp).is_ok_and(|old| old == fingerprint);
    if is_current && workspace.site().join("assets.json").is_file() {
        eprintln!("    nothing has changed");
        return Ok(());
    }
    write(&workspace.site(), &inputs, profile)?;
    fs::write(stamp, fingerprint).context("the site's stamp could not be written")
}

/// Writes the whole site and removes what it no longer needs.
fn write(directory: &Path, inputs: &Inputs, profile: Profile) -> Result<()> {
    let site = Publication::start(directory, profile == Profile::Optimised)?;
    let css = style::bundle(&inputs.styles.join("main.css"))?;
    let css = site.add_hashed("style", "css", css.as_bytes())?;
    site.add("favicon.svg", read(&inputs.favicon)?.as_bytes())?;
    let start = read(&inputs.start)?;
    let catalogue = Catalogue::read(&inputs.messages)?;
    let clients: Result<Map<String, Value>> = thread::scope(|scope| {
        let adding: Vec<_> = PACKAGES
            .iter()
            .zip(&inputs.compiled)
            .map(|(package, compiled)| {
                let (site, start, catalogue) = (&site, &start, &catalogue);
                scope.spawn(move || {
                    let mut names = add(site, package, compiled, start)?;
                    names["messages"] = add_messages(site, package, catalogue)?;
                    Ok((package.stem.to_owned(), names))
                })
            })
            .collect();
        let join =
            |thread: thread::ScopedJoinHandle<_>| thread.join().expect("adding does not panic");
        adding.into_iter().map(join).collect()
    });
    let clients = clients?;
    site.report();
    if profile == Profile::Optimised {
        keep_to_budget(directory, clients["judge"]["wasm"].as_str().unwrap_or_default())?;
    }
    // Last, so that whoever reads the names finds the files.
    let names = json!({ "css": css, "clients": clients });
    site.finish("assets.json", format!("{names:#}\n").as_bytes())
}

/// Adds one client and returns the names of its files.
fn add(site: &Publication, package: &Package, compiled: &Path, start: &str) -> Result<Value> {
    let client = client::bind(compiled)?;
    let js = site.add_hashed(package.stem, "js", &client.js)?;
    let wasm = site.add_hashed(package.stem, "wasm", &client.wasm)?;
    let start = start_module(start, &js, &wasm);
    let start = site.add_hashed(&format!("{}-start", package.stem), "js", start.as_bytes())?;
    Ok(json!({ "js": js, "wasm": wasm, "start": start }))
}

/// Adds what a client says in every language, and returns the names of the files by language.
fn add_messages(site: &Publication, package: &Package, catalogue: &Catalogue) -> Result<Value> {
    let count = match package.name {
        "judge-client" => catalogue.judge,
        _ => catalogue.messages.len(),
    };
    let names = catalogue.languages.iter().map(|language| {
        let stem = format!("{}-{}", package.stem, language.code);
        let name = site.add_hashed(&stem, "txt", language.page(count).as_bytes())?;
        Ok((language.code.clone(), Value::from(name)))
    });
    names.collect::<Result<Map<_, _>>>().map(Value::from)
}

fn keep_to_budget(directory: &Path, wasm: &str) -> Result<()> {
    let size = fs::metadata(directory.join(format!("{wasm}.br")))?.len();
    if size > RATER_BUDGET {
        bail!(
            "the judge page's client has {size} bytes compressed, more than the {RATER_BUDGET} \
             that are promised: see what grew"
        );
    }
    Ok(())
}

/// Fills the names of the built files into the module that starts the client.
fn start_module(template: &str, js: &str, wasm: &str) -> String {
    template.replace("JS_FILE", js).replace("WASM_FILE", wasm)
}

/// The files that the site is made from.
struct Inputs {
    compiled: Vec<PathBuf>,
    styles: PathBuf,
    start: PathBuf,
    favicon: PathBuf,
    messages: PathBuf,
}

impl Inputs {
    fn of(workspace: &Workspace, compiled: &[PathBuf]) -> Self {
        Self {
            compiled: compiled.to_owned(),
            styles: workspace.root.join("style"),
            start: workspace.root.join("app/start.js"),
            favicon: workspace.root.join("style/favicon.svg"),
            messages: workspace.root.join("app/messages"),
        }
    }

    /// Changes whenever the site would: with any input, the profile, or this program.
    fn fingerprint(&self, profile: Profile) -> Result<String> {
        let program = fs::metadata(std::env::current_exe()?)?.modified()?;
        let mut digest = Sha256::new();
        digest.update(format!("{profile:?} {program:?}"));
        let mut files = vec![self.start.clone()];
        files.extend_from_slice(&self.compiled);
        let styles = fs::read_dir(&self.styles).context("the directory style is missing")?;
        for entry in styles {
            files.push(entry?.path());
        }
        for language in fs::read_dir(&self.messages)?.flatten().map(|entry| entry.path()) {
            if language.is_dir() {
                files.extend(fs::read_dir(language)?.flatten().map(|file| file.path()));
            }
        }
        files.sort();
        for file in files.iter().filter(|file| file.is_file()) {
            let bytes = fs::read(file)?;
            digest.update(format!("{} {}", file.display(), bytes.len()));
            digest.update(bytes);
        }
        Ok(hexadecimal(&digest.finalize()))
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_module_names_the_built_files() {
        let template = read(Path::new("../app/start.js")).unwrap();

        let module = start_module(&template, "touchstone-1.js", "touchstone-2.wasm");

        assert!(module.contains(r#"from "./touchstone-1.js""#), "{module}");
        assert!(module.contains(r#"new URL("./touchstone-2.wasm", import.meta.url)"#), "{module}");
        assert!(!module.contains("_FILE"), "{module}");
    }
}
