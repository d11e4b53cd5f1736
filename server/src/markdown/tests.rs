//! How texts look once they are rendered.

use crate::markdown::checker::check;
use crate::markdown::{plain, render};

fn assert_rendered(cases: &[(&str, &str)]) {
    for (text, html) in cases {
        assert_eq!(render(text), *html, "{text:?}");
    }
}

#[test]
fn blank_text_is_empty() {
    for text in ["", " ", "\n\n", "\t \r\n", "\u{a0}\u{3000}"] {
        assert_eq!(render(text), "", "{text:?}");
    }
}

#[test]
fn blocks_become_elements() {
    assert_rendered(&[
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("## a *b*", "<h2>a <em>b</em></h2>"),
        ("> a", "<blockquote dir=\"auto\"><p>a</p></blockquote>"),
        (
            "- a\n- b\n  1. c",
            "<ul dir=\"auto\"><li>a</li><li>b<ol dir=\"auto\"><li>c</li></ol></li></ul>",
        ),
        ("3. a", "<ol dir=\"auto\" start=\"3\"><li>a</li></ol>"),
        ("1. a\n1. b", "<ol dir=\"auto\"><li>a</li><li>b</li></ol>"),
        ("1. a\n3. b\n4. c", "<ol dir=\"auto\"><li>a</li><li value=\"3\">b</li><li>c</li></ol>"),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        (" 1. a\n 3. b", "<ol dir=\"auto\"><li>a</li><li value=\"3\">b</li></ol>"),
        (
            "01. a\n02) b",
            "<ol dir=\"auto\"><li><span class=\"marker\">01.</span> a</li></ol>\
             <ol dir=\"auto\" start=\"2\"><li><span class=\"marker\">02)</span> b</li></ol>",
        ),
        (
            "- [ ] a\n- [x] b",
            "<ul dir=\"auto\"><li><span class=\"marker\">☐</span> a</li>\
             <li><span class=\"marker\">☑</span> b</li></ul>",
        ),
        ("1. [ ] a", "<ol dir=\"auto\"><li>☐ a</li></ol>"),
        (
            "|a|b|\n|:-|-:|\n|c|\n",
            "<table dir=\"auto\"><thead><tr><th align=\"left\">a</th><th align=\"right\">b</th></tr></thead>\
             <tbody><tr><td align=\"left\">c</td><td align=\"right\"></td></tr></tbody></table>",
        ),
    ]);
}

#[test]
fn words_become_elements() {
    assert_rendered(&[
        ("**a** ~~b~~ `c<d`", "<p><strong>a</strong> <del>b</del> <code>c&lt;d</code></p>"),
        ("5 < 6 & \"7\"", "<p>5 &lt; 6 &amp; \"7\"</p>"),
        ("snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"),
        ("1[^1]", "<p>1[^1]</p>"),
    ]);
}

#[test]
fn line_breaks_stay_line_breaks() {
    assert_rendered(&[
        ("Roses\nViolets", "<p>Roses<br>Violets</p>"),
        ("Roses  \r\nViolets\rSugar", "<p>Roses<br>Violets<br>Sugar</p>"),
        ("- a\n  b", "<ul dir=\"auto\"><li>a<br>b</li></ul>"),
        ("Roses\n  Violets", "<p>Roses<br>&nbsp;&nbsp;Violets</p>"),
        (
            "> Roses\n>   Violets",
            "<blockquote dir=\"auto\"><p>Roses<br>&nbsp;&nbsp;Violets</p></blockquote>",
        ),
    ]);
}

#[test]
fn formulas_become_mathml_and_money_stays_text() {
    for text in ["$x$", "\\(x\\)", "\\( x \\)"] {
        assert_eq!(render(text), "<p><math alttext=\"x\"><mi>x</mi></math></p>", "{text}");
    }
    let display = render("\\[\nx\n\\]");
    assert!(display.contains("<math display=\"block\" alttext=\"x\">"), "{display}");
    for text in [
        "It costs $5 and $6.",
        "$5-$6",
        "$HOME/$PATH",
        "a $ b $ c",
        "`$x$` \\$x\\$",
        "<span class=\"formula-0\"></span>",
    ] {
        let page = check(&render(text)).unwrap();
        assert!(!page.elements.iter().any(|element| element == "math"), "{text}");
        assert!(page.text.contains(&text.replace(['`', '\\'], "")), "{text}");
    }
}

