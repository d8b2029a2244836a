//! Helpers that several test files share; each uses a part of them.

pub mod draw;
pub mod dump;
pub mod golden;
