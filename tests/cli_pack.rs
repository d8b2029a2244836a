//! `pack`: another dataset in a module that was built before, and what is refused.
//!
//! The module here is the smallest one that carries the project's dataset; `tests/browser` packs
//! and opens the real one.

mod support {
    pub mod cli;
}

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::dataset::{Dataset, read_dir};
use bilateral::publish::{fingerprint, sha256};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::Value;
use sha2::{Digest, Sha256};
use support::cli::{bilateral, status, temporary};

const HEADER: &[u8] = b"\0asm\x01\0\0\0";

fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn section(id: u8, body: &[u8]) -> Vec<u8> {
    [&[id], number(body.len()).as_slice(), body].concat()
}

/// One page of memory that begins with `dataset`, after text that only looks like one.
fn module(dataset: &[u8]) -> Vec<u8> {
    let memory = section(5, &[1, 0, 4]);
    let content = [b"BILA is no dataset", dataset].concat();
    let data = [&[1, 0, 0x41, 0, 0x0B], number(content.len()).as_slice(), &content].concat();
    [HEADER, &memory, &section(11, &data)].concat()
}

fn hash(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

/// A `pkg/` around a module.
fn template(name: &str, module: &[u8]) -> PathBuf {
    let folder = temporary(name);
    fs::create_dir_all(&folder).unwrap();
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(module).unwrap();
    let script = format!("run(\"{}\")", STANDARD.encode(packer.finish().unwrap()));
    let page = format!(
        "<meta content=\"script-src '{}'\">\n<link href=\"oembed/story.en.json\">\n\
         <script>{script}</script>\n",
        hash(&script)
    );
    for (file, bytes) in [
        ("bilateral.wasm", module),
        ("bilateral.js", script.as_bytes()),
        ("bilateral.html", page.as_bytes()),
        ("THIRD-PARTY.md", b"# Licences\n"),
    ] {
        fs::write(folder.join(file), bytes).unwrap();
    }
    folder
}

/// The small package, copied for one test: tables of its own, and the project's schemas under
/// another name.
fn small(copy: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = temporary(copy);
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(root.join("tests/fixtures/small")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let package = fs::read_to_string(root.join("data/datapackage.json")).unwrap();
    let package = package.replacen("\"name\": \"bilateral\"", "\"name\": \"small\"", 1);
    fs::write(folder.join("datapackage.json"), package).unwrap();
    folder
}

/// The payload of the last section, if it is the one that carries a dataset: its SHA-256 in
/// hexadecimal, and the dataset.
fn carried(module: &[u8]) -> Option<(&[u8], &[u8])> {
    let name = [&[7][..], b"dataset"].concat();
    let at = module.windows(name.len()).rposition(|window| window == name)?;
    module[at + name.len()..].split_at_checked(64)
}

fn unpack(script: &str) -> Vec<u8> {
    let payload = script.split('"').nth(1).unwrap();
    let mut module = Vec::new();
    let packed = STANDARD.decode(payload).unwrap();
    GzDecoder::new(&*packed).read_to_end(&mut module).unwrap();
    module
}

#[test]
fn the_packed_files_carry_the_other_dataset_and_not_ours() {
    let ours = Dataset::embedded().to_bytes().unwrap();
    let folder = template("pack-template", &module(&ours));
    let (data, out) = (small("pack-small-1"), temporary("pack-out"));
    let [data, folder, out_text] = [&data, &folder, &out].map(|path| path.to_str().unwrap());
    let base = "https://charts.example.org/a";
    let arguments = ["pack", data, "-o", out_text, "--from", folder, "--base", base];
    status(&bilateral(&arguments), 0);

    let read = |name: &str| fs::read(out.join(name)).unwrap();
    let text = |name: &str| String::from_utf8(read(name)).unwrap();
    let packed = read("bilateral.wasm");
    let theirs = read_dir(Path::new(data)).unwrap();
    let (sum, dataset) = carried(&packed).unwrap();
    assert_eq!(Dataset::from_bytes(dataset), Ok(theirs.clone()));
    assert_eq!(sum, fingerprint(&theirs).unwrap().as_bytes());
    assert!(!packed.windows(16).any(|window| window == &ours[..16]), "ours is still there");
    assert!(packed.windows(18).any(|window| window == b"BILA is no dataset"));
    assert_eq!(unpack(&text("bilateral.js")), packed);

    let page = text("bilateral.html");
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    assert_eq!(unpack(script), packed);
    assert!(page.contains(&format!("script-src '{}'", hash(script))), "{page}");
    assert!(page.contains("href=\"https://charts.example.org/a/oembed/story.en.json\""));

    let record: Value = serde_json::from_str(&text("build.json")).unwrap();
    assert_eq!(record["dataset"]["sha256"], fingerprint(&theirs).unwrap());
    assert_eq!(record["dataset"]["name"], "small");
    let files = record["files"].as_object().unwrap();
    assert!(
        files.contains_key("static/trade.kk.png") && files.contains_key("oembed/story.tg.json")
    );
    for (name, file) in files {
        assert_eq!(file["sha256"], sha256(&read(name)), "{name}");
    }
    let figure = text("static/story.en.svg");
    assert!(figure.contains("Georgia") && !figure.contains("Kazakhstan"));

    // What was packed can be packed again, and comes out the same.
    let again = temporary("pack-again");
    let arguments =
        ["pack", data, "-o", again.to_str().unwrap(), "--from", out_text, "--base", base];
    status(&bilateral(&arguments), 0);
    assert_eq!(fs::read(again.join("bilateral.wasm")).unwrap(), packed);
    assert_eq!(fs::read(again.join("bilateral.html")).unwrap(), page.into_bytes());
}

#[test]
fn a_template_that_does_not_fit_is_refused_and_nothing_is_written() {
    let ours = Dataset::embedded().to_bytes().unwrap();
    let mut other = ours.clone();
    // Another version of the layout.
    other[4] += 1;
    let cut = &module(&ours)[..HEADER.len() + 40];
    let mixed = template("pack-mixed", &module(&ours));
    fs::write(mixed.join("bilateral.wasm"), module(&[&ours[..], b"more"].concat())).unwrap();
    let page = template("pack-page", &module(&ours));
    let text = fs::read_to_string(page.join("bilateral.html")).unwrap();
    fs::write(page.join("bilateral.html"), text.replace("sha256-", "sha384-")).unwrap();
    let data = small("pack-small-2");
    for (folder, told) in [
        (template("pack-other", &module(&other)), "carries no dataset that this version"),
        (template("pack-cut", cut), "is a WebAssembly module that is cut off"),
        (template("pack-text", b"hello"), "is no WebAssembly module"),
        (mixed, "bilateral.js carries another module than bilateral.wasm"),
        (page, "bilateral.html does not name its script's hash in its policy"),
        (temporary("no-such-pkg"), "cannot read"),
    ] {
        let out = temporary("pack-nothing");
        let [data, folder, out_text] = [&data, &folder, &out].map(|path| path.to_str().unwrap());
        let output = bilateral(&["pack", data, "-o", out_text, "--from", folder]);
        status(&output, 2);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains(told), "{errors}");
        assert!(!out.exists(), "{told}: something was written");
    }
}

#[test]
fn bad_data_and_bad_addresses_are_told_apart() {
    let folder = template("pack-usage", &module(&Dataset::embedded().to_bytes().unwrap()));
    let (folder, data) = (folder.to_str().unwrap(), small("pack-small-3"));
    let out = temporary("pack-usage-out");
    let out = out.to_str().unwrap();
    let data = data.to_str().unwrap();
    let relative = bilateral(&["pack", data, "-o", out, "--from", folder, "--base", "charts/"]);
    status(&relative, 2);
    let errors = String::from_utf8(relative.stderr).unwrap();
    assert!(errors.contains("--base \"charts/\" is no address of a folder"), "{errors}");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let bad = bilateral(&["pack", fixture.to_str().unwrap(), "-o", out, "--from", folder]);
    status(&bad, 1);
    status(&bilateral(&["pack", data, "--from", folder]), 2);
}
