//! `mends.tsv`: the list of repairs between an extracted text and its edition, read, written and applied. Native only.
//! `data/README.md` has the format.

use std::fmt;
use std::ops::Range;

const HEADER: &str = "line\tclass\tbefore\tafter\tnote";

/// The sorts of repairs.
pub const CLASSES: [&str; 8] =
    ["line-end", "false-space", "lost-space", "ligature", "footnote-mark", "unseen", "noise", "moved"];

/// One repair: some words of a line become others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The line of the source in which `before` begins, counted from 1.
    pub line: usize,
    /// One of [`CLASSES`].
    pub class: String,
    /// The exact words of the source, unique in their line.
    pub before: String,
    /// What they become; for `moved`, `above N`.
    pub after: String,
    pub note: String,
}

/// What is wrong with a list, with the line of the list where one is to blame.
#[derive(Debug, PartialEq, Eq)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

fn refuse<T>(what: impl Into<String>) -> Result<T, Error> {
    Err(Error(what.into()))
}

pub fn read(list: &str) -> Result<Vec<Mend>, Error> {
    let mut lines = list.lines();
    if lines.next() != Some(HEADER) {
        return refuse("mends.tsv:1: the header must be the five column names, parted by tabs");
    }
    let rows = lines.enumerate().filter(|(_, row)| !row.is_empty());
    rows.map(|(index, row)| {
        read_row(row).map_err(|Error(what)| Error(format!("mends.tsv:{}: {what}", index + 2)))
    })
    .collect()
}

fn read_row(row: &str) -> Result<Mend, Error> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [line, class, before, after, note] = columns[..] else {
        return refuse(format!("a mend has five columns, this line has {}", columns.len()));
    };
    let Ok(line) = line.parse() else { return refuse(format!("`{line}` is no line number")) };
    if !CLASSES.contains(&class) {
        return refuse(format!("`{class}` is no class; there are {}", CLASSES.join(", ")));
    }
    if before.is_empty() {
        return refuse("`before` is empty; write the exact words of the source");
    }
    if class == "noise" && !is_left_of(after, before) {
        return refuse("noise only goes; leave `after` empty, or to the words that make it unique");
    }
    let text = |column: &str| column.replace('⏎', "\n").replace('⇥', "\t");
    Ok(Mend {
        line,
        class: class.to_owned(),
        before: text(before),
        after: text(after),
        note: note.to_owned(),
    })
}

/// Whether a text is what is left of another when some of its signs are taken out.
fn is_left_of(after: &str, before: &str) -> bool {
    let mut signs = before.chars();
    after != before && after.chars().all(|c| signs.any(|sign| sign == c))
}

/// The list as a file.
pub fn write(mends: &[Mend]) -> String {
    let column = |text: &str| text.replace('\n', "⏎").replace('\t', "⇥");
    let rows = mends.iter().map(|mend| {
        let (before, after) = (column(&mend.before), column(&mend.after));
        format!("{}\t{}\t{before}\t{after}\t{}\n", mend.line, mend.class, column(&mend.note))
    });
    std::iter::once(format!("{HEADER}\n")).chain(rows).collect()
}

/// One change of the source: the bytes that go, and what comes in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub place: Range<usize>,
    pub after: String,
}

/// Where in a source the mends apply, in the order of the source; no two take the same words.
pub fn changes(source: &str, mends: &[Mend]) -> Result<Vec<Change>, Error> {
    let starts = line_starts(source);
    let mut changes: Vec<Change> = Vec::new();
    for mend in mends {
        let place = find(source, &starts, mend)?;
        if mend.class == "moved" {
            let target = mend.after.strip_prefix("above ").and_then(|line| line.parse::<usize>().ok());
            let target = target.and_then(|line| starts.get(line.checked_sub(1)?));
            let Some(target) = target else {
                return refuse(format!("`{}` is not `above N`, a line of the source", mend.after));
            };
            changes.push(Change { place, after: String::new() });
            changes.push(Change { place: *target..*target, after: format!("{}\n", mend.before) });
        } else {
            changes.push(Change { place, after: mend.after.clone() });
        }
    }
    changes.sort_by_key(|change| (change.place.start, change.place.end));
    let collision = changes.windows(2).find(|pair| pair[1].place.start < pair[0].place.end);
    if let Some([_, second]) = collision {
        let near: String = source[second.place.start..].chars().take(30).collect();
        return refuse(format!("two mends take the same words near `{near}`"));
    }
    Ok(changes)
}

