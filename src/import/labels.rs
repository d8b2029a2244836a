//! What a row says of its values beside them: partner, reporter, period, measure, unit, notes.

use super::above;
use super::commodity;
use super::context::Context;
use super::country;
use super::date;
use super::draft::Draft;
use super::fit::MEASURES;
use super::grid::At;
use super::marks::is_missing;
use super::period;
use super::pivot;
use super::questions;
use super::remark;
use super::row_labels::RowLabels;
use super::row_place::{RowPlace, Stop};
use super::row_unit;
use super::sayings;
use super::status::status;
use super::told::Saying;
use super::totals;
use super::words;
use crate::dataset::Code;

/// Fields that together are one date.
const DATED: [&str; 8] =
    ["year", "month", "quarter", "day", "end", "end-year", "end-month", "end-day"];

/// Reads all label columns of a row.
pub(super) fn read(place: &RowPlace, draft: &mut Draft) -> Result<RowLabels, Stop> {
    let mut labels = RowLabels::default();
    if let Some(pivot) = &place.columns.pivot {
        pivot::labels(pivot, place, draft, &mut labels)?;
    } else {
        labels.context.partner = country(place, "partner", draft, &mut labels.from)?;
    }
    labels.reporter = country(place, "reporter", draft, &mut labels.from)?;
    sides(place, draft, &mut labels)?;
    measure(place, draft, &mut labels)?;
    row_unit::unit(place, draft, &mut labels.context, &mut labels.from)?;
    row_unit::scale(place, draft, &mut labels.context, &mut labels.from)?;
    labels.part = commodity::part(place, draft, &mut labels.from);
    if place.columns.pivot.is_none() {
        labels.context.period = period::read(place, draft, &mut labels.from)?;
    }
    let dated = ["period", "year"].into_iter().flat_map(|field| place.columns.of(field));
    let marks = dated.filter_map(|column| date::marked_year(place.text(draft, column.index)));
    labels.mark = marks.map(|(_, mark)| mark.to_owned()).next();
    for (field, _) in &mut labels.from {
        if DATED.contains(field) {
            *field = "period";
        }
    }
    let mut urls = place.columns.of("url").map(|column| place.text(draft, column.index));
    labels.link = urls.find(|text| text.starts_with("http")).map(String::from);
    let had_link = labels.link.is_some();
    for field in place.fields.iter().copied() {
        if let Some(column) =
            place.columns.of(field).find(|column| !is_missing(place.text(draft, column.index)))
        {
            let mut text = place.text(draft, column.index).to_owned();
            let at = place.at(column.index);
            if field == "status" {
                text = status(place, column.index, text, draft)?;
            }
            if field == "title" {
                text = labels.plain(text, at, draft);
            }
            match unfit(field, &text, draft) {
                Some(why) => draft.leave_cell(at, why),
                None => {
                    labels.fields.push((field, text));
                    labels.from.push((field, at));
                }
            }
        }
    }
    for column in place.columns.of("note") {
        remark::note(place, column, draft, &mut labels);
    }
    if place.columns.has_values() {
        labels.unsaid(place, draft)?;
    }
    if let Some(link) = labels.link.clone().filter(|_| !had_link) {
        labels.fields.push(("url", link));
    }
    Ok(labels)
}

