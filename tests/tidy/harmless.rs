//! The page's scripts neither run texts nor keep or send anything.

use crate::file::{File, code};

/// What a script of the page would run, keep, send or write as markup.
const FORBIDDEN: [&str; 19] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "document.write",
    "eval(",
    "new Function",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches.",
    ".cookie",
    "sendBeacon",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "Worker(",
    "serviceWorker",
    "'style',",
];

/// Of the page's scripts, one alone asks for files.
const ASKS: &str = "www/unable.js";

pub(crate) fn harmless(file: &File) -> Vec<String> {
    if !file.is_under("www/") || !file.path.ends_with(".js") {
        return Vec::new();
    }
    file.lines("no script of ours runs texts, keeps, sends or writes markup", |line| {
        let code = code(line);
        let asks = code.replace("#fetch(", "").contains("fetch(") && file.path != ASKS;
        asks || FORBIDDEN.iter().any(|word| code.contains(word))
    })
}

#[test]
fn markup_storage_and_requests_are_found() {
    let found = |path: &str, text: &str| !harmless(&File::new(path, text)).is_empty();
    for line in [
        "node.innerHTML = title;",
        "localStorage.setItem('a', 'b');",
        "fetch('https://example.org');",
        "new Worker('x.js');",
        "set(node, 'style', 'color: red');",
    ] {
        assert!(found("www/a.js", line), "{line}");
    }
    assert!(!found("www/unable.js", "return there(await fetch(url, how));"));
    assert!(!found("www/a.js", "node.textContent = title; // no innerHTML"));
}
