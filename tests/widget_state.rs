//! Attributes: what is taken, what is not, and why.

use bilateral::dataset::{Code, Dataset, Day, EventKind, Language};
use bilateral::view::{Compare, ScaleKind, State, ThemeChoice, View};

fn set(attribute: &str, value: &str) -> (State, Option<String>) {
    let mut state = State::default();
    let problem = state.set(attribute, Some(value)).err();
    (state, problem.map(|problem| format!("{} {}", problem.attribute, problem.reason)))
}

#[test]
fn every_attribute_of_the_contract_is_taken() {
    let taken = |attribute: &str, value: &str| {
        let (state, problem) = set(attribute, value);
        assert_eq!(problem, None, "{attribute}={value}");
        state
    };
    assert_eq!(taken("view", "trade").view, View::Trade);
    assert_eq!(taken("partners", "TJ, kz TJ").partners, [Code::new(*b"TJ"), Code::new(*b"KZ")]);
    assert_eq!(taken("partners", "all").partners, []);
    assert_eq!(taken("measure", "imports").measure.as_deref(), Some("imports"));
    assert_eq!(taken("measure", "gas-transit").measure.as_deref(), Some("gas-transit"));
    assert_eq!(taken("unit", "EUR").unit.as_deref(), Some("EUR"));
    assert_eq!(taken("unit", "bbl").unit.as_deref(), Some("bbl"));
    assert_eq!(taken("kinds", "visit flight").kinds, ["visit", "flight"]);
    assert_eq!(taken("from", "2015").from, Some(Day::from_civil(2015, 1, 1)));
    assert_eq!(taken("to", "2015").to, Some(Day::from_civil(2015, 12, 31)));
    assert_eq!(taken("to", "2015-12").to, Some(Day::from_civil(2015, 12, 31)));
    assert_eq!(taken("to", "2016-02").to, Some(Day::from_civil(2016, 2, 29)));
    assert_eq!(taken("from", "2015-03-02").from, Some(Day::from_civil(2015, 3, 2)));
    assert_eq!(taken("scale", "log").scale, ScaleKind::Log);
    assert_eq!(taken("scale", "indexed").scale, ScaleKind::Indexed);
    assert_eq!(taken("compare", "none").compare, None);
    assert_eq!(taken("compare", "reporters").compare, Some(Compare::Reporters));
    assert_eq!(taken("lang", "az-AZ").language, Language::AZ);
    assert_eq!(taken("theme", "dark").theme, ThemeChoice::Dark);
    assert_eq!(taken("height", "400px").height, Some(400.0));
    assert_eq!(taken("title", " Trade & <b>more ").title.as_deref(), Some("Trade & <b>more"));
    assert!(!taken("controls", "off").controls);
    assert_eq!(taken("select", "e001").select.as_deref(), Some("e001"));
}

#[test]
fn hostile_values_leave_the_default_and_say_why() {
    let long = "x".repeat(401);
    for (attribute, value, reason) in [
        ("view", "Storry", "view is not a view; did you mean story?"),
        ("partners", "Tadjikistan", "partners has an entry that is no code such as DE or EU"),
        ("measure", "turn_over", "measure is no key such as turnover"),
        ("unit", "eur/t", "unit is no key such as EUR or t"),
        ("measure", "growth", "measure stands beside another measure; give that one"),
        ("kinds", "w.ar", "kinds has an entry that is no key such as visit"),
        ("from", "2015-13", "from is not a year or a date like 2015, 2015-03 or 2015-03-02"),
        ("from", "2015-02-29", "from is a day that does not exist"),
        ("from", "+015", "from is not a year or a date like 2015, 2015-03 or 2015-03-02"),
        ("to", "2015-01-01-01", "to is not a year or a date like 2015, 2015-03 or 2015-03-02"),
        ("scale", "", ""),
        ("scale", "square", "scale is not a scale; give linear, log, indexed"),
        ("compare", "sides", "compare is not a comparison; give none, reporters"),
        ("lang", "d", "lang is no language such as en"),
        ("theme", "auto;", "theme is not a theme; did you mean auto?"),
        ("height", "1e9", "height is not a whole number of pixels from 120 to 2000"),
        ("height", "-1", "height is not a whole number of pixels from 120 to 2000"),
        ("controls", "true", "controls is neither on nor off; give on, off"),
        ("title", "a\u{202E}b", "title holds a control character"),
        ("title", &long, "title is longer than 400 bytes"),
        ("onclick", "alert(1)", "onclick is not an attribute"),
    ] {
        let (state, problem) = set(attribute, value);
        assert_eq!(problem.unwrap_or_default(), reason, "{attribute}={value}");
        assert_eq!(state, State::default(), "{attribute}={value}");
    }
}

