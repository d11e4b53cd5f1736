//! The names that one source file mentions: its imports and its paths.

use std::collections::HashMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The parts of `a::b::C`, and the module that mentions them.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The module, from the root of its crate.
    pub module: Vec<String>,
    /// The path as written.
    pub path: Vec<String>,
}

/// Everything that one file mentions.
#[derive(Default)]
pub struct Names {
    /// Imports, by the name that they have in the file.
    pub imports: HashMap<String, Mention>,
    /// Imports and paths, in their order.
    pub mentions: Vec<Mention>,
}

impl Names {
    /// Reads a file that is the given module. Modules called `tests` are left out.
    ///
    /// The file is read as tokens, so paths inside macros count and comments do not.
    pub fn read(module: &[String], tokens: TokenStream) -> Self {
        let mut names = Self::default();
        names.scan(module, tokens);
        names
    }

    fn scan(&mut self, module: &[String], tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Ident(word) if word == "use" => {
                    self.import(module, &[], &tokens, at + 1)
                }
                TokenTree::Ident(word) if word == "mod" => self.module(module, &tokens, at + 1),
                TokenTree::Ident(_) => self.path(module, &tokens, at),
                TokenTree::Group(group) => {
                    self.scan(module, group.stream());
                    at + 1
                }
                _ => at + 1,
            };
        }
    }

    /// Reads what follows `mod`, and answers where to go on.
    fn module(&mut self, module: &[String], tokens: &[TokenTree], at: usize) -> usize {
        if let (Some(name), Some(TokenTree::Group(body))) = (ident(tokens, at), tokens.get(at + 1))
        {
            if name != "tests" {
                self.scan(&[module, &[name]].concat(), body.stream());
            }
            return at + 2;
        }
        at + 1
    }

    /// Reads a path in code, and answers where to go on.
    fn path(&mut self, module: &[String], tokens: &[TokenTree], mut at: usize) -> usize {
        let mut path = Vec::new();
        while let Some(name) = ident(tokens, at) {
            path.push(name);
            at += 1;
            if !is_separator(tokens, at) {
                break;
            }
            at += 2;
        }
        if path.len() > 1 {
            self.mentions.push(Mention { module: module.to_vec(), path });
        }
        at
    }

    /// Reads one branch of an import, and answers where to go on.
    fn import(
        &mut self,
        module: &[String],
        prefix: &[String],
        tokens: &[TokenTree],
        mut at: usize,
    ) -> usize {
        let mut path = prefix.to_vec();
        loop {
            match tokens.get(at) {
                Some(TokenTree::Ident(_)) => path.extend(ident(tokens, at)),
                Some(TokenTree::Punct(star)) if star.as_char() == '*' => path.push("*".to_owned()),
                Some(TokenTree::Group(branches)) if branches.delimiter() == Delimiter::Brace => {
                    let inner: Vec<TokenTree> = branches.stream().into_iter().collect();
                    let mut branch = 0;
                    while branch < inner.len() {
                        branch = self.import(module, &path, &inner, branch) + 1;
                    }
                    return at + 1;
                }
                _ => return at,
            }
            at += 1;
            if !is_separator(tokens, at) {
                break;
            }
            at += 2;
        }
        let mut name = path.last().cloned().unwrap_or_default();
        if path.len() > 1 && name == "self" {
            path.pop();
            name = path.last().cloned().unwrap_or_default();
        }
        if ident(tokens, at).is_some_and(|word| word == "as") {
            name = ident(tokens, at + 1).unwrap_or_default();
            at += 2;
        }
        let mention = Mention { module: module.to_vec(), path };
        self.mentions.push(mention.clone());
        self.imports.insert(name, mention);
        at
    }
}

fn ident(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_separator(tokens: &[TokenTree], at: usize) -> bool {
    let is_colon =
        |at| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
    is_colon(at) && is_colon(at + 1)
}
