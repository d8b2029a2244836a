//! Charts of bilateral trade and dated events for any web page.
//!
//! Data flows one way: [`dataset`] → [`reading`] → [`chart`] and [`words`] → [`scene`] → [`paint`]; see
//! ARCHITECTURE.md.

#![warn(missing_docs)]

pub mod dataset;
#[cfg(not(target_arch = "wasm32"))]
mod embedded;
pub mod geometry;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub mod import;

pub mod locale;
pub mod scale;
pub mod theme;
pub mod view;

pub mod scene;
pub mod text;

pub mod layout;
pub mod paint;
pub mod reading;

pub mod chart;
pub mod words;

pub mod table;
pub mod widget;

pub mod export;
pub mod wire;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub mod publish;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub mod builder;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;

#[cfg(target_arch = "wasm32")]
pub mod web;
