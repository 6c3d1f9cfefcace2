//! What others put into the site, beside it, or into our own folder there: never followed, never written over, never believed.

use std::{fs, os::unix::fs::symlink, path::PathBuf};

use gongkai::internals::{
    driver::{Disk, DiskSite, exit_code},
    world::{FileKind, PageKey, SiteSink as _},
};

use super::made::{Doing, NEW, OLD, Place, after, expected, harmful, sealed};
use crate::support::files::{assert_same, tree};

/// Builds the new site where `make` did something to the old one, and answers the place; all must go well.
#[track_caller]
fn mended(make: impl FnOnce(&Place)) -> Place {
    let place = Place::with(OLD);
    make(&place);
    place.build(NEW, &Disk::default()).expect("built");
    place
}

/// The build after `make` is refused as a slip of usage that says `word`, and nothing is changed.
#[track_caller]
fn refused(make: impl FnOnce(&Place), word: &str) {
    let place = Place::with(OLD);
    make(&place);
    let before = tree(place.out());
    let error = place.build(NEW, &Disk::default()).expect_err("must be refused");
    assert_eq!(exit_code(&error), 2, "{error:#}");
    assert!(format!("{error:#}").contains(word), "{error:#} does not say {word}");
    assert_same(&before, &tree(place.out()));
}

fn swap_for_link(place: &Place, path: &str, target: &PathBuf) {
    let path = place.out().join(path);
    if path.is_dir() {
        fs::remove_dir_all(&path).expect("a folder gone");
    } else {
        let _ = fs::remove_file(&path);
    }
    symlink(target, path).expect("a link");
}

#[test]
fn links_inside_the_site_are_removed_and_never_followed() {
    for path in [
        "2018",
        "gone",
        "gone/deep",
        "folder",
        "folder/b",
        "files",
        "files/a.pdf",
        "static",
        "fresh",
        "turns",
        "index.html",
    ] {
        let place = mended(|place| {
            let outside = place.beside("outside");
            fs::create_dir(&outside).expect("a folder");
            for name in ["1.html", "2.html", "only.html", "a.html", "a.pdf", "c.html", "style.0.css"] {
                fs::write(outside.join(name), "不能丢").expect("a file");
            }
            fs::create_dir(outside.join("deep")).expect("a folder");
            fs::write(outside.join("deep/only.html"), "不能丢").expect("a file");
            swap_for_link(place, path, &outside);
        });
        let outside = tree(&place.beside("outside"));
        assert_eq!(outside.len(), 8, "{path}: {:?}", outside.keys());
        assert!(outside.values().all(|it| it == "不能丢".as_bytes()), "{path}: a link was followed");
        let mut new = after();
        if path == "static" {
            // What was behind the link was not ours to keep.
            new.remove("static/style.0.css");
        }
        assert_same(&new, &place.served());
        place.assert_clean();
    }
}

#[test]
fn a_link_that_leads_nowhere_or_to_a_file_is_removed_too() {
    for target in ["/nowhere/at/all", "/etc/passwd", "."] {
        let place = mended(|place| {
            swap_for_link(place, "fresh", &PathBuf::from(target));
            swap_for_link(place, "2018/3.html", &PathBuf::from(target));
        });
        assert_same(&after(), &place.served());
    }
}

#[test]
fn a_link_where_the_site_grows_is_removed_and_not_swept_through() {
    let place = Place::new();
    let (disk, _) = harmful(6, Doing::Kills);
    place.build(NEW, &disk).expect_err("killed");
    let www = place.out().parent().expect("a parent");
    let grown: Vec<PathBuf> = fs::read_dir(www).expect("a folder").map(|it| it.expect("an entry").path()).collect();
    assert_eq!(grown.len(), 1, "{grown:?}");
    fs::remove_dir_all(&grown[0]).expect("gone");
    let outside = place.beside("outside");
    fs::create_dir(&outside).expect("a folder");
    fs::write(outside.join("别动"), "不能丢").expect("a file");
    symlink(&outside, &grown[0]).expect("a link");
    place.build(NEW, &Disk::default()).expect("built");
    assert_eq!(fs::read_to_string(outside.join("别动")).expect("still there"), "不能丢");
    assert_same(&expected(NEW), &place.served());
    place.assert_clean();
}

#[test]
fn files_of_others_stay_and_keep_their_folders() {
    let place = mended(|place| {
        place.write("2018/附记.txt", "不能丢");
        place.write("gone/deep/附记.txt", "不能丢");
        place.write("theirs/a.txt", "不能丢");
        // The same as ours will be: nobody loses anything.
        place.write("2018/3.html", "new");
    });
    let mut new = after();
    for path in ["2018/附记.txt", "gone/deep/附记.txt", "theirs/a.txt"] {
        new.insert(path.to_owned(), "不能丢".as_bytes().to_owned());
    }
    assert_same(&new, &place.served());
}

