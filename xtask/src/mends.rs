//! `mends.tsv`: the reviewed list of repairs, read and applied to a source. `data/README.md` has the format.

use anyhow::{Context, Result, bail, ensure};

const HEADER: &str = "line\tclass\tbefore\tafter\tnote";
const CLASSES: [&str; 7] =
    ["line-end", "false-space", "lost-space", "ligature", "footnote-mark", "noise", "moved"];

pub struct Mend {
    /// Counted from 1.
    pub line: usize,
    pub class: String,
    before: String,
    after: String,
}

pub fn read(list: &str) -> Result<Vec<Mend>> {
    let mut lines = list.lines();
    ensure!(
        lines.next() == Some(HEADER),
        "mends.tsv:1: the header must be the five column names, parted by tabs"
    );
    let rows = lines.enumerate().filter(|(_, row)| !row.is_empty());
    rows.map(|(index, row)| read_row(row).with_context(|| format!("mends.tsv:{}", index + 2))).collect()
}

fn read_row(row: &str) -> Result<Mend> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [line, class, before, after, _note] = columns[..] else {
        bail!("a mend has five columns, this line has {}", columns.len());
    };
    let line = line.parse().with_context(|| format!("`{line}` is no line number"))?;
    ensure!(CLASSES.contains(&class), "`{class}` is no class; there are {}", CLASSES.join(", "));
    ensure!(!before.is_empty(), "`before` is empty; write the exact words of the source");
    ensure!(class != "noise" || after.is_empty(), "noise leaves nothing behind; leave `after` empty");
    let text = |column: &str| column.replace('⏎', "\n");
    Ok(Mend { line, class: class.to_owned(), before: text(before), after: text(after) })
}

/// The source with all mends applied and nothing else changed.
pub fn apply(source: &str, mends: &[Mend]) -> Result<String> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut edits: Vec<(usize, usize, &str)> = Vec::new();
    for mend in mends {
        let (start, end) = find(source, &starts, mend)?;
        if mend.class == "moved" {
            let target = mend.after.strip_prefix("above ").and_then(|line| line.parse::<usize>().ok());
            let target = target.and_then(|line| starts.get(line.checked_sub(1)?));
            let target = *target
                .with_context(|| format!("`{}` is not `above N`, a line of the source", mend.after))?;
            edits.push((start, end, ""));
            edits.push((target, target, &mend.before));
        } else {
            edits.push((start, end, &mend.after));
        }
    }
    edits.sort();
    let mut mended = String::with_capacity(source.len());
    let mut at = 0;
    for (start, end, words) in edits {
        ensure!(start >= at, "two mends take the same words near `{}`", excerpt(source, start));
        mended.push_str(&source[at..start]);
        mended.push_str(words);
        if start == end {
            mended.push('\n');
        }
        at = end;
    }
    mended.push_str(&source[at..]);
    Ok(mended)
}

fn find(source: &str, starts: &[usize], mend: &Mend) -> Result<(usize, usize)> {
    let line = mend.line.checked_sub(1).and_then(|index| starts.get(index));
    let line = *line.with_context(|| format!("the source has no line {}", mend.line))?;
    let end = source[line..].find('\n').map_or(source.len(), |length| line + length);
    let mut found =
        source[line..].match_indices(&mend.before).map(|(at, _)| line + at).take_while(|at| *at <= end);
    let Some(start) = found.next() else {
        bail!("line {} of the source does not hold `{}`", mend.line, mend.before.replace('\n', "⏎"));
    };
    ensure!(
        found.next().is_none(),
        "line {} holds `{}` more than once; take in a neighbouring word",
        mend.line,
        mend.before.replace('\n', "⏎")
    );
    Ok((start, start + mend.before.len()))
}

fn excerpt(source: &str, at: usize) -> String {
    source[at..].chars().take(30).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(source: &str, rows: &str) -> Result<String> {
        apply(source, &read(&format!("{HEADER}\n{rows}"))?)
    }

    #[test]
    fn each_class_does_its_work() -> Result<()> {
        assert_eq!(mended("sam\narbeid", "1\tline-end\tsam⏎arbeid\tsamarbeid\t")?, "samarbeid");
        assert_eq!(mended("a\n6\nb", "2\tnoise\t6\t\t")?, "a\n\nb");
        assert_eq!(mended("a\nb\nc", "3\tmoved\tc\tabove 2\t")?, "a\nc\nb\n");
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (rows, words) in [
            ("1\tline-end\tx\ty\t", "does not hold"),
            ("1\tnoise\ta\tb\t", "noise leaves nothing"),
            ("1\tspelling\ta\tb\t", "is no class"),
            ("9\tnoise\ta\t\t", "no line 9"),
            ("1\tnoise\ta\t\t\n1\tnoise\ta \t\t", "the same words"),
            ("1\tnoise\ta", "five columns"),
            ("1\tnoise\te\t\t", "more than once"),
        ] {
            let error = mended("a e e", rows).err().map(|error| format!("{error:#}")).unwrap_or_default();
            assert!(error.contains(words), "{rows:?} gave {error:?}");
        }
    }
}
