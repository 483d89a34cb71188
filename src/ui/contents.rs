//! The contents of the open document, with the place that is in sight. Chapters unfold where one reads, and where one
//! unfolds them.

use super::context::Context;
use super::parts::{Symbol, TreeItem, el, tree};
use crate::corpus::EditionView;
use crate::state::Action;
use yew::prelude::*;

/// What the person folded or unfolded by hand: section and whether it is unfolded.
type ByHand = Vec<(usize, bool)>;

#[component]
pub fn Contents(context: &Context) -> Html {
    let by_hand = use_state(ByHand::new);
    let document = context.view.document.clone();
    use_effect_with(document, {
        let by_hand = by_hand.setter();
        move |_| by_hand.set(ByHand::new())
    });
    let Some(edition) = context.edition() else { return Html::default() };
    let trail = context.here.map(|here| edition.trail(here)).unwrap_or_default();
    let mut list = List { context, edition, trail, by_hand, items: Vec::new() };
    list.add(None, 1);
    if list.items.is_empty() {
        return Html::default();
    }
    let name = context.phrases().contents;
    el("nav", "sr-contents")
        .with_made("aria-label", context.landmark(name))
        .child(el("h2", "sr-contents-name").text(name).html())
        .child(tree(name, edition.edition.lang, list.items))
        .html()
}

struct List<'a> {
    context: &'a Context,
    edition: EditionView<'a>,
    trail: Vec<usize>,
    by_hand: UseStateHandle<ByHand>,
    items: Vec<TreeItem>,
}

impl List<'_> {
    fn add(&mut self, parent: Option<usize>, level: usize) {
        let sections: Vec<usize> = self.edition.children(parent).collect();
        for (index, section) in sections.iter().enumerate() {
            let parent = self.edition.children(Some(*section)).next().is_some();
            let expanded = parent.then(|| self.is_expanded(*section));
            let item = self.item(*section, level, (index + 1, sections.len()), expanded);
            self.items.push(item);
            if expanded == Some(true) {
                self.add(Some(*section), level + 1);
            }
        }
    }

    fn is_expanded(&self, section: usize) -> bool {
        let by_hand = self.by_hand.iter().find(|(other, _)| *other == section);
        by_hand.map_or(self.trail.contains(&section), |(_, unfolded)| *unfolded)
    }

    fn item(&self, section: usize, level: usize, place: (usize, usize), expanded: Option<bool>) -> TreeItem {
        let heading = self.edition.heading(section);
        let by_hand = self.by_hand.clone();
        let toggle = Callback::from(move |_| {
            let mut changed: ByHand =
                by_hand.iter().copied().filter(|(other, _)| *other != section).collect();
            changed.push((section, expanded != Some(true)));
            by_hand.set(changed);
        });
        let phrases = self.context.phrases();
        let cite = self.context.on(Action::Cite(heading.anchor.clone()));
        TreeItem {
            key: heading.anchor.clone(),
            href: format!("#{}", heading.anchor),
            words: vec![
                el("span", "sr-tree-number").text(self.edition.number(section)).html(),
                el("span", "").text(&heading.text.plain).html(),
            ],
            level,
            place,
            expanded,
            current: self.trail.last() == Some(&section),
            open: self.context.on_link(Action::GoTo(heading.anchor.clone())),
            toggle,
            beside: (Symbol::Quote, phrases.cite_from_contents, cite),
        }
    }
}
