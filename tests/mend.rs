//! `fix`: all edits of all findings at once, twice the same as once, and nothing else touched.

use std::{fs, process::Command};

use gongkai::internals::{
    compile::Options,
    mend::{MendedFile, mend},
    resolve::Numbering,
    world::MemoryWorld,
};
use proptest::prelude::*;

use super::{
    fixes::spoilt,
    support::{
        binary::run,
        library::{self, base},
        project::Project,
    },
};

const NOTICE: &str = "content/2018/通知.md";

/// Reads badly in several ways, each of which has one meaning.
const SPOILT: &str = "+++\ntitle＝“关于防汛的通知”\nitem = \"policy/notices\"\n# 成文那天\nmade = 2018/6/20\npublished = 2018-06-22\n\
                      number = \"示局发【2018】1号\"\nsummary = \"概述。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n+++\n\
                      正文　有   空格，身份证号 11010519491231002X。\n";

const MENDED: &str = "+++\ntitle = \"关于防汛的通知\"\nitem = \"policy/notices\"\n# 成文那天\nmade = 2018-06-20\npublished = 2018-06-22\n\
                      number = \"示局发〔2018〕1号\"\nsummary = \"概述。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n+++\n\
                      正文　有   空格，身份证号 110105********002X。\n";

fn spoilt_project() -> Project {
    let project = Project::base();
    project.write(NOTICE, SPOILT);
    project
}

fn fixed(world: &MemoryWorld, guesses: bool) -> Vec<MendedFile> {
    let options = Options { as_of: None, numbering: Numbering::Tell, merged: false, pages: false, search: true };
    mend(world, &options, guesses, &()).expect("memory does not fail").files
}

#[test]
fn what_is_certain_is_mended_and_the_rest_stays() {
    let project = spoilt_project();
    let done = run(project.root(), ["fix"]).code(0);
    assert_eq!(project.read(NOTICE), MENDED);
    assert!(done.out.contains(NOTICE) && done.err.contains("已改正 1 个文件"), "{}{}", done.out, done.err);
    assert_eq!(project.read(&format!(".gongkai/backup/{NOTICE}")), SPOILT);
    // What was masked stands there unmasked: no version control takes it.
    assert_eq!(project.read(".gongkai/backup/.gitignore"), "*\n");
    let again = run(project.root(), ["fix"]).code(0);
    assert!(again.out.is_empty() && again.err.contains("没有可以自动改正的问题"), "{}{}", again.out, again.err);
    // What was kept is what it was before the change, not before the last run.
    assert_eq!(project.read(&format!(".gongkai/backup/{NOTICE}")), SPOILT);
}

#[cfg(unix)]
#[test]
fn backups_are_not_written_through_a_link() {
    for link in [".gongkai", ".gongkai/backup"] {
        let project = spoilt_project();
        let elsewhere = project.at("../elsewhere");
        let _ = fs::remove_dir_all(&elsewhere);
        fs::create_dir_all(&elsewhere).expect("a folder");
        if link.contains('/') {
            fs::create_dir_all(project.at(".gongkai")).expect("a folder");
        }
        std::os::unix::fs::symlink(&elsewhere, project.at(link)).expect("a link");
        let done = run(project.root(), ["fix"]).code(3);
        assert!(done.err.contains("链接"), "{}", done.err);
        assert_eq!(project.read(NOTICE), SPOILT);
        assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0, "{link}");
        fs::remove_dir_all(&elsewhere).expect("ours");
    }
}

#[test]
fn check_and_diff_change_nothing() {
    let project = spoilt_project();
    assert!(run(project.root(), ["fix", "--check"]).code(1).out.contains(NOTICE));
    let shown = run(project.root(), ["fix", "--diff"]).code(0).out;
    assert!(shown.contains("\n-title＝“关于防汛的通知”\n") && shown.contains("\n+made = 2018-06-20\n"), "{shown}");
    assert!(!shown.contains("19491231"), "{shown}");
    run(project.root(), ["fix", "--diff", "--check"]).code(1);
    assert_eq!(project.read(NOTICE), SPOILT);
    assert!(!project.at(".gongkai/backup").exists());
    run(project.root(), ["fix"]).code(0);
    run(project.root(), ["fix", "--check"]).code(0);
    assert!(run(project.root(), ["fix", "--diff"]).code(0).out.is_empty());
}

