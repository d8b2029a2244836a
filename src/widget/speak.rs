//! What a mark says aloud: one sentence of what, when, how much, by whom, how sure, and where from.

use super::{Focus, describe, source_name};
use crate::chart::Chart;
use crate::dataset::{Certainty, Dataset};
use crate::locale::{append, counted, sentence, stop, words};
use crate::view::State;

/// One sentence in the language of `state`; empty where the dataset knows none of the records.
pub fn speak(data: &Dataset, _chart: &Chart, focus: &Focus, state: &State) -> String {
    let language = state.language;
    let words = words(language);
    let Some(entry) = focus.records.first().and_then(|id| data.entry(id)) else {
        return String::new();
    };
    if focus.cluster {
        let mut text = counted(language, &words.records, focus.records.len() as u32);
        stop(&mut text);
        return text;
    }
    let record = entry.record();
    let mut text = describe::title(data, entry, language);
    for part in [
        describe::context(data, entry, language),
        describe::when(entry, language),
        describe::value(entry, language),
        describe::reporter(data, entry, language),
    ] {
        append(&mut text, ", ", &part.unwrap_or_default());
    }
    if record.certainty != Certainty::Stated {
        append(&mut text, ", ", words.certainty(record.certainty));
    }
    for cited in &record.citations {
        let source = &data.sources[usize::from(cited.source)];
        append(&mut text, "; ", &source_name(source, language));
    }
    stop(&mut text);
    sentence(language, &text)
}
