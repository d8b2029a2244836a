//! Diagnostics for people, with the line and a caret below; for programs as JSON and SARIF.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::dataset::{Diagnostic, Place, Severity, shown};

/// The most diagnostics whose lines are shown; the rest are told in their one line.
const SHOWN: usize = 100;
/// How many characters of a line are shown before the place and from it on.
const BEFORE: usize = 50;
const BEHIND: usize = 50;

/// Each diagnostic as it prints, and its line with a caret.
pub(super) fn text(found: &[Diagnostic]) -> String {
    let mut files: HashMap<&str, String> = HashMap::new();
    let mut out = String::new();
    for (at, diagnostic) in found.iter().enumerate() {
        out += &format!("{diagnostic}\n");
        if let Place::File { file, line, column } = &diagnostic.place
            && at < SHOWN
            && *line > 0
        {
            let text = files.entry(file).or_insert_with(|| {
                let bytes = fs::read(file).unwrap_or_default();
                shown(&bytes)
            });
            out += &snippet(text, *line, *column).unwrap_or_default();
        }
    }
    out
}

/// How much it is: faults alone, and what else there is where that is refused too.
pub(super) fn sum(found: &[Diagnostic]) -> String {
    let counted = |severity: Severity, word: &str| {
        let count = found.iter().filter(|one| one.severity == severity).count();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {word}{plural}"))
    };
    if let Some(faults) = counted(Severity::Error, "fault") {
        return format!("{faults} in the data");
    }
    let others = [counted(Severity::Warning, "warning"), counted(Severity::Notice, "notice")];
    let others: Vec<String> = others.into_iter().flatten().collect();
    format!("no fault in the data, but {}, which --strict refuses", others.join(" and "))
}

/// The line, cut where it is long, and a caret below its cell.
fn snippet(text: &str, line: u32, column: u32) -> Option<String> {
    let whole = text.lines().nth(line as usize - 1)?;
    let skipped = (column as usize - 1).saturating_sub(BEFORE);
    let shown: String = whole.chars().skip(skipped).take(BEFORE + BEHIND).collect();
    // Blanks of every kind as blanks: a tab would move the caret.
    let shown = shown.replace(|char: char| char.is_control(), " ");
    let start = (column as usize - 1).saturating_sub(skipped);
    let start = shown.char_indices().nth(start).map_or(shown.len(), |(at, _)| at);
    let length = shown[start..].find([',', ';']).unwrap_or(shown.len() - start);
    let end = start + length.max(1).min(shown.len() - start);
    let source = Snippet::source(shown.as_str())
        .line_start(line as usize)
        .annotation(AnnotationKind::Primary.span(start..end));
    let group = Group::with_level(Level::ERROR).element(source);
    Some(format!("{}\n", Renderer::plain().render(&[group])))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

/// A list of objects: severity, file, line and column or path, message, hint.
pub(super) fn json(found: &[Diagnostic]) -> Value {
    let one = |diagnostic: &Diagnostic| {
        let mut object = json!({
            "severity": word(diagnostic.severity),
            "message": diagnostic.what,
            "hint": diagnostic.hint,
        });
        match &diagnostic.place {
            Place::File { file, line, column } => {
                object["file"] = json!(file);
                if *line > 0 {
                    object["line"] = json!(line);
                    object["column"] = json!(column);
                }
            }
            Place::Path(path) => object["path"] = json!(path),
        }
        object
    };
    json!({ "diagnostics": found.iter().map(one).collect::<Vec<_>>() })
}

/// SARIF 2.1.0, which editors and code hosts show at the line.
pub(super) fn sarif(found: &[Diagnostic]) -> Value {
    let results: Vec<Value> = found.iter().map(result).collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "bilateral", "version": env!("CARGO_PKG_VERSION") } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(diagnostic: &Diagnostic) -> Value {
    let level = match diagnostic.severity {
        Severity::Notice => "note",
        severity => word(severity),
    };
    let location = match &diagnostic.place {
        Place::File { file, line, column } => {
            let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
            if *line > 0 {
                physical["region"] = json!({ "startLine": line, "startColumn": column });
            }
            json!({ "physicalLocation": physical })
        }
        Place::Path(path) => json!({ "logicalLocations": [{ "fullyQualifiedName": path }] }),
    };
    let message = format!("{}; {}", diagnostic.what, diagnostic.hint);
    json!({ "level": level, "message": { "text": message }, "locations": [location] })
}

/// A path as a relative or `file:` address.
fn uri(file: &str) -> String {
    let path = file.replace('\\', "/");
    let mut out = String::new();
    if Path::new(file).is_absolute() {
        out += if path.starts_with('/') { "file://" } else { "file:///" };
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                out.push(byte.into());
            }
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
