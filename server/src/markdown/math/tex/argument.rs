//! Commands of TeX and what they apply to, read from the start of a text.

/// The most columns that one repetition makes.
const MAX_COLUMNS: usize = 20;

/// The name of the command at the start of TeX: letters, perhaps with a star, or one character.
pub fn command_name(tex: &str) -> &str {
    let after = &tex[1..];
    let n_letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    if n_letters == 0 {
        return &after[..after.chars().next().map_or(0, char::len_utf8)];
    }
    let name = &after[..n_letters];
    let has_star = after[n_letters..].starts_with('*');
    match name {
        "operatorname" | "tag" | "hspace" | "vspace" if has_star => &after[..=n_letters],
        name => name,
    }
}

/// The argument at the start of TeX, and what follows it: a group, or one plain character.
pub fn argument(tex: &str) -> Option<(&str, &str)> {
    let tex = tex.trim_start();
    let first = tex.chars().next()?;
    if first != '{' {
        let is_plain = !matches!(first, '\\' | '^' | '_' | '&' | '}');
        return is_plain.then(|| tex.split_at(first.len_utf8()));
    }
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, character) in tex.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&tex[1..at], &tex[at + 1..]));
        }
    }
    None
}

/// What follows an optional argument in brackets of a few letters, or a length.
pub fn skip_option(tex: &str) -> &str {
    let inside = tex.trim_start().strip_prefix('[').and_then(|inside| inside.split_once(']'));
    match inside {
        Some((option, after))
            if option.len() <= 8 && option.bytes().all(|byte| byte.is_ascii_lowercase()) =>
        {
            after
        }
        _ => tex,
    }
}

/// What follows the space that is asked for below a row: a star, or a length in brackets.
pub fn skip_row_space(tex: &str) -> &str {
    let tex = tex.strip_prefix('*').unwrap_or(tex);
    let inside = tex.strip_prefix('[').and_then(|inside| inside.split_once(']'));
    match inside {
        Some((length, after)) if is_length(length) => after,
        _ => tex,
    }
}

fn is_length(text: &str) -> bool {
    let number = text.trim().trim_start_matches(['-', '+']);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    unit.len() < number.len()
        && matches!(unit.trim(), "em" | "ex" | "pt" | "mm" | "cm" | "in" | "mu" | "px")
}

/// The columns of an array, without what stands between them.
pub fn plain_columns(columns: &str) -> String {
    let mut plain = String::new();
    let mut rest = columns;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            'l' | 'c' | 'r' | '|' => plain.push(first),
            'L' | 'C' | 'R' => plain.push(first.to_ascii_lowercase()),
            'p' | 'm' | 'b' | 'X' => {
                plain.push('l');
                rest = group(rest).map_or(rest, |(_, after)| after);
            }
            '@' | '!' | '>' | '<' => rest = group(rest).map_or(rest, |(_, after)| after),
            '*' => {
                let repeated = group(rest).and_then(|(n, after)| Some((n, group(after)?)));
                if let Some((n, (columns, after))) = repeated {
                    let n = n.trim().parse().unwrap_or(1_usize).min(MAX_COLUMNS);
                    plain.push_str(&columns.repeat(n));
                    rest = after;
                }
            }
            _ => {}
        }
    }
    match plain.is_empty() {
        true => "c".to_owned(),
        false => plain,
    }
}

/// The group at the start of TeX, and what follows it.
pub fn group(tex: &str) -> Option<(&str, &str)> {
    argument(tex).filter(|_| tex.trim_start().starts_with('{'))
}
