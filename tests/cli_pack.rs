//! `pack`: another dataset in a module that was built before, and what is refused.
//!
//! The module here is the smallest one that carries the project's dataset; `tests/browser` packs
//! and opens the real one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::support::cli::{bilateral, status, temporary};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::dataset::{Dataset, Language, Partner, read_dir};
use bilateral::locale::Locale;
use bilateral::publish::{
    Told, fingerprint, module_of, payload, pkg_files, second_of, second_payload, sha256,
    with_sections,
};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use sha2::{Digest, Sha256};

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

/// A module with one section of code, and custom ones: another's, and ours of an earlier pack.
fn module() -> Vec<u8> {
    let named = |name: &str, content: &[u8]| {
        section(0, &[&[name.len() as u8], name.as_bytes(), content].concat())
    };
    let memory = section(5, &[1, 0, 4]);
    let (theirs, ours) = (named("producers", b"a compiler"), named("bilateral.base", b"earlier"));
    [HEADER, &ours, &memory, &theirs].concat()
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
    let packed = packer.finish().unwrap();
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(b"bilateral.more.wasm").unwrap();
    let second = second_payload(&packer.finish().unwrap());
    let script = format!("run(\"{}\", \"{second}\")", payload("first", "0f", &packed));
    let page = format!(
        "<html lang=\"en\"><meta content=\"script-src '{}'\">\n\
         <link href=\"oembed/story.en.json\">\n<noscript>first</noscript><script>{script}</script>\n",
        hash(&script)
    );
    for file in pkg_files() {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let bytes: &[u8] = match file {
            "bilateral.wasm" => module,
            "bilateral.js" | "index.mjs" => script.as_bytes(),
            "bilateral.html" => page.as_bytes(),
            "package.json" => b"{\"license\": \"(MIT OR Apache-2.0) AND CC-BY-4.0\"}",
            "_redirects" => b"/immutable/slim.0123456789ab.mjs /slim.mjs 200\n",
            _ => file.as_bytes(),
        };
        fs::write(path, bytes).unwrap();
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
    let package = fs::read_to_string(root.join("tests/bad-data/good/datapackage.json")).unwrap();
    let package = package.replacen("\"name\": \"bilateral\"", "\"name\": \"small\"", 1);
    fs::write(folder.join("datapackage.json"), package).unwrap();
    folder
}

/// The content of a custom section of ours; panics where there is not one.
fn carried<'a>(module: &'a [u8], name: &str) -> &'a [u8] {
    let name = [b"bilateral.", name.as_bytes()].concat();
    let mut rest = &module[HEADER.len()..];
    let mut found = Vec::new();
    while !rest.is_empty() {
        let length = |bytes: &[u8]| {
            let end = bytes.iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
            let bits = bytes[..end].iter().rev();
            (bits.fold(0, |all, byte| all << 7 | usize::from(byte & 0x7F)), end)
        };
        let (size, start) = length(&rest[1..]);
        let body = &rest[1 + start..][..size];
        let (letters, from) = length(body);
        if rest[0] == 0 && body[from..][..letters] == name {
            found.push(&body[from + letters..]);
        }
        rest = &rest[1 + start + size..];
    }
    assert_eq!(found.len(), 1, "{}", String::from_utf8_lossy(&name));
    found[0]
}

fn unpack(script: &str) -> Vec<u8> {
    module_of(script).unwrap()
}

/// The dataset that a module carries in some of its languages.
fn told(module: &[u8], languages: &[&str]) -> Dataset {
    let texts: Vec<(Language, &[u8])> = languages
        .iter()
        .map(|code| (Language::from_tag(code).unwrap(), carried(module, &format!("texts.{code}"))))
        .collect();
    Dataset::from_parts(carried(module, "base"), &texts).unwrap()
}

/// Whether `build.json` in `out` tells of this dataset, and of each file as it is.
fn record_is_of(out: &Path, theirs: &Dataset) {
    let record: Value = serde_json::from_slice(&fs::read(out.join("build.json")).unwrap()).unwrap();
    assert_eq!(record["dataset"]["sha256"], fingerprint(theirs).unwrap());
    assert_eq!(record["dataset"]["name"], "small");
    let files = record["files"].as_object().unwrap();
    assert!(
        files.contains_key("static/trade.kk.png") && files.contains_key("oembed/story.tg.json")
    );
    for (name, file) in files {
        assert_eq!(file["sha256"], sha256(&fs::read(out.join(name)).unwrap()), "{name}");
    }
}

