//! Which views of a whole dataset would have nothing to show.

use std::fmt;

use crate::dataset::{Dataset, Event, Figure, Record};

// The builder page has each of these in its words.
const NO_VALUES: &str = "no figure of a partner has a value, growth aside";
const NO_EVENTS: &str = "no event with a partner has a date";
const NEITHER: &str = "there are neither values nor dated events of a partner";
const NO_SECTOR: &str = "no sector is mentioned";
const PROJECTS_ALONE: &str = "sectors.csv mentions none, and the sector of a project is no mention";

/// A view with nothing to show; displayed, it is a sentence in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyView {
    /// What options call it.
    pub view: &'static str,
    /// Why it has nothing to show.
    pub why: &'static str,
    /// Views that have something; none where the table alone has.
    pub others: Vec<&'static str>,
}

/// The views with nothing to show.
pub fn nothing_to_show(data: &Dataset) -> Vec<EmptyView> {
    let has_partner =
        |record: &Record| record.partners.iter().any(|code| *code != data.meta.reporting);
    let main = data.main_measures();
    let drawn = |figure: &Figure| {
        main.contains(&figure.measure) && figure.value.is_some() && has_partner(&figure.record)
    };
    let happened = |event: &Event| event.date.is_some() && has_partner(&event.record);
    let has_values = data.figures.iter().any(drawn);
    let has_events = data.events.iter().any(happened);
    let no_sector = if data.projects.is_empty() { NO_SECTOR } else { PROJECTS_ALONE };
    let views = [
        ("trade", has_values, NO_VALUES),
        ("events", has_events, NO_EVENTS),
        ("sectors", !data.sectors.is_empty(), no_sector),
    ];
    let story = ("story", has_values || has_events, NEITHER);
    let full: Vec<&'static str> =
        views.iter().filter(|(_, is_full, _)| *is_full).map(|(view, ..)| *view).collect();
    let empty = [story].into_iter().chain(views).filter(|(_, is_full, _)| !is_full);
    empty.map(|(view, _, why)| EmptyView { view, why, others: full.clone() }).collect()
}

impl fmt::Display for EmptyView {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let EmptyView { view, why, others } = self;
        write!(out, "nothing to show in {view}: {why}; ")?;
        match others.is_empty() {
            true => out.write_str("table has the records"),
            false => write!(out, "{} can be shown", others.join(", ")),
        }
    }
}
