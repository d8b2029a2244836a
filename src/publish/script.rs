//! Another module for a built script, and for the page that has it inside.

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

/// The script with `other` in place of `module`, which it carries as gzip in base64.
///
/// Fails where it carries another module.
pub fn with_module(script: &str, module: &[u8], other: &[u8]) -> Result<String, String> {
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    let runs = script.as_bytes().split(|byte| !is_base64(*byte));
    let payload = runs.max_by_key(|run| run.len()).unwrap_or_default();
    let mut carried = Vec::new();
    let unpacked = STANDARD
        .decode(payload)
        .is_ok_and(|packed| GzDecoder::new(&*packed).read_to_end(&mut carried).is_ok());
    if !unpacked || carried != module {
        return Err("carries another module than bilateral.wasm".to_owned());
    }
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
    let packed = packer.write_all(other).and_then(|()| packer.finish());
    let packed = packed.map_err(|error| error.to_string())?;
    let payload = str::from_utf8(payload).map_err(|error| error.to_string())?;
    Ok(script.replacen(payload, &STANDARD.encode(packed), 1))
}

/// The page with another module in its inline script, and the script's hash in its policy.
///
/// Fails where the page has no such script, or its policy does not name it.
pub fn page_with_module(page: &str, module: &[u8], other: &[u8]) -> Result<String, String> {
    let scripts = page.match_indices("<script>").map(|(at, tag)| at + tag.len());
    let longest = scripts
        .filter_map(|from| Some(&page[from..from + page[from..].find("</script>")?]))
        .max_by_key(|script| script.len());
    let script = longest.ok_or("has no inline script")?;
    let hash = hash(script);
    if page.matches(&hash).count() != 1 {
        return Err("does not name its script's hash in its policy".to_owned());
    }
    let packed = with_module(script, module, other)?;
    Ok(page.replacen(&hash, &self::hash(&packed), 1).replacen(script, &packed, 1))
}

/// As a content security policy names a script.
fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}
