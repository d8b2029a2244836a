//! The dataset: its model, its checks, and the bytes it is compiled to.
//!
//! A leaf: it imports only std and its parser crates, and its own files through `super::`,
//! because build.rs mounts the same folder by path.

pub mod edtf;
pub mod language;
pub mod model;
pub mod vocabulary;

pub use edtf::{Date, Day, Edtf, Precision};
pub use language::{Language, LocalText};
pub use model::{
    Citation, Code, Conflict, Dataset, Event, Figure, Meta, NoteId, Partner, Person, Project,
    Record, SectorMention, Source,
};
pub use vocabulary::{
    Basis, Certainty, ConflictKind, EventKind, Measure, Qualifier, Role, Sector, SourceKind,
    Status, Unit,
};
