//! The packages that the steps name.

/// The crates that become the executable; naming all of them every time lets cargo resolve their
/// features once, so that no step compiles the dependencies of another step again.
pub const PRODUCT: &[&str] = &["--package", "domain", "--package", "server", "--package", "app"];

/// The crate of these commands and the one that reads the messages for it; apart from the others
/// they share their dependencies with the program that runs.
pub const COMMANDS: &[&str] = &["--package", "xtask", "--package", "messages"];
