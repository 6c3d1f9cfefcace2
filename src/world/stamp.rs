//! What tells that a file is the one that was read, without reading it.

use crate::pack::{Pack, Packer, Unpacker};

/// Nanoseconds in a second.
const SECOND: i64 = 1_000_000_000;

/// The coarsest tick of a clock that stamps to the nanosecond: a kernel that counts a hundred times a second, twice over.
const TICK: i64 = SECOND / 50;

/// The coarsest tick of a file system that stamps to the second: FAT counts every other one.
const COARSE: i64 = 2 * SECOND + TICK;

/// A file as its folder shows it. Times are nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    modified: i64,
    changed: i64,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file of `size` bytes: seconds and nanoseconds since 1970 of its last modification and its last change of
    /// status, and its inode.
    pub fn new(size: u64, modified: (i64, i64), changed: (i64, i64), inode: u64) -> Self {
        let time = |(seconds, nanoseconds): (i64, i64)| seconds.saturating_mul(SECOND).saturating_add(nanoseconds);
        Self { size, modified: time(modified), changed: time(changed), inode }
    }

    /// Whether a change after the moment `at` might not show in the stamp (git calls such an entry racy): the file was changed
    /// so shortly before that the clock which stamps it need not have ticked since. A stamp from the future is always racy.
    pub fn is_racy(&self, at: i64) -> bool {
        let coarse = self.modified % SECOND == 0 && self.changed % SECOND == 0;
        let last = self.modified.max(self.changed);
        last.saturating_add(if coarse { COARSE } else { TICK }) >= at
    }

    /// Takes all that is known of the file into `hasher`.
    pub fn hash(&self, hasher: &mut blake3::Hasher) {
        for number in [self.size, self.modified.cast_unsigned(), self.changed.cast_unsigned(), self.inode] {
            hasher.update(&number.to_le_bytes());
        }
    }
}

impl Pack for Stamp {
    fn pack(&self, to: &mut Packer) {
        for number in [self.size, self.modified.cast_unsigned(), self.changed.cast_unsigned(), self.inode] {
            to.raw(&number.to_le_bytes());
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut number = || from.array().map(u64::from_le_bytes);
        Some(Self {
            size: number()?,
            modified: number()?.cast_signed(),
            changed: number()?.cast_signed(),
            inode: number()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{SECOND, Stamp};

    fn stamp(modified: i64, changed: i64) -> Stamp {
        Stamp { size: 1, modified, changed, inode: 2 }
    }

    #[test]
    fn a_file_changed_just_now_or_in_the_future_is_racy() {
        let now = 1_000 * SECOND + 7;
        let ago = |ms: i64| now - ms * 1_000_000;
        assert!(!stamp(ago(100), ago(100)).is_racy(now));
        assert!(stamp(ago(10), ago(10)).is_racy(now));
        assert!(stamp(ago(100), ago(10)).is_racy(now), "its name or its rights changed just now");
        assert!(stamp(now + SECOND, ago(100)).is_racy(now), "the clock was turned back");
        assert!(stamp(999 * SECOND, 999 * SECOND).is_racy(now), "a stamp in whole seconds says little");
        assert!(!stamp(997 * SECOND, 997 * SECOND).is_racy(now));
        assert!(stamp(i64::MAX, i64::MAX).is_racy(now));
    }
}
