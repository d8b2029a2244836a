//! An event with a place on the axis of time.

use crate::dataset::{Dataset, Day, Event};

/// An event with a place on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// An index into the dataset's events.
    pub event: usize,
    /// The first day that its date may mean; the last one where the start is open.
    pub first: Day,
    /// The last day that its date may mean; the first one where the end is open.
    pub last: Day,
    /// Which side of it is open, if any.
    pub open: Option<Open>,
}

/// The open side of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// "until 2020"
    Start,
    /// "since 2020"
    End,
}

impl Dated {
    /// None where its date is not known. An open end is drawn from the end that is known.
    pub(super) fn new(at: usize, event: &Event) -> Option<Dated> {
        let date = event.date?;
        let (first, last, open) = match (date.first(), date.last()) {
            (Some(first), Some(last)) => (first, last, None),
            (Some(first), None) => (first, first, Some(Open::End)),
            (None, last) => (last?, last?, Some(Open::Start)),
        };
        Some(Dated { event: at, first, last, open })
    }

    /// The event itself.
    pub fn event<'a>(&self, data: &'a Dataset) -> &'a Event {
        &data.events[self.event]
    }

    /// The days that it may mean; without an end where that is open.
    pub fn days(&self) -> (Day, Day) {
        match self.open {
            None => (self.first, self.last),
            Some(Open::Start) => (Day(i32::MIN), self.last),
            Some(Open::End) => (self.first, Day(i32::MAX)),
        }
    }
}