#[test]
fn formulas_of_several_lines_are_neither_lists_nor_quotes() {
    let formula = |text: &str| {
        let html = render(text);
        let (_, rest) = html.split_once("alttext=\"").unwrap_or_else(|| panic!("{html}"));
        rest.split_once('"').map(|(tex, _)| tex.to_owned())
    };
    for text in [
        "\\[\na\n- b\n+ c\n=\nd\n\\]",
        "So $$\na\n- b\n+ c\n=\nd\n$$ is",
        "> > \\[\n> > a\n> > - b\n> > + c\n> > =\n> > d\n> > \\]",
    ] {
        let tex = formula(text).unwrap_or_default().replace("\n ", "\n");
        assert_eq!(tex, "a\n- b\n+ c\n=\nd", "{text}");
    }
    assert_eq!(formula("the \\(n\\)th"), Some("n".to_owned()));
    assert_rendered(&[
        ("\\[\n\\end{a}\n- b\n\\]", "<p>\\[<br>\\end{a}<br>- b<br>\\]</p>"),
        ("\\( { \\)", "<p>\\( { \\)</p>"),
        ("pay $$ or\n- a $$", "<p>pay $$ or</p><ul dir=\"auto\"><li>a $$</li></ul>"),
    ]);
}

#[test]
fn code_keeps_its_spaces_and_a_harmless_language() {
    assert_rendered(&[
        ("```\n  a\n\n\tb\n```", "<pre><code>  a\n\n\tb\n</code></pre>"),
        (
            "```rust ignore\na\n```",
            "<p><code>rust ignore</code></p><pre><code class=\"language-rust\">a\n</code></pre>",
        ),
        (
            "```py\nif x: # <b>\n```",
            "<pre><code class=\"language-py\"><span class=\"code-keyword\">if</span> x: \
             <span class=\"code-comment\"># &lt;b&gt;</span>\n</code></pre>",
        ),
        ("```c++\na\n```", "<pre><code class=\"language-c++\">a\n</code></pre>"),
        ("```a\"b\na\n```", "<p><code>a\"b</code></p><pre><code>a\n</code></pre>"),
        ("```r\u{fc}st\na\n```", "<p><code>r\u{fc}st</code></p><pre><code>a\n</code></pre>"),
        ("    a\n      b", "<pre><code>a\n  b</code></pre>"),
    ]);
}

#[test]
fn raw_html_keeps_its_lines_and_indentation() {
    assert_rendered(&[
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        ("<ul>\n  <li>a\n</ul>", "<p>&lt;ul&gt;<br>&nbsp;&nbsp;&lt;li&gt;a<br>&lt;/ul&gt;</p>"),
    ]);
}

#[test]
fn a_text_of_hidden_definitions_is_shown() {
    assert_rendered(&[("[//]: # (vote for me)", "<p>[//]: # (vote for me)</p>")]);
}

#[test]
fn definitions_of_links_are_shown_where_they_stand() {
    let link = |address: &str| {
        format!(
            "<a href=\"{address}\" target=\"_blank\" \
             rel=\"noopener noreferrer nofollow ugc\">{address}</a>"
        )
    };
    let html = render("a [1]\n\n[1]: https://a.example/b \"C\"\n[2]: <https://d.example/>\n\ne");

    assert!(
        html.contains(&format!("<p>[1]: {} \"C\"<br>[2]: ", link("https://a.example/b"))),
        "{html}"
    );
    assert!(
        html.contains(&format!("&lt;{}&gt;</p><p>e</p>", link("https://d.example/"))),
        "{html}"
    );
    assert_rendered(&[
        ("> [a]: b\n\nc", "<blockquote dir=\"auto\"><p>[a]: b</p></blockquote><p>c</p>"),
        ("- [a]: b\n- c", "<ul dir=\"auto\"><li><p>[a]: b</p></li><li>c</li></ul>"),
        ("[a]: b\n[A]: c\nd", "<p>[a]: b<br>[A]: c</p><p>d</p>"),
    ]);
}

#[test]
fn cells_of_tables_stay_whole() {
    let html = render("| a | b |\n|-|-|\n| $|x|$ | `c|d` |\n| e | f | g |");
    let page = check(&html).unwrap();

    assert!(html.contains("<td><math alttext=\"|x|\">"), "{html}");
    assert!(html.contains("<td><code>c|d</code></td></tr>"), "{html}");
    assert!(html.contains("<td>e</td><td>f | g</td>"), "{html}");
    assert_eq!(page.elements.iter().filter(|element| *element == "td").count(), 4);
}

