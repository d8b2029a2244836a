//! What the reader does with a widget. Each answers with what is stale: 0 nothing, 1 the focus, 2 the
//! chart.

use wasm_bindgen::prelude::*;

use super::widget::Widget;
use crate::dataset::{Code, Day};
use crate::geometry::Point;
use crate::widget::{self, Input, Pointer};

#[wasm_bindgen]
impl Widget {
    /// A pointer at `x` and `y`, in CSS pixels of the canvas, that reaches so far around it.
    pub fn hover(&mut self, x: f64, y: f64, reach: f64) -> u8 {
        self.input(Input::Move(Pointer { at: Point::new(x, y), reach }))
    }

    /// A press there.
    pub fn tap(&mut self, x: f64, y: f64, reach: f64) -> u8 {
        self.input(Input::Tap(Pointer { at: Point::new(x, y), reach }))
    }

    /// The pointer left the canvas.
    pub fn leave(&mut self) -> u8 {
        self.input(Input::Leave)
    }

    /// Closes what is open.
    pub fn escape(&mut self) -> u8 {
        self.input(Input::Escape)
    }

    /// Pins a record by its id, or none.
    pub fn select(&mut self, id: Option<String>) -> u8 {
        if self.picture.is_none() {
            self.model.state.select = id;
            return 0;
        }
        self.input(Input::Select(id.as_deref()))
    }

    /// Opens the records of a list or an aside, their ids parted by spaces.
    pub fn open(&mut self, ids: &str) -> u8 {
        let ids: Vec<String> = ids.split(' ').map(str::to_owned).collect();
        self.input(Input::Open(&ids))
    }

    /// A press on a partner's chip.
    pub fn toggle(&mut self, code: &str) -> u8 {
        Code::parse(code).map_or(0, |code| self.input(Input::Toggle(code)))
    }

    /// A press on the button of an attribute's value.
    pub fn choose(&mut self, attribute: &str, value: &str) -> u8 {
        self.input(Input::Choose { attribute, value })
    }

    /// A checkbox of a kind of events; an empty name is the button for all kinds.
    pub fn kind(&mut self, name: &str) -> u8 {
        let kind = self.data.as_ref().and_then(|data| data.kind(name));
        self.input(Input::Kind(kind))
    }

    /// A step of the walk: next, previous, up, down, first, last, next page, previous page.
    pub fn walk(&mut self, step: u8) -> u8 {
        use widget::Step::*;
        let steps = [Next, Previous, Up, Down, First, Last, PageNext, PagePrevious];
        steps.get(usize::from(step)).map_or(0, |step| self.input(Input::Walk(*step)))
    }

    /// Keeps the card of the focused mark open, or closes it.
    pub fn pin(&mut self) -> u8 {
        self.input(Input::Pin)
    }

    /// Shows the months `from` to `to`, counted from January of year 0.
    pub fn range(&mut self, from: i32, to: i32) -> u8 {
        let start =
            |month: i32| Day::from_civil(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1);
        self.input(Input::Range { from: start(from), to: Day(start(to + 1).0 - 1) })
    }

    /// Makes the range `factor` times as long around what is at `x`.
    pub fn zoom(&mut self, factor: f64, x: f64) -> u8 {
        self.input(Input::Zoom { factor, x })
    }

    /// Shows the range of the records that the card lists.
    pub fn zoom_to(&mut self) -> u8 {
        self.input(Input::ZoomTo)
    }

    /// Drags by `dx` pixels the range that was drawn when the drag began, as the parts told it.
    pub fn pan(&mut self, from: i32, to: i32, dx: f64) -> u8 {
        self.input(Input::Pan { held: (Day(from), Day(to)), dx })
    }

    /// Back to the range of the records in view.
    pub fn reset(&mut self) -> u8 {
        self.input(Input::Reset)
    }

    fn input(&mut self, input: Input) -> u8 {
        let (Some(picture), Some(data)) = (&self.picture, &self.data) else { return 0 };
        let change = widget::update(&self.model, data, picture, input);
        self.model = change.model;
        self.events.extend(change.events);
        change.redraw as u8
    }
}
