//! The words of an article are those of its blocks, in their order, and nothing is added to them.

use crate::support::html::parse;
use crate::support::html::{Element, Node};
use crate::support::{PARTED, edition, place, some};
use crate::{alfa, editions, parsed};
use strategy_reader::corpus::Ordinal;
use strategy_reader::model::{Block, Kind, Lang};
use strategy_reader::page::{Options, fragment, parallel, write};

/// What stands in an article and not in the text: the facts, the label of a footnote, the mark that leads to one.
const ADDED: [&str; 3] = ["sr-about", "sr-note-label", "sr-note-mark"];

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn an_article_has_the_words_of_its_blocks_in_order() {
    for view in editions() {
        let edition = view.edition;
        let titled = edition.sections.first().is_some_and(|section| section.level == 1);
        let mut expected = if titled { Vec::new() } else { words(&edition.title) };
        expected.extend(edition.blocks.iter().flat_map(|block| words(&block.text.plain)));
        for ui_lang in Lang::ALL {
            let article = parsed(view, Options::page(ui_lang));
            assert_eq!(words(&article.text_without(&ADDED)), expected, "{}", view.document.id);
        }
    }
}

/// The elements of an article that are blocks.
fn blocks(article: &Element) -> Vec<&Element> {
    article.all().into_iter().filter(|element| element.attribute("data-anchor").is_some()).collect()
}

#[test]
fn every_block_is_one_element_with_its_anchor_and_its_exact_words() {
    for view in editions() {
        let article = parsed(view, Options::page(view.edition.lang));
        let elements = blocks(&article);
        assert_eq!(elements.len(), view.edition.blocks.len(), "{}", view.document.id);
        for (element, block) in elements.iter().zip(&view.edition.blocks) {
            assert_eq!(element.attribute("data-anchor"), Some(block.anchor.as_str()));
            assert_eq!(element.attribute("id"), Some(block.anchor.as_str()));
            assert_eq!(element.attribute("lang"), block.lang.map(Lang::code), "{}", block.anchor);
            let text = element.text_without(&ADDED);
            // The space that parts a footnote from its label stands before its words.
            let space = if block.kind == Kind::Footnote { " " } else { "" };
            assert_eq!(text, format!("{space}{}", block.text.plain), "{}", block.anchor);
        }
    }
}

