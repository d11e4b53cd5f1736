//! Makes cargo notice a new migration: they are part of the executable.

fn main() {
    println!("cargo:rerun-if-changed=../migrations");
}