#[test]
fn the_valid_entries_of_a_list_are_kept() {
    let (state, problem) = set("partners", "KZ ?? RU");
    assert_eq!(state.partners, [Code::new(*b"KZ"), Code::new(*b"RU")]);
    assert_eq!(problem.as_deref(), Some("partners has an entry that is no code such as DE or EU"));
}

#[test]
fn a_range_that_ends_before_it_begins_is_not_taken() {
    let mut state = State::default();
    state.set("from", Some("2020")).expect("a year");
    let problem = state.set("to", Some("2019")).expect_err("before it begins");
    assert_eq!(problem.reason, "lies before \"from\"");
    assert_eq!(state.to, None);
}

#[test]
fn a_state_is_written_as_it_is_read() {
    for (attribute, value) in [
        ("view", "events"),
        ("partners", "TJ KZ"),
        ("measure", "exports"),
        ("kinds", "treaty under-way visit"),
        ("from", "0001-01-01"),
        ("to", "9999-12-31"),
        ("scale", "log"),
        ("lang", "tg"),
        ("theme", "light"),
        ("height", "2000"),
        ("title", "Əhvalat"),
        ("controls", "off"),
        ("select", "f012"),
    ] {
        let (state, _) = set(attribute, value);
        let written = state.get(attribute).expect("not the default");
        let (again, problem) = set(attribute, &written);
        assert_eq!((again, problem), (state, None), "{attribute}={value}");
    }
    for attribute in State::ATTRIBUTES {
        assert_eq!(State::default().get(attribute), None, "{attribute}");
    }
}

#[test]
fn none_sets_the_default_again() {
    let mut state = State::default();
    for attribute in State::ATTRIBUTES {
        let _ = state.set(attribute, Some("2015"));
        state.set(attribute, None).expect("an attribute");
    }
    assert_eq!(state, State::default());
}

#[test]
fn what_the_dataset_has_not_is_told_with_what_was_meant() {
    let data = Dataset::embedded();
    for (attribute, value, told) in [
        ("partners", "KZ TL", "names \"TL\", which is no partner of the dataset; it has "),
        ("measure", "export", "is no measure of the dataset; did you mean exports?"),
        ("unit", "USS", "is no unit of the dataset; did you mean USD?"),
        ("kinds", "visit holidays", "names \"holidays\", which is no kind of the dataset; it has "),
        ("kinds", "visits", "is no kind of the dataset; did you mean visit?"),
        ("select", "f2001", "is no record of the dataset; did you mean f"),
        ("unit", "bushels", "is no unit of the dataset; it has "),
        ("partners", "KZ", ""),
        ("partners", "AZ", ""),
        ("measure", "exports", ""),
        ("kinds", "visit treaty", ""),
        ("unit", "USD", ""),
        ("title", "Anything", ""),
        ("from", "1850", ""),
    ] {
        let mut state = State::default();
        state.set(attribute, Some(value)).expect("well formed");
        let problem = state.unknown(attribute, &data);
        let reason = problem.map(|problem| problem.reason).unwrap_or_default();
        assert!(
            reason.contains(told) && told.is_empty() == reason.is_empty(),
            "{attribute}: {reason}"
        );
        assert!(attribute != "partners" || !reason.contains("AZ"), "{reason}");
    }
    let visits = data.events.iter().filter(|event| event.kind == EventKind::VISIT).cloned();
    let few = Dataset { events: visits.collect(), ..data };
    let mut state = State::default();
    state.set("kinds", Some("holidays")).expect("well formed");
    let reason = state.unknown("kinds", &few).expect("no such kind").reason;
    assert!(reason.ends_with("; it has visit"), "{reason}");
}

