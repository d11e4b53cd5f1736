//! Tables that may have very many rows, and names that may be very long.

use leptos::prelude::*;

use crate::language::common as t;

/// Longer tables show their first rows only, until they are opened.
const LONG: usize = 25;

/// Longer names are shortened in the middle, so that beginning and end can be told apart.
const NAME: usize = 28;

/// The frame of a table: it scrolls within itself, and a long one shows 20 rows until all are
/// asked for. The rest is there from the start, so that it needs no scripts and is printed.
#[component]
pub fn LongTable(
    /// What the table is called.
    #[prop(into)]
    label: String,
    /// How many rows it has.
    rows: usize,
    /// The table.
    children: Children,
) -> impl IntoView {
    let long = rows > LONG;
    view! {
        <div class="long" class:long--cut=long>
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                {children()}
            </div>
            {long
                .then(|| {
                    view! {
                        <details class="long__more">
                            <summary class="button button--small">
                                <span class="long__open">{t::show_all(rows)}</span>
                                <span class="long__close">{t::show_fewer()}</span>
                            </summary>
                        </details>
                    }
                })}
        </div>
    }
}

/// A name from outside. A long one is shortened in the middle, and shown whole to a pointer, to
/// the keyboard, and to screen readers.
#[component]
pub fn LongName(name: String) -> impl IntoView {
    match shortened(&name) {
        None => view! { <span class="foreign">{name}</span> }.into_any(),
        Some(short) => {
            let title = name.clone();
            view! {
                <span class="name foreign" tabindex="0" title=title>
                    <span aria-hidden="true">{short}</span>
                    <span class="name__whole">{name}</span>
                </span>
            }
            .into_any()
        }
    }
}

/// The beginning and the end of a long name.
pub fn shortened(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= NAME {
        return None;
    }
    let (head, tail) = (NAME.div_ceil(2), NAME / 2 - 1);
    let beginning = letters[..head].iter();
    Some(beginning.chain(&['…']).chain(&letters[letters.len() - tail..]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_their_beginning_and_their_end() {
        let name = "an-organisation/a-model-with-a-long-name-instruct-2026-01-31";

        assert_eq!(shortened(name).as_deref(), Some("an-organisatio…ct-2026-01-31"));
        assert_eq!(shortened("a-short-name"), None);
        assert_eq!(shortened(&"ä".repeat(28)), None);
        assert_eq!(shortened(&"ä".repeat(29)).map(|name| name.chars().count()), Some(28));
    }
}
