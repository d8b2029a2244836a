//! The nearest choice that has something, where the view has nothing.

use super::Telling;
use super::aside::Aside;
use crate::locale::{self, fill};
use crate::reading::Instead;
use crate::view::{ScaleKind, View};

/// "Show instead: Events", which takes the reader there.
pub fn instead(telling: Telling) -> Option<Aside> {
    let Telling { data, reading, locale } = telling;
    let instead = reading.instead.as_ref()?;
    let words = locale.words;
    let choice = match instead {
        Instead::WholePeriod => words.whole_period.to_owned(),
        Instead::Linear => words.scales[ScaleKind::Linear as usize].to_owned(),
        Instead::Measure(measure) => locale::measure(locale, data, *measure),
        Instead::AllKinds => words.all_kinds.to_owned(),
        Instead::AllUnits => words.all_units.to_owned(),
        Instead::AllPartners => words.all_partners.to_owned(),
        Instead::View(view) => words.view(*view).to_owned(),
    };
    let choice = match instead {
        // The name of a view is a heading already.
        Instead::View(View::Table | View::Story) => choice,
        _ => locale::sentence(locale, &choice),
    };
    let text = fill(words.instead, &[("choice", &choice)]);
    Some(Aside { text, records: Vec::new(), choice: instead.attributes(data) })
}
