//! The command line as clap sees it, in one tongue: one declaration makes parsing, help and completions.

use clap::{
    Arg, ArgAction, Command, ValueHint,
    builder::{PossibleValuesParser, TypedValueParser as _},
    value_parser,
};

use super::{body::DETAILS, host, report};
use crate::{
    driver::Packing,
    print::Format,
    vocabulary::{Lang, Words},
};

/// The whole command line, with help in `lang`.
pub fn command(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    let template = match lang {
        Lang::Zh => "{about}\n\n用法：{usage}\n\n{all-args}{after-help}",
        Lang::En => "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}",
    };
    let after = words! {
        zh: "退出码：0 正常；1 有问题；2 用法或设置有误；3 电脑出了故障（磁盘、权限等）。\n先试试：gongkai check",
        en: "Exit codes: 0 fine; 1 findings; 2 usage or configuration; 3 the machine failed (disk, permission, …).\nTry first: gongkai check"
    };
    let root = Command::new("gongkai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(words! {
            zh: "公开：政府信息主动公开目录的编译器——该公开的是否按时、完整地公开了，一查便知，并生成网站",
            en: "A compiler for Chinese government disclosure catalogues: proves that what must be public is public, and publishes it"
        }))
        .after_help(say(after))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(everywhere(lang))
        .subcommands([
            check(lang),
            fix(lang),
            build(lang),
            serve(lang),
            report::declared(lang),
            host::declared(lang),
            explain(lang),
            rules(lang),
            init(lang),
            new(lang),
            allow(lang),
            nil(lang),
            withdraw(lang),
            lock(lang),
            diff(lang),
            completions(lang),
        ]);
    headings(root, lang, template)
}

/// Sets the template and the headings of `command` and of all below it.
fn headings(command: Command, lang: Lang, template: &'static str) -> Command {
    let (commands, options, positions) = match lang {
        Lang::Zh => ("命令", "选项", "参数"),
        Lang::En => ("Commands", "Options", "Arguments"),
    };
    command
        .help_template(template)
        .subcommand_help_heading(commands)
        .next_help_heading(options)
        .mut_args(|arg| match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => arg.help_heading(positions),
            // A command's own options first, then those of every command.
            (_, true) => arg.help_heading(options).display_order(100),
            (..) => arg.help_heading(options),
        })
        .mut_subcommands(|it| headings(it.disable_help_flag(true), lang, template))
}