#[test]
fn the_packed_files_carry_the_other_dataset_and_not_ours() {
    let folder = template("pack-template", &module());
    let (data, out) = (small("pack-small-1"), temporary("pack-out"));
    let [data, folder, out_text] = [&data, &folder, &out].map(|path| path.to_str().unwrap());
    let base = "https://charts.example.org/a";
    let arguments = ["pack", data, "-o", out_text, "--from", folder, "--base", base];
    status(&bilateral(&arguments), 0);

    let read = |name: &str| fs::read(out.join(name)).unwrap();
    let text = |name: &str| String::from_utf8(read(name)).unwrap();
    // A script has all languages inside, the slim form's module only the first.
    let packed = unpack(&text("bilateral.js"));
    let theirs = read_dir(Path::new(data)).unwrap();
    let about: Value = serde_json::from_slice(carried(&packed, "about")).unwrap();
    assert_eq!(about["name"], "small");
    assert_eq!(about["sha256"], fingerprint(&theirs).unwrap());
    let all = ["en", "az", "ru", "kk", "tg"];
    assert_eq!(about["languages"], serde_json::json!(all));
    assert_eq!(told(&packed, &all), theirs);
    assert!(told(&packed, &["az"]).partners[0].name.has(Language::AZ));
    for code in all {
        let language = Language::from_tag(code).unwrap();
        let locale = Locale::read(language, carried(&packed, &format!("words.{code}"))).unwrap();
        assert_eq!(locale.words.close, Locale::of(language).words.close);
    }
    assert!(packed.windows(10).any(|window| window == b"a compiler"));
    assert_eq!(unpack(&text("index.mjs")), packed);
    assert_eq!(second_of(&text("bilateral.js")).unwrap().unwrap(), read("bilateral.more.wasm"));
    let slim = read("bilateral.wasm");
    for name in ["about", "base", "texts.en", "words.en"] {
        assert_eq!(carried(&slim, name), carried(&packed, name));
    }
    assert!(slim.len() < packed.len() - carried(&packed, "texts.az").len());
    for code in &all[1..] {
        let language = read(&format!("languages/{code}.wasm"));
        for name in ["about", &format!("texts.{code}"), &format!("words.{code}")] {
            assert_eq!(carried(&language, name), carried(&packed, name));
        }
    }
    let slim = format!("/immutable/slim.{}.mjs /slim.mjs 200\n", &sha256(b"slim.mjs")[..12]);
    assert_eq!(text("_redirects"), slim);
    assert!(text("package.json").contains("AND CC-BY-4.0"));

    let page = text("bilateral.html");
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    assert_eq!(unpack(script), packed);
    assert!(page.contains(&format!("script-src '{}'", hash(script))), "{page}");
    assert!(page.contains("href=\"https://charts.example.org/a/oembed/story.en.json\""));

    record_is_of(&out, &theirs);
    let figure = text("static/story.en.svg");
    assert!(figure.contains("Georgia") && !figure.contains("Kazakhstan"));

    // What was packed can be packed again, and comes out the same.
    let again = temporary("pack-again");
    let arguments =
        ["pack", data, "-o", again.to_str().unwrap(), "--from", out_text, "--base", base];
    status(&bilateral(&arguments), 0);
    for name in ["bilateral.wasm", "bilateral.more.wasm", "languages/tg.wasm"] {
        assert_eq!(fs::read(again.join(name)).unwrap(), read(name));
    }
    assert_eq!(fs::read(again.join("bilateral.html")).unwrap(), page.into_bytes());
}

