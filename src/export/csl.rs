//! A source as an item of CSL-JSON.

use super::note::bases;
use crate::dataset::{Basis, Date, Edtf, Precision, Source};
use crate::locale::Locale;
use crate::wire::Json;

pub(super) fn write(source: &Source, locale: &Locale, json: &mut Json) {
    json.object(|json| {
        json.key("id").string(&source.id);
        json.key("type").string(if source.url.is_some() { "webpage" } else { "document" });
        json.key("author").array([source.publisher_in(locale.language)], |json, name| {
            json.object(|json| json.key("literal").string(name));
        });
        json.optional("title", Some(&source.title));
        json.optional("URL", source.url.as_deref());
        json.optional("archive_location", source.file.as_deref());
        json.optional("note", Some(&bases(source, locale)));
        let Some(at) = source.published else { return };
        json.key("issued").object(|json| {
            match at {
                Edtf::Date(date) => parts(&[date], json),
                Edtf::Interval(Some(from), Some(to)) => parts(&[from, to], json),
                // An open interval has no form of its own.
                Edtf::Interval(..) => json.key("literal").string(&at.print()),
            }
            let is_about = matches!(at, Edtf::Date(date) if date.approximate || date.uncertain);
            if is_about || source.published_basis == Basis::Inferred {
                json.key("circa").boolean(true);
            }
        });
    });
}

fn parts(dates: &[Date], json: &mut Json) {
    json.key("date-parts").array(dates, |json, date| {
        let parts = match date.precision {
            Precision::Day => 3,
            Precision::Month => 2,
            _ => 1,
        };
        let all = [i32::from(date.year), date.month.into(), date.day.into()];
        json.array(&all[..parts], |json, part| json.whole(*part));
    });
    let [date] = dates else { return };
    if date.precision == Precision::Season {
        json.key("season").whole(i32::from(date.month) - 20);
    }
}
