//! Which views of a whole dataset would have nothing to show.

use crate::dataset::{Dataset, Event, Figure, Record};

/// For each view with nothing to show: which, why, and which ones have something.
pub fn nothing_to_show(data: &Dataset) -> Vec<String> {
    let has_partner =
        |record: &Record| record.partners.iter().any(|code| *code != data.meta.reporting);
    let main = data.main_measures();
    let drawn = |figure: &Figure| {
        main.contains(&figure.measure) && figure.value.is_some() && has_partner(&figure.record)
    };
    let happened = |event: &Event| event.date.is_some() && has_partner(&event.record);
    let has_values = data.figures.iter().any(drawn);
    let has_events = data.events.iter().any(happened);
    let no_sector = match data.projects.is_empty() {
        true => "no sector is mentioned",
        false => "sectors.csv mentions none, and the sector of a project is no mention",
    };
    let views = [
        ("trade", has_values, "no figure of a partner has a value, growth aside"),
        ("events", has_events, "no event with a partner has a date"),
        ("sectors", !data.sectors.is_empty(), no_sector),
    ];
    let story = (
        "story",
        has_values || has_events,
        "there are neither values nor dated events of a partner",
    );
    let full: Vec<&str> =
        views.iter().filter(|(_, is_full, _)| *is_full).map(|(view, ..)| *view).collect();
    let choice = match full.is_empty() {
        true => "table has the records".to_owned(),
        false => format!("{} can be shown", full.join(", ")),
    };
    let empty = [story].into_iter().chain(views).filter(|(_, is_full, _)| !is_full);
    empty.map(|(view, _, why)| format!("nothing to show in {view}: {why}; {choice}")).collect()
}