#[test]
fn a_template_that_does_not_fit_is_refused_and_nothing_is_written() {
    let cut = &module()[..HEADER.len() + 4];
    let mixed = template("pack-mixed", &module());
    fs::write(mixed.join("bilateral.wasm"), [&module()[..], &section(0, &[1, b'x'])].concat())
        .unwrap();
    let twice = template("pack-twice", &module());
    let script = fs::read_to_string(twice.join("bilateral.js")).unwrap();
    fs::write(twice.join("bilateral.js"), script.repeat(2)).unwrap();
    let without = template("pack-without", &module());
    fs::write(without.join("bilateral.js"), "run()").unwrap();
    let page = template("pack-page", &module());
    let text = fs::read_to_string(page.join("bilateral.html")).unwrap();
    fs::write(page.join("bilateral.html"), text.replace("sha256-", "sha384-")).unwrap();
    let second = template("pack-second", &module());
    fs::write(second.join("bilateral.more.wasm"), "another").unwrap();
    let data = small("pack-small-2");
    for (folder, told) in [
        (template("pack-cut", cut), "is a WebAssembly module that is cut off"),
        (template("pack-text", b"hello"), "is no WebAssembly module"),
        (twice, "bilateral.js carries more than one module"),
        (without, "bilateral.js carries no module"),
        (mixed, "bilateral.js carries another module than bilateral.wasm"),
        (second, "bilateral.js carries another module than bilateral.wasm"),
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
    let folder = template("pack-usage", &module());
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

#[test]
fn languages_are_chosen_and_a_package_may_bring_one() {
    let folder = template("pack-languages", &module());
    let (data, out) = (small("pack-small-4"), temporary("pack-languages-out"));
    let out_text = out.to_str().unwrap();
    fs::create_dir_all(data.join("words")).unwrap();
    // Some rows of a language that the program knows stand in the place of its own.
    fs::write(data.join("words/ru.csv"), "key,text\nclose,Убрать\n").unwrap();
    let from = ["--from", folder.to_str().unwrap()];
    let pack = |lang: &str| {
        let arguments = ["pack", data.to_str().unwrap(), "-o", out_text, "--lang", lang];
        bilateral(&[&arguments[..], &from].concat())
    };
    status(&pack("ru,az"), 0);
    let packed = unpack(&fs::read_to_string(out.join("bilateral.js")).unwrap());
    let about: Value = serde_json::from_slice(carried(&packed, "about")).unwrap();
    assert_eq!(about["languages"], serde_json::json!(["ru", "az"]));
    let locale = Locale::read(Language::RU, carried(&packed, "words.ru")).unwrap();
    assert_eq!((locale.words.close, locale.words.period), ("Убрать", "Период"));
    let named = told(&packed, &["ru", "az"]);
    assert_eq!(named.partners[0].name.in_language(Language::EN), None);
    assert!(out.join("static/story.az.svg").exists() && !out.join("static/story.en.svg").exists());
    // The page is in the first language, with a figure that is there.
    let page = fs::read_to_string(out.join("bilateral.html")).unwrap();
    for part in ["<html lang=\"ru\">", "src=\"static/story.ru.svg\"", "oembed/story.ru.json"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let figure = fs::read_to_string(out.join("static/story.ru.svg")).unwrap();
    let alt = page.split("alt=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(alt.len() > 40 && figure.contains(&alt.replace("&quot;", "\"")), "{alt}");
    assert!(!page.contains("first</noscript>"));
    // Without scripts nothing knows which language is wanted: each is one press away, in its own words.
    let other = fs::read_to_string(out.join("static/story.az.svg")).unwrap();
    let headline = other.split("<title ").nth(1).unwrap().split(['>', '<']).nth(1).unwrap();
    let link = format!("<a hreflang=\"az\" href=\"static/story.az.html\">{headline}</a>");
    assert!(page.contains(&format!("<p lang=\"az\">{link}</p></noscript>")), "{page}");

    for (lang, told) in [
        ("en,de", "error: the package has no texts in de; it has them in en, az, ru, kk, tg"),
        ("1", "error: --lang \"1\" is no language; give codes such as en,de"),
    ] {
        let output = pack(lang);
        status(&output, 2);
        assert!(String::from_utf8(output.stderr).unwrap().contains(told), "{told}");
    }
    fs::write(data.join("words/ru.csv"), "key,text\nclose,{n}\n").unwrap();
    let output = pack("ru");
    status(&output, 1);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("words/ru.csv:2:7: places {n} instead of none"), "{errors}");
}