fn everywhere(lang: Lang) -> [Arg; 12] {
    let say = |words: Words| words.get(lang);
    let folder = |name: &'static str, words: Words| {
        Arg::new(name)
            .long(name)
            .global(true)
            .value_name("DIR")
            .value_hint(ValueHint::DirPath)
            .value_parser(value_parser!(std::path::PathBuf))
            .help(say(words))
    };
    [
        folder("directory", words! { zh: "项目所在的文件夹", en: "the project's folder" }).short('C'),
        folder("catalogue", words! { zh: "目录文件夹（默认 catalogue）", en: "the catalogue's folder (default: catalogue)" }),
        folder("content", words! { zh: "内容文件夹（默认 content）", en: "the entries' folder (default: content)" }),
        Arg::new("lang")
            .long("lang")
            .global(true)
            .value_name("zh|en")
            .value_parser(PossibleValuesParser::new(["zh", "en"]))
            .hide_possible_values(true)
            .help(say(words! { zh: "用中文还是英文说话（默认随系统）", en: "the tongue to speak (default: the locale's)" })),
        Arg::new("as-of")
            .long("as-of")
            .global(true)
            .value_name("YYYY-MM-DD")
            .help(say(words! { zh: "以哪一天为准判断（默认取 [site] 的 as_of，没有则为今天）", en: "the day everything is judged on (default: as_of of [site], else today)" })),
        Arg::new("jobs")
            .long("jobs")
            .short('j')
            .global(true)
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..=1024))
            .help(say(words! { zh: "同时用几个处理器核（默认全部）", en: "how many cores to use (default: all)" })),
        Arg::new("no-cache")
            .long("no-cache")
            .global(true)
            .action(ArgAction::SetTrue)
            .help(say(words! { zh: "不用也不写 .gongkai/cache 里的缓存，全部重新读、重新判断", en: "neither use nor write .gongkai/cache: read and judge everything again" })),
        Arg::new("quiet")
            .long("quiet")
            .short('q')
            .global(true)
            .action(ArgAction::SetTrue)
            .help(say(words! { zh: "只说问题，不说进度和小结", en: "findings only: no progress, no summary" })),
        Arg::new("verbose")
            .long("verbose")
            .short('v')
            .global(true)
            .action(ArgAction::SetTrue)
            .conflicts_with("quiet")
            .help(say(words! { zh: "说出每一步用了多少时间", en: "tell how long each phase took" })),
        Arg::new("timings")
            .long("timings")
            .global(true)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(std::path::PathBuf))
            .help(say(words! { zh: "把每一步的用时写成 JSON", en: "write the timings as JSON" })),
        Arg::new("help")
            .long("help")
            .short('h')
            .global(true)
            .action(ArgAction::Help)
            .help(say(words! { zh: "显示帮助", en: "print help" })),
        Arg::new("version")
            .long("version")
            .short('V')
            .action(ArgAction::Version)
            .help(say(words! { zh: "显示版本", en: "print the version" })),
    ]
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// What stands for words of one's own.
fn text(lang: Lang) -> &'static str {
    words! { zh: "文字", en: "TEXT" }.get(lang)
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn check(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("check")
        .about(say(words! { zh: "检查目录和全部条目，一次说完所有问题", en: "tell all findings in one pass" }))
        .args(findings(lang))
        .arg(flag("stop-only", say(words! { zh: "只看不改正就不能发布的问题", en: "only findings that keep anything from being published" })))
        .arg(flag("locked", say(words! { zh: "编号簿必须是最新的", en: "the lock must be up to date" })))
        .after_help(say(words! {
            zh: "例：\n  gongkai check\n  gongkai check --format concise --as-of 2018-12-31\n  gongkai check --deny warn --report-to sarif=gongkai.sarif --report-to junit=gongkai.xml",
            en: "Examples:\n  gongkai check\n  gongkai check --format concise --as-of 2018-12-31\n  gongkai check --deny warn --report-to sarif=gongkai.sarif --report-to junit=gongkai.xml"
        }))
}

fn fix(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("fix")
        .about(say(words! { zh: "自动改正拿得准的问题：编码、全角标点、文号括号、身份证号等", en: "mend what is certain: encodings, full-width punctuation, brackets of document numbers, …" }))
        .arg(flag("diff", say(words! { zh: "只列出会怎么改，不改动文件", en: "only show what would change" })))
        .arg(flag("check", say(words! { zh: "只看有没有可以改的，有则退出码为 1，不改动文件", en: "change nothing; exit 1 if something would change" })))
        .arg(flag("unsafe", say(words! { zh: "不一定对的改法也用上，改完请逐处核对", en: "make edits that may be wrong, too: look at each afterwards" })))
        .after_help(say(words! {
            zh: "改动以前的文件留在 .gongkai/backup，原来的路径。\n例：\n  gongkai fix\n  gongkai fix --diff\n  gongkai fix --check",
            en: "The files as they were are kept in .gongkai/backup, by the same path.\nExamples:\n  gongkai fix\n  gongkai fix --diff\n  gongkai fix --check"
        }))
}

