//! A source as an item of CSL-JSON.

use crate::dataset::{Date, Edtf, Precision, Source};
use crate::locale::Locale;
use crate::wire::Json;
use crate::words::title_basis;

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
        json.optional("note", Some(title_basis(source, locale)));
        match source.published {
            Some(Edtf::Date(date)) => json.key("issued").object(|json| issued(&[date], json)),
            Some(Edtf::Interval(Some(from), Some(to))) => {
                json.key("issued").object(|json| issued(&[from, to], json));
            }
            // An open interval has no form of its own.
            Some(other) => {
                json.key("issued").object(|json| json.key("literal").string(&other.print()));
            }
            None => {}
        }
    });
}

fn issued(dates: &[Date], json: &mut Json) {
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
    if date.approximate || date.uncertain {
        json.key("circa").boolean(true);
    }
}
