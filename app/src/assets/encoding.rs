//! Which encodings a client accepts (RFC 9110, section 12.5.3), in the order that we prefer.

/// How the bytes of a file are stored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Encoding {
    /// Smallest.
    Brotli,
    /// Understood by everybody who understands any.
    Gzip,
    /// As they are.
    Identity,
}

impl Encoding {
    /// The name on the wire; the plain bytes need none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// What is appended to the name of a stored file.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }
}

/// The encodings that an `Accept-Encoding` header admits, best first.
///
/// Our preference counts, not the client's weights, unless a weight is zero. The plain bytes come
/// last and always: a client that refuses even those has nothing better to gain.
pub fn accepted(header: &str) -> impl Iterator<Item = Encoding> {
    [Encoding::Brotli, Encoding::Gzip, Encoding::Identity]
        .into_iter()
        .filter(move |encoding| encoding.name().is_none_or(|name| admits(header, name)))
}

/// Whether the header admits a coding by its name, or else by `*`.
fn admits(header: &str, name: &str) -> bool {
    let weight = |wanted: &str| {
        let mut choices = header.split(',').map(weighted);
        choices.find(|(coding, _)| coding.eq_ignore_ascii_case(wanted)).map(|(_, weight)| weight)
    };
    weight(name).or_else(|| weight("*")).is_some_and(|weight| weight > 0.0)
}

/// Splits `gzip;q=0.5` into coding and weight; no weight means 1.
fn weighted(choice: &str) -> (&str, f32) {
    let (coding, parameter) = choice.split_once(';').unwrap_or((choice, ""));
    let weight = parameter.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
    (coding.trim(), weight.unwrap_or(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(header: &str) -> Vec<&'static str> {
        accepted(header).map(|encoding| encoding.name().unwrap_or("identity")).collect()
    }

    #[test]
    fn brotli_goes_before_gzip_before_plain_bytes() {
        assert_eq!(names("gzip, deflate, br, zstd"), ["br", "gzip", "identity"]);
    }

    #[test]
    fn without_a_header_bytes_are_plain() {
        assert_eq!(names(""), ["identity"]);
    }

    #[test]
    fn a_weight_of_zero_refuses() {
        assert_eq!(names("br;q=0, gzip;q=0.1"), ["gzip", "identity"]);
        assert_eq!(names("*, br; q=0.000"), ["gzip", "identity"]);
        assert_eq!(names("*;q=0"), ["identity"]);
    }

    #[test]
    fn a_star_stands_for_every_coding_that_is_not_named() {
        assert_eq!(names("*"), ["br", "gzip", "identity"]);
    }

    #[test]
    fn codings_are_known_by_their_whole_name_in_any_case() {
        assert_eq!(names("x-brotli, GZIP"), ["gzip", "identity"]);
    }
}
