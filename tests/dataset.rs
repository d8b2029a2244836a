//! The embedded dataset: it is what `data/` says, and every part of it leads to a source.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use bilateral::dataset::{
    Basis, Code, Dataset, Edtf, Language, LocalText, Measure, Qualifier, SourceKind, read_dir,
};
use bilateral::reading::{Observation, observations};

const KZ: Code = Code::new(*b"KZ");
const RU: Code = Code::new(*b"RU");
const TJ: Code = Code::new(*b"TJ");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_embedded_dataset_is_the_folder_data() {
    assert_eq!(
        Dataset::embedded(),
        read_dir(&root().join("data")).expect("data/ passes the check")
    );
}

/// A folder of what the dataset was read from; none, said aloud, where it is not on this machine.
fn shared(name: &str) -> Option<PathBuf> {
    let folder = root().join("../shared").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    // Not by eprintln!, which is shown for failing tests only.
    let skipped = format!("SKIPPED: not checked against {name}, which are not on this machine\n");
    std::io::stderr().write_all(skipped.as_bytes()).expect("standard error takes text");
    None
}

#[test]
fn every_token_of_evidence_stands_in_its_paragraph() {
    let Some(documents) = shared("documents") else { return };
    let data = Dataset::embedded();
    let mut checked = 0;
    for record in data.entries().map(|entry| entry.record()) {
        for citation in &record.citations {
            let source = &data.sources[citation.source as usize];
            let Some(file) = &source.file else { continue };
            let text = fs::read_to_string(documents.join(file)).expect(file);
            let paragraph = citation.paragraph.expect("documents have paragraphs") as usize;
            let paragraphs: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            let place = format!("{}: {file}, paragraph {paragraph}", record.id);
            let paragraph = paragraphs.get(paragraph - 1).unwrap_or_else(|| panic!("{place}"));
            for token in &citation.evidence {
                assert!(paragraph.contains(token), "{place} has no \"{token}\"");
                checked += 1;
            }
        }
    }
    assert!(checked > 250, "only {checked} tokens of evidence");
}

#[test]
fn the_documents_give_more_than_200_records() {
    let data = Dataset::embedded();
    let is_document = |source: u32| data.sources[source as usize].kind == SourceKind::Document;
    let cites = |citations: &[bilateral::dataset::Citation]| {
        citations.iter().any(|one| is_document(one.source))
    };
    let count = data.entries().filter(|entry| cites(&entry.record().citations)).count();
    assert!(count > 200, "only {count} records cite a document");
    let cited: BTreeSet<u32> = data
        .entries()
        .flat_map(|entry| &entry.record().citations)
        .map(|citation| citation.source)
        .collect();
    let unused: Vec<_> =
        (0..data.sources.len() as u32).filter(|one| !cited.contains(one)).collect();
    assert!(unused.is_empty(), "sources that nothing cites: {unused:?}");
}

#[test]
fn every_text_exists_in_five_languages() {
    let data = Dataset::embedded();
    let complete = |text: &LocalText, what: &str| {
        for language in Language::BUILT_IN {
            let missing = !text.has(language);
            assert!(!missing, "{what} \"{}\" has no {}", text.get(Language::EN), language.code());
        }
    };
    data.notes.iter().for_each(|note| complete(note, "note"));
    data.events.iter().for_each(|event| complete(&event.title, "event"));
    data.projects.iter().for_each(|project| complete(&project.title, "project"));
    for partner in &data.partners {
        complete(&partner.name, "partner");
        complete(&partner.with, "partner");
        complete(&partner.by, "partner");
    }
}

#[test]
fn the_sum_without_a_period_has_none() {
    let data = Dataset::embedded();
    let figure = data.figures.iter().find(|figure| figure.value == Some(623_400.0));
    let figure = figure.expect("document 000 gives 623,400");
    assert_eq!((figure.period, figure.period_basis), (None, Basis::None));
    assert!(figure.record.reason.is_some());
}

#[test]
fn the_sum_without_an_end_year_is_dated_by_inference() {
    let data = Dataset::embedded();
    let figure = data.figures.iter().find(|figure| figure.value == Some(529e6));
    let figure = figure.expect("document 003 gives 529 million");
    assert_eq!(figure.period, Edtf::parse("2023").ok());
    assert_eq!((figure.period_basis, figure.reporter), (Basis::Inferred, Some(KZ)));
    assert!(figure.record.reason.is_some());
}

#[test]
fn mirror_statistics_are_found_by_rule() {
    let data = Dataset::embedded();
    let of_2014 = |reporter| {
        data.figures.iter().find(|figure| {
            figure.record.partners == [RU]
                && figure.measure == Measure::TURNOVER
                && figure.period == Edtf::parse("2014").ok()
                && figure.reporter == Some(reporter)
        })
    };
    let ours = of_2014(Code::new(*b"AZ")).expect("Russia 2014 by Azerbaijani customs");
    let theirs = of_2014(RU).expect("Russia 2014 by Russian customs");
    assert_eq!(data.mirrors(ours).collect::<Vec<_>>(), [theirs]);
    assert_eq!(data.mirrors(theirs).collect::<Vec<_>>(), [ours]);
}

fn members(observation: &Observation) -> Vec<usize> {
    [&[observation.leader][..], &observation.others].concat()
}

#[test]
fn rounded_reports_are_one_observation() {
    let data = Dataset::embedded();
    let values = |partner| -> Vec<Vec<f64>> {
        let groups = observations(&data, partner, Measure::TURNOVER);
        let value = |at: &usize| data.figures[*at].value.unwrap_or(0.0);
        groups.iter().map(|group| members(group).iter().map(value).collect()).collect()
    };
    let (kz, tj) = (values(KZ), values(TJ));
    assert!(kz.contains(&vec![529.4e6, 529e6]), "{kz:?}");
    assert!(kz.contains(&vec![461.9e6, 460e6]), "{kz:?}");
    assert!(tj.contains(&vec![5.8e6]) && tj.contains(&vec![5.9e6]), "{tj:?}");
}

#[test]
fn every_figure_of_a_measure_is_in_one_observation() {
    let data = Dataset::embedded();
    for partner in &data.partners {
        for measure in data.measures() {
            let groups = observations(&data, partner.code, measure);
            let mut grouped: Vec<_> = groups.iter().flat_map(members).collect();
            grouped.sort();
            let chosen = |at: &usize| {
                let figure = &data.figures[*at];
                figure.measure == measure && figure.record.partners == [partner.code]
            };
            let all: Vec<_> = (0..data.figures.len()).filter(chosen).collect();
            assert_eq!(grouped, all);
        }
    }
}

#[test]
fn a_record_and_its_conflicts_are_found_by_id() {
    let data = Dataset::embedded();
    for conflict in &data.conflicts {
        for id in &conflict.records {
            assert_eq!(&data.record(id).expect(id).id, id);
            assert!(data.conflicts_of(id).any(|one| one == conflict));
        }
    }
    assert_eq!(data.record("no such record"), None);
    assert_eq!(data.partner(TJ).expect("Tajikistan").name.get(Language::EN), "Tajikistan");
}

#[test]
fn a_change_without_a_number_has_no_value() {
    let data = Dataset::embedded();
    let wordless = |qualifier| matches!(qualifier, Qualifier::Rose | Qualifier::Fell);
    assert!(data.figures.iter().any(|figure| wordless(figure.qualifier)));
    for figure in &data.figures {
        assert_eq!(figure.value.is_none(), wordless(figure.qualifier), "{}", figure.record.id);
    }
}
