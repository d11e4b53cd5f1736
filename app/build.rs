//! Notices that the site has changed, for the builds that embed it.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Debug builds read the site when they run. For cargo, a directory that does not exist has
    // always changed, which would compile the crate again at every check.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../target/site");
    }
}
