//! The modules of one crate, and the file that a path leads to.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Result, anyhow};
use proc_macro2::TokenStream;

use super::names::{Mention, Names};
use crate::rules::source::Source;

/// Longer chains of re-exports are taken for loops.
const MOST_STEPS: usize = 16;

/// For each file, the files that it uses, and the names that it takes from each.
pub type Uses<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Vec<String>>>;

/// The files of one crate, by the module that each is.
pub struct Modules<'a> {
    files: HashMap<Vec<String>, (&'a str, Names)>,
}

impl<'a> Modules<'a> {
    /// Reads every file below `directory`, which ends with a slash, except tests.
    pub fn read(directory: &str, sources: &'a [Source]) -> Result<Self> {
        let mut files = HashMap::new();
        for source in sources {
            let Some(path) = source.path.strip_prefix(directory) else { continue };
            let Some(path) = path.strip_suffix(".rs") else { continue };
            if is_test(path) {
                continue;
            }
            let is_root = path == "lib" || path == "main";
            let module: Vec<String> =
                path.split('/').filter(|_| !is_root).map(str::to_owned).collect();
            let tokens: TokenStream = source
                .text
                .parse()
                .map_err(|error| anyhow!("{} could not be read: {error}", source.path))?;
            let names = Names::read(&module, tokens);
            // `lib.rs` is before `main.rs`, and a crate that has both keeps its modules there.
            files.entry(module).or_insert((source.path.as_str(), names));
        }
        Ok(Self { files })
    }

    /// Every use of one file by another.
    pub fn uses(&self) -> Uses<'a> {
        let mut uses = Uses::new();
        for (user, names) in self.files.values() {
            for mention in &names.mentions {
                for (used, item) in self.find(mention, MOST_STEPS) {
                    if used == *user {
                        continue;
                    }
                    let items = uses.entry(*user).or_default().entry(used).or_default();
                    if !items.contains(&item) {
                        items.push(item);
                    }
                }
            }
        }
        uses
    }

    /// The file that a path leads to, and the item there; nothing for other crates.
    ///
    /// A re-export leads on: the file that names the item for others is used, and the file that
    /// it takes it from. A path that names only a module leads to no item.
    fn find(&self, mention: &Mention, steps: usize) -> Vec<(&'a str, String)> {
        let mut found = Vec::new();
        let Some(path) = self.absolute(mention, steps) else { return found };
        let mut module = Vec::new();
        for (index, name) in path.iter().enumerate() {
            let Some((file, names)) = self.files.get(&module) else { break };
            // A function may have the name of the module that it comes from.
            let is_item = index + 1 == path.len() && names.imports.contains_key(name);
            module.push(name.clone());
            if self.files.contains_key(&module) && !is_item {
                continue;
            }
            found.push((*file, name.clone()));
            if let (Some(import), Some(steps)) = (names.imports.get(name), steps.checked_sub(1)) {
                let mut import = import.clone();
                import.path.extend_from_slice(&path[index + 1..]);
                found.extend(self.find(&import, steps));
            }
            break;
        }
        found
    }

    /// A path from the root of the crate.
    fn absolute(&self, mention: &Mention, steps: usize) -> Option<Vec<String>> {
        let Mention { module, path } = mention;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => return Some([module, rest].concat()),
            "super" => {
                let (_, parent) = module.split_last()?;
                let mut parent = parent.to_vec();
                let n_more = rest.iter().take_while(|name| *name == "super").count();
                parent.truncate(parent.len().checked_sub(n_more)?);
                return Some([&parent, &rest[n_more..]].concat());
            }
            _ => {}
        }
        let child = [module.as_slice(), std::slice::from_ref(first)].concat();
        if self.files.contains_key(&child) {
            return Some([&child, rest].concat());
        }
        let import = self.files.get(module)?.1.imports.get(first)?;
        if import == mention || import.path == [first.clone()] {
            return None;
        }
        let mut import = import.clone();
        import.path.extend_from_slice(rest);
        self.absolute(&import, steps.checked_sub(1)?)
    }
}

fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part.ends_with("_tests"))
}