/// Options of a command that tells findings: `--format`, `--report-to`, `--deny`.
fn findings(lang: Lang) -> [Arg; 4] {
    let names = Format::ALL.map(Format::name);
    let report_to = words! {
        zh: "同时把问题写成文件，可以写几次：--report-to sarif=gongkai.sarif",
        en: "also write the findings to a file, as often as typed: --report-to sarif=gongkai.sarif"
    };
    let deny = words! {
        zh: "本次运行中这一级（note、warn）及以上的问题，或者这条规则的问题，都算错误；可以写几次，已说明的不算",
        en: "in this run, findings of this level (note, warn) and above, or of this rule, are errors; may be repeated; what is explained is left alone"
    };
    let most = words! {
        zh: "给人看时最多列出几条，先列要紧的，其余只报个数；写给程序的样式和文件总是全的",
        en: "list so many findings for people, the gravest first, and count the rest; formats for programs, and files, are always whole"
    };
    let repeated = |it: Arg| it.action(ArgAction::Append);
    [
        format(lang, &names),
        repeated(option("report-to", "FORMAT=FILE", report_to.get(lang))).value_hint(ValueHint::FilePath),
        repeated(option("deny", "LEVEL|RULE", deny.get(lang))),
        option("max-findings", "N", most.get(lang)).value_parser(value_parser!(u32)),
    ]
}

fn format(lang: Lang, names: &[&'static str]) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name(names.join("|"))
        .default_value(Format::default().name())
        .hide_default_value(true)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(names.iter().copied()).try_map(|name| Format::named(&name).ok_or("no such format")))
        .help(
            words! {
                zh: "输出的样式：human 给人看，concise 一个问题一行，其余给别的程序（JSON、SARIF、GitHub、GitLab、JUnit）",
                en: "the output's format: human for people, concise a finding a line, the others for programs (JSON, SARIF, GitHub, GitLab, JUnit)"
            }
            .get(lang),
        )
}

fn format_arg(lang: Lang, formats: &'static [&'static str]) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name(formats.join("|"))
        .default_value(formats[0])
        .hide_default_value(true)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(formats))
        .help(words! { zh: "输出的样式", en: "the output's format" }.get(lang))
}

fn build(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("build")
        .about(say(words! { zh: "检查，然后生成网站", en: "check, then make the site" }))
        .arg(
            option("out", "DIR", say(words! { zh: "网站写到哪里（默认 public）", en: "where the site is written (default: public)" }))
                .value_hint(ValueHint::DirPath)
                .value_parser(value_parser!(std::path::PathBuf)),
        )
        .arg(
            option("theme", "DIR", say(words! { zh: "主题文件夹（默认用内置主题）", en: "a theme's folder (default: the built-in theme)" }))
                .value_hint(ValueHint::DirPath)
                .value_parser(value_parser!(std::path::PathBuf)),
        )
        .args(findings(lang))
        .arg(flag("locked", say(words! { zh: "不得新编索引号和网址，日期须明确（用于自动发布）", en: "no number or address may change, and the day must be explicit (for CI)" })))
        .arg(flag("strict", say(words! { zh: "只要有错误就不生成", en: "any error refuses the build" })))
        .arg(flag("no-search", say(words! { zh: "不要站内检索：没有检索页、搜索框和检索数据", en: "leave search out: no page, no box, no index" })))
        .arg(
            option("compress", "gzip,br", say(words! { zh: "在网页、数据旁边另放压缩好的 .gz、.br，服务器直接发送（见 gongkai host）", en: "put .gz and .br files beside pages and data, for servers to send as they are (see `gongkai host`)" }))
                .value_delimiter(',')
                .action(ArgAction::Append)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(Packing::NAMES).try_map(|name| Packing::named(&name).ok_or("no such packing"))),
        )
        .after_help(say(words! {
            zh: "例：\n  gongkai build\n  gongkai build --locked --as-of 2018-12-31 --out /srv/www/cyzsj",
            en: "Examples:\n  gongkai build\n  gongkai build --locked --as-of 2018-12-31 --out /srv/www/cyzsj"
        }))
}