/// The source with all mends applied and nothing else changed.
pub fn apply(source: &str, mends: &[Mend]) -> Result<String, Error> {
    let mut mended = String::with_capacity(source.len());
    let mut at = 0;
    for Change { place, after } in changes(source, mends)? {
        mended.push_str(&source[at..place.start]);
        mended.push_str(&after);
        at = place.end;
    }
    mended.push_str(&source[at..]);
    Ok(mended)
}

/// The byte at which each line begins.
pub fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The only place at which the words begin in their line.
fn find(source: &str, starts: &[usize], mend: &Mend) -> Result<Range<usize>, Error> {
    let Some(start) = mend.line.checked_sub(1).and_then(|index| starts.get(index)) else {
        return refuse(format!("the source has no line {}", mend.line));
    };
    let written = mend.before.replace('\n', "⏎");
    match places(source, *start, &mend.before)[..] {
        [] => refuse(format!("line {} of the source does not hold `{written}`", mend.line)),
        [place] => Ok(place..place + mend.before.len()),
        _ => refuse(format!(
            "line {} holds `{written}` more than once; take in a neighbouring word",
            mend.line
        )),
    }
}

/// Where words begin in the line that starts at a byte, its end included.
pub(crate) fn places(source: &str, start: usize, words: &str) -> Vec<usize> {
    let end = source[start..].find('\n').map_or(source.len(), |length| start + length);
    // The words may go on in later lines.
    let mut reach = (end + words.len()).min(source.len());
    while !source.is_char_boundary(reach) {
        reach += 1;
    }
    let found = source[start..reach].match_indices(words).map(|(at, _)| start + at);
    found.take_while(|at| *at <= end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(source: &str, rows: &str) -> Result<String, Error> {
        apply(source, &read(&format!("{HEADER}\n{rows}"))?)
    }

    #[test]
    fn each_class_does_its_work() -> Result<(), Error> {
        assert_eq!(mended("sam\narbeid", "1\tline-end\tsam⏎arbeid\tsamarbeid\t")?, "samarbeid");
        assert_eq!(mended("a\n6\nb", "2\tnoise\t6\t\t")?, "a\n\nb");
        assert_eq!(mended("– a – b", "1\tnoise\t– a\ta\t")?, "a – b");
        assert_eq!(mended("a\nb\nc", "3\tmoved\tc\tabove 2\t")?, "a\nc\nb\n");
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (rows, words) in [
            ("1\tline-end\tx\ty\t", "does not hold"),
            ("1\tnoise\ta\tb\t", "mends.tsv:2: noise only goes"),
            ("1\tspelling\ta\tb\t", "is no class"),
            ("9\tnoise\ta\t\t", "no line 9"),
            ("1\tnoise\ta\t\t\n1\tnoise\ta \t\t", "the same words"),
            ("1\tnoise\ta", "five columns"),
            ("1\tnoise\te\t\t", "more than once"),
            ("x\tnoise\te\t\t", "is no line number"),
            ("1\tnoise\t\t\t", "`before` is empty"),
            ("1\tmoved\ta\tbelow\t", "is not `above N`"),
        ] {
            let error = mended("a e e", rows).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(words), "{rows:?} gave {error:?}");
        }
        assert!(read("").is_err());
    }

    #[test]
    fn what_is_written_is_read() {
        let mend = |before: &str, after: &str| Mend {
            line: 1,
            class: "line-end".to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
            note: "probable".to_owned(),
        };
        let mends = [mend("sam\narbeid", "samarbeid"), mend("a\tb", "ab")];
        assert_eq!(read(&write(&mends)).as_deref(), Ok(&mends[..]));
    }
}
