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
//! expanded to the words of the documents that answer it, each with a worth ([`Why`], and the table in `expand`): the word
//! itself, its forms, its other names in the table of terms, longer words that hold it, and only if there are none of
//! those, words that differ by a letter or two. A word that is nowhere, but is made of two that are, is looked for as those
//! two; words typed apart that are one word of the documents are found as that one, too.
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
//! Of its texts the best counts, so that a word that is the same in both languages does not count twice. A block that has
//! not every word keeps the square of the share it has, and is left out where that is about half or less: on
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
mod terms;
mod vocabulary;

pub use answer::{Answer, Outcome, Shown};
pub use excerpt::{Run, excerpt};
pub use expand::Why;
pub use index::Index;
pub use rank::Hit;
