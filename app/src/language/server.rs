//! All languages, and which of them a request is answered in.

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use leptos::prelude::{provide_context, use_context};

use super::known::{LANGUAGES, Language};

/// The cookie that says which language its browser's user has chosen.
pub const COOKIE: &str = "language";

/// A row for each language.
static LINES: &[&[&str]] = include!(concat!(env!("OUT_DIR"), "/lines.rs"));

thread_local! {
    /// How each language writes numbers and counts.
    static RULES: Vec<(DecimalFormatter, PluralRules)> = LANGUAGES.iter().map(rules).collect();
}

fn rules(language: &Language) -> (DecimalFormatter, PluralRules) {
    let locale: Locale = language.code.parse().unwrap_or(locale!("en"));
    let decimals = DecimalFormatter::try_new(locale.clone().into(), Default::default());
    let plurals = PluralRules::try_new_cardinal(locale.into());
    let why = "the data is compiled in, with that of a root for unknown languages";
    (decimals.expect(why), plurals.expect(why))
}

/// The language of the page under way, found once.
#[derive(Debug, Clone, Copy)]
struct Spoken(usize);

/// Finds out what the page under way is to be rendered in.
pub fn begin() {
    provide_context(Spoken(requested()));
}

/// Runs a test in the language at this place of the list.
#[cfg(test)]
pub fn in_language<T>(at: usize, test: impl FnOnce() -> T) -> T {
    leptos::prelude::Owner::new().with(|| {
        provide_context(Spoken(at));
        test()
    })
}

pub fn current() -> usize {
    use_context::<Spoken>().map_or_else(requested, |spoken| spoken.0)
}

pub fn line(at: usize) -> &'static str {
    LINES[current()][at]
}

pub fn decimal(number: i64) -> String {
    RULES.with(|rules| rules[current()].0.format(&Decimal::from(number)).to_string())
}

pub fn category(number: i64) -> &'static str {
    match RULES.with(|rules| rules[current()].1.category_for(number)) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The language of the request under way.
fn requested() -> usize {
    use_context::<Parts>().map_or(0, |parts| wanted(&parts.headers))
}

/// The language that a browser wants: what its user has chosen, else the first of those it says
/// that its user reads, else English.
pub fn wanted(headers: &HeaderMap) -> usize {
    let texts = |name| headers.get_all(name).into_iter().filter_map(|text| text.to_str().ok());
    let cookies = texts(header::COOKIE).flat_map(|cookies| cookies.split(';'));
    let chosen = cookies.filter_map(|cookie| cookie.trim().split_once('='));
    let mut chosen = chosen.filter(|(name, _)| *name == COOKIE).map(|(_, code)| code);
    let chosen = chosen.find_map(|code| LANGUAGES.iter().position(|known| known.code == code));
    chosen.or_else(|| texts(header::ACCEPT_LANGUAGE).find_map(read)).unwrap_or(0)
}

/// The best of the languages that are accepted, as in `de-CH, de;q=0.9, en;q=0.5`; of one that is
/// not spoken here, the language without its region will do.
fn read(accepted: &str) -> Option<usize> {
    let mut wishes: Vec<(f32, &str)> = accepted.split(',').map(wish).collect();
    wishes.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let spoken = |code: &str| {
        LANGUAGES.iter().position(|known| !known.pseudo && known.code.eq_ignore_ascii_case(code))
    };
    let wishes = wishes.into_iter().filter(|(weight, _)| *weight > 0.0);
    wishes.map(|(_, code)| code).find_map(|code| {
        spoken(code).or_else(|| spoken(code.split('-').next().unwrap_or_default()))
    })
}

/// A language and how much it is wanted.
fn wish(wish: &str) -> (f32, &str) {
    let (code, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
    (weight.trim().parse().unwrap_or(0.0), code.trim())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn of(cookie: &'static str, accepted: &'static str) -> &'static str {
        let cookie = (header::COOKIE, HeaderValue::from_static(cookie));
        let accepted = (header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
        LANGUAGES[wanted(&[cookie, accepted].into_iter().collect())].code
    }

    #[test]
    fn a_browser_is_answered_in_the_language_that_its_user_reads_best() {
        assert_eq!(of("", "de"), "de");
        assert_eq!(of("", "de-CH,de;q=0.9,en;q=0.8"), "de");
        assert_eq!(of("", "fr;q=0.9, en;q=0.4, de;q=0.7"), "de");
        assert_eq!(of("", "DE-at"), "de");
        assert_eq!(of("", "de;q=0, fr"), "en", "what is not wanted, and what nobody speaks here");
        assert_eq!(of("", ""), "en");
        assert_eq!(of("", "ar-XB"), "en", "a language for trials is chosen, never guessed");
    }

    #[test]
    fn what_is_chosen_is_stronger_than_what_the_browser_says() {
        assert_eq!(of("session=x; language=en", "de"), "en");
        assert_eq!(of("language=ar-XB", "de"), "ar-XB");
        assert_eq!(of("language=xx; language=de", "en"), "de", "what is unknown is no choice");
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let owner = leptos::reactive::owner::Owner::new();
        owner.set();
        for (code, shown, category) in [("en", "1,234,567", "other"), ("de", "1.234.567", "other")]
        {
            provide_context(Spoken(LANGUAGES.iter().position(|l| l.code == code).unwrap()));
            assert_eq!((decimal(1_234_567).as_str(), self::category(1_234_567)), (shown, category));
            assert_eq!(self::category(1), "one");
        }
    }
}
