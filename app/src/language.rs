//! What the interface says, in the language of whoever reads it: a function for each message of
//! `app/messages`. The server knows all languages, a browser loads the lines of one.

#[cfg(not(feature = "ssr"))]
mod browser;
mod known;
pub mod labels;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
use browser as half;
#[cfg(feature = "ssr")]
use server as half;

#[cfg(not(feature = "ssr"))]
pub use browser::load;
#[cfg(test)]
pub use server::in_language;
#[cfg(feature = "ssr")]
pub use server::{COOKIE, begin, wanted};

use messages::line::{Argument, fill};

pub use self::known::{LANGUAGES, Language};

impl Language {
    /// The language of the page under way.
    pub fn current() -> &'static Self {
        &LANGUAGES[half::current()]
    }
}

/// A whole number that a message is given.
pub trait Number: TryInto<i64> {}

impl Number for u8 {}
impl Number for u32 {}
impl Number for i32 {}
impl Number for i64 {}
impl Number for u64 {}
impl Number for usize {}

/// A whole number as the language writes it.
pub fn whole(number: impl Number) -> String {
    half::decimal(number.try_into().unwrap_or(i64::MAX))
}

fn text(at: usize) -> &'static str {
    half::line(at)
}

fn filled(at: usize, arguments: &[Argument]) -> String {
    fill(half::line(at), arguments)
}

fn number(number: impl Number) -> Argument<'static> {
    let number = number.try_into().unwrap_or(i64::MAX);
    let shown = half::decimal(number).into();
    Argument { shown, exact: number.to_string().into(), category: half::category(number) }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