#[test]
fn a_country_s_name_in_any_language_leads_to_its_code() {
    let data = Dataset::embedded();
    for (query, told) in [
        ("partners=Kazakhstan", "names \"Kazakhstan\", which is no code; did you mean KZ?"),
        ("partners=kz+Qazax%C4%B1stan", "did you mean KZ?"),
        ("partners=qazaxistan", "did you mean KZ?"),
        (
            "partners=%D0%A2%D0%B0%D0%B4%D0%B6%D0%B8%D0%BA%D0%B8%D1%81%D1%82%D0%B0%D0%BD",
            "did you mean TJ?",
        ),
        ("partners=%D0%A0%D0%B5%D1%81%D0%B5%D0%B9", "did you mean RU?"),
        ("partners=Russian", "did you mean RU?"),
        ("partners=Atlantis", "names \"ATLANTIS\", which is no partner of the dataset; it has "),
    ] {
        let (_, problems) = State::told(query, &data);
        let [problem] = &problems[..] else { panic!("{query}: {problems:?}") };
        assert!(problem.attribute == "partners" && problem.reason.contains(told), "{problem:?}");
    }
    let mut data = data;
    let partner = data.partners.iter_mut().find(|one| one.code == Code::new(*b"RU")).unwrap();
    partner.name.set(Language::EN, "New Zealand");
    for query in ["partners=KZ+new+zealand", "partners=New+Zeland,KZ"] {
        let (_, problems) = State::told(query, &data);
        assert!(problems[0].reason.ends_with("did you mean RU?"), "{problems:?}");
    }
    let (state, problems) = State::told("partners=KZ+RU&view=trad&measure=exports", &data);
    assert_eq!((problems.len(), &*problems[0].attribute), (1, "view"));
    assert_eq!(state.partners.len(), 2);
}

#[test]
fn what_is_kept_of_a_state_is_what_the_dataset_has() {
    let data = Dataset::embedded();
    let kept = |query: &str| State::from_query(query).0.kept(&data).query();
    for (query, left) in [
        ("partners=KZ+QQ", "partners=KZ"),
        ("partners=QQ", ""),
        ("kinds=visit+vist", "kinds=visit"),
        ("measure=gas-transit&unit=bbl", ""),
        ("measure=exports&unit=USD", "measure=exports&unit=USD"),
        ("view=trade&select=nothing", "view=trade"),
        ("select=f033", "select=f033"),
    ] {
        assert_eq!(kept(query), left, "{query}");
        assert_eq!(State::told(left, &data).1, [], "{left}");
    }
}

/// The first part of the module asks whether anything is lacking, the second says what.
#[test]
fn what_lacks_has_a_reason_and_what_has_a_reason_lacks() {
    let data = Dataset::embedded();
    let mut lacking = 0;
    for query in [
        "partners=KZ",
        "partners=KZ+QQ",
        "partners=AZ",
        "measure=turnover",
        "measure=exprots",
        "measure=agreements",
        "unit=USD",
        "unit=count",
        "unit=EUR",
        "kinds=visit",
        "kinds=vist",
        "select=e001",
        "select=nothing",
        "view=trade",
        "scale=log",
        "from=2015",
        "title=Any",
    ] {
        let (state, problems) = State::from_query(query);
        assert!(problems.is_empty(), "{query}");
        let name = query.split('=').next().expect("a name");
        assert_eq!(state.lacks(name, &data), state.unknown(name, &data).is_some(), "{query}");
        lacking += usize::from(state.lacks(name, &data));
    }
    assert_eq!(lacking, 5);
}
