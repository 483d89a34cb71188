//! What editors say of the sentences of the real documents, and the tables that say it of the same sentences elsewhere.

use anyhow::Result;
use std::fs;
use std::path::Path;
use strategy_reader::compile;
use strategy_reader::model::{Block, Commitment, Document, Edition, Kind, Lang, Library, Statement};

/// A sentence in both languages, with what is said of it. Themes and actors go by their ids.
pub struct Sentence {
    words: [String; 2],
    /// In which of them it was written.
    lang: Lang,
    themes: Vec<String>,
    addressed: Vec<String>,
    kind: Option<Statement>,
    /// Strength, whom it binds, who is to act, by which words, and whom it asks to act besides.
    commitment: Option<[String; 5]>,
}

impl Sentence {
    pub fn words_in(&self, lang: Lang) -> &str {
        &self.words[usize::from(lang == Lang::En)]
    }
}

/// The sentences of running text that mean the same in Markdown and that both languages have one by one.
pub fn sentences(library: &Library) -> Vec<Sentence> {
    let mut found = Vec::new();
    for document in &library.documents {
        let said = Said::new(library, document);
        let original = document.original();
        let Some(other) = document.editions.iter().find(|other| other.lang != original.lang) else {
            continue;
        };
        for (place, block) in original.blocks.iter().enumerate() {
            let there = other.blocks.iter().find(|there| there.anchor == block.anchor);
            let Some(there) = there.filter(|there| is_plain(block) && is_plain(there)) else { continue };
            let texts = [block, there].map(|block| parts(&block.text.plain));
            if texts[0].len() != texts[1].len() {
                continue;
            }
            for (number, (own, other)) in texts[0].iter().zip(&texts[1]).enumerate() {
                let both = [own, other].map(|words| (*words).to_owned());
                if both.iter().all(|words| is_whole(words)) {
                    let [own, other] = both;
                    let words = if original.lang == Lang::Nb { [own, other] } else { [other, own] };
                    found.push(said.sentence(words, place, number));
                }
            }
        }
    }
    found
}

fn is_plain(block: &Block) -> bool {
    block.kind == Kind::Paragraph && block.text.marks.is_empty()
}

fn is_whole(words: &str) -> bool {
    words.starts_with(char::is_alphabetic)
        && words.ends_with('.')
        && !words.contains(['\\', '*', '_', '[', '<', '&', '#'])
}

fn parts(text: &str) -> Vec<&str> {
    compile::sentences(text).into_iter().map(|range| &text[range]).collect()
}

/// What is said of a document that is built like another.
pub struct Said<'a> {
    library: &'a Library,
    model: &'a Document,
    blocks: String,
    sentences: String,
}

impl<'a> Said<'a> {
    pub fn new(library: &'a Library, model: &'a Document) -> Self {
        let blocks = "anchor\ttheme\talso\taddressed\tnames\n".to_owned();
        let sentences =
            "anchor\tn\tkind\tstrength\tbinds\tactor\tnamed\tasks\tthemes\tid\ttranslated\twords\n"
                .to_owned();
        Said { library, model, blocks, sentences }
    }

    /// What is said of a sentence of the model, which stands in the block at this place.
    fn sentence(&self, words: [String; 2], place: usize, number: usize) -> Sentence {
        let vocabulary = &self.library.vocabulary;
        let ids = |entries: &[strategy_reader::model::Entry], places: &[u16]| -> Vec<String> {
            places
                .iter()
                .filter_map(|place| entries.get(usize::from(*place)))
                .map(|entry| entry.id.clone())
                .collect()
        };
        let tags = &self.model.tags[place];
        let commitment = self.commitment(place, number);
        let own = commitment.map(|one| &one.themes).filter(|themes| !themes.is_empty());
        Sentence {
            words,
            lang: self.model.original().lang,
            themes: ids(&vocabulary.themes, own.unwrap_or(&tags.themes)),
            addressed: ids(&vocabulary.actors, &tags.addressed),
            kind: tags.statements.get(number).copied().flatten(),
            commitment: commitment.map(|one| {
                [
                    one.strength.word().to_owned(),
                    one.binds.word().to_owned(),
                    listed(&ids(&vocabulary.actors, one.actor.as_slice())),
                    one.named.clone(),
                    listed(&ids(&vocabulary.actors, &one.asks)),
                ]
            }),
        }
    }

