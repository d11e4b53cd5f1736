//! From Fluent's patterns to lines.

use anyhow::{Context, Result, bail, ensure};
use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Patterns;
use crate::line::{ARGUMENT, END, KEY, SELECT, VARIANT};

/// The plural categories that languages tell apart.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a message is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    pub name: String,
    /// Whether it is a number: one that a plural is chosen by, or of `NUMBER`.
    pub is_number: bool,
}

/// Compiles what one language says.
pub struct Compiler<'a> {
    patterns: &'a Patterns,
}

impl<'a> Compiler<'a> {
    pub fn new(patterns: &'a Patterns) -> Self {
        Self { patterns }
    }

    /// What a message asks for, in the order in which it does.
    pub fn parameters(&self, pattern: &Pattern<String>) -> Result<Vec<Parameter>> {
        let mut parameters = Vec::new();
        self.find(pattern, &mut parameters)?;
        Ok(parameters)
    }

    /// A message as a line. Asks for nothing but these parameters.
    pub fn line(&self, pattern: &Pattern<String>, parameters: &[Parameter]) -> Result<String> {
        let mut line = String::new();
        self.write(pattern, parameters, &mut line)?;
        Ok(line)
    }

    fn find(&self, pattern: &Pattern<String>, found: &mut Vec<Parameter>) -> Result<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    match variable(inline)? {
                        Some((name, is_number)) => note(found, name, is_number),
                        None => {
                            if let Some(pattern) = self.referred(inline)? {
                                self.find(pattern, found)?;
                            }
                        }
                    }
                }
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => {
                    let chooses = variable(selector)?;
                    let (name, is_number) = chooses.context("only a variable can be chosen by")?;
                    note(found, name, is_number || variants.iter().any(is_plural));
                    for variant in variants {
                        self.find(&variant.value, found)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write(
        &self,
        pattern: &Pattern<String>,
        parameters: &[Parameter],
        line: &mut String,
    ) -> Result<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    ensure!(!value.contains(|sign| sign < '\u{9}'), "a control character");
                    line.push_str(&value.replace(['\n', '\t'], " "));
                }
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    match (variable(inline)?, inline) {
                        (Some((name, _)), _) => {
                            line.push(ARGUMENT);
                            line.push(letter(name, parameters)?);
                        }
                        (None, InlineExpression::StringLiteral { value }) => {
                            line.push_str(&unescape_unicode_to_string(value));
                        }
                        (None, InlineExpression::NumberLiteral { value }) => line.push_str(value),
                        (None, inline) => {
                            let pattern = self.referred(inline)?;
                            let pattern = pattern.context("this is nothing that can be shown")?;
                            self.write(pattern, parameters, line)?;
                        }
                    }
                }
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => {
                    let chooses = variable(selector)?;
                    let (name, _) = chooses.context("only a variable can be chosen by")?;
                    line.push(SELECT);
                    line.push(letter(name, parameters)?);
                    let others = variants.iter().filter(|variant| !variant.default);
                    for variant in others.chain(variants.iter().filter(|variant| variant.default)) {
                        if !variant.default {
                            line.push_str(key(variant));
                        }
                        line.push(KEY);
                        self.write(&variant.value, parameters, line)?;
                        line.push(VARIANT);
                    }
                    line.push(END);
                }
            }
        }
        Ok(())
    }

    /// The message or term that is referred to, if something is.
    fn referred(&self, inline: &InlineExpression<String>) -> Result<Option<&'a Pattern<String>>> {
        let id = match inline {
            InlineExpression::MessageReference { id, attribute: None } => id.name.clone(),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                format!("-{}", id.name)
            }
            _ => return Ok(None),
        };
        let all = self.patterns.values().flatten();
        let found = all.into_iter().find(|(known, _)| *known == id).map(|(_, pattern)| pattern);
        found.map(Some).with_context(|| format!("there is no message {id}"))
    }
}

/// The name of the variable that stands there, if one does, and whether it is said to be a number.
fn variable(inline: &InlineExpression<String>) -> Result<Option<(&str, bool)>> {
    Ok(match inline {
        InlineExpression::VariableReference { id } => Some((&id.name, false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let CallArguments { positional, named } = arguments;
            match (&positional[..], &named[..]) {
                ([InlineExpression::VariableReference { id }], []) => Some((&id.name, true)),
                _ => bail!("NUMBER takes one variable and no options"),
            }
        }
        InlineExpression::FunctionReference { id, .. } => bail!("there is no function {}", id.name),
        InlineExpression::Placeable { .. } => bail!("braces in braces"),
        _ => None,
    })
}

fn note(found: &mut Vec<Parameter>, name: &str, is_number: bool) {
    match found.iter_mut().find(|known| known.name == name) {
        Some(known) => known.is_number |= is_number,
        None => found.push(Parameter { name: name.to_owned(), is_number }),
    }
}

/// Whether a variant is for a number.
fn is_plural(variant: &Variant<String>) -> bool {
    matches!(variant.key, VariantKey::NumberLiteral { .. }) || CATEGORIES.contains(&key(variant))
}

fn key(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn letter(name: &str, parameters: &[Parameter]) -> Result<char> {
    let at = parameters.iter().position(|parameter| parameter.name == name);
    let at = at.with_context(|| format!("there is no ${name} in the English message"))?;
    Ok(char::from(b'a' + u8::try_from(at)?))
}
