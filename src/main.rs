//! The command line `bilateral`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    bilateral::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
