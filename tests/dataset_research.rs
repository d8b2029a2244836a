//! The dataset against the tables it was carried over from, where they are on this machine.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write;
use std::path::Path;

use bilateral::dataset::{
    Basis, Certainty, Code, Dataset, Edtf, Figure, Measure, PublishedFrom, Qualifier, Source,
    TitleFrom, Unit,
};
use csv_core::{ReadFieldResult, Reader};

/// One row of a table, by column.
type Row = HashMap<String, String>;

/// The rows of a table of the research; none, said aloud, where it is not on this machine.
fn research(name: &str) -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/research");
    let Ok(bytes) = fs::read(folder.join(name)) else {
        // Not by eprintln!, which is shown for failing tests only.
        let skipped = format!("SKIPPED: {name} is not on this machine\n");
        std::io::stderr().write_all(skipped.as_bytes()).expect("standard error takes text");
        return Vec::new();
    };
    let mut lines = cells(&bytes).into_iter();
    let head = lines.next().expect("a header");
    let rows: Vec<Row> =
        lines.map(|line| head.iter().cloned().zip(line).collect::<Row>()).collect();
    assert!(rows.len() > 50, "only {} rows of {name}", rows.len());
    rows
}

fn cells(mut bytes: &[u8]) -> Vec<Vec<String>> {
    let (mut reader, mut lines, mut line, mut cell) = (Reader::new(), vec![], vec![], vec![]);
    loop {
        let mut buffer = [0; 4096];
        let (result, read, written) = reader.read_field(bytes, &mut buffer);
        bytes = &bytes[read..];
        cell.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::Field { record_end } => {
                line.push(String::from_utf8(std::mem::take(&mut cell)).expect("UTF-8"));
                if record_end {
                    lines.push(std::mem::take(&mut line));
                }
            }
            ReadFieldResult::End => return lines,
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
        }
    }
}

fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

/// A row's partner and measure as the dataset has them: what the reporting country sells is what
/// its partner buys.
fn turned(data: &Dataset, row: &Row) -> (Code, Measure) {
    let (reporter, partner) = (code(&row["reporter"]), code(&row["partner"]));
    let measure = data.measure(&row["measure"]).expect("a measure");
    if partner != data.meta.reporting {
        return (partner, measure);
    }
    let measure = match measure {
        Measure::EXPORTS => Measure::IMPORTS,
        Measure::IMPORTS => Measure::EXPORTS,
        other => other,
    };
    (reporter, measure)
}

fn is_cited(data: &Dataset, figure: &Figure, address: &str) -> bool {
    let mut cited = figure.record.citations.iter().map(|citation| citation.source as usize);
    cited.any(|source| data.sources[source].url.as_deref() == Some(address))
}

#[test]
fn every_later_figure_stands_with_its_page() {
    let data = Dataset::embedded();
    for row in research("published-figures-2.csv") {
        let (partner, measure) = turned(&data, &row);
        let value: f64 = row["value_usd"].parse().expect("a number");
        let found = data.figures.iter().find(|figure| {
            figure.record.partners == [partner]
                && figure.measure == measure
                && figure.unit == Unit::parse("USD").expect("dollars")
                && figure.value == Some(value)
                && figure.period.is_some_and(|period| period.print() == row["period"])
                && is_cited(&data, figure, &row["address"])
        });
        let figure = found.unwrap_or_else(|| panic!("no figure for {row:?}"));
        let unnamed = row["note"].contains("not named");
        let reporter = figure.reporter.map(|code| code.as_str().to_owned());
        assert!(
            unnamed || reporter.as_deref() == Some(row["reporter"].as_str()),
            "{} is not by {}",
            figure.record.id,
            row["reporter"]
        );
    }
}

#[test]
fn the_yearly_series_is_the_one_that_was_read() {
    let data = Dataset::embedded();
    let mut found = HashSet::new();
    for row in research("yearly-mirror.csv") {
        let (partner, measure) = turned(&data, &row);
        let reporter = code(&row["reporter"]);
        let period = Edtf::parse(&row["year"]).ok();
        let of_row = |figure: &&Figure| {
            figure.record.partners == [partner]
                && figure.measure == measure
                && figure.reporter == Some(reporter)
                && figure.period == period
                && is_cited(&data, figure, "https://correlatesofwar.org/data-sets/bilateral-trade/")
        };
        let figure = data.figures.iter().find(of_row).unwrap_or_else(|| panic!("no {row:?}"));
        let read: f64 = row["value_usd"].parse().expect("a number");
        let told = if read == 0.0 {
            (Some(500_000.0), Qualifier::UpTo)
        } else {
            (Some(read), Qualifier::Exact)
        };
        let id = &figure.record.id;
        assert_eq!((figure.value, figure.qualifier), told, "{id}");
        assert!(figure.record.reason.is_some() && !figure.derived, "{id}");
        let doubted = reporter == data.meta.reporting && row["year"] == "2014";
        let certainty = if doubted { Certainty::Ambiguous } else { Certainty::Inferred };
        assert_eq!(figure.record.certainty, certainty, "{id}");
        assert_eq!(data.conflicts_of(id).count() > 0, doubted, "{id}");
        assert!(found.insert(id.clone()), "{id} twice");
    }
}

#[test]
fn sources_are_named_as_their_pages_or_addresses_name_them() {
    let data = Dataset::embedded();
    for row in research("source-titles.csv") {
        let id = &row["id"];
        let source: &Source = data.sources.iter().find(|one| one.id == *id).expect(id);
        assert_eq!(source.url.as_ref(), Some(&row["url"]), "{id}");
        if !row["title"].is_empty() {
            assert_eq!(source.title, row["title"], "{id}");
        }
        let title_from = source.title_from.map_or("", TitleFrom::as_str);
        let neither = row["title_basis"].is_empty() && title_from == "described";
        assert!(neither || title_from == row["title_basis"], "{id}: a title from {title_from:?}");
        let published_from = source.published_from.map_or("", PublishedFrom::as_str);
        assert_eq!(published_from, row["published_basis"], "{id}: a date's place");
        let (page, address) = (&row["published"], &row["date_from_address"]);
        let published = source.published.map(|date| date.print()).unwrap_or_default();
        if !page.is_empty() {
            assert_eq!(
                (published.as_str(), source.published_basis),
                (page.as_str(), Basis::Stated),
                "{id}"
            );
        } else if !address.is_empty() {
            assert!(published.starts_with(address.as_str()), "{id}: {published} is not {address}");
        }
    }
}
