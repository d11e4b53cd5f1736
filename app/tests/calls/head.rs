//! The head of the document: texts in it stay texts.

use crate::entrance::addresses;
use crate::scene::Scene;

#[tokio::test]
async fn a_name_never_becomes_markup_in_the_head() {
    let scene = Scene::set().await;
    scene.renames_project("</title><meta http-equiv=refresh content=0>&lt;").await;
    let mut named = 0;

    for page in addresses(&scene).into_iter().filter(|page| page.contains("/projects/")) {
        let text = scene.visits(Some("manager"), &page).await.text;
        let (head, _) = text.split_once("</head>").unwrap();

        assert_eq!(head.matches("</title>").count(), 1, "{page}: {head}");
        assert!(!head.contains("<meta http-equiv"), "{page}: {head}");
        let escaped = "&lt;/title>&lt;meta http-equiv=refresh content=0>&amp;lt;";
        named += usize::from(head.contains(escaped));
    }

    assert!(named > 8, "only {named} pages are called after their project");
}
