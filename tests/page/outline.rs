//! How pages hang together: ids and the links to them, headings and their levels, contents and sections.

use crate::support::html::{Element, Node, parse};
use crate::support::{REAL, SAMPLE, edition, some};
use crate::{alfa, editions, pages, parsed};
use std::collections::BTreeSet;
use strategy_reader::corpus::EditionView;
use strategy_reader::model::{Kind, Lang};
use strategy_reader::page::{self, Options, contents};

fn all_pages() -> Vec<(String, Element)> {
    [pages(&REAL), pages(&SAMPLE)].concat()
}

#[test]
fn ids_are_unique_and_every_link_within_a_page_has_its_id() {
    for (name, page) in all_pages() {
        let mut ids = BTreeSet::new();
        for id in page.all().iter().filter_map(|element| element.attribute("id")) {
            assert!(ids.insert(id), "{name} has the id {id} twice");
        }
        let links =
            page.with_tag("a").into_iter().filter_map(|link| link.attribute("href")?.strip_prefix('#'));
        let broken: Vec<&str> = links.filter(|id| !ids.contains(id)).collect();
        assert_eq!(broken, [""; 0], "{name}");
    }
}

#[test]
fn links_between_pages_lead_to_pages_that_are_written() {
    for corpus in [&*REAL, &*SAMPLE] {
        let written: BTreeSet<String> =
            pages(corpus).into_iter().map(|(name, _)| format!("{name}/")).collect();
        for (name, page) in pages(corpus) {
            for link in page.with_tag("a").iter().filter_map(|link| link.attribute("href")) {
                let (id, _) = name.split_once('/').unwrap_or_default();
                let target = match link {
                    "../../" => continue,
                    _ if link.starts_with('#') || link.starts_with("https://") => continue,
                    _ => link.strip_prefix("../").map_or(link.to_owned(), |lang| format!("{id}/{lang}")),
                };
                assert!(written.contains(&target), "{name} links to {link}");
            }
        }
    }
}

/// The levels of the headings, in order.
fn levels(element: &Element) -> Vec<u8> {
    let level = |element: &Element| {
        let digit = element.tag.strip_prefix('h')?.parse().ok()?;
        (1..=6).contains(&digit).then_some(digit)
    };
    element.all().into_iter().filter_map(level).collect()
}

#[track_caller]
fn check_levels(name: &str, levels: &[u8], first: u8) {
    assert_eq!(levels.first(), Some(&first), "{name}");
    assert_eq!(levels.iter().filter(|level| **level == first).count(), 1, "{name} has one title");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1 && pair[1] > first, "{name} goes from h{} to h{}", pair[0], pair[1]);
    }
}

#[test]
fn headings_begin_with_the_title_and_never_skip_a_level() {
    for (name, page) in all_pages() {
        check_levels(&name, &levels(&page), 1);
    }
    for view in editions() {
        // Deeper than h6 there is nothing, so a text of four levels must begin at h3 to keep them apart.
        for heading_level in 1..=3 {
            let article = parsed(view, Options { heading_level, ..Options::page(Lang::Nb) });
            check_levels(&view.document.id, &levels(&article), heading_level);
        }
    }
}

#[test]
fn headings_stop_at_the_deepest_level_there_is() {
    let check = |heading_level, expected: &[u8]| {
        let options = Options { heading_level, ..Options::page(Lang::Nb) };
        assert_eq!(levels(&parsed(alfa(Lang::Nb), options)), expected, "from {heading_level}");
    };
    check(1, &[1, 2, 3, 2, 3, 4, 5, 2]);
    check(2, &[2, 3, 4, 3, 4, 5, 6, 3]);
    check(4, &[4, 5, 6, 5, 6, 6, 6, 5]);
    check(6, &[6, 6, 6, 6, 6, 6, 6, 6]);
}

#[test]
fn sections_nest_as_they_do_in_the_text() {
    for view in editions() {
        let article = parsed(view, Options::page(Lang::Nb));
        let sections = article.with_class("sr-section");
        assert_eq!(sections.len(), view.listed_sections().count(), "{}", view.document.id);
        for (element, section) in sections.into_iter().zip(view.listed_sections()) {
            let range = view.section(section);
            let anchors = view.edition.blocks[range.start as usize..range.end as usize].iter();
            let found = element.all().into_iter().filter_map(|element| element.attribute("data-anchor"));
            let is_same: BTreeSet<&str> = found.collect();
            assert_eq!(is_same, anchors.map(|block| block.anchor.as_str()).collect());
            assert!(element.has_class(&format!("sr-depth-{}", range.level)));
        }
    }
}

#[test]
fn a_kicker_stands_in_a_group_with_its_heading() {
    for (view, groups) in [
        (alfa(Lang::Nb), 1),
        (edition(&REAL, "secpol-2017", Lang::En), 2),
        (edition(&REAL, "nss-2025", Lang::Nb), 0),
    ] {
        let article = parsed(view, Options::page(Lang::Nb));
        let found = article.with_tag("hgroup");
        assert_eq!(found.len(), groups, "{}", view.document.id);
        for group in found {
            let kinds: Vec<&str> =
                group.all().iter().filter_map(|element| element.attribute("class")).collect();
            assert!(kinds[0].contains("sr-kicker") && kinds[1].contains("sr-heading"), "{kinds:?}");
        }
    }
}

/// The contents as lines, deeper ones moved to the right.
fn outline(view: EditionView) -> String {
    fn lines(list: &Element, depth: usize, into: &mut String) {
        for child in &list.children {
            match child {
                Node::Element(element) if element.tag == "a" => {
                    let number = element.attribute("data-number").unwrap_or("-");
                    let href = element.attribute("href").unwrap_or_default();
                    *into += &format!("{}{number} {} {href}\n", "  ".repeat(depth), element.text());
                }
                Node::Element(element) => lines(element, depth + usize::from(element.tag == "ol"), into),
                Node::Text(_) => {}
            }
        }
    }
    let mut html = String::new();
    page::write(&some(contents(view), "contents").into(), &mut html);
    let mut text = String::new();
    lines(&parse(&html).with_tag("ol")[0].clone(), 0, &mut text);
    text
}

#[test]
fn contents_list_every_section_below_its_parent() {
    let expected = "\
1 Første kapittel #alfa-forste
  1.1 Del som begynner med en liste #alfa-del
2 Andre kapittel «i hermetegn» #alfa-andre
  2.1 Underdel på en kjent side #alfa-underdel
    2.1.1 Dypere #alfa-dypere
      2.1.1.1 Dypest #alfa-dypest
- Bilder #alfa-bilder
";
    assert_eq!(outline(alfa(Lang::Nb)), expected);
    assert!(contents(edition(&REAL, "secpol-2020", Lang::En)).is_none());
    for view in editions().filter(|view| view.listed_sections().count() > 0) {
        let headings =
            view.edition.blocks.iter().filter(|block| block.kind == Kind::Heading && block.level > 1);
        let expected: Vec<String> =
            headings.map(|block| format!("{} #{}", block.text.plain, block.anchor)).collect();
        let outline = outline(view);
        let found = outline.lines().map(|line| line.trim_start().split_once(' ').unwrap_or_default().1);
        assert_eq!(found.collect::<Vec<_>>(), expected, "{}", view.document.id);
    }
}
