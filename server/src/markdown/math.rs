//! Formulas: TeX as MathML.
//!
//! The sanitiser refuses MathML from whatever was typed. A formula is written as a mark that no
//! text can forge, since typed angle brackets never reach the page, and takes the mark's place
//! once the rest is clean. What the converter says is itself read again, and anything that is not
//! on a closed list of elements and attributes makes the formula text.

mod delimiters;
mod mathml;
mod tex;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

pub use self::delimiters::unify;
use crate::markdown::glyph;

/// The longest formula, in bytes: the converter calls itself for what is nested.
const MAX_FORMULA: usize = 3_000;

/// The deepest nesting of groups, fractions, roots and the like.
const MAX_NESTING: usize = 60;

/// Beyond this many formulas a text shows them as they were typed.
const MAX_FORMULAS: usize = 500;

/// How the mark of a formula begins, before its number.
const CLASS: &str = "formula-";

static CONVERTER: LazyLock<Option<LatexToMathML>> = LazyLock::new(|| {
    let config = MathCoreConfig {
        // An unknown command alone stays as it was typed; the rest of its formula does not.
        ignore_unknown_commands: true,
        allow_unreliable_rendering: true,
        ..MathCoreConfig::default()
    };
    LatexToMathML::new(config).ok()
});

/// The formulas of one text, in the order in which they come.
#[derive(Default)]
pub struct Formulas(Vec<String>);

impl Formulas {
    /// Takes a formula in and gives the mark for its place; none where it has to be shown as it
    /// was typed.
    pub fn take(&mut self, tex: &str, is_display: bool) -> Option<String> {
        if self.0.len() >= MAX_FORMULAS {
            return None;
        }
        self.0.push(render(tex, is_display)?);
        Some(mark(self.0.len() - 1))
    }

    /// Puts the formulas into clean HTML in the place of their marks.
    pub fn put_into(self, html: String) -> String {
        let mut rest = html.as_str();
        let mut whole = String::with_capacity(html.len());
        for (n, formula) in self.0.iter().enumerate() {
            // A mark that is gone was in a part that is shown as it was typed.
            if let Some((before, after)) = rest.split_once(&mark(n)) {
                whole.push_str(before);
                whole.push_str(formula);
                rest = after;
            }
        }
        whole.push_str(rest);
        whole
    }
}

