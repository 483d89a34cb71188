//! Finds the blocks that answer a query, in every document and every language at once, and shows why.
//!
//! # What is found
//!
//! A block of the original and the blocks that translate it are one unit: who types «submarine» finds the paragraph on
//! «atomubåter», since its translation says so. The index is made when somebody first searches; it holds each word of the
//! documents once, with its stem ([`crate::text::Grammar`]), and where it stands.
//!
//! A query is taken apart: phrases in quotes, which must stand as they were typed; words with a minus before them, which
//! must not stand in the block in whatever form; small words, which are not looked for; and words. Each word is
//! expanded to the words of the documents that answer it, each with a worth ([`Why`], and the table in `worth`): the word
//! itself, its forms, its other names in the table of terms, and longer words that hold it. A word of which the documents have
//! nothing is read as another one, and answered as that one would be: with å where a or aa was typed, in the spelling of
//! bokmål where it was typed in nynorsk ([`crate::text::nynorsk`]), last with a letter or two mended. If that fails, too, but it is made of
//! two words that are there, it is looked for as those two. Words typed apart that are one word of the documents are found as that
//! one, too, and words in a row that are a term are sought together: where one stands without the others it counts less.
//!
//! # In which order
//!
//! A block gets points for each word of the query:
//!
//! > rarity × worth × (1 + often ÷ (often + 1.2 × length)) × weight of its kind
//!
//! | part | what it is | why |
//! | --- | --- | --- |
//! | rarity | BM25's idf over units, not texts | a word that few blocks have says more about what is meant |
//! | worth | of the best match in the block, 0.1 to 1 | a better reason goes before a worse one, however often the worse one stands there |
//! | often | occurrences, each by its worth as against the best | BM25's saturation (k1 = 1.2), but it can only double the points, so that five parts of compounds do not beat the word |
//! | length | 0.6 + 0.4 × words ÷ words on average | BM25's b, at 0.4: our blocks are short already, and a heading of one word is no better answer than a paragraph about it |
//! | weight | heading 1.1, lede 1.05, paragraph and item 1, lead-in, footnote and kicker 0.9, picture text and link 0.7, byline and date line 0.5, credit 0.3 | a heading opens what was looked for, a credit is about a picture |
//!
//! A word that a block has only in a long list (three items and more of at most three words each) counts 0.8 there, since what is
//! mentioned with many others is not what the block is about; another word for the one typed counts as elsewhere.
//! Of its texts the best counts, so that a word that is the same in both languages does not count twice. A block that has some of
//! the words is read under its heading: a word of that one counts, at 0.3. A block that has
//! not every word keeps the cube of the share it has, and is left out where that is about half or less: on
//! average of rarity and number, with words that are nowhere counted as the rarest, so that «pizza i Norge» does not find Norge.
//! If some block has every word, such blocks are added only to questions (small words, or four words and more).
//! Words that stand side by side as they were typed add up to a quarter, among the hundred best.

mod answer;
mod compare;
mod excerpt;
mod expand;
mod index;
mod query;
mod rank;
mod split;
mod tally;
mod terms;
mod vocabulary;
mod worth;

pub use answer::{Answer, Outcome, Shown};
pub use excerpt::{Run, excerpt};
pub use index::Index;
pub use rank::Hit;
pub use worth::Why;
