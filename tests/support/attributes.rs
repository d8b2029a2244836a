//! A state from attributes, as a page gives it.

use bilateral::view::State;

/// The state of `(name, value)` pairs of the contract; others end the test.
pub(crate) fn state(attributes: &[(&str, &str)]) -> State {
    let mut state = State::default();
    for (name, value) in attributes {
        state.set(name, Some(value)).expect("a value of the contract");
    }
    state
}
