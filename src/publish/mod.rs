//! Pictures of a dataset made without a browser, and what is published beside them.
//!
//! Lengths are CSS pixels; a picture's density says how many of its pixels make one of them.

mod base;
mod chosen;
mod edition;
mod figure;
mod fingerprint;
mod font;
mod html;
mod linked_data;
mod module;
mod oembed;
mod pack;
mod palette;
mod png;
mod raster;
mod script;
mod site;
mod social;

pub use base::Base;
pub use chosen::{chosen, page_alone};
pub use figure::StaticFigure;
pub use fingerprint::{fingerprint, sha256};
pub use font::missing;
pub use linked_data::{DATASET, linked_data, with_linked_data};
pub use module::{Section, sections, with_sections};
pub use pack::{Told, pack};
pub use script::{module_of, payload, place};
pub use site::{SiteFile, site};
pub use social::DENSITY as SOCIAL_DENSITY;
