//! `gongkai report KIND`: what supervisors and staff ask for, as a page, a document, a workbook or data.

use std::{
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

use anyhow::Result;
use clap::{
    Arg, ArgAction, ArgMatches, Command, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
    value_parser,
};

use super::{ask, ask::Ask, progress::Bar, report_to, say};
use crate::{
    driver::{Session, Timings, replace},
    emit,
    model::{Model, OrganisationId},
    resolve::Numbering,
    supervision::{self, Dossier, Form, Paper},
    vocabulary::{Lang, Words, nearest_of},
    world::Usage,
};

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plan,
}

impl Kind {
    const ALL: [Self; 1] = [Self::Plan];

    /// What is typed for it.
    fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
        }
    }

    /// What else may be typed.
    fn others(self) -> &'static [&'static str] {
        match self {
            Self::Plan => &["计划", "任务", "工作计划"],
        }
    }

    fn typed(matches: &ArgMatches) -> Self {
        let typed = ask::text(matches, "kind");
        let kind = Self::ALL.into_iter().find(|it| it.name() == typed || it.others().contains(&typed));
        kind.expect("clap lets no other through")
    }
}

/// The command as clap sees it.
pub fn declared(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    let option = |name: &'static str, value: &'static str, help: Words| {
        Arg::new(name).long(name).value_name(value).help(help.get(lang))
    };
    let flag =
        |name: &'static str, help: Words| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.get(lang));
    let kinds = Kind::ALL.map(|it| PossibleValue::new(it.name()).aliases(it.others()));
    Command::new("report")
        .about(say(words! {
            zh: "出报告：工作任务完成情况（plan）等，供主管部门和本单位使用，不进网站",
            en: "reports for supervisors and staff: the tasks of the work plans (plan), …; none of it enters the site"
        }))
        .arg(
            Arg::new("kind")
                .value_name("KIND")
                .required(true)
                .value_parser(PossibleValuesParser::new(kinds))
                .hide_possible_values(true)
                .help(say(words! {
                    zh: "哪一种：plan 工作任务完成情况",
                    en: "which: plan, the tasks of the work plans"
                })),
        )
        .arg(
            option(
                "output",
                "FILE",
                words! { zh: "写到哪个文件（默认显示在屏幕上）", en: "the file to write (default: standard output)" },
            )
            .short('o')
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option(
                "format",
                "html|md|docx|xlsx|json",
                words! {
                    zh: "样式：网页、Markdown、Word、Excel 或 JSON（默认看 --output 的文件名，没有则为 md）",
                    en: "html, md, docx, xlsx or json (default: by the name of --output, else md)"
                },
            )
            .value_parser(PossibleValuesParser::new(Form::NAMES))
            .hide_possible_values(true),
        )
        .arg(option(
            "organisation",
            "ID",
            words! { zh: "只报这一个机构，写代号或者名称", en: "about this organisation only, by id or name" },
        ))
        .arg(flag(
            "final",
            words! { zh: "定稿；不写则注明“征求意见稿”", en: "it goes out as it is; without this it is marked as a draft for comment" },
        ))
        .after_help(say(words! {
            zh: "例：\n  gongkai report plan\n  gongkai report plan --output 任务.html --final\n  gongkai report plan --format json --as-of 2018-12-31",
            en: "Examples:\n  gongkai report plan\n  gongkai report plan --output tasks.html --final\n  gongkai report plan --format json --as-of 2018-12-31"
        }))
}

/// Makes the report and writes it; 0 whatever it says.
///
/// # Errors
///
/// [`Usage`] for what cannot be asked for; as [`Session::supervise`]; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let kind = Kind::typed(matches);
    let output = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    let form = form(matches, output)?;
    let world = ask.world()?;
    let target = output.map(|path| {
        let target = report_to::target(path, "output")?;
        report_to::outside(path, &target, "output", world.project())?;
        Ok::<_, anyhow::Error>(target)
    });
    let target = target.transpose()?;
    let bar = Bar::new(ask, words! { zh: "正在编制报告", en: "making the report" });
    let timings = Timings::start(&bar);
    let (paper, analysis) = Session::new(&world, &timings, ask.cached).supervise(
        &ask.options(Numbering::Tell),
        |plan, report, texts| {
            let analysis = plan.analysis;
            let dossier = Dossier {
                model: &analysis.model,
                compliance: &analysis.compliance,
                report,
                texts,
                lang: ask.lang(),
                organisation: organisation(&analysis.model, ask::text(matches, "organisation"))?,
                is_final: matches.get_flag("final"),
            };
            make(kind, &dossier)
        },
    )?;
    bar.done();
    let bytes = emit::paper(&paper, form);
    match &target {
        Some(target) => {
            replace(target, &bytes)?;
            tell_written(ask, output);
        }
        None => say::out_bytes(&bytes)?,
    }
    ask.timings(&timings)?;
    std::mem::forget(analysis);
    Ok(0)
}

/// The report of `kind`, a line each.
fn make(kind: Kind, dossier: &Dossier<'_>) -> Result<Paper> {
    Ok(match kind {
        Kind::Plan => supervision::plan(dossier),
    })
}

/// The form asked for: that of `--format`, else that of the file's name, else what a terminal can show.
fn form(matches: &ArgMatches, output: Option<&Path>) -> Result<Form> {
    let ending = output.and_then(Path::extension).and_then(|it| it.to_str());
    let form = match (matches.get_one::<String>("format"), output) {
        (Some(name), _) => Form::named(name).expect("clap lets no other through"),
        (None, None) => Form::Markdown,
        (None, Some(path)) => ending.and_then(Form::named).ok_or_else(|| {
            let shown = path.display();
            Usage(text! {
                zh: "看不出 {shown} 要写成哪种样式：文件名用 .html、.md、.docx、.xlsx 或 .json 结尾，或者写 --format",
                en: "which form {shown} is to have cannot be told: let its name end with .html, .md, .docx, .xlsx or .json, or write --format"
            })
        })?,
    };
    if output.is_none() && !form.is_text() && io::stdout().is_terminal() {
        let name = form.name();
        return Err(Usage(text! {
            zh: "{name} 不能显示在屏幕上：用 --output 写到文件，例如 --output 报告.{name}",
            en: "{name} cannot be shown in a terminal: write it to a file, e.g. --output report.{name}"
        })
        .into());
    }
    Ok(form)
}

/// The organisation typed, by id or name; none where none is.
fn organisation(model: &Model, typed: &str) -> Result<Option<OrganisationId>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let all = &model.organisations;
    let at = all.iter().position(|it| *it.id == *typed || *it.name == *typed || *it.short == *typed);
    if let Some(at) = at {
        return Ok(Some(OrganisationId::new(at)));
    }
    let names = all.iter().flat_map(|it| [&*it.id, &*it.name]);
    let slip = match nearest_of(names, typed, 0.4) {
        Some(near) => text! {
            zh: "没有机构“{typed}”；是不是“{near}”？",
            en: "there is no organisation `{typed}`; did you mean `{near}`?"
        },
        None => {
            let ids: Vec<&str> = all.iter().map(|it| &*it.id).collect();
            let (zh, en) = (ids.join("、"), ids.join(", "));
            text! { zh: "没有机构“{typed}”；有的是：{zh}", en: "there is no organisation `{typed}`; there are {en}" }
        }
    };
    Err(Usage(slip).into())
}

fn tell_written(ask: &Ask, output: Option<&Path>) {
    if let Some(path) = output.filter(|_| !ask.quiet) {
        let path = path.display();
        say::err(text! { zh: "已写入 {path}", en: "written to {path}" }.get(ask.lang()));
    }
}
