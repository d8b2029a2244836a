//! Pictures of a dataset made without a browser, and what is published beside them.
//!
//! Lengths are CSS pixels; a picture's density says how many of its pixels make one of them.

mod base;
mod carried;
mod chosen;
mod edition;
mod edition_files;
mod figure;
mod fingerprint;
mod hosted;
mod html;
mod linked_data;
mod module;
mod no_script;
mod oembed;
mod pack;
mod script;
mod social;

#[cfg(not(target_arch = "wasm32"))]
mod font;
#[cfg(not(target_arch = "wasm32"))]
mod palette;
#[cfg(not(target_arch = "wasm32"))]
mod png;
#[cfg(not(target_arch = "wasm32"))]
mod raster;
#[cfg(not(target_arch = "wasm32"))]
mod site;

pub use base::Base;
pub use carried::pkg_files;
pub use chosen::{chosen_files, page_alone};
pub use edition_files::{SiteDrawing, SiteFile, dataset_file, edition_files};
pub use figure::{StaticDrawing, StaticFigure};
pub use fingerprint::{fingerprint, sha256};
#[cfg(not(target_arch = "wasm32"))]
pub use font::{missing, missing_in};
pub use hosted::HostedNames;
pub use linked_data::{DATASET, linked_data, with_linked_data};
pub use module::{Section, apart, sections, with_sections, without_section};
pub use no_script::with_figures;
pub use pack::{Template, Told, pack_into};
pub use script::{
    module_of, page_with_parts, payload, place, second_of, second_payload, with_module, with_parts,
};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{chosen, pack, site};
pub use social::DENSITY as SOCIAL_DENSITY;
