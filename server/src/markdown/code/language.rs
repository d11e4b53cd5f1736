//! What languages look like, as far as telling their parts apart takes.

/// How code of a language is read.
#[derive(Debug)]
pub struct Language {
    /// What it is called after a fence, in small letters.
    names: &'static [&'static str],
    pub line_comments: &'static [&'static str],
    pub block_comment: Option<(&'static str, &'static str)>,
    /// What strings stand between.
    pub quotes: &'static [char],
    pub triple_quotes: bool,
    /// With a blank between each two.
    pub keywords: &'static str,
    /// Whether keywords are the same in capitals.
    pub ignores_case: bool,
    /// Whether a word with a capital is a type.
    pub has_types: bool,
}

/// A language of the family of C, before its words.
const C: Language = Language {
    names: &[],
    line_comments: &["//"],
    block_comment: Some(("/*", "*/")),
    quotes: &['"', '\''],
    triple_quotes: false,
    keywords: "",
    ignores_case: false,
    has_types: true,
};

/// One with comments after a hash, before its words.
const HASH: Language =
    Language { line_comments: &["#"], block_comment: None, has_types: false, ..C };

const LANGUAGES: [Language; 17] = [
    Language {
        names: &["python", "py", "python3"],
        triple_quotes: true,
        has_types: true,
        keywords: "False None True and as assert async await break class continue def del elif else \
            except finally for from global if import in is lambda match nonlocal not or pass raise \
            return try while with yield self",
        ..HASH
    },
    Language {
        names: &["javascript", "js", "jsx", "typescript", "ts", "tsx", "mjs"],
        quotes: &['"', '\'', '`'],
        keywords: "abstract any as async await boolean break case catch class const continue default \
            delete do else enum export extends false finally for from function if implements \
            import in instanceof interface let new null number of private public readonly return \
            static string super switch this throw true try type typeof undefined var void while \
            yield",
        ..C
    },
    Language {
        names: &["rust", "rs"],
        keywords: "as async await bool break const continue crate dyn else enum extern f32 f64 false fn \
            for i32 i64 if impl in let loop match mod move mut pub ref return self Self static str \
            struct super trait true type u8 u32 u64 unsafe use usize where while",
        ..C
    },
    Language {
        names: &["go", "golang"],
        quotes: &['"', '\'', '`'],
        keywords: "bool break byte case chan const continue default defer else error fallthrough false \
            float64 for func go goto if import int interface map nil package range return rune \
            select string struct switch true type var",
        ..C
    },
    Language {
        names: &["c", "h", "cpp", "c++", "cc", "hpp", "objectivec", "cuda", "arduino"],
        line_comments: &["//"],
        keywords: "auto bool break case catch char class const constexpr continue default delete do \
            double else enum explicit extern false float for friend goto if include define ifdef \
            ifndef endif inline int long namespace new nullptr operator override private protected \
            public return short signed sizeof static struct switch template this throw true try \
            typedef typename union unsigned using virtual void volatile while",
        ..C
    },
    Language {
        names: &["java", "kotlin", "kt", "scala", "groovy", "dart"],
        triple_quotes: true,
        keywords: "abstract boolean break byte case catch char class companion const continue data def \
            default do double else enum extends false final finally float for fun if implements \
            import in instanceof int interface is long new null object override package private \
            protected public return sealed short static super switch this throw throws trait true \
            try val var void when while with yield",
        ..C
    },
    Language {
        names: &["csharp", "cs", "c#"],
        keywords: "abstract as async await base bool break case catch char class const continue decimal \
            default delegate do double else enum event false finally float for foreach get if in \
            int interface internal is long namespace new null object out override params private \
            protected public readonly record ref return sealed set static string struct switch \
            this throw true try using var virtual void while yield",
        ..C
    },
    Language {
        names: &["swift"],
        triple_quotes: true,
        keywords: "as associatedtype break case catch class continue default defer do else enum extension \
            false for func guard if import in init inout is lazy let nil private protocol public \
            repeat return self Self static struct super switch throw throws true try typealias var \
            weak where while",
        ..C
    },
    Language {
        names: &["php"],
        line_comments: &["//", "#"],
        keywords: "abstract array as break case catch class const continue default do echo else elseif \
            extends false final finally fn for foreach function global if implements interface \
            match namespace new null private protected public require return static switch this \
            throw trait true try use var while",
        ..C
    },
    Language {
        names: &["ruby", "rb", "elixir", "ex", "crystal"],
        has_types: true,
        keywords: "alias and begin break case class def defmodule defp do else elsif end ensure false fn \
            for if in module next nil not or raise rescue return self super then true unless until \
            when while yield",
        ..HASH
    },
    Language {
        names: &[
            "bash",
            "sh",
            "shell",
            "zsh",
            "console",
            "dockerfile",
            "makefile",
            "powershell",
            "ps1",
        ],
        keywords: "alias case cd do done echo elif else esac exit export fi for function if in local \
            return set source sudo then until while FROM RUN COPY CMD ENTRYPOINT ENV WORKDIR",
        ..HASH
    },
    Language {
        names: &["yaml", "yml", "toml", "ini", "conf", "nginx", "hcl", "terraform"],
        keywords: "true false null yes no on off",
        ..HASH
    },
    Language {
        names: &["r", "julia", "jl", "perl", "pl"],
        keywords: "TRUE FALSE NULL NA begin break do else elseif end for foreach function if in library \
            local module my next repeat return struct sub true false use using while",
        ..HASH
    },
    Language {
        names: &["json", "jsonc", "json5"],
        has_types: false,
        quotes: &['"'],
        keywords: "true false null",
        ..C
    },
    Language {
        names: &["sql", "postgresql", "mysql", "sqlite", "plsql"],
        line_comments: &["--"],
        has_types: false,
        ignores_case: true,
        keywords: "add all alter and as asc begin between by case check column commit constraint create \
            cross default delete desc distinct drop else end exists foreign from full group having \
            if in index inner insert int integer into is join key left like limit not null offset \
            on or order outer over partition primary references right rollback select set table \
            text then union unique update values varchar view when where with",
        ..C
    },
    Language {
        names: &["html", "xml", "svg", "vue", "xhtml", "markup"],
        line_comments: &[],
        block_comment: Some(("<!--", "-->")),
        has_types: false,
        keywords: "a body button class div form h1 h2 h3 head href html id img input label li link main \
            meta nav ol p script section span src style table td th title tr ul",
        ..C
    },
    Language {
        names: &["css", "scss", "less", "sass"],
        line_comments: &[],
        has_types: false,
        keywords: "important media import keyframes supports layer root hover",
        ..C
    },
];