    fn commitment(&self, place: usize, number: usize) -> Option<&'a Commitment> {
        let text = &self.model.original().blocks[place].text.plain;
        let start = compile::sentences(text).get(number)?.start;
        let mut commitments = self.model.commitments.iter();
        commitments.find(|one| one.block as usize == place && one.words[0].start as usize == start)
    }

    /// Says of the block at this place what is said of the sentences that were chosen for it, or of its own.
    pub fn add(&mut self, place: usize, chosen: Option<&[&Sentence]>) {
        let model = self.model;
        let block = &model.original().blocks[place];
        if matches!(block.kind, Kind::Credit | Kind::CreditLabel | Kind::Link) {
            return;
        }
        let own: Vec<Sentence>;
        let kept: Vec<&Sentence>;
        let sentences = match chosen {
            Some(chosen) => chosen,
            None => {
                let texts = parts(&block.text.plain).into_iter().enumerate();
                own =
                    texts.map(|(n, words)| self.sentence([words; 2].map(str::to_owned), place, n)).collect();
                kept = own.iter().collect();
                &kept
            }
        };
        let (mut themes, mut addressed) = (Vec::new(), Vec::new());
        for sentence in sentences {
            add_new(&mut themes, &sentence.themes);
            add_new(&mut addressed, &sentence.addressed);
        }
        let (theme, also) = themes.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
        let theme = theme.map_or("-", String::as_str);
        let (also, addressed) = (listed(also), listed(&addressed));
        self.blocks += &format!("{}\t{theme}\t{also}\t{addressed}\t-\n", block.anchor);
        // Kept as they are, the editions may part their sentences differently.
        let agree = model.editions.iter().all(|edition| count(edition, &block.anchor) == sentences.len());
        let mut commitments = 0;
        for (number, sentence) in sentences.iter().enumerate() {
            let words = sentence.words_in(model.original().lang);
            let n = number + 1;
            let row = match &sentence.commitment {
                Some([strength, binds, actor, named, asks]) if chosen.is_some() || agree => {
                    commitments += 1;
                    let is_named = sentence.lang == model.original().lang
                        && !named.is_empty()
                        && (chosen.is_none() || words.contains(named));
                    let named = if is_named { named } else { "-" };
                    let themes =
                        if sentence.themes == themes { "-".to_owned() } else { listed(&sentence.themes) };
                    let id = format!("{}-f{commitments}", block.anchor);
                    format!("commitment\t{strength}\t{binds}\t{actor}\t{named}\t{asks}\t{themes}\t{id}")
                }
                commitment => {
                    let kind = sentence.kind.filter(|_| commitment.is_none()).map_or("-", Statement::word);
                    format!("{kind}{}", "\t-".repeat(7))
                }
            };
            self.sentences += &format!("{}\t{n}\t{row}\t-\t{words}\n", block.anchor);
        }
    }

    /// Writes the tables, with another word before the anchors.
    pub fn write(&self, folder: &Path, old: &str, own: &str) -> Result<()> {
        for (name, table) in [("tags.tsv", &self.blocks), ("sentences.tsv", &self.sentences)] {
            let ids = [("\n", format!("\n{own}-")), ("\t", format!("\t{own}-"))];
            let mut table = table.clone();
            for (before, after) in ids {
                table = table.replace(&format!("{before}{old}-"), &after);
            }
            fs::write(folder.join(name), table)?;
        }
        Ok(())
    }
}

fn add_new(list: &mut Vec<String>, more: &[String]) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

fn count(edition: &Edition, anchor: &str) -> usize {
    let block = edition.blocks.iter().find(|block| block.anchor == anchor);
    block.map_or(0, |block| compile::sentences(&block.text.plain).len())
}

/// Ids as they stand in a table.
fn listed(ids: &[String]) -> String {
    if ids.is_empty() { "-".to_owned() } else { ids.join(" ") }
}
