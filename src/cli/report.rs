//! `gongkai report KIND`: what supervisors and staff ask for, as a page, a document, a workbook or data.

use std::{
    fs,
    io::{self, IsTerminal as _},
    path::Path,
};

use anyhow::Result;
use clap::{
    Arg, ArgAction, ArgMatches, Command,
    builder::{PossibleValue, PossibleValuesParser},
    value_parser,
};

use super::{ask, ask::Ask, output, progress::Bar, report_to, say};
use crate::{
    compile::rulebook::RULEBOOK,
    day::{Cadence, Day, Period, YearPart},
    driver::{DiskWorld, Keeping, Project, Session, Timings, history, is_kept, keep, kept_path},
    emit,
    model::{Model, OrganisationId},
    resolve::Numbering,
    supervision::{self, Dossier, Form, Kept, Paper},
    vocabulary::{Lang, Words, nearest_of},
    world::Usage,
};

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Inspection,
    Assessment,
    Site,
    Plan,
    Annual,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Inspection, Self::Assessment, Self::Site, Self::Plan, Self::Annual];

    /// What is typed for it.
    fn name(self) -> &'static str {
        match self {
            Self::Inspection => "inspection",
            Self::Assessment => "assessment",
            Self::Site => "site",
            Self::Plan => "plan",
            Self::Annual => "annual",
        }
    }

    /// What else may be typed.
    fn others(self) -> &'static [&'static str] {
        match self {
            Self::Inspection => &["检查", "抽查", "季度检查", "季度抽查", "问题清单"],
            Self::Assessment => &["考核", "评分", "评分表", "考核评分", "考核评分表"],
            Self::Site => &["网站", "公开情况", "内部"],
            Self::Plan => &["计划", "任务", "工作计划"],
            Self::Annual => &["年报", "年度报告"],
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
            zh: "出报告：季度检查和问题清单、工作任务完成情况、年度报告草稿等，供主管部门和本单位使用，不进网站",
            en: "reports for supervisors and staff: quarterly inspections with problem lists, tasks, a draft of the annual report, …; none of it enters the site"
        }))
        .arg(
            Arg::new("kind")
                .value_name("KIND")
                .required(true)
                .value_parser(PossibleValuesParser::new(kinds))
                .hide_possible_values(true)
                .help(say(words! {
                    zh: "哪一种：inspection 季度检查和问题清单，assessment 考核评分表，site 目录公开情况（内部），plan 工作任务完成情况，annual 政府信息公开工作年度报告的草稿",
                    en: "which: inspection, a quarter with its problem list; assessment, the score sheet; site, what is public and what lacks; plan, the tasks of the work plans; annual, a draft of the annual report on disclosure"
                })),
        )
        .arg(output::option(lang))
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
            "quarter",
            "2018Q4",
            words! {
                zh: "inspection 检查哪个季度（默认最近一个已结束的）",
                en: "the quarter of inspection (default: the last one that is over)"
            },
        ))
        .arg(
            option(
                "year",
                "2018",
                words! {
                    zh: "annual 报告哪一年（默认上一年）",
                    en: "the year of annual (default: the one before this)"
                },
            )
            .value_parser(value_parser!(i32).range(2008..=2100)),
        )
        .arg(
            flag(
                "keep",
                words! {
                    zh: "inspection 同时存档到 catalogue/history，下一次据此看整改了没有",
                    en: "of inspection: also keep it in catalogue/history, so that the next tells what was mended"
                },
            )
            .conflicts_with("organisation"),
        )
        .arg(
            flag(
                "replace",
                words! {
                    zh: "那个季度已有的存档和这一次不一样，也换成这一次的",
                    en: "replace what was kept of that quarter, where it says otherwise"
                },
            )
            .requires("keep"),
        )
        .arg(option(
            "scheme",
            "ID",
            words! {
                zh: "assessment 用哪个评分表（默认目录里的第一个；内置 plan-2018、institution、website）",
                en: "the score sheet of assessment (default: the catalogue's first; built in are plan-2018, institution and website)"
            },
        ))
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
            zh: "例：\n  gongkai report inspection --output 第三季度.html\n  gongkai report inspection --keep --final --output 问题清单.docx\n  gongkai report plan --format json --as-of 2018-12-31\n  gongkai report annual --year 2018 --output content/2018/年报.md",
            en: "Examples:\n  gongkai report inspection --output q3.html\n  gongkai report inspection --keep --final --output problems.docx\n  gongkai report plan --format json --as-of 2018-12-31\n  gongkai report annual --year 2018 --output content/2018/annual.md"
        }))
}

