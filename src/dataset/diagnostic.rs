//! What is wrong with data: where it stands, what it is, and how to mend it.

use core::fmt;

/// Where in the input: a file's line and column, or the path of a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Line and column count from 1, the column in characters; both 0 for the file as a whole.
    File {
        /// The file's name, with its folders below the package's.
        file: String,
        /// The line, with the header as the first one.
        line: u32,
        /// The column of the first character of what is wrong.
        column: u32,
    },
    /// For example `figures[3].citations[0].source`; paths count from 0.
    Path(String),
}

/// How much it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no dataset as long as it stands.
    #[default]
    Error,
    /// The dataset may say something else than is meant.
    Warning,
    /// It was read in another form than the usual one.
    Notice,
}

/// One thing wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stands in the way of a dataset.
    pub severity: Severity,
    /// Where it is wrong.
    pub place: Place,
    /// Lowercase, names the expectation that does not hold.
    pub what: String,
    /// How to mend it.
    pub hint: String,
}

impl Severity {
    /// What stands before it: nothing where there is no dataset.
    fn word(self) -> &'static str {
        match self {
            Severity::Error => "",
            Severity::Warning => "warning: ",
            Severity::Notice => "notice: ",
        }
    }
}

impl Diagnostic {
    /// One without which there would be a dataset.
    pub fn error(place: Place, what: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Error, place, what: what.into(), hint: hint.into() }
    }

    /// Whether there is no dataset as long as it stands.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Place::File { file, line: 0, .. } => out.write_str(file),
            Place::File { file, line, column } => write!(out, "{file}:{line}:{column}"),
            Place::Path(path) => out.write_str(path),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let word = self.severity.word();
        write!(out, "{}: {word}{}\n  hint: {}", self.place, self.what, self.hint)
    }
}
