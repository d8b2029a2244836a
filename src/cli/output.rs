//! Where a command writes: never into what it reads.

use std::env;
use std::path::{Component, Path, PathBuf};

use super::Failure;

/// Refuses an output that is, or lies in, the folder that is read; by any way there.
pub(super) fn separate(output: &Path, input: &Path) -> Result<(), Failure> {
    let (real_output, real_input) = (real(output), real(input));
    if real_output.starts_with(&real_input) {
        return Err(Failure::Usage(format!(
            "{} lies inside {}, which is read; name a folder beside it",
            output.display(),
            input.display()
        )));
    }
    Ok(())
}

/// The path without links; of what is not there yet, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let whole = env::current_dir().unwrap_or_default().join(path);
    let mut known = whole.as_path();
    let mut rest = Vec::new();
    loop {
        if let Ok(mut found) = known.canonicalize() {
            for part in rest.iter().rev() {
                match part {
                    Component::ParentDir => drop(found.pop()),
                    Component::Normal(name) => found.push(name),
                    _ => {}
                }
            }
            return found;
        }
        let (Some(last), Some(parent)) = (known.components().next_back(), known.parent()) else {
            return whole;
        };
        rest.push(last);
        known = parent;
    }
}