/// Makes the report and writes it; 0 whatever it says.
///
/// # Errors
///
/// [`Usage`] for what cannot be asked for; as [`Session::supervise`]; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let kind = Kind::typed(matches);
    let output = output::typed(matches);
    let form = form(matches, output)?;
    let world = ask.world()?;
    let target = output.map(|path| {
        let target = report_to::target(path, "output")?;
        if kind == Kind::Annual && form == Form::Markdown && is_new_entry(path, &target, world.project())? {
            return Ok((path, target));
        }
        report_to::outside(path, &target, "output", world.project())?;
        Ok::<_, anyhow::Error>((path, target))
    });
    let target = target.transpose()?;
    let quarter = quarter(kind, matches)?;
    let year = year(kind, matches)?;
    let bar = Bar::new(ask, words! { zh: "正在编制报告", en: "making the report" });
    let timings = Timings::start(&bar);
    let session = Session::new(&world, &timings, ask.cached);
    let (made, analysis) = session.supervise(&ask.options(Numbering::Tell), |plan, report, texts| {
        let analysis = plan.analysis;
        let dossier = Dossier {
            model: &analysis.model,
            compliance: &analysis.compliance,
            report,
            policy: &analysis.policy,
            texts,
            lang: ask.lang(),
            organisation: organisation(&analysis.model, ask::text(matches, "organisation"))?,
            is_final: matches.get_flag("final"),
        };
        make(kind, &dossier, Asked { quarter, year, scheme: ask::text(matches, "scheme") }, &world)
    })?;
    bar.done();
    let (keeps, replaces) = (matches.get_flag("keep"), matches.get_flag("replace"));
    if keeps && made.kept.is_none() {
        return Err(Usage(text! {
            zh: "目录有读不出的地方，问题没有找全，没有存档：先用 gongkai check 看是哪里，改正以后再存",
            en: "some of the catalogue cannot be read, so that not all was found: nothing is kept; see `gongkai check`, mend it and keep then"
        })
        .into());
    }
    let kept = made.kept.filter(|_| keeps);
    // What cannot be kept is told before anything is written.
    kept.as_ref().map(|it| keep(&world, it, replaces, true)).transpose()?;
    let bytes = match made.entry {
        Some(entry) if form == Form::Markdown => entry.into_bytes(),
        _ => emit::paper(&made.paper, form),
    };
    match &target {
        Some((path, target)) => output::write(ask, path, target, &bytes)?,
        None => say::out_bytes(&bytes)?,
    }
    if let Some(kept) = &kept {
        let keeping = keep(&world, kept, replaces, false)?;
        tell_kept(ask, &kept_path(world.project(), kept.quarter), keeping);
    }
    ask.timings(&timings)?;
    std::mem::forget(analysis);
    Ok(0)
}

/// Whether `target`, typed as `path`, is a place for an entry: the draft of an annual report is one, and may be written there. What is
/// there already stays.
///
/// # Errors
///
/// [`Usage`] for a file that is there.
fn is_new_entry(path: &Path, target: &Path, project: &Project) -> Result<bool> {
    let content = fs::canonicalize(&project.content).unwrap_or_else(|_| project.content.clone());
    let is_entry = target.starts_with(content) && target.extension().is_some_and(|it| it == "md") && !is_kept(target);
    if is_entry && target.exists() {
        let shown = path.display();
        return Err(Usage(text! {
            zh: "{shown} 已经有了，没有改动：换一个文件名，或者先把它改名、移走",
            en: "{shown} is there already and was not touched: name another file, or move that one first"
        })
        .into());
    }
    Ok(is_entry)
}

/// A report, and what `--keep` keeps of it.
struct Made {
    paper: Paper,
    kept: Option<Kept>,
    /// The same as an entry, for what is to be published.
    entry: Option<String>,
}

impl From<Paper> for Made {
    fn from(paper: Paper) -> Self {
        Self { paper, kept: None, entry: None }
    }
}

/// What of a report is asked for.
#[derive(Clone, Copy)]
struct Asked<'t> {
    quarter: Option<Period>,
    year: Option<i32>,
    /// The id of a score sheet; empty where none is typed.
    scheme: &'t str,
}

/// The report of `kind`.
fn make(kind: Kind, dossier: &Dossier<'_>, asked: Asked<'_>, world: &DiskWorld) -> Result<Made> {
    let Asked { quarter, year, scheme } = asked;
    Ok(match kind {
        Kind::Inspection => {
            let quarter = inspected(quarter, dossier.model.today)?;
            let made = supervision::inspection(dossier, quarter, &history(world, quarter)?);
            Made { paper: made.paper, kept: made.kept, entry: None }
        }
        Kind::Assessment => {
            let scheme = Some(scheme).filter(|it| !it.is_empty());
            supervision::assessment(dossier, scheme, &RULEBOOK).map_err(Usage)?.into()
        }
        Kind::Site => supervision::site(dossier).into(),
        Kind::Plan => supervision::plan(dossier).into(),
        Kind::Annual => {
            let year = reported(year, dossier.model.today)?;
            Made { entry: Some(supervision::annual_draft(dossier, year)), ..supervision::annual(dossier, year).into() }
        }
    })
}