#[test]
fn git_makes_of_the_difference_what_fix_makes() {
    let project = Project::base();
    project.write(NOTICE, SPOILT.replace("11010519491231002X", "无"));
    // A file whose last line has no end, and one with those of Windows.
    project.write("content/2018/乙 丙.md", SPOILT.trim_end().replace("11010519491231002X", "无").replace('\n', "\r\n"));
    let shown = run(project.root(), ["fix", "--diff"]).code(0).out;
    let copy = Project::copy_of(project.root());
    copy.write("a.patch", shown);
    let git = Command::new("git").args(["apply", "--whitespace=nowarn", "a.patch"]).current_dir(copy.root()).output();
    let Ok(git) = git else { return };
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    run(project.root(), ["fix"]).code(0);
    for path in [NOTICE, "content/2018/乙 丙.md"] {
        assert_eq!(copy.read(path), project.read(path));
    }
    assert!(copy.read("content/2018/乙 丙.md").contains("made = 2018-06-20\r\n"));
}

#[test]
fn other_encodings_become_utf_8_with_their_line_ends() {
    let windows = SPOILT.replace('\n', "\r\n");
    let gbk = encoding_rs::GBK.encode(&windows).0.into_owned();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(windows.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [gbk, utf16] {
        let project = Project::base();
        project.write(NOTICE, &bytes);
        let shown = run(project.root(), ["fix", "--diff"]).code(0).out;
        assert!(shown.starts_with("编码 ") && shown.contains(" → UTF-8：content/2018/通知.md\n"), "{shown}");
        run(project.root(), ["fix"]).code(0);
        assert_eq!(project.read(NOTICE), MENDED.replace('\n', "\r\n"));
        assert_eq!(fs::read(project.at(&format!(".gongkai/backup/{NOTICE}"))).expect("kept"), bytes);
        run(project.root(), ["fix", "--check"]).code(0);
    }
}

#[test]
fn bytes_that_cannot_be_read_are_left_alone() {
    let mut bytes = SPOILT.as_bytes().to_vec();
    bytes.extend(b"\xe6\x96");
    let project = Project::base();
    project.write(NOTICE, &bytes);
    let done = run(project.root(), ["fix"]).code(0);
    assert_eq!(fs::read(project.at(NOTICE)).expect("a file"), bytes, "{}", done.out);
    assert!(done.err.contains("由人处理"), "{}", done.err);
}

#[test]
fn what_is_explained_and_what_only_a_person_knows_stays() {
    let project = spoilt_project();
    project.replace(
        NOTICE,
        "number = \"示局发【2018】1号\"\n",
        "number = \"示局发【2018】1号\"\n[[attachments]]\ntitle = \"附件\"\n",
    );
    run(project.root(), ["fix", "--unsafe"]).code(0);
    let text = project.read(NOTICE);
    assert!(!text.contains('…') && text.contains("[[attachments]]\ntitle = \"附件\"\n"), "{text}");
    let allowed = spoilt_project();
    allowed.write(
        "catalogue/allow.toml",
        "[[allow]]\nrule = \"malformed-document-number\"\nentry = \"2018/通知\"\nreason = \"原件如此\"\nowner = \"办公室\"\n",
    );
    run(allowed.root(), ["fix"]).code(0);
    let told = allowed.read(NOTICE);
    assert!(told.contains("【2018】") && told.contains("made = 2018-06-20"), "{told}");
}

#[test]
fn guesses_are_made_only_when_asked_for() {
    let project = Project::base();
    let entry = SPOILT.replace("title＝", "titel = ");
    project.write(NOTICE, &entry);
    let done = run(project.root(), ["fix"]).code(0);
    assert!(project.read(NOTICE).contains("titel") && done.err.contains("--unsafe"), "{}", done.err);
    run(project.root(), ["fix", "--unsafe"]).code(0);
    assert!(project.read(NOTICE).contains("title = \"关于防汛的通知\""), "{}", project.read(NOTICE));
    run(project.root(), ["fix", "--unsafe", "--check"]).code(0);
}

#[test]
fn a_catalogue_keeps_its_comments() {
    let project = Project::base();
    let text = "# 用语\n\n[[word]]   # 常见错\nwrong＝“帐号”   # 改为账号\nright = \"账号\"\n";
    project.write("catalogue/words.toml", text);
    run(project.root(), ["fix"]).code(0);
    assert_eq!(project.read("catalogue/words.toml"), text.replace("＝“帐号”", " = \"帐号\""));
}

#[test]
fn variants_become_official_words_and_keys_stay() {
    let project = Project::base();
    let entry = |kind: &str, disclosure: &str| {
        let keys = format!("kind = {kind}   # 类型\ndisclosure = [{disclosure}]\n");
        MENDED.replace("summary =", &format!("{keys}summary ="))
    };
    project.write(NOTICE, entry("'通知公告'", "\"决策\", \"服务公开\", \"result\""));
    let before = project.read(NOTICE);
    run(project.root(), ["fix", "--check"]);
    run(project.root(), ["fix"]).code(0);
    let after = project.read(NOTICE);
    let proper = before.replace("'通知公告'", "'公告公示'").replace("\"决策\"", "\"决策公开\"");
    assert_eq!(after, proper);
    run(project.root(), ["fix", "--check"]).code(0);
}

#[test]
fn very_many_faults_of_a_file_are_all_mended() {
    let mut world = base();
    let lines = (0..400).fold(String::new(), |all, n| all + &format!("第\u{200b}{n}\u{200b}行\n\n"));
    world.write(NOTICE, format!("{MENDED}\n{lines}"));
    let files = fixed(&world, false);
    let text = String::from_utf8(files[0].bytes.clone()).expect("text");
    assert_eq!(text, format!("{MENDED}\n{}", lines.replace('\u{200b}', "")));
}

fn mended(mut world: MemoryWorld, files: &[MendedFile]) -> MemoryWorld {
    for file in files {
        world.write(file.path.clone(), file.bytes.clone());
    }
    world
}

/// How many findings of `path` about how it is written there are.
fn written(world: &MemoryWorld, path: &str) -> usize {
    let checked = library::check(world.clone(), None);
    let here = |it: &&gongkai::internals::diagnostic::Diagnostic| {
        it.finding.place.file().is_some_and(|file| checked.analysis.sources.path(file) == path)
    };
    checked.report.diagnostics.iter().filter(here).filter(|it| it.finding.fix.iter().all(|edit| edit.safe)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn twice_is_the_same_as_once((entry, text) in spoilt(), guesses in any::<bool>()) {
        let path = if entry { "content/2018/a.md" } else { "catalogue/a.toml" };
        let mut world = base();
        world.write(path, text.clone());
        let once = fixed(&world, guesses);
        prop_assert!(once.iter().all(|it| it.path == path), "{once:?}");
        let after = mended(world.clone(), &once);
        let twice = fixed(&after, guesses);
        prop_assert!(twice.is_empty(), "{text}\n=>\n{once:?}\n=>\n{twice:?}");
        if !guesses {
            prop_assert!(written(&after, path) <= written(&world, path), "{text}\n=>\n{once:?}");
        }
        // Line ends and marks are the author's: the same is mended whatever they are.
        let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
        let text_once = once.first().map_or(text.clone(), |it| String::from_utf8(it.bytes.clone()).expect("text"));
        world.write(path, windows(&text));
        let other = fixed(&world, guesses);
        let other = other.first().map_or_else(|| windows(&text), |it| it.bytes.clone());
        prop_assert_eq!(String::from_utf8(other).expect("text"), String::from_utf8(windows(&text_once)).expect("text"));
    }
}

#[test]
fn names_that_are_not_read_become_those_that_were_meant() {
    let project = Project::base();
    let text = project.read(NOTICE).replace("关于做好夏季防汛工作的通知", "关于做好冬季防火工作的通知");
    let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
    project.write("content/2018/防火.md.txt", gbk.clone());
    project.write("content/2018/甲.MD", text.replace("防火", "防寒").replace("〔2018〕1号", "〔2018〕3号"));
    project.write("content/2018/通知.markdown", text.clone());
    project.write("content/2018/乙.md.docx", "PK");
    project.write("catalogue/more.TOML", "[[field]]\nid = \"more\"\ntitle = \"其他\"\n");
    let json = run(project.root(), ["check", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let renames: Vec<_> = json["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|it| it["code"] == "GK1910")
        .map(|it| (it["rename"]["from"].as_str().unwrap_or(""), it["rename"]["to"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(
        renames,
        [
            ("catalogue/more.TOML", "catalogue/more.toml"),
            ("", ""),
            ("content/2018/甲.MD", "content/2018/甲.md"),
            ("", ""),
            ("content/2018/防火.md.txt", "content/2018/防火.md"),
        ]
    );
    let shown = run(project.root(), ["fix", "--diff"]).code(0).out;
    assert!(shown.contains("改名：content/2018/防火.md.txt → content/2018/防火.md\n"), "{shown}");
    assert!(project.at("content/2018/防火.md.txt").exists() && !project.at("content/2018/防火.md").exists());
    let done = run(project.root(), ["fix"]).code(0);
    assert!(
        done.out
            .contains("content/2018/防火.md.txt → content/2018/防火.md：文件编码不对 1，没有读的文件 1，GBK → UTF-8"),
        "{}",
        done.out
    );
    // What was renamed is mended like any other.
    assert_eq!(project.read("content/2018/防火.md"), text);
    assert_eq!(fs::read(project.at(".gongkai/backup/content/2018/防火.md.txt")).expect("kept"), gbk);
    assert!(!project.at("content/2018/防火.md.txt").exists());
    assert!(project.at("content/2018/甲.md").exists() && project.at("catalogue/more.toml").exists());
    // There is a file of that name, and Word's are none of ours.
    assert!(project.at("content/2018/通知.markdown").exists() && project.at("content/2018/乙.md.docx").exists());
    assert!(run(project.root(), ["fix"]).code(0).out.is_empty());
}

#[test]
fn entries_elsewhere_are_told_on_disk_and_again() {
    let project = Project::base();
    let text = project.read(NOTICE);
    let told = || run(project.root(), ["check"]).out.matches("GK1910").count();
    assert_eq!(told(), 0);
    // What was said of the same project before is not said of it with such a file.
    project.write("docs/2018/甲.md", text.clone());
    assert_eq!(told(), 1);
    project.write("乙.md", text.clone());
    project.write("catalogue/丙.md", text.clone());
    assert_eq!(told(), 3);
    // A site that was generated, another project, a folder of a program.
    project.write("public/甲.md", text.clone());
    project.write("other/catalogue/site.toml", "");
    project.write("other/content/甲.md", text.clone());
    project.write(".github/甲.md", text);
    assert_eq!(told(), 3);
    fs::remove_file(project.at("乙.md")).expect("removed");
    assert_eq!(told(), 2);
}

#[test]
fn the_first_state_is_kept_through_several_runs() {
    let project = Project::base();
    project.write(NOTICE, SPOILT);
    run(project.root(), ["fix"]).code(0);
    let second = project.read(NOTICE).replace("summary = \"", "summary： \"");
    project.write(NOTICE, &second);
    run(project.root(), ["fix"]).code(0);
    assert_eq!(project.read(&format!(".gongkai/backup/{NOTICE}")), second);
    assert_eq!(project.read(&format!(".gongkai/backup/{NOTICE}.1")), SPOILT);
    let dry = run(project.root(), ["fix", "--unsafe", "--diff", "--lang", "zh"]);
    assert!(!dry.err.contains("运行 gongkai fix") || dry.err.contains("gongkai fix --unsafe"), "{}", dry.err);
    project.write(NOTICE, SPOILT);
    let dry = run(project.root(), ["fix", "--unsafe", "--diff", "--lang", "zh"]);
    assert!(dry.err.contains("运行 gongkai fix --unsafe"), "{}", dry.err);
}
