//! A file of the repository as the rules see it.

use std::fs;
use std::path::Path;

pub(crate) struct File {
    /// Relative to the root, with `/`.
    pub path: String,
    pub text: String,
}

impl File {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn is_source(&self) -> bool {
        self.path.starts_with("src/") && self.path.ends_with(".rs")
    }

    pub(crate) fn is_under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// `path:line: rule`, for every line that breaks it.
    pub(crate) fn lines(&self, rule: &str, breaks: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| breaks(line));
        lines.map(|(index, _)| format!("{}:{}: {rule}", self.path, index + 1)).collect()
    }

    /// Like a line that breaks a rule, for a file that is too long.
    pub(crate) fn longer_than(&self, limit: usize) -> Vec<String> {
        let count = self.text.lines().count();
        let rule = format!("{}:{}: at most {limit} lines, not {count}", self.path, limit + 1);
        if count > limit { vec![rule] } else { Vec::new() }
    }
}

pub(crate) fn word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric() && char != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The line without its comment: rules about code leave prose alone.
pub(crate) fn code(line: &str) -> &str {
    let end = if line.trim_start().starts_with("//") { Some(0) } else { line.find(" // ") };
    &line[..end.unwrap_or(line.len())]
}

/// Every text file of the repository; not what tools and builds leave.
pub(crate) fn repository() -> Vec<File> {
    fn visit(folder: &Path, name: &str, files: &mut Vec<File>) {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let entry = entry.expect("a folder can be listed");
            let own = entry.file_name().into_string().expect("names are UTF-8");
            let name = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
            if ["target", "node_modules", ".git", "pkg"].contains(&own.as_str()) {
                continue;
            }
            if entry.path().is_dir() {
                visit(&entry.path(), &name, files);
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                files.push(File { path: name, text });
            }
        }
    }
    let mut files = Vec::new();
    visit(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    files
}
