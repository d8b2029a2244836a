//! The embedded dataset: it is what `data/` says, and every part of it leads to a source.

use bilateral::dataset::{Dataset, read_dir};

#[test]
fn the_embedded_dataset_is_the_folder_data() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    assert_eq!(Dataset::embedded(), read_dir(&dir).expect("data/ passes the check"));
}
