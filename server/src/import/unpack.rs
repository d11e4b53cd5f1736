//! Unpacks what comes as gzip, in bounded memory and up to a limit.

use std::io::Write;

use domain::import::Flaw;
use flate2::write::MultiGzDecoder;

/// How a file that is compressed with gzip starts.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// How many packed bytes are unpacked at once. They become a thousand times as many at most.
const STEP: usize = 2 * 1024;

/// Takes a file's bytes as they come, and gives its content.
pub(super) struct Unpacker {
    state: State,
    /// How many bytes the content may have.
    most: u64,
    unpacked: u64,
}

enum State {
    /// The first bytes, while they are too few to tell.
    Start(Vec<u8>),
    Plain,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// It is damaged or too large, and that was said.
    Given,
}

impl Unpacker {
    pub fn new(most: u64) -> Self {
        Self { state: State::Start(Vec::new()), most, unpacked: 0 }
    }

    /// Takes the next bytes; `take` gets the content. The flaw comes once, and nothing after it.
    pub fn push(&mut self, bytes: &[u8], take: &mut dyn FnMut(&[u8])) -> Result<(), Flaw> {
        match &mut self.state {
            State::Given => Ok(()),
            State::Plain => {
                take(bytes);
                Ok(())
            }
            State::Gzip(_) => self.unpack(bytes, take),
            State::Start(head) => {
                head.extend_from_slice(bytes);
                if head.len() < GZIP.len() {
                    return Ok(());
                }
                let head = std::mem::take(head);
                self.state = match head.starts_with(&GZIP) {
                    true => State::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
                    false => State::Plain,
                };
                self.push(&head, take)
            }
        }
    }

    /// Gives what is left when the file is over.
    pub fn finish(mut self, take: &mut dyn FnMut(&[u8])) -> Result<(), Flaw> {
        match &mut self.state {
            State::Start(head) => take(head),
            State::Plain | State::Given => {}
            State::Gzip(decoder) => {
                decoder.try_finish().map_err(|_| Flaw::BadGzip)?;
                self.drain(take)?;
            }
        }
        Ok(())
    }

    fn unpack(&mut self, bytes: &[u8], take: &mut dyn FnMut(&[u8])) -> Result<(), Flaw> {
        for step in bytes.chunks(STEP) {
            let State::Gzip(decoder) = &mut self.state else { return Ok(()) };
            if decoder.write_all(step).is_err() {
                self.state = State::Given;
                return Err(Flaw::BadGzip);
            }
            self.drain(take)?;
        }
        Ok(())
    }

    fn drain(&mut self, take: &mut dyn FnMut(&[u8])) -> Result<(), Flaw> {
        let State::Gzip(decoder) = &mut self.state else { return Ok(()) };
        let content = std::mem::take(decoder.get_mut());
        self.unpacked += content.len() as u64;
        if self.unpacked > self.most {
            self.state = State::Given;
            return Err(Flaw::UnpacksTooLarge {
                most: usize::try_from(self.most).unwrap_or(usize::MAX),
            });
        }
        take(&content);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn unpacked(file: &[u8], chunk: usize, most: u64) -> Result<Vec<u8>, Flaw> {
        let mut content = Vec::new();
        let mut largest = 0;
        let mut unpacker = Unpacker::new(most);
        for bytes in file.chunks(chunk) {
            unpacker.push(bytes, &mut |bytes| {
                largest = largest.max(bytes.len());
                content.extend_from_slice(bytes);
            })?;
        }
        unpacker.finish(&mut |bytes| content.extend_from_slice(bytes))?;
        assert!(largest <= 1_100 * STEP, "{largest}");
        Ok(content)
    }

    #[test]
    fn gzip_is_unpacked_in_any_chunks_and_the_rest_left_as_it_is() {
        let content: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut two = packed(&content);
        two.extend(packed(b"more"));

        for chunk in [1, 7, 100_000_000] {
            assert_eq!(unpacked(b"{}", chunk, 0).unwrap(), b"{}");
            assert_eq!(unpacked(b"{", chunk, 0).unwrap(), b"{");
            assert_eq!(unpacked(b"", chunk, 0).unwrap(), b"");
            assert_eq!(unpacked(&two, chunk, 1 << 20).unwrap(), [&content[..], b"more"].concat());
        }
    }

    #[test]
    fn a_bomb_is_refused_at_the_limit_without_being_held() {
        let bomb = packed(&vec![b' '; 50_000_000]);

        let flaw = unpacked(&bomb, usize::MAX, 10_000_000).unwrap_err();

        assert!(bomb.len() < 100_000);
        assert_eq!(flaw, Flaw::UnpacksTooLarge { most: 10_000_000 });
    }

    #[test]
    fn damaged_and_cut_data_is_refused() {
        let whole = packed(b"a record or two");
        let mut damaged = whole.clone();
        damaged[12] ^= 0xFF;

        assert_eq!(unpacked(&whole[..whole.len() - 6], 5, 1_000), Err(Flaw::BadGzip));
        assert_eq!(unpacked(&damaged, 5, 1_000), Err(Flaw::BadGzip));
    }
}
