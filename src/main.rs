//! The command line `bilateral`.

fn main() {}
