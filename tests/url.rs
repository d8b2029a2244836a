//! A state as a URL's query and back.

use bilateral::dataset::{Code, Dataset, Day, Language};
use bilateral::view::{Keyword, ScaleKind, State, View};
use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::sample::select;

fn told(query: &str) -> (State, Vec<String>) {
    let (state, problems) = State::from_query(query);
    let tell =
        |problem: &bilateral::view::Problem| format!("{} {}", problem.attribute, problem.reason);
    (state, problems.iter().map(tell).collect())
}

#[test]
fn a_query_holds_differences_from_the_default_only() {
    assert_eq!(State::default().query(), "");
    let mut state = State::default();
    for (attribute, value) in [
        ("view", "trade"),
        ("partners", "KZ RU"),
        ("scale", "linear"),
        ("lang", "az"),
        ("from", "2015"),
        ("title", "Ticarət & «əlaqə» 100 % + daha çox=?#"),
    ] {
        state.set(attribute, Some(value)).expect("a value of the contract");
    }
    let query = state.query();
    assert_eq!(
        query,
        "view=trade&partners=KZ+RU&from=2015-01-01&lang=az&title=Ticar%C9%99t+%26+%C2%AB%C9%99laq\
         %C9%99%C2%BB+100+%25+%2B+daha+%C3%A7ox%3D%3F%23"
    );
    assert_eq!(told(&query), (state.clone(), vec![]));
    assert_eq!(told(&format!("?{query}")), (state, vec![]));
}

#[test]
fn what_is_not_taken_says_which_parameter_and_why() {
    let long = format!("title={}", "x".repeat(401));
    let endless = "&".repeat(100_001);
    let many: String = (0..60).map(|at| format!("p{at}=1&")).collect();
    for (query, problems) in [
        (
            "view=pie&theme=dark",
            vec!["view is not a view; give story, trade, events, sectors, table"],
        ),
        ("view=trade&view=events", vec!["view is given twice"]),
        ("title=%C9", vec!["title is not percent-encoded UTF-8"]),
        ("title=%zz", vec!["title is not percent-encoded UTF-8"]),
        ("title=50%", vec!["title is not percent-encoded UTF-8"]),
        ("title=%E2%80%AEgpj.exe", vec!["title holds a control character"]),
        ("title=%00", vec!["title holds a control character"]),
        ("onload=alert(1)", vec!["onload is not an attribute"]),
        ("__proto__=1", vec!["__proto__ is not an attribute"]),
        ("%E2%80%AEview=trade", vec!["view is not an attribute"]),
        ("=trade", vec![" is not an attribute"]),
        (&long, vec!["title is longer than 400 bytes"]),
        (&endless, vec!["query is longer than 100000 bytes"]),
    ] {
        let (state, said) = told(query);
        assert_eq!(said, problems, "{query}");
        let rest = State { theme: State::default().theme, ..state };
        let view = if query.starts_with("view=trade") { "trade" } else { "story" };
        assert_eq!(rest.view.word(), view, "{query}");
    }
    let (_, said) = told(&many);
    assert_eq!(said.len(), 41);
    assert_eq!(said[40], "query has more than 40 parameters");
}

#[test]
fn empty_parts_and_the_default_s_own_words_are_no_faults() {
    for query in ["", "?", "&&", "view=story&&", "partners=all&kinds=all", "title=", "select"] {
        assert_eq!(told(query), (State::default(), vec![]), "{query}");
    }
}

fn title() -> impl Strategy<Value = Option<String>> {
    // Scripts that take two to four bytes, and every sign that means something in a URL.
    let letters = "[a-zA-Z0-9 &=?#%+;/:@,'\"<>()ƏəĞğİıЖжҚқҶҷӮӯ中日한גم😀é\u{301}-]{1,60}";
    proptest::option::of(letters.prop_map(|title| title.trim().to_owned()))
        .prop_map(|title| title.filter(|title| !title.is_empty() && title.len() <= 400))
}

fn day() -> impl Strategy<Value = Day> {
    (0..9999_i32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| Day::from_civil(year, month, day))
}

fn range() -> impl Strategy<Value = (Option<Day>, Option<Day>)> {
    (proptest::option::of(day()), proptest::option::of(day())).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
        either => either,
    })
}

fn codes() -> impl Strategy<Value = Vec<Code>> {
    btree_set("[A-Z][A-Z0-9]{1,7}", 0..80)
        .prop_map(|codes| codes.iter().filter_map(|code| Code::parse(code)).collect())
}

fn any_state() -> impl Strategy<Value = State> {
    let kinds = btree_set("[a-z][a-z0-9-]{0,31}", 0..80)
        .prop_map(|kinds| kinds.into_iter().filter(|kind| kind != "all").collect::<Vec<_>>());
    let measures = [None, Some("turnover".to_owned()), Some("gas-transit".to_owned())];
    let units = [None, Some("EUR".to_owned()), Some("count".to_owned()), Some("t".to_owned())];
    let words = (
        select(bilateral::view::View::ALL),
        (select(measures.to_vec()), select(units.to_vec())),
        select(bilateral::view::ScaleKind::ALL),
        select(Language::BUILT_IN.to_vec()),
        select(<Option<bilateral::view::Compare>>::ALL),
        select(bilateral::view::ThemeChoice::ALL),
        any::<bool>(),
    );
    let rest = (
        codes(),
        kinds,
        range(),
        proptest::option::of(120..=2000_u32),
        title(),
        proptest::option::of("[a-z0-9-]{1,64}"),
    );
    (words, rest).prop_map(|(words, rest)| {
        let (view, (measure, unit), scale, language, compare, theme, controls) = words;
        let (partners, kinds, (from, to), height, title, select) = rest;
        State {
            view,
            partners,
            measure,
            unit,
            kinds,
            from,
            to,
            scale,
            compare,
            language,
            theme,
            height: height.map(f64::from),
            title,
            controls,
            select,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_state_comes_back_from_its_url(state in any_state()) {
        let query = state.query();
        prop_assert!(query.bytes().all(|byte| byte.is_ascii_graphic()), "{}", query);
        let (again, problems) = State::from_query(&query);
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(again, state);
    }

    #[test]
    fn no_query_does_harm(query in "\\PC{0,200}", cut in 0..200_usize) {
        let _ = State::from_query(&query);
        let head: String = query.chars().take(cut).collect();
        let (state, _) = State::from_query(&format!("title={head}&partners=%{head}"));
        let (again, problems) = State::from_query(&state.query());
        prop_assert_eq!((again, problems), (state, vec![]));
    }
}

/// As a partner's code is: what is meant is taken, and what the dataset has not counts as the default.
#[test]
fn capitals_are_taken_as_meant_and_kinds_that_are_unknown_as_all() {
    let data = Dataset::embedded();
    let (state, problems) =
        State::told("?view=Trade&measure=Turnover&unit=usd&kinds=Visit&scale=LOG", &data);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((state.view, state.scale), (View::Trade, ScaleKind::Log));
    assert_eq!(state.kinds, ["visit"]);
    assert!(!state.lacks("unit", &data) && state.kept(&data).unit.is_some());
    assert_eq!(state.unit_of(&data), data.unit("USD"));
    let (state, problems) = State::told("?kinds=visits", &data);
    assert_eq!(problems.len(), 1, "it is said");
    assert!(data.events.iter().all(|event| state.shows_kind(&data, event.kind)));
    let (state, _) = State::told("?kinds=visits+treaty", &data);
    assert!(data.events.iter().any(|event| !state.shows_kind(&data, event.kind)));
}
