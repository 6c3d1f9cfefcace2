//! HTML of texts, made when they were judged and kept outside memory until their pages are due: what is read once need not be
//! read again, and memory does not grow with it.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::{
    markup::HtmlTemplate,
    source::FileId,
    world::{Cache, Scratch},
};

/// The bits of a place that tell how long a template is.
const LENGTH: u32 = 24;

/// One template a file, in the scratch space of the cache.
#[derive(Debug)]
pub struct HtmlTemplates {
    scratch: Box<dyn Scratch>,
    /// Where the next one goes.
    end: AtomicU64,
    /// By file: where its template begins, above [`LENGTH`] bits for how long it is; 0 where there is none.
    places: Box<[AtomicU64]>,
}

impl HtmlTemplates {
    /// Room in the scratch space of `cache` for the texts of so many files.
    pub fn new(cache: &dyn Cache, files: usize) -> Option<Self> {
        let places = (0..files).map(|_| AtomicU64::new(0)).collect();
        Some(Self { scratch: cache.scratch()?, end: AtomicU64::new(0), places })
    }

    /// Keeps the template of the text in `file`. Where that fails the text is read again, and nothing is lost.
    pub fn keep(&self, file: FileId, template: &HtmlTemplate) {
        let bytes = template.bytes();
        let length = bytes.len() as u64;
        if length == 0 || length >= 1 << LENGTH {
            return;
        }
        let at = self.end.fetch_add(length, Ordering::Relaxed);
        if at + length <= self.scratch.room() && self.scratch.write(bytes, at) {
            self.places[file.0 as usize].store(at << LENGTH | length, Ordering::Release);
        }
    }

    /// The template of the text in `file`, if it was kept.
    pub fn find(&self, file: FileId) -> Option<HtmlTemplate> {
        let place = self.places.get(file.0 as usize)?.load(Ordering::Acquire);
        let length = usize::try_from(place & ((1 << LENGTH) - 1)).ok().filter(|&it| it > 0)?;
        let mut bytes = vec![0; length];
        self.scratch.read(&mut bytes, place >> LENGTH).then(|| HtmlTemplate::from_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::{markup, vocabulary::Lang};

    /// Scratch space in memory, of so many bytes.
    #[derive(Debug)]
    struct Room(u64, Mutex<Vec<u8>>);

    impl Scratch for Room {
        fn room(&self) -> u64 {
            self.0
        }

        fn write(&self, bytes: &[u8], offset: u64) -> bool {
            let mut all = self.1.lock().unwrap();
            let end = usize::try_from(offset).unwrap() + bytes.len();
            let length = all.len().max(end);
            all.resize(length, 0);
            all[end - bytes.len()..end].copy_from_slice(bytes);
            true
        }

        fn read(&self, buffer: &mut [u8], offset: u64) -> bool {
            let at = usize::try_from(offset).unwrap();
            buffer.copy_from_slice(&self.1.lock().unwrap()[at..at + buffer.len()]);
            true
        }
    }

    struct Only(u64);

    impl Cache for Only {
        fn load(&self, _: &str) -> Option<Vec<u8>> {
            None
        }

        fn save(&self, _: &str, _: &[&[u8]]) {}

        fn scratch(&self) -> Option<Box<dyn Scratch>> {
            Some(Box::new(Room(self.0, Mutex::default())))
        }
    }

    fn template(text: &str) -> HtmlTemplate {
        HtmlTemplate::new(&markup::parse(text), Lang::Zh).unwrap()
    }

    #[test]
    fn a_template_is_found_as_it_was_kept() {
        let templates = HtmlTemplates::new(&Only(1 << 20), 3).unwrap();
        templates.keep(FileId(2), &template("见[文件](a.md)"));
        templates.keep(FileId(0), &template("二"));
        assert_eq!(templates.find(FileId(0)), Some(template("二")));
        assert_eq!(templates.find(FileId(2)), Some(template("见[文件](a.md)")));
        assert_eq!((templates.find(FileId(1)), templates.find(FileId(9))), (None, None));
    }

    #[test]
    fn what_does_not_fit_is_not_kept() {
        let templates = HtmlTemplates::new(&Only(5), 3).unwrap();
        templates.keep(FileId(0), &template("三"));
        assert_eq!(templates.find(FileId(0)), None);
    }
}
