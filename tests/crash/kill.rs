//! The program, killed by the system at hundreds of moments while it turns one site into another and back.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use gongkai::internals::rulebook::example::BASE;

use super::made::{memory, served};
use crate::support::{binary::run, files::assert_same};

/// How often the program is killed.
const KILLS: usize = 300;

type Tree = BTreeMap<String, Vec<u8>>;

fn start(root: &Path) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("gongkai"))
        .current_dir(root)
        .args(["build", "--quiet"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts")
}

/// One of two states of the sources: a word that stands on pages, and an entry that comes and goes.
fn state(root: &Path, second: bool) {
    // Here an entry comes and goes without a word, as nowhere else.
    fs::write(root.join("catalogue/levels.toml"), "[levels]\nlost-address = \"off\"\n").expect("a file");
    let entry = root.join("content/2018/通知.md");
    let other = root.join("content/2018/通报.md");
    let base = |path: &str| BASE.iter().find(|it| it.0 == path).expect("the base has it").1;
    // The title stands on every page.
    let site = base("catalogue/site.toml");
    let title = if second { "title = \"第二" } else { "title = \"第一" };
    fs::write(root.join("catalogue/site.toml"), site.replacen("title = \"", title, 1)).expect("a file");
    let text = base("content/2018/通知.md");
    if second {
        fs::write(&entry, text.replace("防汛工作", "抗旱工作")).expect("a file");
        fs::write(&other, text.replace("〔2018〕1号", "〔2018〕2号").replace("防汛工作", "通报事项")).expect("a file");
    } else {
        fs::write(&entry, text).expect("a file");
        let _ = fs::remove_file(other);
    }
}

/// Waits, awake, until something is so or the program has ended.
fn until(is_so: impl Fn() -> bool, child: &mut Child) {
    while !is_so() && matches!(child.try_wait(), Ok(None)) {}
}

/// The two sites, each built from nothing with the numbers of both written.
fn clean(root: &Path) -> [Tree; 2] {
    for second in [false, true] {
        state(root, second);
        run(root, ["build", "--out", "number"]).code(0);
    }
    [false, true].map(|second| {
        state(root, second);
        let out = if second { "second" } else { "first" };
        run(root, ["build", "--out", out]).code(0);
        let made = served(&root.join(out));
        // What stands beside the sources would be a source no longer.
        fs::remove_dir_all(root.join(out)).expect("gone");
        made
    })
}

#[test]
fn killed_at_three_hundred_moments_it_leaves_one_site_or_the_other() {
    let folder = memory();
    let root = folder.path();
    for (path, text) in BASE {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let sites = clean(root);
    assert_ne!(sites[0], sites[1]);
    let out = root.join("public");
    let begun = Instant::now();
    for second in [false, true, false] {
        state(root, second);
        assert!(start(root).wait().expect("it ends").success());
    }
    let whole = begun.elapsed() / 3;
    let mut seed = 20_181_231_u64;
    let (mut cut, mut changed) = (0, 0);
    for at in 0..KILLS {
        let second = at % 2 == 0;
        let before = served(&out);
        state(root, second);
        // A fresh site grows elsewhere: every fifth time there is none to begin with.
        let fresh = at % 5 == 4;
        if fresh {
            fs::remove_dir_all(&out).expect("gone");
        }
        let mut child = start(root);
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let part = f64::from((seed >> 40) as u32) / f64::from(1 << 24);
        // A third of them anywhere; the others where it writes, for that is short.
        match at % 3 {
            0 => sleep(whole.mul_f64(1.2 * part)),
            1 => {
                until(|| out.join(".gongkai/stage").exists() || fresh, &mut child);
                sleep(whole.mul_f64(0.3 * part));
            }
            _ => {
                until(|| out.join(".gongkai/journal").exists() || fresh, &mut child);
                let moment = Instant::now();
                until(|| moment.elapsed() > Duration::from_micros(200).mul_f64(part), &mut child);
            }
        }
        child.kill().expect("killed");
        child.wait().expect("it ends");
        let now = served(&out);
        let goal = &sites[usize::from(second)];
        let old = if fresh { Tree::new() } else { before };
        if out.join(".gongkai/journal").exists() {
            cut += 1;
            for (path, bytes) in &now {
                assert!(old.get(path) == Some(bytes) || goal.get(path) == Some(bytes), "kill {at}: {path} is neither");
            }
        } else {
            assert!(now == old || now == *goal, "kill {at}: {:?}", now.keys());
            changed += usize::from(now == *goal && now != old);
        }
        // The next run ends, whatever was left to it; where nothing had begun, it may be killed in its turn.
        if at % 3 == 0 || out.join(".gongkai/journal").exists() {
            assert!(start(root).wait().expect("it ends").success(), "the run after kill {at}");
            assert_same(goal, &served(&out));
            assert!(!out.join(".gongkai/stage").exists() && !out.join(".gongkai/journal").exists());
        }
    }
    println!("{KILLS} kills: {cut} within the change, {changed} after it, a run takes {whole:?}");
    let left: Vec<_> = fs::read_dir(root).expect("a folder").flatten().map(|it| it.file_name()).collect();
    assert!(left.iter().all(|it| !it.to_string_lossy().starts_with(".gongkai-")), "{left:?}");
    assert!(changed > 0 && changed < KILLS, "the kills came all too early, or all too late");
    // How many fall into the change itself is the machine's luck; that every step of it may be the last is tested in steps.rs.
}
