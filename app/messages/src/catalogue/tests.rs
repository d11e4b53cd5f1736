use std::fs;

use super::*;
use crate::line::fill;

/// A catalogue of these English and German messages.
fn catalogue(english: &str, german: &str) -> Result<Catalogue> {
    let folder = tempfile::tempdir()?;
    for (code, text, direction) in [("en", english, "ltr"), ("de", german, "ltr")] {
        fs::create_dir_all(folder.path().join(code))?;
        let text = format!("language-name = {code}\nlanguage-direction = {direction}\n{text}");
        fs::write(folder.path().join(code).join("common.ftl"), text)?;
    }
    Catalogue::read(folder.path())
}

fn said(catalogue: &Catalogue, language: usize, n: &'static str, category: &'static str) -> String {
    let number = crate::line::Argument { shown: n.into(), exact: n.into(), category };
    fill(&catalogue.languages[language].lines[2], &[number])
}

const FLAGS: &str =
    "flags = { $n ->\n  [0] No flags\n  [one] One flag\n *[other] { $n } flags\n }\n";

#[test]
fn plurals_are_chosen_in_every_language() {
    let german = FLAGS.replace("No flags", "Keine").replace("One flag", "Eine");
    let german = german.replace("{ $n } flags", "{ $n } { -flag }") + "-flag = Marken\n";

    let catalogue = catalogue(FLAGS, &german).unwrap();

    assert!(catalogue.messages[2].parameters[0].is_number);
    assert_eq!(said(&catalogue, 0, "0", "other"), "No flags");
    assert_eq!(said(&catalogue, 0, "1", "one"), "One flag");
    assert_eq!(said(&catalogue, 1, "7", "other"), "7 Marken");
    assert_eq!(catalogue.languages[2].code, "en-XA");
    assert_eq!(said(&catalogue, 2, "7", "other"), "7 flågš");
    assert!(catalogue.languages[3].right_to_left);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let wrong =
        |german: &str| format!("{:#}", catalogue("a = A\nb = B { $x }\n", german).unwrap_err());

    assert!(wrong("a = A\n").contains("messages/de/common.ftl, b: not said"));
    assert!(wrong("a = A\nb = B\nc = C\n").contains("messages/de/common.ftl, c: nobody says"));
    assert!(wrong("a = { $y }\nb = B\n").contains("there is no $y in the English message"));
    assert!(wrong("a = { DATE($y) }\nb = B\n").contains("there is no function DATE"));
    assert!(wrong("a = A\na = B\nb = C\n").contains("a is there twice"));
    assert!(wrong("a = { c }\nb = C\n").contains("there is no message c"));
}

#[test]
fn messages_become_functions() {
    let source = catalogue("a-b = It's \"so\"\nb = B { $x }\n", "a-b = A\nb = B\n").unwrap();
    let functions = source.functions();

    assert!(functions.contains("pub fn a_b() -> &'static str {\n        text(2)"), "{functions}");
    assert!(functions.contains("pub fn b(x: &str) -> String {\n        filled(3, &[x.into()])"));
    assert!(source.table().contains("\"It's \\\"so\\\"\""));
}
