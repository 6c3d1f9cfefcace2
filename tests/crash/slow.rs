//! A disk so slow that a kill by the system falls into the middle of a change as often as anywhere.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use gongkai::internals::driver::{Disk, complete};

use super::made::{NEW, OLD, Place, after, expected};

/// How often a run is killed.
const KILLS: u32 = 120;
/// How long each step takes.
const STEP: Duration = Duration::from_micros(400);
/// More steps than a run has.
const STEPS: u32 = 130;
/// The folder that the process to be killed writes to: this test, run by itself.
const FOLDER: &str = "GONGKAI_TEST_SLOW";

#[test]
fn killed_on_a_slow_disk_it_leaves_one_site_or_one_that_is_completed_first() {
    if let Some(folder) = env::var_os(FOLDER) {
        let slow = Disk::watched(|_, _| {
            sleep(STEP);
            None
        });
        println!("\nready");
        std::io::stdout().flush().expect("a reader");
        let _ = Place::at(folder.as_ref()).build(NEW, &slow);
        return;
    }
    let name = "crash::slow::killed_on_a_slow_disk_it_leaves_one_site_or_one_that_is_completed_first";
    let (mut before, mut within, mut behind) = (0, 0, 0);
    for at in 0..KILLS {
        let place = Place::with(OLD);
        let mut child = Command::new(env::current_exe().expect("this program"))
            .args(["--exact", name, "--nocapture"])
            .env(FOLDER, place.beside(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        assert!(out.lines().any(|line| line.is_ok_and(|it| it == "ready")), "it never came to the build");
        sleep(STEP * (at * STEPS / KILLS));
        child.kill().expect("killed");
        child.wait().expect("it ends");
        let served = place.served();
        if place.out().join(".gongkai/journal").exists() {
            within += 1;
            let known = |(path, bytes): (&String, &Vec<u8>)| {
                [expected(OLD), after()].iter().any(|site| site.get(path) == Some(bytes))
            };
            assert!(served.iter().all(known), "kill {at}: {served:?}");
            complete(&place.project, &Disk::default()).expect("completed");
            assert_eq!(place.served(), after(), "kill {at}");
            place.assert_clean();
        } else if served == after() {
            behind += 1;
        } else {
            before += 1;
            assert_eq!(served, expected(OLD), "kill {at}");
        }
        place.build(NEW, &Disk::default()).expect("built");
        assert!(place.served() == after() || place.served() == expected(NEW), "kill {at}");
        assert!(fs::read_dir(place.out()).is_ok());
        place.assert_clean();
    }
    println!("{before} kills before the change, {within} within it, {behind} behind it");
    assert!(before > 5 && within > 5, "{before} kills before the change and {within} within it show nothing");
}
