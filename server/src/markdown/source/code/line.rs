//! Lines of code, told from lines of prose.

/// How code may begin.
pub enum Opening {
    /// With the head of a function or a class in Python.
    Definition,
    /// With the head of another block, whose lines are indented.
    Block,
    /// With a statement that cannot be prose.
    Statement,
    /// With a query of a database.
    Query,
}

impl Opening {
    /// How the code begins whose first line this is; none where it may be prose.
    pub fn of(line: &str) -> Option<Self> {
        if line.starts_with([' ', '\t']) {
            return None;
        }
        let line = line.trim_end();
        let first = line.split(' ').next().unwrap_or_default();
        if is_definition(line) {
            return Some(Self::Definition);
        }
        let is_block = match first {
            "for" => line.ends_with(':') && line.contains(" in ") && !is_prose(line),
            "while" | "if" | "with" => {
                line.ends_with(':') && line.contains(['(', '[', '=', '<', '>'])
            }
            "try:" | "{" | "[" => line == first,
            _ => false,
        };
        if is_block || line.ends_with('{') && line.contains('(') {
            return Some(Self::Block);
        }
        if QUERIES.iter().any(|start| line.starts_with(start)) {
            return Some(Self::Query);
        }
        let is_statement = is_import(line)
            || ends_like_c(line) && STATEMENTS.contains(&first)
            || line.starts_with("#include <")
            || line.starts_with("#include \"")
            || line.starts_with("using namespace ")
            || line.starts_with('@') && line[1..].starts_with(is_word) && !line.contains(' ')
            || is_function(line);
        is_statement.then_some(Self::Statement)
    }
}

const QUERIES: [&str; 6] =
    ["SELECT ", "INSERT INTO ", "CREATE TABLE ", "UPDATE ", "DELETE FROM ", "WITH "];

/// Words that statements begin with which end in a semicolon or a brace.
const STATEMENTS: [&str; 26] = [
    "abstract",
    "bool",
    "char",
    "const",
    "double",
    "enum",
    "export",
    "final",
    "float",
    "fn",
    "func",
    "function",
    "import",
    "int",
    "interface",
    "let",
    "namespace",
    "package",
    "private",
    "protected",
    "pub",
    "public",
    "static",
    "struct",
    "var",
    "void",
];

fn ends_like_c(line: &str) -> bool {
    line.ends_with(['{', '(']) || line.ends_with("=>") || ends_statement(line)
}

/// Whether a line ends with a semicolon and has a sign that prose with one has not.
fn ends_statement(line: &str) -> bool {
    line.ends_with(';') && line.contains(['=', '(', '.', '}', '"', '*', '<', '[', '\''])
}

/// An import of Python, without a word that does not belong to it.
fn is_import(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().all(|c| is_word(c) || c == '.');
    match words[..] {
        ["import", module] => is_name(&module) && !module.ends_with('.'),
        ["import", module, "as", name] => is_name(&module) && is_name(&name),
        ["from", module, "import", ref names @ ..] => {
            let is_listed =
                |name: &&str| name.ends_with(',') || name == names.last().unwrap_or(&"");
            is_name(&module) && !names.is_empty() && names.iter().all(is_listed)
        }
        _ => false,
    }
}

/// The head of a function or a class in Python.
fn is_definition(line: &str) -> bool {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let Some(head) = line.strip_suffix(':') else {
        return false;
    };
    if let Some(function) = head.strip_prefix("def ") {
        return function.trim_start_matches(is_word).starts_with('(');
    }
    let class = head.strip_prefix("class ").filter(|name| name.starts_with(char::is_uppercase));
    class.is_some_and(|name| {
        let after = name.trim_start_matches(is_word);
        after.is_empty() || after.starts_with('(')
    })
}

/// The head of a function: a name and parentheses behind its keyword.
fn is_function(line: &str) -> bool {
    let after = ["function ", "fn ", "func ", "pub fn ", "int main"]
        .into_iter()
        .find_map(|keyword| line.strip_prefix(keyword));
    let Some(after) = after else {
        return false;
    };
    let name = after.trim_start_matches(is_word);
    name.starts_with('(') && name.ends_with(['{', ')'])
}

/// Whether a line can only be code, at any indentation.
pub fn is_statement(line: &str) -> bool {
    let line = line.trim();
    let closes = !line.is_empty() && line.chars().all(|c| "})];,".contains(c));
    closes
        || Opening::of(line).is_some()
        || line.ends_with('{')
        || ends_statement(line)
        || line.starts_with("return ") && !is_prose(line)
        || line.starts_with("} ")
        || matches!(line, "else:" | "finally:" | "return" | "pass" | "break" | "continue")
        || (line.starts_with("elif ") || line.starts_with("except ")) && line.ends_with(':')
        || line.starts_with('"') && line.contains("\":")
        || is_assignment(line)
        || is_call(line)
        || is_query(line)
}

/// A name, an operator that assigns, and a value.
fn is_assignment(line: &str) -> bool {
    let Some((name, value)) = line.split_once('=') else {
        return false;
    };
    let name = name.trim_end_matches(['+', '-', '*', '/', '%', ':']).trim();
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| is_word(c) || "[].\"',$".contains(c))
    };
    !value.trim().is_empty() && name.split(", ").all(is_name) && !is_prose(value)
}

/// A name and arguments in parentheses, perhaps in a chain.
fn is_call(line: &str) -> bool {
    let line = line.strip_suffix(';').unwrap_or(line);
    let name = line.trim_start_matches(|c| is_word(c) || c == '.');
    name.len() < line.len() && name.starts_with('(') && name.ends_with(')')
}

/// A line of a query, in capitals.
pub fn is_query(line: &str) -> bool {
    let first = line.trim_start().split(' ').next().unwrap_or_default();
    matches!(
        first,
        "FROM"
            | "WHERE"
            | "AND"
            | "JOIN"
            | "LEFT"
            | "INNER"
            | "GROUP"
            | "ORDER"
            | "HAVING"
            | "LIMIT"
            | "VALUES"
            | "SET"
            | "ON"
            | "SELECT"
    )
}

/// An item of a list.
pub fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "))
}

/// Several words in a row, without a sign that code has.
pub fn is_prose(line: &str) -> bool {
    let line = line.trim();
    let n_words = line.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).count();
    n_words >= 4 && !line.contains(['=', '(', '[', '{', '<', '>', ';', '"', '_'])
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
