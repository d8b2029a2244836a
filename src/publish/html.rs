//! The static figure with its table as a page that needs no script.
//!
//! Short, as tables are long: cells and rows of the body end where the next ones begin, and what
//! most records have in common is said once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use super::edition::Edition;
use super::linked_data::{DATASET, is_web, linked_data};
use crate::dataset::{Certainty, Dataset, Source};
use crate::locale::{Locale, append, date, sentence};
use crate::table::{Listing, Of};
use crate::words::{Texts, published_basis, publisher_and_title, title_basis};

/// In place of the words that most records have for how certain they are.
const STATED: &str = "✓";

/// Between how certain a record is and why.
const REASON: &str = ": ";
/// What so many records share of how certain they are, and why, is told once, below the table.
const COMMON: usize = 3;

/// Element and attribute text.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(char),
        }
    }
    out
}

/// An attribute's value, in quotes only where it needs them.
fn value(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/?&;%#".contains(&byte);
    let escaped = escape(text);
    let bare = !escaped.is_empty() && escaped.bytes().all(plain) && !escaped.ends_with('/');
    if bare { escaped } else { format!("\"{escaped}\"") }
}

fn certainty(out: &mut String, cell: &str, stated: &str, numbers: &HashMap<&str, usize>) {
    if cell == stated {
        out.push_str(STATED);
        return;
    }
    match numbers.get(cell) {
        Some(number) => {
            let _ = write!(out, "<a href=#N{number}>*{number}</a>");
        }
        None => out.push_str(&escape(cell)),
    }
}

/// What a page shows besides its words.
pub(super) struct HtmlPage<'a> {
    pub edition: Edition<'a>,
    pub data: &'a Dataset,
    pub locale: &'a Locale,
    pub texts: &'a Texts,
    pub table: &'a Listing,
    /// What the picture shows, for those who do not see it.
    pub summary: &'a str,
    /// The picture's size in CSS pixels.
    pub size: (u32, u32),
    /// The picture as an SVG document where the page stands alone; no file lies beside it then.
    pub inline: Option<&'a str>,
}

