//! HTML of texts, made when they were judged and laid aside on disk until their pages are due: what is read once need not be
//! read again, and memory does not grow with it. The file has no name and goes away with the run.

use std::{
    fs::File,
    os::unix::fs::FileExt as _,
    sync::atomic::{AtomicU64, Ordering},
};

use super::memo::Cache;
use crate::{markup::HtmlTemplate, source::FileId};

/// Bytes that are laid aside at most; texts beyond are read again.
const MOST: u64 = 2 << 30;

/// Of what is free on the disk at most so many parts: the site is more important.
const PARTS: u64 = 8;

/// The bits of a place that tell how long a draft is.
const LENGTH: u32 = 24;

/// What was laid aside.
#[derive(Debug)]
pub struct Drafts {
    file: File,
    /// Where the next one goes, and where none goes any more.
    end: AtomicU64,
    most: u64,
    /// By file: where its draft begins, above [`LENGTH`] bits for how long it is; 0 where there is none.
    places: Box<[AtomicU64]>,
}

impl Drafts {
    /// Room beside `cache` for the texts of so many files; none where the disk has none.
    pub fn beside(cache: &Cache, files: usize) -> Option<Self> {
        let file = cache.nameless().ok()?;
        let disk = rustix::fs::fstatvfs(&file).ok()?;
        let most = (disk.f_bavail.saturating_mul(disk.f_frsize) / PARTS).min(MOST);
        let places = (0..files).map(|_| AtomicU64::new(0)).collect();
        Some(Self { file, end: AtomicU64::new(0), most, places })
    }

    /// Lays aside the draft of the text in `file`. Where that fails the text is read again, and nothing is lost.
    pub fn keep(&self, file: FileId, draft: &HtmlTemplate) {
        let bytes = draft.bytes();
        let length = bytes.len() as u64;
        if length == 0 || length >= 1 << LENGTH {
            return;
        }
        let at = self.end.fetch_add(length, Ordering::Relaxed);
        if at + length <= self.most && self.file.write_all_at(bytes, at).is_ok() {
            self.places[file.0 as usize].store(at << LENGTH | length, Ordering::Release);
        }
    }

    /// The draft of the text in `file`, if it was laid aside.
    pub fn find(&self, file: FileId) -> Option<HtmlTemplate> {
        let place = self.places.get(file.0 as usize)?.load(Ordering::Acquire);
        let length = usize::try_from(place & ((1 << LENGTH) - 1)).ok().filter(|&it| it > 0)?;
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, place >> LENGTH).ok()?;
        Some(HtmlTemplate::from_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        driver::{Folders, Project},
        markup,
        text::Lang,
    };

    #[test]
    fn a_draft_is_found_as_it_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("catalogue")).unwrap();
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        let drafts = Drafts::beside(&Cache::of(&project).unwrap(), 3).unwrap();
        let draft = |text: &str| HtmlTemplate::new(&markup::parse(text), Lang::Zh).unwrap();
        drafts.keep(FileId(2), &draft("见[文件](a.md)"));
        drafts.keep(FileId(0), &draft("二"));
        assert_eq!(drafts.find(FileId(0)), Some(draft("二")));
        assert_eq!(drafts.find(FileId(2)), Some(draft("见[文件](a.md)")));
        assert_eq!((drafts.find(FileId(1)), drafts.find(FileId(9))), (None, None));
        let mut full = Drafts::beside(&Cache::of(&project).unwrap(), 3).unwrap();
        full.most = 5;
        full.keep(FileId(0), &draft("三"));
        assert_eq!(full.find(FileId(0)), None);
        // A disk that is full is no fault of the run.
        #[cfg(target_os = "linux")]
        {
            let mut full = Drafts::beside(&Cache::of(&project).unwrap(), 3).unwrap();
            full.file = File::options().read(true).write(true).open("/dev/full").unwrap();
            full.keep(FileId(0), &draft("四"));
            assert_eq!(full.find(FileId(0)), None);
        }
        // The folder holds nothing that a killed run could leave behind.
        let left = std::fs::read_dir(folder.path().join(".gongkai/cache")).unwrap();
        let names: Vec<_> = left.map(|it| it.unwrap().file_name()).filter(|it| it != ".gitignore").collect();
        assert_eq!(names, ["CACHEDIR.TAG"]);
    }
}
