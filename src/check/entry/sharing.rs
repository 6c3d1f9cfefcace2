//! Finds values that occur more than once among many that hardly ever do: by sorting hashes, without a table of all values.

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash};

/// The items of `all` whose key another item has too, in no order. Keys are compared by hash only: a collision may add an item
/// whose key is unique, so callers compare the keys themselves.
pub(super) fn sharing<K: Hash, T>(all: impl Iterator<Item = (K, T)>) -> Vec<T> {
    let mut all: Vec<(u64, T)> =
        all.map(|(key, it)| (BuildHasherDefault::<DefaultHasher>::default().hash_one(key), it)).collect();
    all.sort_unstable_by_key(|it| it.0);
    let shared: Vec<bool> = (0..all.len())
        .map(|at| {
            let same = |other: Option<usize>| other.and_then(|it| all.get(it)).is_some_and(|it| it.0 == all[at].0);
            same(at.checked_sub(1)) || same(Some(at + 1))
        })
        .collect();
    all.into_iter().zip(shared).filter(|it| it.1).map(|it| it.0.1).collect()
}

#[cfg(test)]
mod tests {
    use super::sharing;

    #[test]
    fn all_that_share_a_key_are_told() {
        let of = |keys: &[&'static str]| {
            let mut all = sharing(keys.iter().enumerate().map(|(at, key)| (*key, at)));
            all.sort_unstable();
            all
        };
        assert_eq!(of(&[]), [0; 0]);
        assert_eq!(of(&["1", "2", "3"]), [0; 0]);
        assert_eq!(of(&["1", "2", "1", "3", "2", "1"]), [0, 1, 2, 4, 5]);
    }
}