impl HtmlPage<'_> {
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        self.head(&mut out);
        self.figure(&mut out);
        self.table(&mut out);
        self.sources(&mut out);
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }

    fn head(&self, out: &mut String) {
        let Edition { language, base, title, .. } = self.edition;
        let name = self.edition.name();
        let (title, subtitle) = (escape(title), escape(&self.texts.subtitle));
        let oembed = escape(&base.of(&format!("oembed/{name}.json")));
        let _ = write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"color-scheme\" content=\"light\"/>\n<title>{title}</title>\n\
             <meta name=\"description\" content=\"{subtitle}\"/>\n",
            language.code(),
        );
        if self.inline.is_none() {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" \
                 title=\"{title}\"/>",
            );
        }
        // Who reads these wants absolute addresses.
        if base.is_absolute() {
            let page = escape(&base.of(&format!("static/{name}.html")));
            let card = escape(&base.of(&self.edition.card()));
            for (property, content) in [
                ("og:type", "article"),
                ("og:title", &title),
                ("og:description", &subtitle),
                ("og:url", &page),
                ("og:image", &card),
                ("og:image:width", "1200"),
                ("og:image:height", "630"),
            ] {
                let _ = writeln!(out, "<meta property=\"{property}\" content=\"{content}\"/>");
            }
            out.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\"/>\n");
        }
        let cited = self.table.sources.iter().map(|at| &self.data.sources[*at as usize]);
        let linked = linked_data(self.data, cited, &base.of(DATASET), self.locale);
        let linked = if self.inline.is_some() { "" } else { &linked };
        let _ = write!(out, "{linked}\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n");
    }

    fn figure(&self, out: &mut String) {
        let name = self.edition.name();
        let (width, height) = self.size;
        let _ = write!(
            out,
            "<h1>{}</h1>\n<p>{}</p>\n",
            escape(self.edition.title),
            escape(&self.texts.subtitle),
        );
        if let Some(svg) = self.inline {
            let _ = writeln!(out, "<p>{svg}</p>");
            return;
        }
        let _ = writeln!(
            out,
            "<p><a href=\"{}\"><img src=\"{}\" width=\"{width}\" height=\"{height}\" \
             alt=\"{}\"/></a></p>",
            escape(&self.edition.base.of(&self.edition.page())),
            escape(&self.edition.base.of(&format!("static/{name}.png"))),
            escape(self.summary),
        );
    }

    fn table(&self, out: &mut String) {
        let _ = write!(
            out,
            "<table>\n<caption>{}</caption>\n<thead>\n<tr>",
            escape(&self.table.caption)
        );
        for column in &self.table.columns {
            let _ = write!(out, "<th scope=col>{}", escape(column.name));
        }
        // Rows and sources stand without line ends: of fifty tables these are ten thousand bytes.
        out.push_str("\n<tbody>");
        let locale = self.locale;
        let stated = sentence(locale, locale.words.certainty(Certainty::Stated));
        let reasons = self.common_reasons();
        let numbers: HashMap<&str, usize> = reasons.iter().copied().zip(1..).collect();
        for row in &self.table.rows {
            let _ = write!(out, "<tr id={}>", value(&row.record));
            for (index, cell) in row.cells.iter().enumerate() {
                out.push_str(if index == 0 { "<th>" } else { "<td>" });
                if self.table.columns[index].of == Of::Certainty {
                    certainty(out, cell, &stated, &numbers);
                } else {
                    out.push_str(&escape(cell));
                }
            }
            out.push_str("<td>");
            for (index, cited) in row.citations.iter().enumerate() {
                let comma = if index > 0 { "; " } else { "" };
                let number = cited.source;
                let _ = write!(out, "{comma}<a href=#S{number}>[{number}]</a>");
                if let Some(locator) = &cited.locator {
                    let _ = write!(out, ", {}", escape(locator));
                }
            }
        }
        let _ = write!(out, "</table>\n<p>{STATED} {}</p>\n", escape(&stated));
        for (index, reason) in reasons.iter().enumerate() {
            let _ = writeln!(out, "<p id=N{0}>*{0} {1}</p>", index + 1, escape(reason));
        }
    }

    /// How certain several records are for one reason, and why, in the table's order.
    fn common_reasons(&self) -> Vec<&str> {
        let Some(at) = self.table.columns.iter().position(|column| column.of == Of::Certainty)
        else {
            return Vec::new();
        };
        let reasons = || {
            let cells = self.table.rows.iter().map(move |row| row.cells[at].as_str());
            cells.filter(|cell| cell.contains(REASON))
        };
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for reason in reasons() {
            *counts.entry(reason).or_default() += 1;
        }
        let mut is_common = |reason| counts.remove(reason).is_some_and(|count| count >= COMMON);
        reasons().filter(|reason| is_common(*reason)).collect()
    }

    fn sources(&self, out: &mut String) {
        let locale = self.locale;
        let _ = write!(out, "<h2>{}</h2>\n<ol>", escape(locale.words.sources));
        let mut bases = Vec::new();
        for (index, source) in self.table.sources.iter().enumerate() {
            let source: &Source = &self.data.sources[*source as usize];
            let mut name = publisher_and_title(source, locale);
            name.push_str(&signed(&mut bases, title_basis(source, locale)));
            let day = source.published.map_or_else(String::new, |at| date(locale, &at));
            append(&mut name, ", ", &day);
            name.push_str(&signed(&mut bases, published_basis(source, locale)));
            let name = escape(&name);
            // Ids of records have no capitals.
            let _ = write!(out, "<li id=S{}>", index + 1);
            let _ = match source.url.as_deref().filter(|url| is_web(url)) {
                Some(url) => write!(out, "<a href={}>{name}</a>", value(url)),
                None => write!(out, "{name}"),
            };
        }
        out.push_str("</ol>\n");
        for (sign, basis) in SIGNS.iter().zip(&bases) {
            let _ = writeln!(out, "<p>{sign} {}</p>", escape(basis));
        }
        let _ = write!(out, "<p>{}", escape(&self.texts.footer));
        if self.inline.is_none() {
            let _ = write!(out, " <a href={}>JSON</a>", value(&self.edition.base.of(DATASET)));
        }
        out.push_str("</p>\n");
    }
}

/// What is said of titles and dates that stand elsewhere than on the page: a sign, told below the list.
const SIGNS: [&str; 6] = ["†", "‡", "§", "¶", "°", "^"];

/// The sign of a basis, which the first one that has it adds to the list; the basis where signs are out.
fn signed<'a>(bases: &mut Vec<&'a str>, basis: &'a str) -> Cow<'a, str> {
    if basis.is_empty() {
        return Cow::Borrowed("");
    }
    let at = bases.iter().position(|known| *known == basis).unwrap_or(bases.len());
    match SIGNS.get(at) {
        Some(sign) => {
            if at == bases.len() {
                bases.push(basis);
            }
            Cow::Borrowed(sign)
        }
        None => Cow::Owned([", ", basis].concat()),
    }
}

/// A link of a source says where it leads, whatever its name.
const STYLE: &str = "\
body{margin:0;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;\
color:#1b1f24;background:#fff}\
main{max-width:960px;margin:0 auto;padding:16px;overflow-x:auto}\
h1{font-size:24px;line-height:1.25;margin:0 0 4px}\
h2{font-size:18px}\
img,svg{max-width:100%;height:auto}\
table{border-collapse:collapse;font-size:14px}\
caption{text-align:start;font-weight:bold;padding:8px 0}\
th,td{text-align:start;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid #e4e7eb}\
tbody th{font-weight:normal}\
ol,main>p:last-child{font-size:14px}\
li{padding:3px 0}\
a{color:#0b5fa5}\
ol a::after{content:\" \" attr(href);color:#57606a;overflow-wrap:anywhere}";
