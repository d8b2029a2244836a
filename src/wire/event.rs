//! What the page is told, as JSON.

use super::Json;
use crate::view::State;
use crate::widget::PageEvent;

/// `[type, detail]`, where `state` is the state after it.
pub fn event(json: &mut Json, event: &PageEvent, state: &State) {
    json.array([()], |json, ()| match event {
        PageEvent::Select(id) => {
            json.string("select");
            json.object(|json| match id {
                Some(id) => json.key("id").string(id),
                None => json.key("id").null(),
            });
        }
        PageEvent::Change => {
            json.string("change");
            json.object(|json| {
                for name in State::ATTRIBUTES {
                    json.optional(name, state.get(name).as_deref());
                }
            });
        }
    });
}
