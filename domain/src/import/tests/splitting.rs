//! Cutting bytes into records.

use proptest::prelude::*;

use super::super::{MAX_RECORD, Splitter};
use super::split;
use crate::protocol::Kind;

/// Line and text of each record, or line and reason of each error.
fn shown(bytes: &[u8]) -> Vec<(u64, String)> {
    let found = split(bytes).into_iter().map(|found| match found {
        Ok(record) => (record.line, record.text),
        Err(error) => (error.line, format!("! {}", error.reason)),
    });
    found.collect()
}

fn expected(table: &[(u64, &str)]) -> Vec<(u64, String)> {
    table.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
}

#[test]
fn lines_end_at_a_newline_and_nowhere_else() {
    let bytes = "\u{feff}{1}\r\n\r\n \t\n{\u{2028}\u{85}\u{b}\r2}\n{3}".as_bytes();

    assert_eq!(shown(bytes), expected(&[(1, "{1}"), (4, "{\u{2028}\u{85}\u{b}\r2}"), (5, "{3}")]));
}

#[test]
fn an_empty_file_has_no_records() {
    for bytes in ["", "\u{feff}", "\n\n", "\u{feff} \r\n", "[]", " [ \n ] \n"] {
        assert_eq!(shown(bytes.as_bytes()), [], "{bytes:?}");
    }
}

#[test]
fn half_a_byte_order_mark_is_content() {
    let reason = "! not UTF-8 at byte 1; save the file as UTF-8";

    assert_eq!(shown(b"\xEF\xBB"), expected(&[(1, reason)]));
    assert_eq!(shown(b"\xEF\xBB{}\n{}"), expected(&[(1, reason), (2, "{}")]));
    assert_eq!(shown(b"\xFF\xFE{\0}\0"), expected(&[(1, reason)]));
}

#[test]
fn a_list_is_cut_at_its_own_commas_only() {
    let bytes = b"\n[\n  {\"a\": \"],[\\\"\\\\\"},\n  [1,\n 2] , 7\n]\n";

    assert_eq!(
        shown(bytes),
        expected(&[(3, "{\"a\": \"],[\\\"\\\\\"}"), (4, "[1,\n 2]"), (5, "7")])
    );
}

#[test]
fn a_list_that_is_not_well_formed_says_where() {
    let cut = "! the file ends before its list does (no closing ]); it may be cut off";
    let nothing = "! expected an object beside the comma, found nothing";
    let behind = "! what stands behind the end of the list is not read";

    assert_eq!(shown(b"[{},\n{\"a\""), expected(&[(1, "{}"), (2, cut)]));
    assert_eq!(shown(b"["), expected(&[(1, cut)]));
    assert_eq!(shown(b"[{},\n]"), expected(&[(1, "{}"), (2, nothing)]));
    assert_eq!(shown(b"[,{}]"), expected(&[(1, nothing), (1, "{}")]));
    assert_eq!(shown(b"[{}]\n[{}]\n{}"), expected(&[(1, "{}"), (2, behind)]));
    assert_eq!(shown(b"[{}}},{}]"), expected(&[(1, "{}}}"), (1, "{}")]));
}

#[test]
fn wrong_utf_8_spoils_its_own_record_only() {
    let reason = "! not UTF-8 at byte 3; save the file as UTF-8";

    assert_eq!(shown(b"{\"\xe9\"}\n{}\n"), expected(&[(1, reason), (2, "{}")]));
    assert_eq!(shown(b"[{\"\xe9\"},\n{}]"), expected(&[(1, reason), (2, "{}")]));
}

#[test]
fn a_record_without_end_is_passed_over_without_being_kept() {
    let reason = "the record is longer than 8 MiB; split or shorten it";
    let chunk = vec![b'x'; 1024 * 1024];
    for (before, after) in [("", "\n{}\n"), ("[\"", "\",\n{}]")] {
        let mut splitter = Splitter::new();
        let mut found = splitter.push(before.as_bytes());

        for _ in 0..64 {
            found.extend(splitter.push(&chunk));
            assert!(splitter.held() <= 2 * MAX_RECORD, "{} bytes", splitter.held());
        }
        found.extend(splitter.push(after.as_bytes()));
        found.extend(splitter.finish());

        let [Err(error), Ok(record)] = &found[..] else { panic!("{} found", found.len()) };
        assert_eq!((error.line, error.reason.as_str()), (1, reason));
        assert_eq!((record.line, record.text.as_str()), (2, "{}"));
    }
}

#[test]
fn the_longest_record_is_read() {
    let longest = vec![b'x'; MAX_RECORD];

    let found = split(&longest);

    assert_eq!(found.len(), 1);
    assert!(found[0].is_ok());
}

fn files() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "{}",
        "{\"a\": \"b\"}",
        "[",
        "]",
        ",",
        "\n",
        "\r\n",
        " ",
        "\"",
        "\\",
        "{",
        "}",
        "é",
        "\u{2028}",
        "\u{feff}",
        "x",
        "\n\n",
        "[1, 2]",
    ]);
    let bytes = prop_oneof![
        9 => pieces.prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec(bytes, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn chunks_never_matter(bytes in files(), cuts in prop::collection::vec(1_usize..9, 1..50)) {
        let mut splitter = Splitter::new();
        let mut found = Vec::new();
        let mut rest = &bytes[..];
        for cut in cuts {
            let (chunk, after) = rest.split_at(cut.min(rest.len()));
            found.extend(splitter.push(chunk));
            rest = after;
        }
        found.extend(splitter.push(rest));
        found.extend(splitter.finish());

        prop_assert_eq!(found, split(&bytes));
    }

    #[test]
    fn no_record_of_lines_is_lost(texts in prop::collection::vec("[^\n\\[\u{feff} \t\r\u{c}]{1,9}", 0..20)) {
        let found = shown(texts.join("\n").as_bytes());

        let found: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
        prop_assert_eq!(found.concat().replace('\n', ""), texts.concat());
        // With a brace alone in its first line it is a file of objects over several lines.
        if texts.first().is_none_or(|first| first != "{") {
            prop_assert_eq!(found, texts);
        }
    }

    #[test]
    fn no_bytes_whatever_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for record in split(&bytes).into_iter().flatten() {
            for format in super::Format::ALL {
                let _ = super::parse(format, Kind::Pair, record.line, &record.text);
            }
        }
    }
}