/// Languages that are not read, by what is written after a fence.
const OTHER_NAMES: &str = "asm apache assembly awk bat batch cmake cmd console cpp-header csv d dart \
    diff dockerfile dos elixir elm erl erlang ex excel f90 fortran fsharp gdscript gherkin glsl \
    gnuplot graphql groovy haskell hcl hs http ini jinja julia jl kt latex lisp clojure clj lean lua \
    makefile make markdown matlab md mermaid metal mysql nasm nginx nim nix none objc objectivec ocaml \
    octave output pascal perl pl plain plaintext plsql postgresql powershell prolog properties \
    proto protobuf ps1 pseudo pseudocode r regex rst scheme solidity sparql stata svg systemverilog tcl \
    terminal tex text toml tsql txt vb vba vbnet verilog vhdl vim vue wasm x86asm zig zsh";

/// Whether this is what a language is called, in small letters or capitals.
pub fn is_name(name: &str) -> bool {
    OTHER_NAMES.split(' ').any(|known| known.eq_ignore_ascii_case(name))
}

/// Finds a language by what is written after a fence.
pub fn find(name: &str) -> Option<&'static Language> {
    let name = name.to_ascii_lowercase();
    LANGUAGES.iter().find(|language| language.names.contains(&name.as_str()))
}