/// Whether a class is that of a mark.
pub fn is_class(class: &str) -> bool {
    let number = class.strip_prefix(CLASS);
    number.is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

fn mark(n: usize) -> String {
    format!("<span class=\"{CLASS}{n}\"></span>")
}

/// A formula as MathML; none where it is too large, not TeX, or has characters that cannot be
/// seen, for which there are no marks among MathML.
fn render(tex: &str, is_display: bool) -> Option<String> {
    let fits = tex.len() <= MAX_FORMULA && nesting(tex) <= MAX_NESTING;
    if !fits || tex.is_empty() || glyph::has_marked(tex) {
        return None;
    }
    let display = if is_display { MathDisplay::Block } else { MathDisplay::Inline };
    let convert = |tex: &str| {
        let converter = CONVERTER.as_ref()?;
        // The converter panics on some formulas that its parser accepts, such as `_&` in a table. It
        // keeps no state from one formula to the next that a panic could leave half changed.
        let convert = AssertUnwindSafe(|| converter.convert_with_local_state(tex, display).ok());
        catch_unwind(convert).ok().flatten()
    };
    let prepared = tex::prepare(tex, is_display);
    let converted = convert(&prepared).or_else(|| {
        // Limits are refused behind names of functions, where they change nothing.
        let bare = prepared.replace("\\limits", "");
        (bare != prepared).then(|| convert(&bare)).flatten()
    })?;
    mathml::check(&converted.mathml, tex)
}

/// At least as deep as the converter goes: commands and scripts may nest without braces.
fn nesting(tex: &str) -> usize {
    let mut deepest = 0;
    let mut depth = 0_usize;
    let mut chain = 0_usize;
    for character in tex.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            // One argument within the other: \sqrt\sqrt x, x^y^z.
            '\\' | '^' | '_' => chain += 1,
            '&' | ' ' | '+' | '-' | '=' | ',' => chain = 0,
            _ => {}
        }
        deepest = deepest.max(depth + chain / 4);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_mathml_with_its_source_beside_it() {
        let html = render(r"\frac{1}{2} < x^2", false).unwrap();

        assert!(html.starts_with("<math alttext=\"\\frac{1}{2} &lt; x^2\">"), "{html}");
        assert!(html.contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>"), "{html}");
        assert!(html.contains("&lt;"), "{html}");
        assert!(render("x", true).unwrap().contains("display=\"block\""));
    }

    #[test]
    fn what_is_no_formula_or_too_much_of_one_stays_text() {
        let deep = format!("{}x{}", "{".repeat(200), "}".repeat(200));
        let roots = r"\sqrt".repeat(500);
        let scripts = "x^".repeat(900);
        let refused = [
            "",
            r"\frac{1}",
            "{",
            "a\u{202e}b",
            &deep,
            &roots,
            &scripts,
            &"x".repeat(4_000),
            r"\begin{nosuchthing}x\end{nosuchthing}",
            r"\<x",
            "_&",
            r"\begin{matrix} a_& b \end{matrix}",
        ];

        for tex in refused {
            assert_eq!(render(tex, false), None, "{tex}");
        }
    }

    #[test]
    fn an_unknown_command_alone_stays_raw() {
        for (tex, raw) in [
            (r"\nosuchthing{x}", "\\nosuchthing"),
            (r"\def\a{\a\a}\a", "\\def"),
            (r"\href{javascript:alert(1)}{x}", "\\href"),
            (r"\includegraphics{x}", "\\includegraphics"),
            (r"\htmlClass{a}{x}", "\\htmlClass"),
            (r"\style{position:fixed}{x}", "\\style"),
        ] {
            let html = render(tex, false).unwrap();
            let unknown = format!("<mrow class=\"math-unknown\"><mtext>{raw}</mtext></mrow>");
            assert!(html.contains(&unknown), "{html}");
            assert!(!html.contains(" href=") && !html.contains(" style="), "{html}");
        }
    }

    #[test]
    fn spaces_rows_and_columns_are_kept() {
        for (tex, part) in [
            (r"a \quad b", "<mspace width=\"1em\">"),
            (r"a \, b", "<mspace width=\"0.16"),
            (r"a ~ b", "<mtext>\u{a0}</mtext>"),
            (r"\begin{cases} x & y \\ z & w \end{cases}", "math-condition"),
            (r"\begin{array}{l|r} x & y \\ \hline z & w \end{array}", "math-line-end"),
            (r"x &= 1 \\ y &= 2", "math-end"),
            (r"\boxed{x}", "<mrow class=\"math-box\"><mi>x</mi></mrow>"),
            (r"\tag{1} x", "<mtext>(1)</mtext>"),
            (r"\cancel{x}", "<mrow class=\"math-stroke-up\"><mi>x</mi></mrow>"),
            (r"\textbf{a b}", "<mtext class=\"math-bold\">a"),
            (r"\text{a $x$ b_1}", "<mi>x</mi>"),
            (r"\sum_{\substack{a \\ b}}", "<mtable"),
            (r"50% x", "%"),
            (r"\alpha*x", "<mi>α</mi>"),
            (r"\vec{v}", "<mo stretchy=\"false\" class=\"math-vector\">→</mo>"),
            (r"\ce{H3O+}", "<mn>3</mn>"),
        ] {
            let html = render(tex, true).unwrap_or_else(|| panic!("{tex} stays raw"));
            assert!(html.contains(part), "{tex}: {html}");
        }
    }

    #[test]
    fn common_formulas_of_models_are_understood() {
        let common = [
            r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
            r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}",
            r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
            r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}",
            r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
            r"P(A \mid B) \geq \mathbb{R} \cdot \text{if } x \in \mathcal{L}",
            r"\begin{align} x &= 1 \tag{a} \\ y &= 2 \label{b} \end{align}",
            r"\begin{equation} x \notag \end{equation} \eqref{b}",
            r"\operatorname*{argmax}\limits_{x} f \mbox{if } x_1",
            r"\text{num_items & #1 \foo} \fbox{x} \textcolor{mine}{y}",
            r"\begin{array}{@{}l*{2}{c}p{1em}@{}} a & b & c & d \\[2pt] \end{array}",
            r"\left\{ \begin{matrix} a \\ b \end{matrix} \right. \widetilde{AB} \sout{x}",
            r"\log_2 n, \quad O(n \log n), \; \theta^{*} \leftarrow \arg\max_\theta",
        ];

        for tex in common {
            assert!(render(tex, true).is_some(), "{tex}");
        }
    }
}
