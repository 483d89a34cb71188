//! Words stay words: nothing that stands in a document becomes a tag or an attribute of a page.

use crate::support::html::{Element, parse};
use crate::support::{DRAFT_TOML, Draft, cases, edition};
use crate::{parsed, site};
use proptest::prelude::*;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::{Lang, Library};
use strategy_reader::page::{self, Node, Options, document_page, start_page};

/// What would do harm if it were not escaped.
const HARM: &str = r#"</p><script>alert("1 & '2'")</script> &amp; &lt;"#;

/// A document in which every string that people write is harmful.
fn harmful() -> Corpus {
    let toml = DRAFT_TOML.replace("Prøvedepartementet", "\"+P+\"").replace("En prøve.", "\"+P+\"");
    let toml = toml
        .replace("\"\"+P+\"\"", &format!("'''{HARM}'''"))
        .replace("kind =", "government = '<b>\"&'\nkind =");
    let escaped: String = HARM
        .chars()
        .map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() })
        .collect();
    let text = format!(
        "+++\ntitle = '''{HARM}'''\nstatus = \"original\"\nfingerprint = \"unsealed\"\n+++\n\n\
         ## {escaped} {{#prove-1}}\n\n{escaped} <sic corr=\"<b>'&\">ord</sic> {{#prove-2}}\n\n\
         Mer {{#prove-3 .link href=https://example.org/?a=1&b='2'&lt;}}\n"
    );
    let draft = Draft::of(&[("prove/document.toml", toml.as_bytes()), ("prove/nb.md", text.as_bytes())]);
    Corpus::new(draft.seal())
}

#[track_caller]
fn check_no_harm(page: &Element) {
    for script in page.with_tag("script") {
        // Data is no script, and browsers do not run it.
        if script.attribute("type") == Some("application/ld+json") {
            assert!(!script.text().contains(['<', '>', '&']), "{script:?}");
            continue;
        }
        assert!(script.children.is_empty() && script.attribute("src").is_some(), "{script:?}");
    }
    assert_eq!(page.with_tag("b").len(), 0);
}

#[test]
fn words_of_documents_become_neither_tags_nor_attributes() {
    let corpus = harmful();
    let view = edition(&corpus, "prove", Lang::Nb);
    let html = document_page(&site(), &corpus, view);
    let page = parse(&html);
    check_no_harm(&page);
    check_no_harm(&parse(&start_page(&site(), &corpus)));
    let words = HARM;
    for tag in ["h1", "h2", "title"] {
        assert!(page.with_tag(tag)[0].text().contains(words), "{tag}: {}", page.with_tag(tag)[0].text());
    }
    let article = parsed(view, Options::page(Lang::En));
    let sic = article.with_class("sr-sic")[0];
    assert_eq!(sic.attribute("title"), Some("Printed like this in the original; “<b>'&” is meant."));
    let link = article.with_class("sr-link")[0].with_tag("a")[0];
    assert_eq!(link.attribute("href"), Some("https://example.org/?a=1&b='2'&lt;"));
    assert!(html.contains("&lt;/p&gt;&lt;script&gt;alert(\"1 &amp; "), "{html}");
}

#[test]
fn signs_are_written_so_that_a_browser_reads_them_back() {
    let check = |text: &str, value: &str, expected: &str| {
        let element = page::Element::new("p").with("title", value.to_owned()).flag("hidden").text(text);
        let mut html = String::new();
        page::write(&element.into(), &mut html);
        assert_eq!(html.trim_start(), expected);
    };
    check("a & b", "a & b", "<p title=\"a &amp; b\" hidden>a &amp; b</p>");
    check("<a>", "<a>", "<p title=\"&lt;a&gt;\" hidden>&lt;a&gt;</p>");
    check("\"a\" 'b'", "\"a\" 'b'", "<p title=\"&quot;a&quot; 'b'\" hidden>\"a\" 'b'</p>");
    check("&amp;", "&amp;", "<p title=\"&amp;amp;\" hidden>&amp;amp;</p>");
    let mut html = String::new();
    page::write(&Node::Element(page::Element::new("input").with("value", "<")), &mut html);
    assert_eq!(html, "<input value=\"&lt;\">");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_words_and_any_value_come_back_as_they_were(text in any::<String>(), value in any::<String>()) {
        let element = page::Element::new("span").with("title", value.clone()).text(text.clone());
        let mut html = String::new();
        page::write(&element.into(), &mut html);
        let parsed = parse(&html);
        prop_assert_eq!(parsed.text(), text);
        prop_assert_eq!(parsed.with_tag("span")[0].attribute("title"), Some(value.as_str()));
    }
}

#[test]
fn a_library_without_documents_has_a_start_page() {
    let page = parse(&start_page(&site(), &Corpus::new(Library::default())));
    assert_eq!((page.with_tag("h1").len(), page.with_class("sr-start-entry").len()), (1, 0));
}