/// The country that the first column of a field knows; further ones that agree are taken too.
fn country(
    place: &RowPlace,
    field: &'static str,
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Result<Option<String>, Stop> {
    let (mut found, mut unknown): (Option<String>, Vec<usize>) = (None, Vec::new());
    let columns: Vec<usize> = place.columns.of(field).map(|column| column.index).collect();
    for index in columns {
        let text = place.text(draft, index);
        if is_missing(text) {
            continue;
        }
        let row = place.source(draft, index);
        if row != place.row && draft.said(place.grid, index, sayings::ABOVE) {
            let cell = draft.grids[place.grid].address(row, index);
            let what = Saying::of(sayings::ABOVE).text("cell", cell);
            draft.infer(&place.address(draft, index), what);
        }
        let text = place.text(draft, index);
        let told = draft.answers.reading(text);
        if told == Some("-") {
            return Err(Stop::Left(sayings::BY_READ.into()));
        }
        let told = told.filter(|told| Code::parse(told).is_some());
        let named = || country::code(text).or_else(|| totals::world(text));
        let code = told.or_else(named).map(String::from);
        if let Some(code) = code.as_deref().filter(|_| told.is_none() && is_rest(text)) {
            let what = Saying::of(sayings::REST).text("text", text);
            let what = what.text("country", country::name(code));
            let address = place.address(draft, index);
            if draft.said(place.grid, index, code) {
                draft.infer(&address, what);
            }
        }
        match (code, &found) {
            (Some(code), None) => {
                from.push((field, place.at(index)));
                found = Some(code);
            }
            (Some(code), Some(known)) if code == *known => from.push((field, place.at(index))),
            (Some(_), Some(_)) => {
                let why = of_country(field, [sayings::OTHER_PARTNER, sayings::OTHER_REPORTER]);
                draft.leave_cell(place.at(index), why);
            }
            (None, _) => unknown.push(index),
        }
    }
    if found.is_none() && unknown.is_empty() && field == "partner" {
        found = above::partner(place, draft, from)?;
    }
    if found.is_none() && !unknown.is_empty() {
        return Err(unknown_country(place, field, &unknown, draft));
    }
    for index in unknown {
        let why = of_country(field, [sayings::NO_PARTNER, sayings::NO_REPORTER]);
        draft.leave_cell(place.at(index), why);
    }
    Ok(found)
}

/// Whether a text names what is not elsewhere specified.
fn is_rest(text: &str) -> bool {
    words::fold(text).ends_with("nes")
}

/// Who sells to whom, as the package's country sees it.
fn sides(place: &RowPlace, draft: &mut Draft, labels: &mut RowLabels) -> Result<(), Stop> {
    let exporter = country(place, "exporter", draft, &mut labels.from)?;
    let importer = country(place, "importer", draft, &mut labels.from)?;
    let (Some(exporter), Some(importer)) = (exporter, importer) else { return Ok(()) };
    let reporting = draft.meta.reporting.as_str();
    if reporting.is_empty() {
        return Err(Stop::Asked);
    }
    let (measure, partner) = match (exporter == reporting, importer == reporting) {
        (true, false) => ("exports", importer),
        (false, true) => ("imports", exporter),
        _ => return Err(Stop::Left(sayings::FOREIGN.into())),
    };
    for (field, _) in &mut labels.from {
        if matches!(*field, "exporter" | "importer") {
            *field = "partner";
        }
    }
    labels.context.measure = Some(measure.into());
    labels.context.partner = Some(partner);
    Ok(())
}

/// What is said of a field of countries, by whether it holds partners or reporters.
fn of_country(field: &str, [partner, reporter]: [&'static str; 2]) -> &'static str {
    if field == "reporter" { reporter } else { partner }
}

fn unknown_country(place: &RowPlace, field: &str, columns: &[usize], draft: &mut Draft) -> Stop {
    for index in columns {
        let text = words::fold(place.text(draft, *index));
        if totals::is_total(&text) {
            return Stop::Left(sayings::TOTAL.into());
        }
        if is_rest(&text) || text.starts_with("areas,") || text.starts_with("other ") {
            return Stop::Left(sayings::AREA.into());
        }
    }
    // The longest text tells most: a name rather than its number.
    let index = columns.iter().copied().max_by_key(|index| place.text(draft, *index).len());
    let index = index.unwrap_or(0);
    let text = place.text(draft, index).to_owned();
    let form = of_country(field, [questions::PARTNER_OF, questions::REPORTER_OF]);
    let what = Saying::of(form).text("text", &text);
    if draft.is_asked(&what) {
        return Stop::Asked;
    }
    let mut answers: Vec<String> =
        country::nearest(&text).iter().map(|code| format!("--read \"{text}={code}\"")).collect();
    if answers.is_empty() {
        answers.push(format!("--read \"{text}=CODE\""));
    }
    answers.push(format!("--read \"{text}=-\""));
    draft.ask(place.address(draft, index), what, answers);
    Stop::Asked
}

fn measure(place: &RowPlace, draft: &mut Draft, labels: &mut RowLabels) -> Result<(), Stop> {
    let columns: Vec<usize> = place.columns.of("measure").map(|column| column.index).collect();
    for index in columns {
        let text = place.text(draft, index).to_owned();
        if is_missing(&text) {
            continue;
        }
        let told = draft.answers.reading(&text).map(String::from);
        if told.as_deref() == Some("-") {
            return Err(Stop::Left(sayings::BY_READ.into()));
        }
        let told = told.filter(|told| MEASURES.contains(&told.as_str()));
        let code = words::find("code", &text).filter(|_| place.columns.codes && told.is_none());
        if let Some(code) = code
            && draft.said(place.grid, index, &text)
        {
            let what = Saying::of(sayings::CODE).text("text", &text).said("measure", code);
            draft.infer(&place.address(draft, index), what);
        }
        let meant = draft.context(code.unwrap_or(&text));
        let said = Context { period: None, partner: None, field: None, ..meant };
        if let (Some(part), None) = (said.part, &told) {
            return Err(Stop::Left(Saying::of(sayings::PART_OF_FLOW).said("what", part)));
        }
        if let (Some(other), None) = (said.other, &told) {
            return Err(Stop::Left(Saying::of(sayings::OTHER).said("what", other)));
        }
        // What is called a measure may be the unit: `USD mln`.
        let is_unit = said.is_amount() && said.strange.is_none() && !said.change;
        if told.is_none() && said.measure.is_none() && is_unit {
            labels.from.push(("unit", place.at(index)));
            labels.context = Context { own_unit: true, ..labels.context.over(&said) };
            continue;
        }
        let measure = told.or_else(|| said.measure.clone());
        if measure.is_none() && labels.context.measure.is_none() {
            let answers = ["exports", "imports", "turnover", "-"]
                .map(|word| format!("--read \"{text}={word}\""))
                .to_vec();
            let what = Saying::of(questions::MEASURE_OF).text("text", text);
            draft.ask(place.address(draft, index), what, answers);
            return Err(Stop::Asked);
        }
        let known = labels.context.measure.clone();
        // "Trade value" is of the flow that another column says.
        let vague = |measure: &Option<String>| measure.as_deref() == Some("turnover");
        if known.is_none() || measure == known || vague(&known) && measure.is_some() {
            labels.from.push(("measure", place.at(index)));
            labels.context = Context { measure, ..said }.over(&labels.context);
        } else if vague(&measure) && said.is_amount() {
            labels.from.push(("unit", place.at(index)));
            labels.context = labels.context.over(&said);
        }
    }
    Ok(())
}

/// Why a field's text is none; none where it is one.
fn unfit(field: &str, text: &str, draft: &Draft) -> Option<&'static str> {
    let qualifiers = ["exact", "about", "more-than", "almost", "up-to"];
    match field {
        "url" if !text.starts_with("http") => Some(sayings::NO_ADDRESS),
        "source" if text.chars().count() > 200 => Some(sayings::LONG_SOURCE),
        "qualifier" if !qualifiers.contains(&text) => Some(sayings::NO_QUALIFIER),
        "id" if !draft.is_free(text) => Some(sayings::NO_ID),
        _ => None,
    }
}
