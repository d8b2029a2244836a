//! Words by what they stand for.

use super::{Locale, Words, fill};
use crate::dataset::{
    Basis, Certainty, Code, Dataset, EventKind, Measure, Partner, Qualifier, Role, Sector, Status,
};
use crate::view::View;

/// What a measure is called: exports and imports are those of the reporting country.
pub fn measure(locale: &Locale, data: &Dataset, measure: Measure) -> String {
    match (locale.words.measures.get(measure.index()), data.own_label(measure)) {
        (Some(template), _) => of_reporting(locale, data, template),
        (None, label) => label.map_or("", |label| label.get(locale.language)).to_owned(),
    }
}

/// Whether a measure's name says whose it is, as "Exports of France" does.
pub fn names_reporting(locale: &Locale, measure: Measure) -> bool {
    locale.words.measures.get(measure.index()).is_some_and(|name| name.contains("{reporting"))
}

/// The name of the reporting party, or its code.
pub fn reporting(locale: &Locale, data: &Dataset) -> String {
    let code = data.meta.reporting;
    let known = data.partners.iter().find(|partner| partner.code == code);
    let name = known.map(|partner| partner.name.get(locale.language));
    name.or_else(|| locale.country(code.as_str())).unwrap_or(code.as_str()).to_owned()
}

/// The key's word for the reporting country's own statistics.
pub fn home_statistics(locale: &Locale, data: &Dataset) -> String {
    of_reporting(locale, data, locale.words.home_statistics)
}

/// The key's word for the statistics of others: of the partner itself, or of whom it names.
pub fn other_statistics(locale: &Locale, data: &Dataset, codes: &[Code]) -> String {
    let mut text = String::new();
    for code in codes {
        let known = data.partners.iter().find(|partner| partner.code == *code);
        let statistics = |name| fill(locale.words.home_statistics, &[("reporting", name)]);
        let one = match known {
            Some(partner) => match own_phrase(locale, partner) {
                Some(by) => by.to_owned(),
                None => statistics(in_text(locale, partner)),
            },
            None => statistics(code.as_str()),
        };
        super::append(&mut text, ", ", &one);
    }
    if text.is_empty() { locale.words.partner_statistics.to_owned() } else { text }
}

/// A reporter's phrase with "by", where a package has given one of its own.
fn own_phrase<'a>(locale: &Locale, partner: &'a Partner) -> Option<&'a str> {
    let by = partner.by.in_language(locale.language)?;
    let name = in_text(locale, partner);
    let words = locale.words;
    let is_usual = |template| fill(template, &[("name", name)]) == by;
    (!is_usual(words.by_name) && !is_usual(words.by_group)).then_some(by)
}

/// "Exports to Kazakhstan": the start of a headline; counts and ratios have none.
pub fn subject(locale: &Locale, measure: Measure, partner: &Partner) -> Option<String> {
    let subject = locale.words.subjects.get(measure.index())?;
    let with = partner.with.get(locale.language);
    let values = [("with", with), ("name", in_text(locale, partner))];
    Some(match partner.code.is_group() {
        true => fill(&subject.replace("{name:", "{name:+"), &values),
        false => fill(subject, &values),
    })
}

fn of_reporting(locale: &Locale, data: &Dataset, template: &str) -> String {
    let code = data.meta.reporting;
    let known = data.partners.iter().find(|partner| partner.code == code);
    let alone = reporting(locale, data);
    let name = match known {
        // German has a name without its article where none of its cases would do.
        _ if template.contains(":allein}") => &alone,
        Some(partner) => in_text(locale, partner),
        None => {
            let with = locale.named("with.", code.as_str()).unwrap_or_default();
            name_within(locale, with).unwrap_or(&alone)
        }
    };
    fill(template, &[("reporting", name)])
}

/// A partner's name as it stands within a sentence: what its phrase with "with" has besides that
/// word, else the name itself.
pub fn in_text<'a>(locale: &Locale, partner: &'a Partner) -> &'a str {
    let with = partner.with.get(locale.language);
    name_within(locale, with).unwrap_or(partner.name.get(locale.language))
}

pub(super) fn name_within<'a>(locale: &Locale, with: &'a str) -> Option<&'a str> {
    let (before, after) = locale.words.with_name.split_once("{name}").unwrap_or_default();
    let name = with.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    name.filter(|name| !name.is_empty())
}

impl Words {
    /// What a view's button says.
    pub fn view(&self, view: View) -> &'static str {
        self.views[view as usize]
    }

    /// The name of a kind of event; empty for a package's own, which brings its name.
    pub fn kind(&self, kind: EventKind) -> &'static str {
        self.kinds.get(kind.index()).copied().unwrap_or_default()
    }

    /// The name of a sector; empty for a package's own, which brings its name.
    pub fn sector(&self, sector: Sector) -> &'static str {
        self.sectors.get(sector.index()).copied().unwrap_or_default()
    }

    /// How far something has come.
    pub fn status(&self, status: Status) -> &'static str {
        self.statuses[status as usize]
    }

    /// A template with a `{title}` and, in brackets, how far it has come; none of what is done.
    pub fn status_title(&self, status: Status) -> Option<&'static str> {
        let undone = (status as usize).checked_sub(1)?;
        Some(self.status_titles[undone])
    }

    /// The name of an office; empty for a package's own, which brings its name.
    pub fn role(&self, role: Role) -> &'static str {
        self.roles.get(role.index()).copied().unwrap_or_default()
    }

    /// How sure a record is.
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        self.certainties[certainty as usize]
    }

    /// A template with `{value}`, or a word alone for `rose` and `fell`.
    pub fn qualifier(&self, qualifier: Qualifier) -> &'static str {
        self.qualifiers[qualifier as usize]
    }

    /// What is to be said of a figure's period, if anything.
    pub fn period_basis(&self, basis: Basis) -> Option<&'static str> {
        match basis {
            Basis::Stated => None,
            Basis::Inferred => Some(self.period_inferred),
            Basis::None => Some(self.period_not_stated),
        }
    }

    /// What is to be said of an event's date, if anything.
    pub fn date_basis(&self, basis: Basis) -> Option<&'static str> {
        match basis {
            Basis::Stated => None,
            Basis::Inferred => Some(self.date_inferred),
            Basis::None => Some(self.date_not_stated),
        }
    }
}