#[test]
fn a_second_reader_of_a_document_has_no_ids_and_the_same_anchors() {
    let with = parsed(alfa(Lang::Nb), Options::page(Lang::Nb));
    let without = parsed(alfa(Lang::Nb), Options { ids: false, ..Options::page(Lang::Nb) });
    let anchors = |article| {
        blocks(article)
            .iter()
            .map(|block| block.attribute("data-anchor").map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(anchors(&with), anchors(&without));
    assert!(without.all().iter().all(|element| element.attribute("id").is_none()));
}

/// The tag of a block and all that its attributes say, apart from anchor and id.
fn described(article: &Element, anchor: &str) -> String {
    let found = blocks(article).into_iter().find(|block| block.attribute("data-anchor") == Some(anchor));
    let element = some(found, anchor);
    let told = element.attributes.iter().filter(|(name, _)| name != "id" && name != "data-anchor");
    let told = told.map(|(name, value)| format!(" {name}={value}"));
    format!("{}{}", element.tag, told.collect::<String>())
}

#[test]
fn numbers_and_pages_are_attributes() {
    let article = parsed(alfa(Lang::Nb), Options::page(Lang::En));
    let check = |anchor: &str, expected: &str| assert_eq!(described(&article, anchor), expected);
    check("alfa-forste", "h2 class=sr-block sr-heading sr-level-2 data-number=1");
    check("alfa-dypest", "h5 class=sr-block sr-heading sr-level-5 data-number=2.1.1.1");
    check("alfa-bilder", "h2 class=sr-block sr-heading sr-level-2");
    check("alfa-1", "p class=sr-block sr-lede");
    check("alfa-forste-3", "li class=sr-block sr-list-item");
    check("alfa-note-1", "p class=sr-block sr-footnote");
    check("alfa-andre-1", "p class=sr-block sr-picture-text lang=en");
    // A page is told where it begins, in the language of the interface; the page of a credit is that of its picture.
    check("alfa-underdel", "h3 class=sr-block sr-heading sr-level-3 data-number=2.1 data-page=p. 5");
    check("alfa-underdel-1", "p class=sr-block sr-paragraph");
    check("alfa-underdel-2", "p class=sr-block sr-paragraph data-page=p. 6");
    check("alfa-bilder-3", "p class=sr-block sr-credit-label");
    check("alfa-bilder-4", "p class=sr-block sr-credit");
}

/// The link in the margin of a block: where it leads, what it shows and what it is called.
#[track_caller]
fn check_handle(ui_lang: Lang, anchor: &str, expected: Option<(&str, &str)>) {
    let article = parsed(alfa(Lang::Nb), Options::page(ui_lang));
    let block =
        some(blocks(&article).into_iter().find(|block| block.attribute("id") == Some(anchor)), anchor);
    let handle = block.with_class("sr-handle").first().map(|handle| {
        assert_eq!(handle.attribute("href"), Some(format!("#{anchor}").as_str()));
        assert_eq!(handle.text(), "", "the handle of {anchor} adds words to the text");
        (
            handle.attribute("data-label").unwrap_or_default(),
            handle.attribute("aria-label").unwrap_or_default(),
        )
    });
    assert_eq!(handle, expected, "{anchor}");
}

#[test]
fn what_can_be_cited_has_a_handle() {
    check_handle(Lang::Nb, "alfa-forste-1", Some(("1", "Avsnitt 1: lenke og sitering")));
    check_handle(Lang::Nn, "alfa-forste-3", Some(("2.1", "Punkt 2.1: lenkje og sitering")));
    check_handle(Lang::En, "alfa-del-2", Some((".2", "Item .2: link and citation")));
    check_handle(Lang::Nb, "alfa-andre", Some(("#", "Lenke og sitering: Andre kapittel «i hermetegn»")));
    for anchor in ["alfa-2", "alfa-note-1", "alfa-andre-1", "alfa-andre-2", "alfa-bilder-4", "alfa-3"] {
        check_handle(Lang::Nb, anchor, None);
    }
    // The number in the margin is the one that citations give.
    for view in editions() {
        let article = parsed(view, Options::page(Lang::Nb));
        for (element, block) in blocks(&article).iter().zip(&view.edition.blocks) {
            let handle =
                element.with_class("sr-handle").first().and_then(|handle| handle.attribute("data-label"));
            let counted = view.ordinal(place(view, &block.anchor)).map(Ordinal::label);
            let expected = counted.or_else(|| (block.kind == Kind::Heading).then(|| "#".to_owned()));
            assert_eq!(handle.map(str::to_owned), expected, "{}", block.anchor);
        }
    }
}

#[test]
fn marks_become_elements_around_their_words() {
    let check = |lang: Lang, anchor: &str, expected: &str| {
        let html = fragment(alfa(lang));
        let line = html.lines().find(|line| line.contains(&format!("id=\"{anchor}\"")));
        let line = some(line, anchor);
        assert!(line.contains(expected), "{line}");
    };
    check(
        Lang::Nb,
        "alfa-forste-1",
        ">Et avsnitt med <strong>fet skrift og <em>kursiv</em> i den</strong>, en ",
    );
    let sic = "<span class=\"sr-sic\" title=\"Står slik i originalen; ment er «trykkfeil».\">trykfeil</span>";
    check(Lang::Nb, "alfa-forste-1", sic);
    check(Lang::Nb, "alfa-forste-1", "<span lang=\"en\">words in <strong>English</strong></span>.<a ");
    let mark = "<a class=\"sr-note-mark\" role=\"doc-noteref\" href=\"#alfa-note-1\" aria-label=\"Fotnote 1\">1</a>.";
    check(Lang::Nb, "alfa-forste-3", mark);
    check(Lang::En, "alfa-forste-3", "aria-label=\"Footnote 1\">1</a>.");
    check(Lang::Nb, "alfa-note-1", "<span class=\"sr-note-label\">1</span> En note med <em>kursiv</em>.</p>");
    check(Lang::Nb, "alfa-3", "><a href=\"https://example.org/?a=1&amp;b=2\">Les mer</a></p>");
}

#[test]
fn lists_have_all_their_items_and_nothing_else() {
    for view in editions() {
        let article = parsed(view, Options::page(Lang::Nb));
        let is_item = |block: &Block| block.kind == Kind::ListItem;
        let runs = view.edition.blocks.chunk_by(|before, after| is_item(before) && is_item(after));
        let expected: Vec<usize> = runs.filter(|run| is_item(&run[0])).map(<[Block]>::len).collect();
        let lists = article.with_class("sr-list");
        let found: Vec<usize> = lists.iter().map(|list| list.with_class("sr-list-item").len()).collect();
        assert_eq!(found, expected, "{}", view.document.id);
        for list in lists {
            let children: usize =
                list.children.iter().filter(|child| matches!(child, Node::Element(_))).count();
            let known = list.with_class("sr-list-item").len() + list.with_class("sr-gap").len();
            assert_eq!((children, list.with_tag("li").len()), (known, known), "{}", view.document.id);
        }
    }
}

#[test]
fn side_by_side_every_block_has_its_words_in_both_languages() {
    for view in editions() {
        let Some(beside) = view
            .beside()
            .filter(|beside| beside.edition.departures.is_empty() && view.edition.departures.is_empty())
        else {
            continue;
        };
        let mut html = String::new();
        write(&parallel(view, beside, Options::page(Lang::En)).into(), &mut html);
        let article = parse(&html);
        let elements = blocks(&article);
        assert_eq!(elements.len(), view.edition.blocks.len(), "{}", view.document.id);
        for (element, block) in elements.iter().zip(&view.edition.blocks) {
            let sides =
                element.all().into_iter().filter(|element| element.attribute("class") == Some("sr-side"));
            let sides: Vec<(Option<&str>, String)> = sides
                .map(|side| (side.attribute("lang"), side.text_without(&ADDED).trim().to_owned()))
                .collect();
            let other = some(beside.block_at(&block.anchor), &block.anchor);
            let expected = [(view, block), (beside, beside.block(other))].map(|(view, block)| {
                (Some(block.lang.unwrap_or(view.edition.lang).code()), block.text.plain.clone())
            });
            assert_eq!(sides, expected, "{}", block.anchor);
        }
    }
}

/// A block on each side, the words of the original's blocks that the translation joins or splits, and what one lacks.
#[test]
fn side_by_side_splits_joins_and_gaps_are_told() {
    let told = |lang| {
        let view = edition(&PARTED, "gamma-2022", lang);
        let mut html = String::new();
        let beside = some(view.beside(), "edition beside it");
        write(&parallel(view, beside, Options::page(Lang::En)).into(), &mut html);
        let article = parse(&html);
        let rows =
            article.with_class("sr-block").into_iter().filter(|row| !row.with_class("sr-side").is_empty());
        let rows = rows.map(|row| {
            let sides = row.with_class("sr-side").into_iter().map(|side| match side.attribute("data-gap") {
                Some(reason) => format!("[{reason}]"),
                None => side.text_without(&ADDED),
            });
            format!("{}: {}", row.tag, sides.collect::<Vec<_>>().join(" | "))
        });
        rows.collect::<Vec<_>>()
    };
    let nb = told(Lang::Nb);
    for row in [
        "p: Dette avsnittet er langt. I oversettelsen er det delt. Regjeringen skal dele det. | This paragraph is long. \
         In the translation it is split. The Government will split it.",
        "p: Det første av to. | The first of two. The second of two. The Government must join them.",
        "p: Det andre av to. Regjeringen må samle dem. | [Stands with the paragraph above]",
        "li: utelatt | [Left out of this edition: The item concerns Norwegian readers only.]",
        "p: Regjeringen bør oversette dette. | [Left out of this edition: The part has been shortened.]",
        "div: [Not in the original: Explains what is Norwegian.] | An explanation for readers abroad.",
    ] {
        assert!(nb.iter().any(|told| told == row), "`{row}` is not among {nb:#?}");
    }
    let en = told(Lang::En);
    for row in [
        "p: This paragraph is long. | Dette avsnittet er langt. I oversettelsen er det delt. Regjeringen skal dele det.",
        "p: In the translation it is split. The Government will split it. | [Stands with the paragraph above]",
        "p: The first of two. The second of two. The Government must join them. | Det første av to. Det andre av to. \
         Regjeringen må samle dem.",
        "li: [Left out of this edition: The item concerns Norwegian readers only.] | utelatt",
        "p: An explanation for readers abroad. | [Not in the original: Explains what is Norwegian.]",
    ] {
        assert!(en.iter().any(|told| told == row), "`{row}` is not among {en:#?}");
    }
    assert_eq!((nb.len(), en.len()), (16, 16));
}

#[test]
fn what_an_edition_lacks_is_told_without_words() {
    let view = edition(&PARTED, "gamma-2022", Lang::En);
    let gaps = |options| {
        let article = parsed(view, options);
        let gaps = article.with_class("sr-gap").into_iter().map(|gap| {
            assert_eq!((gap.text_without(&[]).as_str(), gap.attribute("lang")), ("", Some("nb")));
            let words = some(gap.attribute("data-gap"), "reason");
            format!("{} {}: {words}", gap.tag, gap.attribute("id").unwrap_or_default())
        });
        gaps.collect::<Vec<_>>()
    };
    let expected = [
        "li gamma-utelatt-3: Utelatt i denne utgaven: Punktet gjelder bare norske lesere.",
        "div gamma-original: Utelatt i denne utgaven: Delen er kortet ned.",
        "div gamma-original-1: Utelatt i denne utgaven: Delen er kortet ned.",
        "div : Ikke i originalen: Forklarer det norske.",
    ];
    assert_eq!(gaps(Options::page(Lang::Nb)), expected);
    let second = gaps(Options { ids: false, ..Options::page(Lang::Nb) });
    assert_eq!(second[0], "li : Utelatt i denne utgaven: Punktet gjelder bare norske lesere.");
}

#[test]
fn every_anchor_of_the_original_is_a_place_in_a_translation() {
    for view in editions() {
        let article = parsed(view, Options::page(Lang::Nb));
        let has =
            |anchor: &str| article.all().iter().filter(|one| one.attribute("id") == Some(anchor)).count();
        for block in &view.document.original().blocks {
            assert_eq!(has(&block.anchor), 1, "{} in {}", block.anchor, view.edition.lang.code());
        }
    }
    // A block that is joined is in the one that has its words.
    let article = parsed(edition(&PARTED, "gamma-2022", Lang::En), Options::page(Lang::Nb));
    let joined = blocks(&article).into_iter().filter(|block| !block.with_tag("span").is_empty());
    assert_eq!(
        joined.map(|block| block.attribute("data-anchor")).collect::<Vec<_>>(),
        [Some("gamma-delt-2")]
    );
}