#[test]
fn formulas_and_emphasis_stand_beside_chinese_text() {
    for (text, strong) in [
        ("**注意：**请看", "注意："),
        ("是**“重点”**内容", "“重点”"),
        ("**결과(요약)**는", "결과(요약)"),
        ("**「A」**なので", "「A」"),
    ] {
        let html = render(text);
        assert!(html.contains(&format!("<strong>{strong}</strong>")), "{html}");
        assert_eq!(check(&html).unwrap().text, text.replace('*', ""));
    }
    assert!(render("二次$x^2$方程").contains("<msup>"));
    for text in ["苹果$5，梨$6", "价格是$5到$8"] {
        assert_eq!(render(text), format!("<p>{text}</p>"));
    }
}

#[test]
fn code_without_fences_is_code() {
    assert_rendered(&[(
        "See:\ndef f(__a__):\n    # a\n    return *a\n\nSo.",
        "<p>See:</p><pre><code>def f(__a__):\n    # a\n    return *a\n</code></pre><p>So.</p>",
    )]);
}

#[test]
fn addresses_in_running_text_become_links() {
    for (text, words) in [
        ("See https://a.example/b_c?d=e&f=(g).", "https://a.example/b_c?d=e&f=(g)"),
        ("(https://a.example/b)", "https://a.example/b"),
        ("HTTP://a.example, or", "HTTP://a.example"),
        ("\u{89c1}https://a.example/b\u{3002}", "https://a.example/b"),
        ("<https://a.example>", "https://a.example"),
    ] {
        let html = render(text);

        let shown = words.replace('&', "&amp;");
        assert!(html.contains(&format!(">{shown}</a>")), "{text:?}: {html}");
    }
    for text in ["xhttps://a.example", "https://", "ftp://a.example", "`https://a.example`"] {
        assert!(!render(text).contains("<a"), "{text:?}");
    }
}

#[test]
fn links_open_elsewhere_and_say_nothing_about_us() {
    assert_rendered(&[(
        "[a](https://b.example \"c\")",
        "<p><a href=\"https://b.example/\" title=\"c\" target=\"_blank\" \
         rel=\"noopener noreferrer nofollow ugc\">a</a></p>",
    )]);
}

#[test]
fn refused_links_and_images_are_shown_as_text() {
    assert_rendered(&[
        ("[a *b*](/c)", "<p>[a <em>b</em>](/c)</p>"),
        ("[a](javascript:b \"c\")", "<p>[a](javascript:b \"c\")</p>"),
        ("<javascript:a>", "<p>&lt;javascript:a&gt;</p>"),
        ("![a *b*](http://c.example/d.png)", "<p>[image: a b](http://c.example/d.png)</p>"),
        ("[![a](b)](/c)", "<p>[[image: a](b)](/c)</p>"),
    ]);
}

#[test]
fn deep_nesting_ends_in_plain_text() {
    let nested_list: String = (0..300).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    for text in [
        ">".repeat(20_000),
        ">".repeat(20_000) + "a",
        "- ".repeat(20_000) + "a",
        "1. ".repeat(20_000) + "a",
        "[".repeat(20_000) + "a" + &"](b)".repeat(10_000),
        "![".repeat(20_000) + "a" + &"](b)".repeat(10_000),
        "*".repeat(20_000) + "a" + &"*".repeat(20_000),
        "*a **b ".repeat(5_000) + &"b** a* ".repeat(5_000),
        nested_list,
        "UPDATE a\n".repeat(6_000),
        "**（a".repeat(10_000),
        "|a".repeat(5_000) + "\n" + &"|-".repeat(5_000) + "\n" + &"|`a".repeat(20_000),
        "[a]: b\n".repeat(5_000),
        "a\n ".repeat(10_000),
        // Deep enough for the writer's limit, not for the one before the parser.
        "> ".repeat(90) + "a",
        "- ".repeat(90) + "a",
        "> ".repeat(60) + "|a|\n" + &"> ".repeat(60) + "|-|",
    ] {
        let page = check(&render(&text)).expect("nested text passes the checker");

        assert!(!text.contains('a') || page.text.contains('a'), "{:.20}", text);
    }
}

#[test]
fn short_rows_do_not_swell() {
    let text = format!("{}\n{}\n{}", "|a".repeat(1_000), "|-".repeat(1_000), "|b\n".repeat(200));

    let html = render(&text);

    assert!(html.len() < 40 * text.len(), "{} bytes from {}", html.len(), text.len());
}

#[test]
fn plain_text_is_only_escaped() {
    for (text, html) in [
        ("", ""),
        ("*a*\n  <b> & \"c\"", "*a*\n  &lt;b&gt; &amp; \"c\""),
        ("a\r\nb\rc", "a\nb\nc"),
        (
            "a\u{202e}b",
            "a<span class=\"glyph\" title=\"U+202E right-to-left override\">RLO</span>b",
        ),
    ] {
        assert_eq!(plain(text), html, "{text:?}");
    }
}