/// The year typed.
fn year(kind: Kind, matches: &ArgMatches) -> Result<Option<i32>> {
    let typed = matches.get_one::<i32>("year").copied();
    if typed.is_some() && kind != Kind::Annual {
        let kind = kind.name();
        return Err(Usage(text! {
            zh: "--year 只用于 gongkai report annual，{kind} 没有这个选项",
            en: "--year is of `gongkai report annual`; {kind} has no such option"
        })
        .into());
    }
    Ok(typed)
}

/// The year that is reported on `today`: the one typed, else the last that is over.
fn reported(typed: Option<i32>, today: Day) -> Result<i32> {
    match typed {
        Some(year) if year > today.year() => Err(Usage(text! {
            zh: "--year：{year} 年还没有开始（以 {today} 为准）",
            en: "--year: {year} has not begun (as of {today})"
        })
        .into()),
        Some(year) => Ok(year),
        // The last day of a year ends it.
        None => Ok(today.plus(1).year() - 1),
    }
}

/// The quarter typed.
fn quarter(kind: Kind, matches: &ArgMatches) -> Result<Option<Period>> {
    let typed = ask::text(matches, "quarter");
    for (name, is_typed) in [("quarter", !typed.is_empty()), ("keep", matches.get_flag("keep"))] {
        if is_typed && kind != Kind::Inspection {
            let kind = kind.name();
            return Err(Usage(text! {
                zh: "--{name} 只用于 gongkai report inspection，{kind} 没有这个选项",
                en: "--{name} is of `gongkai report inspection`; {kind} has no such option"
            })
            .into());
        }
    }
    if !ask::text(matches, "scheme").is_empty() && kind != Kind::Assessment {
        let kind = kind.name();
        return Err(Usage(text! {
            zh: "--scheme 只用于 gongkai report assessment，{kind} 没有这个选项",
            en: "--scheme is of `gongkai report assessment`; {kind} has no such option"
        })
        .into());
    }
    if typed.is_empty() {
        return Ok(None);
    }
    let is_quarter = |it: &Period| matches!(it.part(), YearPart::Quarter(_));
    let slip = match typed.parse::<Period>() {
        Ok(it) if is_quarter(&it) => return Ok(Some(it)),
        Ok(_) => None,
        Err(error) => error.0.filter(is_quarter),
    };
    Err(Usage(match slip {
        Some(near) => text! {
            zh: "--quarter：“{typed}”要写成 2018Q4 这样；是不是 {near}？",
            en: "--quarter: `{typed}` is no quarter like 2018Q4; did you mean {near}?"
        },
        None => text! {
            zh: "--quarter：“{typed}”不是季度，要写成 2018Q4 这样",
            en: "--quarter: `{typed}` is no quarter like 2018Q4"
        },
    })
    .into())
}

/// The quarter that is inspected on `today`: the one typed, else the last that is over.
fn inspected(typed: Option<Period>, today: Day) -> Result<Period> {
    let running = Period::of(today, Cadence::Quarter);
    match typed {
        Some(quarter) if quarter.first() > today => Err(Usage(text! {
            zh: "--quarter：{quarter} 还没有开始（以 {today} 为准）",
            en: "--quarter: {quarter} has not begun (as of {today})"
        })
        .into()),
        Some(quarter) => Ok(quarter),
        // The last day of a quarter ends it.
        None if running.last() == today => Ok(running),
        None => Ok(running.previous().unwrap_or(running)),
    }
}

fn tell_kept(ask: &Ask, path: &str, keeping: Keeping) {
    if ask.quiet {
        return;
    }
    let told = match keeping {
        Keeping::New => text! { zh: "已存档 {path}，请提交", en: "kept in {path}; commit it" },
        Keeping::Same(day) => text! {
            zh: "{path} 已有相同的存档（{day}），没有改动",
            en: "{path} says the same already (of {day}): nothing was written"
        },
        Keeping::Replaced(day) => text! {
            zh: "{path} 原是 {day} 的存档，内容有变，已换成这一次的，请提交",
            en: "{path}, of {day}, said otherwise and was replaced; commit it"
        },
    };
    say::err(told.get(ask.lang()));
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
    let slip = if let Some(near) = nearest_of(names, typed, 0.4) {
        text! {
            zh: "没有机构“{typed}”；是不是“{near}”？",
            en: "there is no organisation `{typed}`; did you mean `{near}`?"
        }
    } else {
        let ids: Vec<&str> = all.iter().map(|it| &*it.id).collect();
        let (zh, en) = (ids.join("、"), ids.join(", "));
        text! { zh: "没有机构“{typed}”；有的是：{zh}", en: "there is no organisation `{typed}`; there are {en}" }
    };
    Err(Usage(slip).into())
}
