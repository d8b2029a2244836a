//! Tags and entities of HTML in a cell: what they say, as plain text.

/// Tags that part words; other known ones stand within them.
const BLOCKS: [&str; 14] =
    ["br", "p", "div", "li", "ul", "ol", "tr", "td", "blockquote", "h1", "h2", "h3", "h4", "hr"];
const WITHIN: [&str; 18] = [
    "a", "b", "i", "u", "em", "strong", "span", "img", "sup", "sub", "small", "font", "cite", "q",
    "code", "s", "mark", "iframe",
];
const ENTITIES: [(&str, &str); 14] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
];

/// The text without them; none where it has none. The first address of a link is taken where there
/// is no address yet, and others stand behind what they are the links of.
pub(super) fn plain(text: &str, address: &mut Option<String>) -> Option<String> {
    let (mut out, mut rest, mut link, mut found) = (String::new(), text, None, false);
    while let Some(at) = rest.find(['<', '&']) {
        out += &rest[..at];
        rest = &rest[at..];
        if let Some((name, inside, behind)) = tag(rest) {
            (found, rest) = (true, behind);
            if BLOCKS.contains(&name.as_str()) {
                out.push(' ');
            } else if name == "a"
                && let Some(closed) = std::mem::replace(&mut link, href(inside))
            {
                keep(closed, address, &mut out);
            }
        } else if let Some((char, behind)) = entity(rest) {
            (found, rest) = (true, behind);
            out += &char;
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    if let Some(link) = link {
        keep(link, address, &mut out);
    }
    out += rest;
    found.then(|| out.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn keep(link: String, address: &mut Option<String>, out: &mut String) {
    match address {
        None => *address = Some(link),
        Some(known) if *known == link => {}
        Some(_) => *out += &format!(" ({link})"),
    }
}

/// The name of a known tag, what else stands in it, and the text behind it.
fn tag(text: &str) -> Option<(String, &str, &str)> {
    let (inside, behind) = text.strip_prefix('<')?.split_once('>')?;
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside[..end].to_ascii_lowercase();
    let ends = inside[end..].chars().next().is_none_or(|char| char.is_whitespace() || char == '/');
    let is_known = BLOCKS.contains(&name.as_str()) || WITHIN.contains(&name.as_str());
    (is_known && ends).then_some((name, &inside[end..], behind))
}

fn href(inside: &str) -> Option<String> {
    let (_, value) = inside.split_once("href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        mark @ ('"' | '\'') => value[1..].split(mark).next()?,
        _ => value.split_whitespace().next()?,
    };
    let mut none = Some(String::new());
    let value = plain(value, &mut none).unwrap_or_else(|| value.to_owned());
    value.starts_with("http").then_some(value)
}

fn entity(text: &str) -> Option<(String, &str)> {
    let (name, behind) = text.strip_prefix('&')?.split_once(';')?;
    if let Some((_, char)) = ENTITIES.iter().find(|(known, _)| *known == name) {
        return Some(((*char).to_owned(), behind));
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let char = char::from_u32(code).filter(|char| !char.is_control())?;
    Some((char.to_string(), behind))
}