#[test]
fn a_dataset_without_texts_is_told_in_any_language_that_has_words() {
    let data = read_dir(&small("pack-small-5")).unwrap();
    let partners =
        data.partners.into_iter().map(|one| Partner { code: one.code, ..Partner::default() });
    let data = Dataset { partners: partners.collect(), meta: data.meta, ..Dataset::default() };
    let german = Language::from_tag("de").unwrap();
    let told = Told::new(data.clone(), Some(&[german]), &[]).unwrap();
    let georgia = told.data.partners.iter().find(|one| one.code.as_str() == "GE").unwrap();
    assert_eq!(georgia.name.in_language(german), Some("Georgien"));
    assert_eq!(georgia.with.in_language(german), Some("mit Georgien"));
    assert_eq!(georgia.by.in_language(german), Some("nach Statistiken aus Georgien"));
    let module = with_sections(&module(), &told.sections().unwrap()).unwrap();
    assert_eq!(self::told(&module, &["de"]).partners, told.data.partners);
    let unknown = Language::from_tag("xx").unwrap();
    let error = Told::new(data, Some(&[unknown]), &[]).err();
    assert_eq!(error.as_deref(), Some("there are no words in xx; add words/xx.csv"));
}

#[test]
fn a_chart_as_chosen_is_a_picture_a_table_and_a_snippet() {
    let (package, folder) = (small("pack-small-6"), temporary("pack-out-6"));
    let template = template("pack-template-6", &module());
    let [data, to, from] = [&package, &folder, &template].map(|path| path.to_str().unwrap());
    let pack = |chart: &str| {
        let options = ["--lang", "en,ru", "--base", "https://example.org/", "--chart", chart];
        bilateral(&[&["pack", data, "-o", to, "--from", from], &options[..]].concat())
    };
    let query = "view=trade&partners=GE&title=Less+%26+more";
    let done = pack(query);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    for language in ["en", "ru"] {
        let picture = text(&format!("static/chart.{language}.svg"));
        assert!(picture.contains("Less &amp; more"), "{picture}");
        let page = text(&format!("static/chart.{language}.html"));
        assert!(page.contains(&format!("<html lang=\"{language}\">")), "{page}");
        assert!(page.contains("<h1>Less &amp; more</h1>"), "{page}");
        let address = format!("https://example.org/bilateral.html?{query}&lang={language}");
        assert!(page.contains(&address.replace('&', "&amp;")), "{page}");
        let snippet = text(&format!("static/chart.{language}.snippet.html"));
        for part in [
            "<bilateral-chart view=\"trade\" partners=\"GE\" title=\"Less &amp; more\"",
            &format!("lang=\"{language}\""),
            &format!("href=\"https://example.org/static/chart.{language}.html\""),
            &format!("src=\"https://example.org/static/chart.{language}.png\""),
        ] {
            assert!(snippet.contains(part), "{part} in {snippet}");
        }
        let alt = snippet.split("alt=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(alt.len() > 40, "it says what the picture shows: {alt}");
        assert!(folder.join(format!("static/chart.{language}.png")).exists());
        assert!(folder.join(format!("oembed/chart.{language}.json")).exists());
    }
    let record: Value = serde_json::from_str(&text("build.json")).unwrap();
    for file in ["chart.en.svg", "chart.ru.png", "chart.ru.html", "chart.en.snippet.html"] {
        let named = &record["files"][&format!("static/{file}")];
        let bytes = fs::metadata(folder.join("static").join(file)).unwrap().len();
        assert_eq!(named["raw"].as_u64(), Some(bytes), "{file} in build.json");
    }
    // Who has no script sees the chart that was chosen.
    let page = text("bilateral.html");
    assert!(page.contains("<noscript><h1>Less &amp; more</h1>"), "{page}");
    assert!(page.contains("src=\"static/chart.en.svg\"") && page.contains("oembed/chart.en.json"));
    let refused = pack("view=trade&partners=XX");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("--chart: partners"), "{said}");
}

#[test]
fn characters_that_the_pictures_of_a_pack_cannot_show_are_named() {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/scripts");
    let (folder, template) = (temporary("pack-out-7"), template("pack-template-7", &module()));
    let [data, to, from] = [&scripts, &folder, &template].map(|path| path.to_str().unwrap());
    let output = bilateral(&["pack", data, "-o", to, "--from", from]);
    assert!(output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    let told = "warning: the font of pictures has no '\u{62a}', ";
    assert!(errors.contains(told) && errors.contains("the .png files show boxes"), "{errors}");
}
