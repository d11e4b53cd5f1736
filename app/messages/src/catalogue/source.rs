//! The messages as Rust source, and as what a page loads.

use std::fmt::Write;

use super::{Catalogue, Language, Message};

/// Words that a function cannot be called.
const RESERVED: [&str; 12] = [
    "as", "break", "continue", "else", "for", "if", "in", "move", "return", "type", "use", "where",
];

impl Catalogue {
    /// The list of languages.
    pub fn languages(&self) -> String {
        let listed = self.listed();
        format!("/// All languages, English first.\npub const LANGUAGES: &[Language] = {listed};\n")
    }

    /// A function for each message, in a module for each file.
    pub fn functions(&self) -> String {
        let about = "The number of messages that the judge page needs, from the first on.";
        let mut source = format!("/// {about}\npub const JUDGE: usize = {};\n\n", self.judge);
        let mut file = "";
        for (at, message) in self.messages.iter().enumerate() {
            if message.file != file {
                let end = if file.is_empty() { "" } else { "}\n" };
                file = &message.file;
                let module = name(file);
                _ = writeln!(source, "{end}pub mod {module} {{\n    use super::*;\n");
            }
            source += &function(at, message, &self.languages[0].lines[at]);
        }
        source + "}\n"
    }

    /// What every language says, as a table: a row for each language, a line for each message.
    pub fn table(&self) -> String {
        let rows = self.languages.iter().map(|language| format!("    &{:?},\n", language.lines));
        format!("&[\n{}]", rows.collect::<String>())
    }

    fn listed(&self) -> String {
        let listed = self.languages.iter().map(|language| {
            let Language { code, name, right_to_left, pseudo, .. } = language;
            format!(
                "    Language {{ code: {code:?}, name: {name:?}, right_to_left: {right_to_left}, \
                 pseudo: {pseudo} }},\n"
            )
        });
        format!("&[\n{}]", listed.collect::<String>())
    }
}

impl Language {
    /// What a page loads that needs the first so many messages: a line for each.
    pub fn page(&self, count: usize) -> String {
        self.lines[..count].join("\n")
    }
}

fn function(at: usize, Message { id, parameters, .. }: &Message, english: &str) -> String {
    let name = name(id);
    let readable: String =
        english.chars().map(|sign| if sign < ' ' { '·' } else { sign }).collect();
    if parameters.is_empty() {
        return format!(
            "    /// {readable}\n    pub fn {name}() -> &'static str {{\n        text({at})\n    }}\n"
        );
    }
    let (mut taken, mut given) = (Vec::new(), Vec::new());
    for parameter in parameters {
        let variable = self::name(&parameter.name);
        match parameter.is_number {
            true => {
                taken.push(format!("{variable}: impl Number"));
                given.push(format!("number({variable})"));
            }
            false => {
                taken.push(format!("{variable}: &str"));
                given.push(format!("{variable}.into()"));
            }
        }
    }
    format!(
        "    /// {readable}\n    pub fn {name}({}) -> String {{\n        \
         filled({at}, &[{}])\n    }}\n",
        taken.join(", "),
        given.join(", "),
    )
}

/// What a message is called in Rust.
fn name(id: &str) -> String {
    let name = id.replace('-', "_").to_lowercase();
    if RESERVED.contains(&name.as_str()) { format!("{name}_") } else { name }
}