fn serve(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("serve")
        .about(say(words! { zh: "在浏览器里预览：改好、保存，网页自己更新；草稿也看得到，什么也不发布", en: "preview in a browser: pages follow what you save, drafts are shown, nothing is published" }))
        .arg(
            option("port", "N", say(words! { zh: "端口（默认 4180，被占用时换下一个；0 为任意一个空的）", en: "the port (default: 4180, or the next one that is free; 0 is any)" }))
                .value_parser(value_parser!(u16)),
        )
        .arg(flag("open", say(words! { zh: "同时打开浏览器", en: "open a browser, too" })))
        .arg(flag("poll", say(words! { zh: "定时查看改动：网络盘等收不到改动消息的文件夹用", en: "look for changes again and again: for folders that give no news of them, like network drives" })))
        .arg(flag(super::serve::OPENED, "").hide(true))
        .arg(
            option("theme", "DIR", say(words! { zh: "主题文件夹（默认用内置主题）", en: "a theme's folder (default: the built-in theme)" }))
                .value_hint(ValueHint::DirPath)
                .value_parser(value_parser!(std::path::PathBuf)),
        )
        .after_help(say(words! {
            zh: "只有本机能看到。按 Ctrl+C 结束。\n例：\n  gongkai serve --open\n  gongkai serve --port 8080\n  gongkai serve --poll",
            en: "Only this computer sees it. Ctrl+C ends it.\nExamples:\n  gongkai serve --open\n  gongkai serve --port 8080\n  gongkai serve --poll"
        }))
}

fn explain(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("explain")
        .about(say(words! { zh: "讲清一条规则：为什么、依据、怎么改；或者列出一类规定用语", en: "a rule in full: why, grounds, how to mend; or a list of official words" }))
        .arg(Arg::new("rule").value_name("RULE").required(true).help(say(words! { zh: "编号、英文名或中文名：GK0401、late-publication、逾期公开；或者一个词，列出讲到它的规则，例如 零报告；或者用语清单：themes、genres、channels、kinds，lists 列出全部清单；items 列出本项目的公开事项", en: "code, name or Chinese label: GK0401, late-publication, 逾期公开; or a word, to list what speaks of it; or a list of words: themes, genres, channels, kinds; `lists` names them all; `items` lists the items of the project" })))
        .after_help(say(words! { zh: "例：\n  gongkai explain 逾期公开\n  gongkai explain themes", en: "Examples:\n  gongkai explain GK0401\n  gongkai explain themes" }))
}

fn rules(lang: Lang) -> Command {
    Command::new("rules")
        .about(words! { zh: "列出全部规则", en: "all rules" }.get(lang))
        .arg(format_arg(lang, &["human", "markdown", "json"]))
        .arg(flag(
            "data",
            words! {
                zh: "列出规则所用的法规、放假安排和法定义务，各有出处和有效到哪一天",
                en: "instead, what rules stand on: laws, calendars and duties, each with its source and how long it is valid"
            }
            .get(lang),
        ))
        .after_help(
            words! {
                zh: "例：\n  gongkai rules --format markdown\n  gongkai rules --data",
                en: "Examples:\n  gongkai rules --format markdown\n  gongkai rules --data --format json"
            }
            .get(lang),
        )
}

fn init(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("init")
        .about(say(words! { zh: "新建一个项目", en: "make a project" }))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .default_value(".")
                .hide_default_value(true)
                .value_parser(value_parser!(std::path::PathBuf))
                .help(say(words! { zh: "建在哪里（默认当前文件夹）", en: "where (default: the current folder)" })),
        )
        .arg(
            flag("sample", say(words! { zh: "用内置的示例：赣州蓉江新区产业招商局 2018 年", en: "the built-in sample: a bureau in 2018" }))
                .conflicts_with_all(["kind", "level", "name", "id", "url", "duties"].into_iter().chain(DETAILS.iter().map(|it| it.flag))),
        )
        .arg(option("kind", "KIND", say(words! { zh: "机构类型：行政机关（默认）、公共企事业单位、政府、授权组织", en: "the kind of body: agency (default), institution, government, authorised" })))
        .arg(option("level", "LEVEL", say(words! { zh: "层级：市级、县级（默认）、乡级", en: "its level: city, county (default), township" })))
        .arg(option("name", "NAME", say(words! { zh: "机构全称；不写它或者不写 --id，在终端里会逐项问", en: "the body's full name; without it, or without --id, you are asked on a terminal" })))
        .arg(option("id", "ID", say(words! { zh: "机构标识，小写字母、数字和连字符；网址里都有它，发布以后不能改", en: "the body's id: a-z, 0-9 and hyphens; it stands in every address and cannot change once published" })))
        .arg(option("url", "URL", say(words! { zh: "正式网址", en: "the address of the site" })))
        .arg(option("duties", "LIST", say(words! { zh: "部门承担条例第二十一条的哪几项：市政建设、公益事业、土地征收、房屋征收、治安管理、社会救助；都不承担写 0", en: "which duties of art. 21 are a department's: municipal, welfare, land, housing, security, relief; or none" })))
        .args(DETAILS.map(|it| option(it.flag, text(lang), if lang == Lang::Zh { it.zh } else { it.en })))
        .after_help(say(words! {
            zh: "例：\n  gongkai init 我局公开\n  gongkai init 我局公开 --name 某县某局 --id mouju --url https://www.linxi.gov.cn/mouju/\n  gongkai init 镇公开 --kind 政府 --level 乡级 --name 某镇人民政府 --id mouzhen\n  gongkai init 供水公开 --kind 公共企事业单位 --name 某县供水公司 --id gongshui\n  gongkai init 示例 --sample",
            en: "Examples:\n  gongkai init bureau\n  gongkai init bureau --name 某县某局 --id mouju\n  gongkai init town --kind government --level township --name 某镇人民政府 --id mouzhen\n  gongkai init demo --sample"
        }))
}

