//! Words of a citation with what is shown of them: as text, and as HTML for word processors.

/// Words in italics, a link, or neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub italic: bool,
    /// The words are an address, and lead there.
    pub link: bool,
}

impl Run {
    pub fn plain(text: impl Into<String>) -> Self {
        Run { text: text.into(), italic: false, link: false }
    }

    pub fn italic(text: impl Into<String>) -> Self {
        Run { italic: true, ..Run::plain(text) }
    }

    pub fn link(text: impl Into<String>) -> Self {
        Run { link: true, ..Run::plain(text) }
    }
}

/// The words alone.
pub fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The words with italics and links, and nothing else that would fight with the look of a document they are pasted into.
pub fn html(runs: &[Run]) -> String {
    let mut html = String::new();
    for run in runs {
        let words = escape(&run.text);
        html += &match run {
            Run { link: true, .. } => format!("<a href=\"{words}\">{words}</a>"),
            Run { italic: true, .. } => format!("<i>{words}</i>"),
            _ => words,
        };
    }
    html
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Adds words to runs, to the last one if it is of the same sort.
pub(super) fn push(runs: &mut Vec<Run>, text: &str, italic: bool) {
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.italic == italic && !last.link => last.text.push_str(text),
        _ => runs.push(Run { italic, ..Run::plain(text) }),
    }
}
