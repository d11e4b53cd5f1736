//! Compiles the messages of the interface, keeps the folder of the site, and notices when its
//! content has changed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use messages::catalogue::Catalogue;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=messages");
    match Catalogue::read(Path::new("messages")) {
        Ok(catalogue) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
            let written = fs::write(out.join("messages.rs"), catalogue.functions());
            let languages = || fs::write(out.join("languages.rs"), catalogue.languages());
            let written = written.and_then(|()| languages());
            let written = written.and_then(|()| fs::write(out.join("lines.rs"), catalogue.table()));
            written.expect("cargo's own directory can be written to");
        }
        Err(error) => println!("cargo::error={error:#}"),
    }
    // Where there is no folder when the crate is compiled, `rust-embed` holds nothing for good,
    // in debug builds too, which otherwise read the site when they run.
    if let Err(error) = fs::create_dir_all("../target/site") {
        println!("cargo::warning=target/site cannot be made: {error}");
    }
    // The clients hold no site; they are what it is made of.
    let holds_site = env::var_os("CARGO_FEATURE_SSR").is_some();
    let is_optimised = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if holds_site && is_optimised {
        println!("cargo::rerun-if-changed=../target/site");
    }
}