fn new(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("new")
        .about(say(words! { zh: "新建一条信息：公开事项要求的内容都列好，编好索引号", en: "a new entry with all that its item asks for, and a number" }))
        .arg(Arg::new("item").value_name("ITEM").required_unless_present("all").help(say(words! { zh: "公开事项，写名称或者全称 一级事项/公开事项", en: "the item: its title, or its id field/item" })))
        .arg(Arg::new("title").value_name("TITLE").required_unless_present("all").help(say(words! { zh: "标题", en: "the title" })))
        .arg(option("kind", "KIND", say(words! { zh: "内容类型（默认按公开事项）", en: "the kind of entry (default: the item's)" })))
        .arg(flag("all", say(words! { zh: "给每个应当公开而空着的公开事项各建一个草稿", en: "a draft for each item that owes something and has nothing" })).conflicts_with_all(["item", "title", "kind"]))
        .after_help(say(words! {
            zh: "例：\n  gongkai new 公告公示 关于防汛值守的公告\n  gongkai new policy/other 关于防汛值守的通知\n  gongkai new --all",
            en: "Examples:\n  gongkai new policy/other 关于防汛值守的通知\n  gongkai new 公告公示 关于防汛值守的公告 --kind notice\n  gongkai new --all"
        }))
}

fn allow(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("allow")
        .about(say(words! { zh: "对一个问题作出说明（写入 [[allow]]）", en: "explain a finding (writes an [[allow]])" }))
        .arg(Arg::new("rule").value_name("RULE").required_unless_present("all").help(say(words! { zh: "规则", en: "the rule" })))
        .arg(Arg::new("target").value_name("TARGET").required_unless_present("all").help(say(words! { zh: "条目、公开事项、账号、机构、任务（计划/序号）或文件", en: "entry, item, account, organisation, task (plan/number) or file" })))
        .arg(option("row", text(lang), say(words! { zh: "只说明清单、台账的这一行，写编号或名称；可以写几次", en: "explain only this row of a register, by code or name; repeatable" })).action(ArgAction::Append).conflicts_with("all"))
        .arg(flag("all", say(words! { zh: "对现有的错误、警告作出说明（旧站开始使用本工具时）；不能说明的列出来", en: "explain the errors and warnings of now (when an old site adopts the tool); what cannot be explained is listed" })).conflicts_with_all(["rule", "target"]).requires("until"))
        .arg(option("reason", text(lang), say(words! { zh: "原因", en: "why" })).required_unless_present("all"))
        .arg(option("owner", text(lang), say(words! { zh: "由谁负责", en: "who answers for it" })).required(true))
        .arg(option("until", "YYYY-MM-DD", say(words! { zh: "到哪一天为止；已成事实无法改正的可不写", en: "the last day it holds; left out for a past fact" })))
        .after_help(say(words! {
            zh: "例：\n  gongkai allow 逾期公开 2018/重大项目批复 --reason 系统故障 --owner 项目科\n  gongkai allow 留言答复逾期 2018/留言/办理台账 --row LY2018008 --reason 转办不畅 --owner 办公室\n  gongkai allow --all --owner 办公室 --until 2026-12-31",
            en: "Examples:\n  gongkai allow late-publication 2018/重大项目批复 --reason 系统故障 --owner 项目科\n  gongkai allow --all --owner 办公室 --until 2026-12-31"
        }))
}

