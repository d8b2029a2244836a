//! docs/scale.md says what `pkg/` costs by the sizes in its `build.json`; `BLESS=1` writes the table.

use bilateral::locale::{self, Language, Locale};
use serde_json::Value;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- scale: written by BLESS=1 cargo test --test native scale -->\n";
const END: &str = "<!-- scale end -->\n";

/// A hundred million.
const VIEWS: f64 = 1e8;

/// Dollars for 10^12 bytes: what large sites are given, and what price lists say.
const PRICES: [f64; 2] = [5.0, 85.0];

/// A view's form, and the files of `pkg/` that it loads.
const FORMS: [(&str, &[&str]); 7] = [
    ("slim form, one language", &["slim.mjs", "bilateral.wasm"]),
    ("slim form, in a second language", &["slim.mjs", "bilateral.wasm", "languages/ru.wasm"]),
    (
        "slim form, and its table, sources or files opened",
        &["slim.mjs", "bilateral.wasm", "bilateral.more.mjs", "bilateral.more.wasm"],
    ),
    ("one file, `bilateral.js`", &["bilateral.js"]),
    ("frame, `bilateral.html`", &["bilateral.html"]),
    ("picture, `static/story.en.svg`", &["static/story.en.svg"]),
    ("picture, `static/story.en.png`", &["static/story.en.png"]),
];

fn table(built: &Value) -> String {
    let mut text = "| a view as | requests | bytes, brotli | 100 million, TB | its bill, $ | half from caches, $ |\n\
        |---|--:|--:|--:|--:|--:|\n".to_owned();
    for (form, files) in FORMS {
        let bytes: u64 = files.iter().map(|name| weight(built, name)).sum();
        let terabytes = bytes as f64 * VIEWS / 1e12;
        let bill = |share: f64| {
            PRICES.map(|price| thousands((terabytes * share * price).round() as u64)).join(" to ")
        };
        text.push_str(&format!(
            "| {form} | {} | {} | {terabytes:.1} | {} | {} |\n",
            files.len(),
            thousands(bytes),
            bill(1.0),
            bill(0.5)
        ));
    }
    text
}

/// As it is sent: pictures that are compressed already stay as they are.
fn weight(built: &Value, name: &str) -> u64 {
    let file = &built["files"][name];
    file["brotli"].as_u64().or(file["raw"].as_u64()).unwrap_or_else(|| panic!("no {name}"))
}

fn thousands(value: u64) -> String {
    locale::number(Locale::of(Language::EN), value as f64, 0)
}

#[test]
fn the_document_tells_what_pkg_weighs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = fs::read(root.join("pkg/build.json")).expect("pkg/ is there");
    let built: Value = serde_json::from_slice(&built).expect("it is JSON");
    let path = root.join("docs/scale.md");
    let text = fs::read_to_string(&path).expect("the document is there");
    let (before, rest) = text.split_once(BEGIN).expect("a mark");
    let (now, after) = rest.split_once(END).expect("a mark");
    let new = table(&built);
    if now != new && std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{new}{END}{after}")).expect("it can be written");
        return;
    }
    assert_eq!(now, new, "docs/scale.md: `BLESS=1 cargo test --test native scale` writes it");
}

#[test]
fn the_document_has_the_prices_it_counts_with() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scale.md"));
    let said = format!("${} to ${}", PRICES[0], PRICES[1]);
    assert!(text.expect("the document is there").contains(&said), "{said}");
}

#[test]
fn a_picture_that_is_compressed_is_sent_as_it_is() {
    let built = serde_json::json!({ "files": { "a.png": { "raw": 7 }, "a.svg": { "raw": 9, "brotli": 4 } } });
    assert_eq!((weight(&built, "a.png"), weight(&built, "a.svg")), (7, 4));
}
