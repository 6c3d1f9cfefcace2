//! How a preview begins and ends.

use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt as _, process::Command, thread, time::Duration};

use crate::support::{
    binary::{Done, gongkai, run},
    project::Project,
    server::{PATIENCE, Server},
};

#[test]
fn it_ends_at_once_and_well_when_it_is_told_to() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    assert_eq!(server.said, format!("http://127.0.0.1:{}/\n", server.port));
    // Somebody waits for news, and somebody has a connection open.
    let news = server.news();
    news.first();
    let open = std::net::TcpStream::connect(("127.0.0.1", server.port));
    assert_eq!(server.end().code(), Some(0));
    drop(open);
}

#[test]
fn a_port_that_is_taken_is_told() {
    let project = Project::base();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let done = run(project.root(), ["serve", "--port", &port]).code(3);
    assert!(done.err.contains(&format!("端口 {port} 用不了")), "{}", done.err);
    assert_eq!(done.out, "");
    assert!(run(project.root(), ["serve", "--port", "x"]).code(2).err.contains("--port"));
    // No project, no preview.
    run(Project::empty().root(), ["serve", "--port", "0"]).code(2);
}

#[test]
fn without_a_port_the_next_free_one_is_taken() {
    let project = Project::base();
    let start = || {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
        command.current_dir(project.root()).arg("serve");
        Server::of(command)
    };
    let (one, other) = (start(), start());
    assert_ne!(one.port, other.port);
    assert!((4180..4200).contains(&one.port) || one.port > 1024, "{}", one.port);
}

/// A program that a desktop would start to open an address: it writes down what it is given.
fn desktop(project: &Project) -> std::path::PathBuf {
    let folder = project.at(".desktop");
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["xdg-open", "open"] {
        let program = folder.join(name);
        fs::write(&program, format!("#!/bin/sh\necho \"$1\" > '{}'\n", folder.join("opened").display()))
            .expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it may run");
    }
    folder
}

fn opened(folder: &std::path::Path) -> String {
    let begun = std::time::Instant::now();
    loop {
        match fs::read_to_string(folder.join("opened")) {
            Ok(text) if text.ends_with('\n') => return text,
            _ => assert!(begun.elapsed() < PATIENCE, "no browser is opened"),
        }
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_double_click_on_the_program_in_a_project_shows_it() {
    let project = Project::base();
    let folder = desktop(&project);
    let program = project.at("gongkai");
    let built = assert_cmd::cargo::cargo_bin("gongkai");
    fs::hard_link(&built, &program)
        .or_else(|_| fs::copy(&built, &program).map(drop))
        .expect("the program in the project");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(&program);
    command.current_dir("/").env("PATH", &path);
    let server = Server::of(command);
    assert_eq!(opened(&folder), server.said);
    assert!(server.text("/").contains("示例局政府信息公开"));
    // Started again by a desktop in the project's folder: the one that runs is shown, unless that has a port where nobody looks.
    fs::remove_file(folder.join("opened")).expect("noted");
    let mut command = Command::new(&built);
    command.current_dir(project.root()).env("PATH", &path).env("DISPLAY", ":9");
    let again = Server::of(command);
    assert_eq!(opened(&folder), again.said);
    if server.port < 4185 {
        assert_eq!(again.said, server.said);
        assert_eq!(again.ended().code(), Some(0), "there is nothing left for it to do");
    }
}

#[test]
fn without_a_desktop_nothing_typed_is_help_as_ever() {
    let project = Project::base();
    let mut command = gongkai(project.root());
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let done = Done::of(&mut command).code(2);
    assert!(done.err.contains("serve") && done.out.is_empty(), "{}", done.err);
    let empty = Project::empty();
    Done::of(gongkai(empty.root()).env("DISPLAY", ":9")).code(2);
}

#[test]
fn the_browser_is_opened_where_that_is_asked_for() {
    let project = Project::base();
    let folder = desktop(&project);
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    command.current_dir(project.root()).args(["serve", "--port", "0", "--open"]).env("PATH", path);
    let server = Server::of(command);
    assert_eq!(opened(&folder), server.said);
}