fn nil(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("nil")
        .about(say(words! { zh: "零报告：本期没有此类信息（写入 [[nil]]）", en: "a nil report: nothing of the kind in this period (writes a [[nil]])" }))
        .arg(Arg::new("item").value_name("ITEM").required(true).help(say(words! { zh: "公开事项，写名称或者全称 一级事项/公开事项", en: "the item: its title, or its id field/item" })))
        .arg(Arg::new("period").value_name("PERIOD").required(true).help(say(words! { zh: "哪一期：2018、2018H1、2018Q3、2018-07", en: "the period: 2018, 2018H1, 2018Q3, 2018-07" })))
        .arg(option("reason", text(lang), say(words! { zh: "原因", en: "why" })).required(true))
        .arg(option("by", text(lang), say(words! { zh: "由谁报告", en: "who reports it" })).required(true))
        .arg(option("on", "YYYY-MM-DD", say(words! { zh: "报告日期（默认为判断所依据的日期）", en: "day of the report (default: the day judged on)" })))
        .after_help(say(words! {
            zh: "例：\n  gongkai nil enforcement/penalties 2018Q3 --reason 本季度无行政处罚 --by 办公室",
            en: "Examples:\n  gongkai nil enforcement/penalties 2018Q3 --reason 本季度无行政处罚 --by 办公室"
        }))
}

fn withdraw(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("withdraw")
        .about(say(words! { zh: "撤下一条已经公开的信息，写明原因", en: "take down what was published, and say why" }))
        .arg(Arg::new("entry").value_name("NUMBER").required(true).help(say(words! { zh: "哪一条：索引号、文件路径、网址或标题", en: "which: index number, path, address or title" })))
        .arg(option("reason", text(lang), say(words! { zh: "原因，会显示在原网址上", en: "why; readers see it at the old address" })).required(true))
        .arg(option("on", "YYYY-MM-DD", say(words! { zh: "自哪一天起（默认为判断所依据的日期）", en: "from which day on (default: the day judged on)" })))
        .after_help(say(words! {
            zh: "例：\n  gongkai withdraw 11360700MB00000002/2018-00012 --reason 公示期满\n  gongkai withdraw 2018/公告/名单公示 --reason 含有个人信息",
            en: "Examples:\n  gongkai withdraw 11360700MB00000002/2018-00012 --reason 公示期满\n  gongkai withdraw 2018/公告/名单公示 --reason 含有个人信息"
        }))
}

fn lock(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("lock")
        .about(say(words! { zh: "给新条目编号并登记在 catalogue/index.lock", en: "number new entries in catalogue/index.lock" }))
        .after_help(say(words! { zh: "例：\n  gongkai lock", en: "Examples:\n  gongkai lock" }))
}

