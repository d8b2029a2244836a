//! What the builder page does with somebody's data: a table is opened, changed cell by cell, checked
//! under the addresses of its own spreadsheet, and packed. Answers are JSON; pure but for what the
//! workshop itself holds.

mod history;
mod package;
mod publish;
mod refusals;
mod review;
mod said;
mod trace;
mod workshop;

pub use publish::Publication;
pub use said::said;
pub use workshop::Workshop;
