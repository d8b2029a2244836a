//! What is wrong with data: where it stands, what it is, and how to mend it.

use core::fmt;

/// Where in the input: a file's line and column, or the path of a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Line and column count from 1, the column in characters; both 0 for the file as a whole.
    File { file: String, line: u32, column: u32 },
    /// For example `figures[3].citations[0].source`; paths count from 0.
    Path(String),
}

/// One thing wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub place: Place,
    /// Lowercase, names the expectation that does not hold.
    pub what: String,
    /// How to mend it.
    pub hint: String,
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
        write!(out, "{}: {}\n  hint: {}", self.place, self.what, self.hint)
    }
}