fn diff(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("diff")
        .about(say(words! { zh: "目录前后有什么变动：新增、取消、移动、修改，逐项逐列说清；有变动时退出码为 1", en: "what became of the catalogue: added, removed, moved, changed, key by key; exit code 1 where anything did" }))
        .arg(Arg::new("old").value_name("OLD").help(say(words! { zh: "旧的：项目或目录的文件夹，或者 git 版本，例如 HEAD~3、标签；默认 HEAD（最近一次提交）。同名时取文件夹", en: "the old state: the folder of a project or a catalogue, or a git revision such as HEAD~3 or a tag; HEAD without it. A folder comes before a revision of that name" })))
        .arg(Arg::new("new").value_name("NEW").help(say(words! { zh: "新的：写法同上；默认现在的目录", en: "the new state, written likewise; the project as it lies there without it" })))
        .arg(format_arg(lang, &["human", "json", "md"]).help(say(words! {
            zh: "输出的样式：human 给人看；json 给别的程序；md 写成一篇可以公开的调整公告（草稿，要填的写作〔〕），不予公开的事项不进公告",
            en: "the output's format: human for people, json for programs, md a notice ready to be published (a draft, with 〔〕 where only people know); withheld items never enter it"
        })))
        .arg(flag("all", say(words! { zh: "内部设置（说明、级别、考核等）的变动也列出", en: "list changes of working settings too: explanations, levels, scores" })))
        .arg(flag("record", say(words! { zh: "把主动公开事项的变动记入 catalogue/change.toml，列在网站的目录变更记录里；记过的不再记", en: "write the changes of items that readers see into catalogue/change.toml, the public log of changes; what stands there is not written again" })).conflicts_with_all(["new", "format", "output", "all"]))
        .arg(option("base", "ORG", say(words! { zh: "改为与上级目录（[[base]]）比：上级有而本目录没有的，本目录有而上级没有的；写机构的代号则只看它；缺项时退出码为 1", en: "instead, beside the superiors' catalogues ([[base]]): what is lacking here, what is here besides; of one organisation where it is named; exit code 1 where something is lacking" })).num_args(0..=1).default_missing_value("").conflicts_with_all(["old", "new", "record", "all"]))
        .arg(option("on", "YYYY-MM-DD", say(words! { zh: "记作哪一天的调整（默认为判断所依据的日期）", en: "the day of the changes (default: the day judged on)" })).requires("record"))
        .arg(option("reason", text(lang), say(words! { zh: "调整的原因", en: "why" })).requires("record"))
        .arg(option("basis", text(lang), say(words! { zh: "调整的依据", en: "the document it stands on" })).requires("record"))
        .arg(option("notice", "ENTRY", say(words! { zh: "调整公告是哪条信息：文件路径或索引号", en: "the entry that announced it: its path or index number" })).requires("record"))
        .arg(option("output", "FILE", say(words! { zh: "写到文件里，不覆盖已有的文件", en: "write to a file, which must not be there yet" })).value_hint(ValueHint::FilePath).value_parser(value_parser!(std::path::PathBuf)))
        .after_help(say(words! {
            zh: "退出码：0 没有变动（写 --record 的，记下来就是 0）；1 有变动；2 用法有误；3 电脑出了故障（没有 git 等）。\n例：\n  gongkai diff\n  gongkai diff HEAD~3\n  gongkai diff 2017年目录 2018年目录\n  gongkai diff v2017 --format md --output content/2018/目录调整公告.md\n  gongkai diff v2017 --record --on 2018-07-20 --reason 机构职能调整 --notice 2018/目录调整公告",
            en: "Exit codes: 0 equal, or recorded by --record; 1 different; 2 usage; 3 the machine failed (no git, …).\nExamples:\n  gongkai diff\n  gongkai diff HEAD~3 --format json\n  gongkai diff catalogue-2017 catalogue-2018\n  gongkai diff v2017 --format md --output content/2018/notice.md\n  gongkai diff v2017 --record --on 2018-07-20 --notice 2018/notice"
        }))
}

fn completions(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    Command::new("completions")
        .about(say(words! { zh: "输出命令行补全脚本，按 Tab 键补全命令和选项", en: "print a script with which a shell completes commands and options" }))
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(value_parser!(clap_complete::Shell))
                .hide_possible_values(true)
                .help(say(words! {
                    zh: "bash、zsh、fish、powershell 或 elvish",
                    en: "bash, zsh, fish, powershell or elvish"
                })),
        )
        .after_help(say(words! {
            zh: "例：\n  gongkai completions bash > ~/.local/share/bash-completion/completions/gongkai\n  gongkai completions powershell >> $PROFILE",
            en: "Examples:\n  gongkai completions bash > ~/.local/share/bash-completion/completions/gongkai\n  gongkai completions powershell >> $PROFILE"
        }))
}