#[test]
fn files_of_others_are_never_written_over() {
    refused(|place| place.write("2018/3.html", "theirs"), "2018/3.html");
    refused(|place| place.write("fresh", "theirs"), "fresh");
    refused(|place| place.write("fresh/deep/a.html/x", "theirs"), "fresh/deep/a.html");
    refused(|place| place.write("folder/theirs.txt", "theirs"), "folder");
    refused(|place| place.write("folder/b/d/theirs.txt", "theirs"), "folder");
}

#[test]
fn what_was_changed_or_lost_by_hand_is_mended() {
    let place = mended(|place| {
        place.write("files/a.pdf", "SAME");
        fs::remove_file(place.out().join("list.html")).expect("gone");
        fs::remove_file(place.out().join("2018/2.html")).expect("gone");
        fs::remove_dir_all(place.out().join("gone")).expect("gone");
        place.write(".gongkai/stage/left", "left");
    });
    assert_same(&after(), &place.served());
    place.assert_clean();
}

#[test]
fn a_manifest_that_cannot_be_trusted_deletes_nothing() {
    let whole = {
        let place = Place::with(OLD);
        fs::read_to_string(place.out().join(".gongkai/manifest")).expect("a manifest")
    };
    let manifest = |text: String| move |place: &Place| place.write(".gongkai/manifest", &text);
    refused(manifest(String::new()), "已损坏");
    refused(manifest("x".repeat(4096)), "已损坏");
    for cut in [1, 18, 20, whole.len() / 2, whole.len() - 66, whole.len() - 1] {
        refused(manifest(whole[..cut].to_owned()), "已损坏");
    }
    refused(manifest(whole.replace("2018/2.html", "2018/9.html")), "已损坏");
    refused(manifest(sealed("manifest", 2, "anything\n")), "更新版本");
    let hash = "0".repeat(64);
    for path in ["../outside", "/etc/passwd", ".gongkai/lock", "2018/../../outside"] {
        refused(manifest(sealed("manifest", 1, &format!("entry 1 {hash} {path}\n"))), "已损坏");
    }
    // Without one, it is a folder like any other.
    refused(|place| fs::remove_file(place.out().join(".gongkai/manifest")).expect("gone"), "不是本工具生成的网站");
    refused(|place| fs::remove_dir_all(place.out().join(".gongkai")).expect("gone"), "不是本工具生成的网站");
    // The seal that the tests make is the one that is read.
    assert_eq!(
        sealed("manifest", 1, whole.split_once('\n').and_then(|it| it.1.rsplit_once("# ")).expect("a body").0),
        whole
    );
}

#[test]
fn a_journal_that_cannot_be_trusted_does_nothing() {
    let outside = "move 0 ../../outside\ndelete ../../project\ndelete 2018/1.html\n";
    for text in
        [String::new(), "x".repeat(100), sealed("journal", 1, outside), sealed("journal", 1, "delete 2018/1.html")]
    {
        let place = mended(|place| {
            place.write(".gongkai/journal", &text);
            fs::create_dir_all(place.beside("project")).expect("a folder");
        });
        assert_same(&after(), &place.served());
        assert!(!place.beside("outside").exists() && place.beside("project").exists(), "{text}");
        place.assert_clean();
    }
    refused(|place| place.write(".gongkai/journal", &sealed("journal", 9, "")), "更新版本");
}

#[test]
fn a_style_stays_one_build_for_readers_of_the_last() {
    let place = Place::with(OLD);
    place.build(NEW, &Disk::default()).expect("built");
    assert_same(&after(), &place.served());
    let manifest = fs::read_to_string(place.out().join(".gongkai/manifest")).expect("a manifest");
    assert!(
        manifest.lines().any(|it| it.starts_with("previous 9 ") && it.ends_with(" static/style.0.css")),
        "{manifest}"
    );
    let written = place.build(NEW, &Disk::default()).expect("built");
    assert_eq!((written.changed, written.removed), (0, 1));
    assert_same(&expected(NEW), &place.served());
    // Back again: what is kept is used.
    place.build(OLD, &Disk::default()).expect("built");
    let written = place.build(NEW, &Disk::default()).expect("built");
    assert!(written.changed > 0 && place.out().join("static/style.0.css").exists());
    assert_same(&after(), &place.served());
}

#[test]
fn what_is_given_up_leaves_nothing() {
    for make in [Place::new, || Place::with(OLD)] {
        let place = make();
        let before = place.served();
        let output = DiskSite::open(&place.project, &Disk::default()).expect("open");
        output.write(FileKind::Entry, "/2018/1.html", b"one", PageKey::default()).expect("put");
        output.write(FileKind::Entry, "2018/1.html", b"one", PageKey::default()).expect("the same again");
        output
            .write(FileKind::Entry, "2018/1.html", b"two", PageKey::default())
            .expect_err("another at the same address");
        for path in ["../x", "a/../../x", ".gongkai/lock", "", "a//b", "a\nb"] {
            output.write(FileKind::Entry, path, b"x", PageKey::default()).expect_err(path);
        }
        drop(output);
        assert_same(&before, &place.served());
        place.assert_clean();
    }
}
