//! Whatever is written into an edition, the compiler answers, and what it accepts has every word it was given.

use crate::support::{Draft, cases, draft};
use proptest::collection::vec;
use proptest::prelude::*;

/// Signs that mean something to the format, and some that do not.
fn sign() -> impl Strategy<Value = String> {
    let signs = [
        "{#prove-1}",
        "{#",
        "}",
        "{#prove-2 .lede}",
        ".kicker",
        "page=",
        "+++",
        "---",
        "***",
        "\n",
        "\n\n",
        "\n\n\n",
        "    ",
        "\t",
        " ",
        "# ",
        "## ",
        "###### ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "**",
        "*",
        "_",
        "`",
        "```",
        "~~~",
        "[^1]",
        "[^1]: ",
        "[^",
        "]",
        "[a]: b",
        "[a](b)",
        "![",
        "<",
        ">",
        "<sic corr=\"a\">",
        "</sic>",
        "<span lang=\"en\">",
        "</span>",
        "<!--",
        "-->",
        "<div>",
        "&amp;",
        "&#0;",
        "&",
        "\\",
        "|",
        "~",
        "\r",
        "\u{0}",
        "\u{feff}",
        "\u{ad}",
        "\u{301}",
        "\u{200f}",
        "å",
        "𝕬",
        "ord",
        "Ord.",
        "=",
        "===",
        "title = \"x\"",
    ];
    prop_oneof![4 => proptest::sample::select(signs.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

/// A word of letters, digits and punctuation of all sorts. A caret after a bracket is the mark of a footnote.
fn word() -> impl Strategy<Value = String> {
    "[\\p{L}\\p{N}\\p{P}\\p{S}]{1,10}".prop_filter("a mark of a footnote", |word| !word.contains("[^"))
}

fn words() -> impl Strategy<Value = String> {
    vec(word(), 1..8).prop_map(|words| words.join(" "))
}

/// Signs of Markdown with a backslash before each.
fn escaped(words: &str) -> String {
    let sign = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    words.chars().map(sign).collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_makes_the_compiler_panic(signs in vec(sign(), 0..40), whole in any::<bool>()) {
        let text = signs.concat();
        let draft = if whole { Draft::of(&[("prove/nb.md", text.as_bytes())]) } else { draft(&text) };
        let _ = draft.compile();
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_word_comes_through(
        lede in words(),
        parts in vec((words(), words(), vec(words(), 1..4), words()), 1..4),
    ) {
        let mut text = format!("{} {{#prove-l .lede}}\n", escaped(&lede));
        let mut expected = vec![lede];
        for (part, (heading, lead, items, last)) in parts.into_iter().enumerate() {
            text += &format!("\n## {} {{#prove-{part}-h}}\n", escaped(&heading));
            text += &format!("\n**{}** {} {{#prove-{part}-l .lead-in}}\n\n", "fet", escaped(&lead));
            expected.extend([heading, format!("fet {lead}")]);
            for (item, words) in items.into_iter().enumerate() {
                text += &format!("- {} {{#prove-{part}-{item}}}\n", escaped(&words));
                expected.push(words);
            }
            text += &format!("\n{} {{#prove-{part}-p}}\n", escaped(&last));
            expected.push(last);
        }
        let draft = draft(&text);
        prop_assert_eq!(draft.report().join("\n"), "", "{}", text);
        let library = draft.seal();
        let blocks = &library.documents[0].original().blocks;
        let found: Vec<&str> = blocks.iter().map(|block| block.text.plain.as_str()).collect();
        prop_assert_eq!(found, expected);
    }
}
