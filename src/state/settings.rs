//! How a person likes to read: text size, line length, spacing, colours.

/// A choice among a few steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    Size,
    Measure,
    Spacing,
    Colours,
}

impl Setting {
    pub const ALL: [Setting; 4] = [Setting::Size, Setting::Measure, Setting::Spacing, Setting::Colours];

    /// What each step is worth: lengths and factors for the style sheet, for colours the name of the scheme.
    pub fn steps(self) -> &'static [&'static str] {
        match self {
            Setting::Size => &["1rem", "1.125rem", "1.3125rem", "1.5rem"],
            Setting::Measure => &["52ch", "66ch", "84ch"],
            Setting::Spacing => &["1.45", "1.6", "1.9"],
            Setting::Colours => &["auto", "light", "dark", "contrast"],
        }
    }

    /// The step that the style sheet has by itself.
    fn usual(self) -> u8 {
        if self == Setting::Colours { 0 } else { 1 }
    }
}

/// The step chosen for each setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    steps: [u8; 4],
}

impl Default for Settings {
    fn default() -> Self {
        Settings { steps: Setting::ALL.map(Setting::usual) }
    }
}

impl Settings {
    pub fn step(&self, setting: Setting) -> usize {
        usize::from(self.steps[setting as usize])
    }

    /// What the style sheet should be told; nothing where it has the value by itself.
    pub fn value(&self, setting: Setting) -> Option<&'static str> {
        let step = self.step(setting);
        setting.steps().get(step).copied().filter(|_| step != usize::from(setting.usual()))
    }

    /// The same with another step; a step that does not exist changes nothing.
    pub fn with(mut self, setting: Setting, step: usize) -> Self {
        if step < setting.steps().len() {
            self.steps[setting as usize] = step as u8;
        }
        self
    }

    /// As kept on a device: a digit for each setting.
    pub fn to_stored(self) -> String {
        self.steps.iter().map(|step| char::from(b'0' + step)).collect()
    }

    /// What was kept, as far as it makes sense; anything else is passed over.
    pub fn from_stored(text: &str) -> Self {
        let digits = text.chars().map(|digit| digit.to_digit(10).unwrap_or(u32::MAX) as usize);
        let pairs = Setting::ALL.into_iter().zip(digits);
        pairs.fold(Settings::default(), |settings, (setting, step)| settings.with(setting, step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_being_kept() {
        let settings = Settings::default().with(Setting::Size, 3).with(Setting::Colours, 2);
        assert_eq!(Settings::from_stored(&settings.to_stored()), settings);
        assert_eq!(settings.value(Setting::Size), Some("1.5rem"));
        assert_eq!(settings.value(Setting::Measure), None);
    }

    #[test]
    fn what_makes_no_sense_is_passed_over() {
        for text in ["", "x", "9999", "1", "11109999999", "æøå🙂"] {
            assert_eq!(Settings::from_stored(text), Settings::default(), "{text}");
        }
    }
}
