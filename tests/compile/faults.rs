//! Faults in the text of an edition: a line of Markdown, and the exact line that reports it.

use crate::expect;
use crate::support::draft;

const LOOSE: &str =
    "the item holds a paragraph or a list; give each item one line, with no blank line between items";
const NO_LEAD: &str = "the list follows neither a lead-in nor a heading; mark the block above with .lead-in";
const NO_ANCHOR: &str = "the block has no anchor; end the line with one, like {#nss-demokrati-2}";

/// Each text stands on line 7 of `prove/nb.md`; the report names lines of the file.
#[track_caller]
fn check(text: &str, expected: &[(usize, &str)]) {
    let expected: Vec<String> =
        expected.iter().map(|(line, words)| format!("prove/nb.md:{line}: {words}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    expect(text, &draft(&format!("{text}\n")), &expected);
}

#[test]
fn a_good_text_has_no_fault() {
    check("Ord. {#prove-1}", &[]);
    check("# Tittel {#prove-t}\n\n## Del {#prove-d}\n\n- et punkt {#prove-d-1}", &[]);
    check("Regjeringen vil: {#prove-1 .lead-in}\n\n- gjøre mer {#prove-2}\n- gjøre mindre {#prove-3}", &[]);
    check("Ord[^a] og ord[^a]. {#prove-1}\n\n[^a]: En note. {#prove-2}", &[]);
    check("Mer {#prove-1 .link href=https://example.org page=9 lang=en}", &[]);
    check("Ord \\[\\*\\] \\<sic\\> &amp; 10 % {#prove-1}", &[]);
}

#[test]
fn attributes_are_there_and_can_be_read() {
    check("Ord.", &[(7, NO_ANCHOR)]);
    check("Ord. {.lede}", &[(7, NO_ANCHOR)]);
    let unread = |text: &str| {
        format!("cannot read the attributes `{text}`; write them like {{#anchor .kind key=value}}")
    };
    check("Ord. {#prove-1 #prove-2}", &[(7, &unread("#prove-1 #prove-2"))]);
    check("Ord. {#prove-1 lede}", &[(7, &unread("#prove-1 lede"))]);
    let begin = "the attributes do not begin with an anchor; write it first, like {#nss-demokrati-2}";
    check("Ord. {#}", &[(7, begin)]);
    check("Ord. {# .lede}", &[(7, begin)]);
    check(
        "Ord. {#prove-1 colour=red}",
        &[(
            7,
            "`colour` is no key; a block takes page, lang and href, in a translation continues and joins too",
        )],
    );
}

#[test]
fn anchors_are_names_with_the_prefix_and_unique() {
    let no_name = |anchor: &str| {
        format!("`{anchor}` is no anchor; use a-z, 0-9 and single hyphens, at most 48 characters")
    };
    for anchor in ["prove-Å", "prove-1.2", "prove--1", "prove-", "1-prove", "Prove-1"] {
        check(&format!("Ord. {{#{anchor}}}"), &[(7, &no_name(anchor))]);
    }
    let longest = format!("prove-{}", "x".repeat(42));
    check(&format!("Ord. {{#{longest}}}"), &[]);
    check(&format!("Ord. {{#{longest}x}}"), &[(7, &no_name(&format!("{longest}x")))]);
    check("Ord. {#nss-1}", &[(7, "`nss-1` lacks the document's prefix; begin it with `prove-`")]);
    check("Ord. {#prover-1}", &[(7, "`prover-1` lacks the document's prefix; begin it with `prove-`")]);
    let taken = "`prove-1` already names the block on line 7; choose another anchor";
    check("Ord. {#prove-1}\n\nOrd. {#prove-1}", &[(9, taken)]);
}

#[test]
fn kinds_are_known_and_stand_on_paragraphs() {
    for kind in ["heading", "list-item", "footnote", "paragraph", "Lede", ""] {
        let words = format!("`.{kind}` is no kind of block; data/README.md lists them");
        check(&format!("Ord. {{#prove-1 .{kind}}}"), &[(7, &words)]);
    }
    let not_here = |kind: &str| {
        format!("`.{kind}` stands on a heading, an item or a footnote; only a paragraph takes a kind")
    };
    check("## Del {#prove-1 .kicker}", &[(7, &not_here("kicker"))]);
    check("## Del {#prove-1}\n\n- punkt {#prove-2 .lede}", &[(9, &not_here("lede"))]);
    check("Ord[^1]. {#prove-1}\n\n[^1]: En note. {#prove-2 .credit}", &[(9, &not_here("credit"))]);
}

#[test]
fn keys_have_sound_values_and_stand_where_they_belong() {
    for page in ["0", "-1", "xvii", "70000", ""] {
        let words = format!("`{page}` is no page; write its printed number, like page=17");
        check(&format!("Ord. {{#prove-1 page={page}}}"), &[(7, &words)]);
    }
    for lang in ["no", "EN", "en-GB", ""] {
        let words = format!("`{lang}` is no language here; write nb, nn or en");
        check(&format!("Ord. {{#prove-1 lang={lang}}}"), &[(7, &words)]);
    }
    for href in ["http://example.org", "javascript:alert(1)", "https://", "/id1111", "https://a<b"] {
        let words = format!("`{href}` is no address; it must begin with https://");
        check(&format!("Ord. {{#prove-1 .link href=\"{href}\"}}"), &[(7, &words)]);
    }
    let not_here = "`href` does not belong on this block; see the keys in data/README.md";
    check("Ord. {#prove-1 href=https://example.org}", &[(7, not_here)]);
    check("## Del {#prove-1 href=https://example.org}", &[(7, not_here)]);
}

#[test]
fn a_block_is_one_line_with_words() {
    let empty = "the block has no words; write them or take it out";
    check("## {#prove-1}", &[(7, empty)]);
    check("## Del {#prove-1}\n\n- {#prove-2}", &[(9, empty)]);
    let lines = "the block runs over several lines; put it on one, or part blocks by a blank line";
    check("Ord {#prove-1}\nog ord {#prove-2}", &[(7, lines)]);
    check("Ord\nog ord {#prove-1}", &[(7, lines), (7, NO_ANCHOR)]);
    check("Ord\\\nog ord {#prove-1}", &[(7, lines), (7, NO_ANCHOR)]);
    let space = "two spaces, a tab or a space other than the plain one; keep one plain space";
    for gap in ["  ", "\t", "\u{a0}", "&nbsp;", "&Tab;", "\u{2009}", "\u{202f}"] {
        check(&format!("To{gap}ord. {{#prove-1}}"), &[(7, space)]);
    }
}

#[test]
fn braces_end_a_block() {
    let stray = |text: &str| {
        format!("the attributes `{{{text}}}` end no block; write them behind its words, or take them out")
    };
    check("Ord. {#prove-1}\n\n{#prove-2}", &[(9, &stray("#prove-2"))]);
    check("Ord.\n\n{#prove-1}", &[(7, NO_ANCHOR), (9, &stray("#prove-1"))]);
    check("## Del {#prove-1}\n\n--- {#prove-2}", &[(9, &stray("#prove-2"))]);
    check("## Del {#prove-1}\n\n- {#prove-2}\n  punkt {#prove-3}", &[(10, &stray("#prove-3"))]);
    check("Ord. {#prove-1}\n\n[^1]: {#prove-2}", &[(9, &stray("#prove-2"))]);
    // Where the line is refused for another reason, that is enough.
    check(
        "<div> {#prove-1}",
        &[(7, "HTML on a line of its own is not part of the format; see data/README.md for what is")],
    );
}

#[test]
fn signs_that_nobody_sees_are_named() {
    let unseen = |code: &str| format!("the sign {code} cannot be seen; take it out");
    check("Et o\u{ad}rd. {#prove-1}", &[(7, &unseen("U+00AD"))]);
    check("Et &shy;ord. {#prove-1}", &[(7, &unseen("U+00AD"))]);
    check("Et \u{200b}ord. {#prove-1}", &[(7, &unseen("U+200B"))]);
    check("Et <sic corr=\"o\u{ad}rd\">rod</sic>. {#prove-1}", &[(7, &unseen("U+00AD"))]);
    check("Et ord\u{e0020}. {#prove-1}", &[(7, &unseen("U+E0020"))]);
}

#[test]
fn markdown_beyond_the_format_is_refused() {
    let foreign = |what: &str| format!("{what} is not part of the format; see data/README.md for what is");
    let code = foreign("code (perhaps a line begins with four spaces)");
    check("Ord`kode`. {#prove-1}", &[(7, &code)]);
    check("    innrykk {#prove-1}", &[(7, &code)]);
    check("```\nkode\n```", &[(7, &code)]);
    let html = foreign("HTML on a line of its own");
    check("<div>\n</div>", &[(7, &html), (8, &html)]);
    check("<!-- skjult -->", &[(7, &html)]);
    check("> Ord. {#prove-1}", &[(7, &foreign("a quotation set off by `>`"))]);
    check("Se [mer](https://example.org). {#prove-1}", &[(7, &foreign("a link within the text"))]);
    check("Se <https://example.org>. {#prove-1}", &[(7, &foreign("a link within the text"))]);
    check("Se ![bilde](bilde.png). {#prove-1}", &[(7, &foreign("a picture"))]);
    check("Leder: {#prove-1 .lead-in}\n\n1. punkt {#prove-2}", &[(9, &foreign("a numbered list"))]);
    let link = foreign("a line `[…]: …`, which defines a link (write `\\[` if it is text),");
    check("Ord. {#prove-1}\n\n[1]: ord", &[(9, &link)]);
    check("[1]: ord {#prove-1}", &[(7, &link)]);
    check("\\[1]: ord {#prove-1}", &[]);
    let note = "Ord[^1]. {#prove-1}\n\n[^1]: ";
    check(&format!("{note}# En {{#prove-2}}"), &[(9, &foreign("a heading within a footnote"))]);
}

#[test]
fn tags_are_known_and_nest() {
    for tag in [
        "<b>",
        "<sic>",
        "<sic corr='x'>",
        "<span lang=\"fr\">",
        "<sic corr=\"x\" lang=\"en\">",
        "<br>",
        "</b>",
        "<!-- x -->",
    ] {
        let words =
            format!("`{tag}` is no tag here; use <sic corr=\"…\">…</sic> or <span lang=\"…\">…</span>");
        check(&format!("Ord{tag}. {{#prove-1}}"), &[(7, &words)]);
    }
    let open =
        |tag: &str| format!("`<{tag}>` and `</{tag}>` do not match; close each tag in the order opened");
    let same = "`corr=\"rod\"` corrects nothing; write what was meant, or take the tags out";
    check("Et <sic corr=\"rod\">rod</sic>. {#prove-1}", &[(7, same)]);
    check("Et <sic corr=\"\">rod</sic>. {#prove-1}", &[(7, &same.replace("rod", ""))]);
    let empty =
        |tag: &str| format!("`<{tag}>` holds no words; put them before `</{tag}>`, or take both tags out");
    check("Et <sic corr=\"ord\"></sic>. {#prove-1}", &[(7, &empty("sic"))]);
    check("Et<span lang=\"en\"> </span>ord. {#prove-1}", &[(7, &empty("span"))]);
    check("Et <sic corr=\"ord\">rod. {#prove-1}", &[(7, &open("sic"))]);
    check("Et ord</span>. {#prove-1}", &[(7, &open("span"))]);
    check("<sic corr=\"a\">b <span lang=\"en\">c</sic> d</span>. {#prove-1}", &[(7, &open("span"))]);
}

#[test]
fn lists_follow_what_leads_to_them() {
    check("Ord. {#prove-1}\n\n- punkt {#prove-2}", &[(9, NO_LEAD)]);
    check("- punkt {#prove-1}\n- punkt {#prove-2}", &[(7, NO_LEAD)]);
    check("## Del {#prove-1}\n\n---\n\n- punkt {#prove-2}", &[(11, NO_LEAD)]);
    let no_list = "no list follows this lead-in; take .lead-in away or add the list";
    check("Leder: {#prove-1 .lead-in}", &[(7, no_list)]);
    check("Leder: {#prove-1 .lead-in}\n\nOrd. {#prove-2}\n\n## Del {#prove-3}", &[(7, no_list)]);
    let list = "## Del {#prove-1}\n\n- punkt {#prove-2}";
    check(&format!("{list}\n\n- punkt {{#prove-3}}"), &[(9, LOOSE), (11, LOOSE)]);
    check(&format!("{list}\n\n  Ord. {{#prove-3}}"), &[(9, LOOSE), (11, LOOSE)]);
    check("## Del {#prove-1}\n\n- ## Under {#prove-2}", &[(9, LOOSE)]);
    check(&format!("{list}\n  - under {{#prove-3}}"), &[(10, LOOSE)]);
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let skipped = |from: u8, to: u8| {
        format!("the heading goes from level {from} to level {to}; go down one level at a time")
    };
    check("### Del {#prove-1}", &[(7, &skipped(1, 3))]);
    check("# Tittel {#prove-1}\n\n### Del {#prove-2}", &[(9, &skipped(1, 3))]);
    check("## Del {#prove-1}\n\n#### Del {#prove-2}", &[(9, &skipped(2, 4))]);
    check("## Del {#prove-1}\n\n---\n\n### Del {#prove-2}", &[(11, &skipped(1, 3))]);
    check("## A {#prove-1}\n\n### B {#prove-2}\n\n## C {#prove-3}", &[]);
    let deep = "a heading has five levels at most; use `#####` or fewer signs";
    check("###### Del {#prove-1}", &[(7, deep)]);
    let underlined =
        "`---` or `===` makes a heading of the line above it; leave a blank line between them, or use `##`";
    for text in
        ["Ord. {#prove-1}\n---", "Ord. {#prove-1}\n===", "#Ord. {#prove-1}\n---", "Ord.\r--- {#prove-1}"]
    {
        check(text, &[(7, underlined)]);
    }
    let title = "`#` is the title, and only the first block can be it; use `##`";
    check("# Tittel {#prove-1}\n\n# Tittel {#prove-2}", &[(9, title)]);
    check("Ord. {#prove-1}\n\n# Tittel {#prove-2}", &[(9, title)]);
    check("---", &[(7, "`---` ends a section, but none is open here; take it out")]);
    let kicker = "no heading follows this kicker; put it directly above one";
    check("Nytt {#prove-1 .kicker}\n\nOrd. {#prove-2}\n\n## Del {#prove-3}", &[(7, kicker)]);
    check("Nytt {#prove-1 .kicker}", &[(7, kicker)]);
}

#[test]
fn footnotes_have_marks_and_marks_have_footnotes() {
    let missing = |label: &str| {
        format!("there is no footnote `[^{label}]: …` for this mark; add it or take the mark out")
    };
    check("Ord[^1]. {#prove-1}", &[(7, &missing("1"))]);
    check("Ord[^1] og ord[^2]. {#prove-1}", &[(7, &missing("1")), (7, &missing("2"))]);
    check("## Del[^a b] {#prove-1}", &[(7, &missing("a b"))]);
    let unused = "no mark `[^1]` leads to this footnote; put it into the text";
    check("Ord. {#prove-1}\n\n[^1]: En note. {#prove-2}", &[(9, unused)]);
    let twice = "the footnote `1` stands here a second time; give it a mark of its own";
    let text = "Ord[^1]. {#prove-1}\n\n[^1]: En. {#prove-2}";
    check(&format!("{text}\n\n[^1]: To. {{#prove-3}}"), &[(11, twice)]);
    check(&format!("{text}\n\n    Mer. {{#prove-3}}"), &[(11, twice)]);
}
