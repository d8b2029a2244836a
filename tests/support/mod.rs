//! Helpers that several test files share; each uses a part of them.

pub(crate) mod draw;
pub(crate) mod dump;
pub(crate) mod golden;
