//! Every phrase of the interface, in structs with a value for each language: a missing phrase does not compile.

mod en;
mod file;
mod nb;
mod nn;

pub use file::{FilePhrases, file_phrases};

use crate::model::Lang;

/// The phrases of the frame and of the text, which every visit needs.
pub fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::Nb => &nb::PHRASES,
        Lang::Nn => &nn::PHRASES,
        Lang::En => &en::PHRASES,
    }
}

/// Those of what is found and listed. They are apart so that a first visit does without them, as are those of citing.
pub fn finding(lang: Lang) -> &'static Finding {
    match lang {
        Lang::Nb => &nb::FINDING,
        Lang::Nn => &nn::FINDING,
        Lang::En => &en::FINDING,
    }
}

pub fn citing(lang: Lang) -> &'static Citing {
    match lang {
        Lang::Nb => &nb::CITING,
        Lang::Nn => &nn::CITING,
        Lang::En => &en::CITING,
    }
}

type One = fn(&str) -> String;

pub struct Phrases {
    // The documents and their facts
    pub all_documents: &'static str,
    pub start_title: &'static str,
    pub start_sentence: &'static str,
    pub historical: &'static str,
    pub government: One,
    pub undated: &'static str,
    pub circa: One,
    pub months: [&'static str; 12],
    pub date_form: fn(u8, &str, u16) -> String,
    pub minutes: fn(usize) -> String,
    pub official_source: &'static str,
    /// Takes the language code of the edition.
    pub official_edition: fn(&str) -> &'static str,
    pub official_translation: &'static str,
    /// Takes the method of the translation.
    pub unofficial_translation: One,
    /// `Les på bokmål`, said in the language that it offers.
    pub read_here: &'static str,
    /// What an edition is, behind the name of its language: `bokmål: originalen`.
    pub original: &'static str,
    pub official: &'static str,
    pub unofficial: &'static str,
    /// Takes the name of a language.
    pub also_in: One,
    /// Takes the names of two languages, shown side by side.
    pub both_languages: fn(&str, &str) -> String,
    pub languages: [&'static str; 3],

    // Places in the text
    pub contents: &'static str,
    pub page_short: &'static str,
    pub paragraph_short: One,
    pub footnote: One,
    pub sic: One,
    pub paragraph_number: One,
    pub item_number: One,
    pub section_link: One,
    /// Each takes the reason.
    pub left_out: One,
    pub added: One,
    pub with_above: &'static str,

    // The frame
    pub document: &'static str,
    pub choose_document: &'static str,
    pub text_language: &'static str,
    pub interface_language: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub section_steps: &'static str,
    pub close: &'static str,
    /// While a list is fetched when it is first opened, and where that fails.
    pub fetching: &'static str,
    pub not_fetched: &'static str,
    pub try_again: &'static str,
    pub open_contents: &'static str,

    // Settings
    pub settings: &'static str,
    pub text_size: &'static str,
    pub sizes: [&'static str; 4],
    pub line_length: &'static str,
    pub measures: [&'static str; 3],
    pub spacing: &'static str,
    pub spacings: [&'static str; 3],
    pub colours: &'static str,
    pub schemes: [&'static str; 4],
    pub remember: &'static str,
    pub remembered: &'static str,
    pub not_remembered: &'static str,
    pub reset: &'static str,

    // The names of rooms
    pub search: &'static str,
    pub hits: &'static str,
    pub filters: &'static str,
    pub commitments: &'static str,
    pub themes: &'static str,
    pub terms: &'static str,
    pub cite: &'static str,
    /// With the keys that do it.
    pub cite_from_contents: &'static str,

    // Words that were selected
    pub selected_words: &'static str,
    pub cite_words: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,

    // Faults
    pub refused: &'static str,
    pub broken_link: One,
    pub words_moved: One,
}

/// What only those see who search, narrow down, or open a list or the explanations.
pub struct Finding {
    // Explanations
    pub terms_here: &'static str,
    pub terms_elsewhere: &'static str,
    pub terms_editorial: &'static str,
    pub find_term: &'static str,

    // Search
    pub hit_count: fn(usize, usize) -> String,
    pub no_hits: One,
    pub no_hits_help: &'static str,
    /// Takes the word that was found instead, and the one that was typed.
    pub hits_for: fn(&str, &str) -> String,
    /// Takes words of a passage that mean what was typed.
    pub hit_for: One,
    /// Takes a query that would find something.
    pub search_for: One,
    pub more_hits: fn(usize) -> String,

    // Narrowing down
    /// In the order of `Facet::ALL`.
    pub facets: [&'static str; 10],
    /// In the order of `NameSort::ALL`.
    pub name_sorts: [&'static str; 4],
    /// Into what is gathered for citing.
    pub gather_all: &'static str,
    pub passages: fn(usize) -> String,
    pub without_choice: One,
    pub chosen: &'static str,
    pub clear_choices: &'static str,
    pub nothing_left: &'static str,
    pub would_give: fn(&str, usize) -> String,
    pub alone_gives: fn(&str, usize) -> String,
    pub all_would_give: fn(usize) -> String,

    // Commitments
    pub commitments_about: &'static str,
    pub commitment_count: fn(usize) -> String,
    pub strengths: [&'static str; 3],
    /// Whom a commitment binds.
    pub bound: [&'static str; 3],
    pub not_named: &'static str,
    pub no_theme: &'static str,
    /// What is known of a commitment, as the columns of a table to take along.
    pub commitment_fields: [&'static str; 14],
    /// The name of a file, without its ending.
    pub commitments_file: &'static str,
    pub commitment_columns: [&'static str; 6],
    pub group_by: &'static str,
    /// By document, by actor, by theme.
    pub groupings: [&'static str; 3],
    pub take_along: &'static str,
    pub show_all: fn(usize) -> String,

    // Themes through time
    pub themes_about: &'static str,
    pub themes_shown: &'static str,
    pub as_picture_or_table: [&'static str; 2],
    pub percent: fn(u32) -> String,
    /// Between a number of passages and their share.
    pub passages_and: fn(usize) -> &'static str,
    pub of_the_text: &'static str,
}

/// What only those see who cite.
pub struct Citing {
    // Places
    pub pages_short: &'static str,
    pub paragraphs_short: One,
    pub item_short: One,
    pub items_short: One,
    pub footnote_short: One,

    // References
    pub style: &'static str,
    /// In the order of `Style::ALL`.
    pub styles: [&'static str; 9],
    pub reference_language: &'static str,
    pub with_words: &'static str,
    /// Quotation, entry, in brackets, in the sentence, note, later note.
    pub citation_forms: [&'static str; 6],
    /// What a style cannot express.
    pub no_locator: &'static str,
    pub copy: &'static str,
    pub copy_refused: &'static str,
    pub reference: &'static str,
    pub read_on: One,
    pub unofficial_in_reference: fn(&str) -> &'static str,

    // Words that were selected
    pub mark_misprints: &'static str,
    /// Takes the name of a language.
    pub style_not_in: One,

    // References for other programs
    pub other_programs: &'static str,
    pub format: &'static str,
    /// What is no program's name: plain text.
    pub plain_text: &'static str,
    pub download: &'static str,
    pub references_file: &'static str,

    // What was gathered
    /// This place, what was gathered, whether a quotation is one.
    pub citing_ways: [&'static str; 3],
    pub citing_way: &'static str,
    pub gather: &'static str,
    pub let_go: &'static str,
    pub basket_empty: &'static str,
    pub basket_kept: &'static str,
    pub empty_basket: &'static str,
    pub reference_list: &'static str,
    pub whole_document: &'static str,

    // Whether a quotation is one
    pub paste_quotation: &'static str,
    pub check_about: &'static str,
    /// In the order of `Verdict`.
    pub verdicts: [&'static str; 6],
    /// What is struck out and what is underlined, for whoever only hears it.
    pub differences: [&'static str; 2],
    pub differences_about: &'static str,
    pub in_translation: &'static str,
    pub in_several_places: fn(usize) -> String,
}

impl Phrases {
    /// `8. mai 2025`; the month is counted from 1.
    pub fn date(&self, year: u16, month: u8, day: u8) -> String {
        (self.date_form)(day, self.month(month), year)
    }

    /// `mai`; counted from 1.
    pub fn month(&self, month: u8) -> &'static str {
        self.months.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
    }

    pub fn language_name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.languages[0],
            Lang::Nn => self.languages[1],
            Lang::En => self.languages[2],
        }
    }
}
