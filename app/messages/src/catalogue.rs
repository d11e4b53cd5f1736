//! All messages in all languages, as they are read from their folders.

mod compile;
mod pseudo;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;

use compile::Compiler;
pub use compile::Parameter;

/// The language that the others are checked against, and what is spoken where nothing else fits.
pub const FIRST: &str = "en";

/// The files whose messages the judge page needs, before all others.
const JUDGE: [&str; 2] = ["common", "judge"];

/// All messages in all languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    pub messages: Vec<Message>,
    /// English, the others by their codes, and two that show what is still to be translated.
    pub languages: Vec<Language>,
    /// How many messages the judge page needs: the first.
    pub judge: usize,
}

/// A message, whatever the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The file that it stands in.
    pub file: String,
    pub id: String,
    pub parameters: Vec<Parameter>,
}

/// What one language says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// As in `de` or `pt-BR`.
    pub code: String,
    /// What its speakers call it.
    pub name: String,
    pub right_to_left: bool,
    /// Whether it is for trying the pages out, not for reading them.
    pub pseudo: bool,
    /// The compiled messages, in their order.
    pub lines: Vec<String>,
}

/// The patterns of one language, by file and id; terms have ids that begin with `-`.
type Patterns = BTreeMap<String, Vec<(String, Pattern<String>)>>;

impl Catalogue {
    /// Reads the folders of all languages.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, a language says more or less than the English files do, or a
    /// message asks for what it is not given; says where.
    pub fn read(folder: &Path) -> Result<Self> {
        let english = patterns(&folder.join(FIRST))?;
        let mut messages = Vec::new();
        for file in in_order(&english) {
            let compiler = Compiler::new(&english);
            for (id, pattern) in &english[file] {
                let parameters = compiler.parameters(pattern).context(place(FIRST, file, id))?;
                if !id.starts_with('-') {
                    messages.push(Message { file: file.clone(), id: id.clone(), parameters });
                }
            }
        }
        let mut codes: Vec<String> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() && name != FIRST && name != "src" {
                codes.push(name);
            }
        }
        codes.sort();
        let mut languages = vec![language(FIRST, &english, &messages)?];
        for code in codes {
            languages.push(language(&code, &patterns(&folder.join(&code))?, &messages)?);
        }
        let pseudo = pseudo::languages(&languages[0]);
        languages.extend(pseudo);
        let judge = messages.iter().filter(|message| JUDGE.contains(&message.file.as_str()));
        Ok(Self { judge: judge.count(), messages, languages })
    }
}

/// The names of the files, those of the judge page first.
fn in_order(patterns: &Patterns) -> impl Iterator<Item = &String> {
    let is_first = |file: &&String| JUDGE.contains(&file.as_str());
    patterns.keys().filter(is_first).chain(patterns.keys().filter(move |file| !is_first(file)))
}

fn language(code: &str, patterns: &Patterns, messages: &[Message]) -> Result<Language> {
    for (file, said) in patterns {
        for (id, _) in said.iter().filter(|(id, _)| !id.starts_with('-')) {
            let is_known = messages.iter().any(|known| known.file == *file && known.id == *id);
            ensure!(is_known, "{}: nobody says this in English", place(code, file, id));
        }
    }
    let compiler = Compiler::new(patterns);
    let compiled = messages.iter().map(|Message { file, id, parameters }| {
        let said = patterns.get(file).and_then(|said| said.iter().find(|(known, _)| known == id));
        let Some((_, pattern)) = said else {
            bail!("{}: not said in this language", place(code, file, id));
        };
        compiler.line(pattern, parameters).with_context(|| place(code, file, id))
    });
    let lines = compiled.collect::<Result<Vec<_>>>()?;
    let said = |wanted: &str| {
        let at = messages.iter().position(|message| message.id == wanted);
        at.map(|at| lines[at].clone()).with_context(|| format!("there is no message {wanted}"))
    };
    Ok(Language {
        code: code.to_owned(),
        name: said("language-name")?,
        right_to_left: said("language-direction")? == "rtl",
        pseudo: false,
        lines,
    })
}

fn patterns(folder: &Path) -> Result<Patterns> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(name, file(&path)?);
        }
    }
    Ok(files)
}

fn file(path: &PathBuf) -> Result<Vec<(String, Pattern<String>)>> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    let resource = parser::parse(text)
        .map_err(|(_, errors)| anyhow::anyhow!("{}: {}", path.display(), errors[0]))?;
    let mut said: Vec<(String, Pattern<String>)> = Vec::new();
    for entry in resource.body {
        let (id, pattern, attributes) = match entry {
            Entry::Message(message) => (message.id.name, message.value, message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
            _ => continue,
        };
        ensure!(attributes.is_empty(), "{}: {id} has attributes", path.display());
        let pattern = pattern.with_context(|| format!("{}: {id} is empty", path.display()))?;
        let is_twice = said.iter().any(|(known, _)| *known == id);
        ensure!(!is_twice, "{}: {id} is there twice", path.display());
        said.push((id, pattern));
    }
    Ok(said)
}

fn place(code: &str, file: &str, id: &str) -> String {
    format!("messages/{code}/{file}.ftl, {id}")
}

#[cfg(test)]
mod tests;
