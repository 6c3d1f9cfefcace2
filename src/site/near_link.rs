//! What a link that leads nowhere was meant to lead to: a file of its name in other letters, with another ending, or in another folder.

use std::collections::BTreeMap;

use super::{percent::decode, site::Site};
use crate::source::Role;

/// Names looked for at most in one run: a site with more broken links was moved, and names tell little.
const LOOKED_FOR: usize = 1000;

/// The files that a link may lead to, by name and by name without ending, in small letters. Gathered when first asked for.
pub(super) struct NearLinks<'s> {
    site: &'s Site<'s>,
    names: Option<BTreeMap<String, Vec<&'s str>>>,
    left: usize,
}

impl<'s> NearLinks<'s> {
    pub fn new(site: &'s Site<'s>) -> Self {
        Self { site, names: None, left: LOOKED_FOR }
    }

    /// The path, from the folder of the file `from`, of the one file that `to` may mean.
    pub fn of(&mut self, from: &str, to: &str) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        let decoded = decode(to.trim());
        let (path, heading) = decoded.split_once('#').map_or((&*decoded, None), |it| (it.0, Some(it.1)));
        let name = path.rsplit(['/', '\\']).next()?.to_lowercase();
        let site = self.site;
        let names = self.names.get_or_insert_with(|| gathered(site));
        let stem = name.rsplit_once('.').map_or(&*name, |it| it.0);
        let found = [&*name, stem].into_iter().filter(|it| !it.is_empty()).find_map(|it| names.get(it))?;
        let folder = |path: &str| path.rsplit_once('/').map_or(0, |it| it.0.len());
        let beside: Vec<&str> = found.iter().copied().filter(|it| it[..folder(it)] == from[..folder(from)]).collect();
        let (([meant], _) | ([], [meant])) = (beside.as_slice(), found.as_slice()) else { return None };
        let mut relative = between(from, meant);
        if let Some(heading) = heading {
            relative.extend(["#", heading]);
        }
        // What has blanks or brackets in it wants others around it.
        (!relative.contains([' ', '(', ')', '<', '>', '\\']) && relative != to).then_some(relative)
    }
}

fn gathered<'s>(site: &'s Site<'_>) -> BTreeMap<String, Vec<&'s str>> {
    let entries = site.entries().map(|id| site.sources.path(site.model.entry(id).file));
    let files = site.sources.iter().map(|it| it.1).filter(|it| it.role == Role::Attachment).map(|it| &*it.path);
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in entries.chain(files) {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        if let Some((stem, _)) = name.rsplit_once('.') {
            names.entry(stem.to_owned()).or_default().push(path);
        }
        names.entry(name).or_default().push(path);
    }
    names
}

/// The path of the file `to` from the folder of the file `from`.
fn between(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let common = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|it| it.0 == it.1).count();
    let up = std::iter::repeat_n("..", folders - common);
    up.chain(to[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn paths_are_from_the_folder_of_the_file() {
        for (from, to, path) in [
            ("content/2018/甲.md", "content/2018/乙.md", "乙.md"),
            ("content/2018/甲.md", "content/政策/办法.md", "../政策/办法.md"),
            ("content/甲.md", "content/政策/办法.md", "政策/办法.md"),
            ("content/a/b/甲.md", "content/乙.md", "../../乙.md"),
        ] {
            assert_eq!(between(from, to), path);
        }
    }
}
