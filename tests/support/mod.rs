//! Helpers that several test files share.

pub(crate) mod attributes;
pub(crate) mod bench;
pub(crate) mod cli;
pub(crate) mod draw;
pub(crate) mod dump;
pub(crate) mod figures;
pub(crate) mod golden;
pub(crate) mod judge;
pub(crate) mod recorder;
#[expect(unreachable_pub, reason = "the fuzzing crate takes this file as its library")]
pub(crate) mod targets;
