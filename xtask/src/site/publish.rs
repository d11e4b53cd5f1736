//! Writing files under hashed names, compressed ahead, and sweeping out older ones.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::checksum::sha256;

/// How many digits of the checksum a name carries.
const HASH_LENGTH: usize = 12;

/// A directory on its way to holding exactly the files that were added, by several at once.
pub struct Publication {
    directory: PathBuf,
    compress: bool,
    names: Mutex<BTreeSet<String>>,
    sizes: Mutex<BTreeSet<String>>,
}

impl Publication {
    /// Opens the directory; with `compress`, every file gets a `.br` and a `.gz` beside it.
    pub fn start(directory: &Path, compress: bool) -> Result<Self> {
        fs::create_dir_all(directory)
            .with_context(|| format!("{} could not be created", directory.display()))?;
        let directory = directory.to_owned();
        Ok(Self { directory, compress, names: Mutex::default(), sizes: Mutex::default() })
    }

    /// Adds a file whose name changes with its content, and returns that name.
    pub fn add_hashed(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", &sha256(bytes)[..HASH_LENGTH]);
        self.add(&name, bytes)?;
        Ok(name)
    }

    /// Adds a file under a fixed name.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let is_unchanged = !self.put(name, bytes)?;
        let mut size = format!("{name} {}", bytes.len());
        if self.compress {
            for (extension, compress) in [("br", brotli as Compressor), ("gz", gzip)] {
                let name = format!("{name}.{extension}");
                let path = self.directory.join(&name);
                if !is_unchanged || !path.is_file() {
                    self.put(&name, &compress(bytes)?)?;
                }
                size += &format!(", {extension} {}", fs::metadata(path)?.len());
                insert(&self.names, name);
            }
        }
        insert(&self.sizes, size);
        Ok(())
    }

    /// Prints the sizes in bytes of what was added.
    pub fn report(&self) {
        for size in &*self.sizes.lock().unwrap_or_else(PoisonError::into_inner) {
            eprintln!("    {size}");
        }
    }

    /// Adds a last file, never compressed, and removes all that was not added.
    pub fn finish(self, name: &str, bytes: &[u8]) -> Result<()> {
        self.put(name, bytes)?;
        let names = self.names.into_inner().unwrap_or_else(PoisonError::into_inner);
        for entry in fs::read_dir(&self.directory)? {
            let entry = entry?;
            if !names.contains(entry.file_name().to_string_lossy().as_ref()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Writes a file unless it is there already, so that its age tells when it changed.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<bool> {
        let path = self.directory.join(name);
        insert(&self.names, name.to_owned());
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            return Ok(false);
        }
        fs::write(&path, bytes)
            .with_context(|| format!("{} could not be written", path.display()))?;
        Ok(true)
    }
}

/// A set that was being added to when a thread panicked is still a set.
fn insert(set: &Mutex<BTreeSet<String>>, text: String) {
    set.lock().unwrap_or_else(PoisonError::into_inner).insert(text);
}

type Compressor = fn(&[u8]) -> Result<Vec<u8>>;

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn publish(directory: &Path, compress: bool, css: &[u8]) -> String {
        let site = Publication::start(directory, compress).unwrap();
        let name = site.add_hashed("style", "css", css).unwrap();
        site.finish("assets.json", b"{}").unwrap();
        name
    }

    fn list(directory: &Path) -> BTreeSet<String> {
        let entries = fs::read_dir(directory).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_name_carries_the_start_of_the_checksum() {
        let directory = tempfile::tempdir().unwrap();

        let name = publish(directory.path(), false, b"abc");

        assert_eq!(name, "style-ba7816bf8f01.css");
    }

    #[test]
    fn both_compressed_forms_hold_the_content() {
        let directory = tempfile::tempdir().unwrap();

        let name = publish(directory.path(), true, b"a{color:red}");

        let open = |extension: &str| {
            fs::File::open(directory.path().join(format!("{name}.{extension}"))).unwrap()
        };
        let (mut brotli, mut gzip) = (String::new(), String::new());
        brotli::Decompressor::new(open("br"), 4096).read_to_string(&mut brotli).unwrap();
        flate2::read::GzDecoder::new(open("gz")).read_to_string(&mut gzip).unwrap();
        assert_eq!((brotli.as_str(), gzip.as_str()), ("a{color:red}", "a{color:red}"));
    }

    #[test]
    fn files_of_an_earlier_content_are_removed() {
        let directory = tempfile::tempdir().unwrap();
        publish(directory.path(), true, b"old");

        let name = publish(directory.path(), false, b"new");

        assert_eq!(list(directory.path()), BTreeSet::from([name, "assets.json".to_owned()]));
    }

    #[test]
    fn a_content_that_stays_is_not_written_again() {
        let directory = tempfile::tempdir().unwrap();
        let name = publish(directory.path(), true, b"same");
        let compressed = directory.path().join(format!("{name}.br"));
        let before = fs::metadata(&compressed).unwrap().modified().unwrap();

        publish(directory.path(), true, b"same");

        assert_eq!(fs::metadata(&compressed).unwrap().modified().unwrap(), before);
    }
}
