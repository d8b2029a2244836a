//! `builder.html`: one page that carries its script, its module and the files that it packs into, all
//! in one archive.

use crate::package::{File, stamped};
use crate::page::{self, Bundler};
use crate::wasm::{self, Module, Way};
use crate::{Places, glue, sizes};
use anyhow::{Context, Result, anyhow, bail};
use bilateral::publish;
use lzma_rust2::{CheckType, XzOptions, XzWriter};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use xtask::step::step;

/// What the archive is packed with: more than all of it.
const WINDOW: u32 = 8 << 20;

/// The digits of Z85.
const LETTERS: &[u8; 85] =
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

/// Compiles and binds the page's module, in a folder inside `folder`; answers that folder.
pub(crate) fn bind(places: &Places, way: Way, folder: &Path) -> Result<PathBuf> {
    let compiled = wasm::compile(&places.root, Some(way), Module::Builder)?;
    let folder = folder.join("builder");
    fs::create_dir_all(&folder)?;
    glue::bind(&compiled.wasm, &folder)?;
    Ok(folder)
}

/// The page's module, made as small as it gets, and its glue.
pub(crate) fn module(
    places: &Places,
    way: Way,
    modules: &Path,
    folder: &Path,
) -> Result<(Vec<u8>, PathBuf)> {
    let folder = bind(places, way, folder)?;
    Ok((glue::optimise(&folder, modules, glue::BOUND, glue::NAMED)?, folder.join("glue.js")))
}

/// Adds the page to `files`, which hold all that it carries.
pub(crate) fn add(
    files: &mut Vec<File>,
    module: &[u8],
    bundler: &Bundler,
    root: &Path,
    version: &str,
) -> Result<()> {
    let page = step("make the builder page", || page(files, module, bundler, root, version))?;
    files.push(("builder.html".to_owned(), page.into_bytes()));
    Ok(())
}

fn page(
    files: &[File],
    module: &[u8],
    bundler: &Bundler,
    root: &Path,
    version: &str,
) -> Result<String> {
    let find = |name: &str| {
        let file = files.iter().find(|(file, _)| file == name);
        file.map(|(_, bytes)| bytes.as_slice()).with_context(|| format!("no {name} to carry"))
    };
    let text = |name: &str| Ok::<_, anyhow::Error>(std::str::from_utf8(find(name)?)?);
    let read = |name: &str| {
        let path = root.join("www/builder").join(name);
        fs::read_to_string(&path).with_context(|| format!("no www/builder/{name}"))
    };
    let own = stamped(bundler.script("builder/main.js")?.trim_end(), version);
    let mut parts =
        vec![("builder.js", own.as_bytes().to_vec()), ("builder.wasm", module.to_vec())];
    for name in publish::pkg_files() {
        // The module stands once in the archive, and in none of the scripts that carry it; with all its
        // languages, as the page fetches none.
        let emptied = match name {
            "bilateral.wasm" => {
                let [whole, _] = page::carried(text("bilateral.js")?)?;
                parts.push((name, whole));
                continue;
            }
            "bilateral.js" | "index.mjs" => publish::with_parts(text(name)?, [&[], &[]], ("", "")),
            "bilateral.html" => publish::page_with_parts(text(name)?, [&[], &[]], ("", "")),
            _ => {
                parts.push((name, find(name)?.to_vec()));
                continue;
            }
        };
        parts.push((name, emptied.map_err(|what| anyhow!("{name} {what}"))?.into_bytes()));
    }
    let template = read("builder.html")?
        .replace("{{systems}}", read("systems.html")?.trim_end())
        .replace("{{integrity}}", &sizes::integrity(find("bilateral.js")?))
        .replace("{{inner}}", &page::hash(&own));
    let page = page::inline(&template, &bundler.script("builder/boot.js")?)?;
    let carried = letters(&archive(&parts)?);
    if ["</script", "<!--"].iter().any(|ending| carried.to_ascii_lowercase().contains(ending)) {
        bail!("what the page carries would end its script: change any byte of it");
    }
    Ok(stamped(&page, version).replace("{{carried}}", &carried))
}

/// Bytes as letters by Z85 (rfc.zeromq.org/spec/32), five for four bytes: 6 % fewer than base64.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for four in bytes.chunks(4) {
        let mut padded = [0; 4];
        padded[..four.len()].copy_from_slice(four);
        let number = u32::from_be_bytes(padded);
        for place in (0..5).rev() {
            text.push(char::from(LETTERS[(number / 85_u32.pow(place) % 85) as usize]));
        }
    }
    text
}

/// A line that lists names and sizes, then the bytes, packed.
fn archive(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let list: Vec<_> = parts.iter().map(|(name, bytes)| json!([name, bytes.len()])).collect();
    let mut options = XzOptions::with_preset(9);
    options.lzma_options.dict_size = WINDOW;
    // What the page unpacks with knows no other.
    options.set_check_sum_type(CheckType::Crc32);
    let mut writer = XzWriter::new(Vec::new(), options)?;
    writer.write_all(format!("{}\n", json!(list)).as_bytes())?;
    for (_, bytes) in parts {
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_specification_has_them() {
        let bytes = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B];
        assert_eq!(letters(&bytes), "HelloWorld");
    }
}
