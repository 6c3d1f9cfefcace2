//! What a diff finds is written into the catalogue's log of changes.

use crate::support::{binary::run, project::Project};

#[test]
fn a_diff_writes_what_readers_see_into_the_log_once() {
    let (before, after) = (Project::base(), Project::base());
    after.write("catalogue/inside.toml", "[[item]]\nid = \"inside\"\nfield = \"policy\"\ntitle = \"底线条件\"\ndisclosure = [\"管理公开\"]\norganisation = \"bureau\"\nway = \"不予公开\"\nground = \"第十四条\"\nreviewed = 2018-07-02\n");
    after.replace("catalogue/items.toml", "20个工作日", "7个工作日");
    let args = [
        "diff",
        before.root().to_str().expect("ours"),
        "--record",
        "--on",
        "2018-07-20",
        "--reason",
        "职能“调整”\\n",
        "--notice",
        "2018/通知",
    ];
    let done = run(after.root(), args).code(0);
    assert!(done.err.contains("change.toml"), "{}", done.err);
    let log = after.read("catalogue/change.toml");
    assert!(log.contains("（缩短）") && log.contains("kind = \"修改\"") && !log.contains("底线条件"), "{log}");
    // What stands there is not written again.
    assert!(run(after.root(), args).code(0).err.contains("已经记过"));
    assert_eq!(after.read("catalogue/change.toml"), log);
    let told = run(after.root(), ["check", "--format", "json", "-q"]).findings();
    assert!(told.iter().all(|it| !it.path.ends_with("change.toml")), "{told:?}");
    run(after.root(), ["build"]).code(0);
    let page = after.read("public/changes/index.html");
    assert!(page.contains("缩短"), "{page}");
    // It is about what lies there now.
    run(after.root(), ["diff", "a", "b", "--record"]).code(2);
    run(after.root(), ["diff", "--on", "2018-07-20"]).code(2);
}
