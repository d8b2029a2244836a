//! Builds, serves and tests Bilateral.

fn main() {}
