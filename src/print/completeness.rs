//! How complete the catalogue is, for people: a small table and a line each for tasks, time, limits and explanations. It fits 80
//! columns.

use unicode_width::UnicodeWidthStr;

use super::Look;
use crate::{
    day::Day,
    diagnostic::{Completeness, Completion},
    vocabulary::{Disclosure, Facet, Lang, TaskState, Word, Words},
};

/// So many organisations are listed; of more, those with the most items empty.
const ORGANISATIONS: usize = 20;

/// So many last days of explanations are listed.
const ENDS: usize = 4;

/// The widest that the names of rows may be: with the numbers beside them they fill 80 columns.
const NAMES: usize = 30;

/// The heads of the columns.
const HEADS: [Words; 6] = [
    words! { zh: "事项", en: "items" },
    words! { zh: "已公开", en: "filled" },
    words! { zh: "零报告", en: "nil" },
    words! { zh: "空白", en: "empty" },
    words! { zh: "暂无须", en: "not owed" },
    words! { zh: "条目", en: "entries" },
];

/// A row: its name and numbers.
type Row = (String, Completion);

/// All of it, each line ended but the last.
pub fn completeness(of: &Completeness, look: Look, as_of: Day) -> String {
    let lang = look.lang;
    let mut lines = vec![look.paint(
        anstyle::Style::new().bold(),
        &match lang {
            Lang::Zh => format!("公开情况（以 {as_of} 为准）"),
            Lang::En => format!("How complete the catalogue is (as of {as_of})"),
        },
    )];
    let name = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
    let mut rows: Vec<Row> = vec![(name("全部", "all"), of.whole)];
    rows.extend(Disclosure::ALL.iter().zip(of.disclosures).map(|(it, part)| (name(it.label(), it.term().en), part)));
    rows.extend(Facet::ALL.iter().zip(of.facets).map(|(it, part)| (name(it.label(), it.term().en), part)));
    let (organisations, left) = organisations(of);
    let own = rows.len();
    rows.extend(organisations);
    lines.extend(table(&rows, own, lang));
    if left > 0 {
        lines.push(match lang {
            Lang::Zh => format!("  另有 {left} 个机构，空白不比上面的多；全部见 gongkai check --format json"),
            Lang::En => format!("  {left} more bodies, none with more empty: gongkai check --format json"),
        });
    }
    if of.provisional {
        lines.push(match lang {
            Lang::Zh => "  有不改正就不能发布的问题，读不懂的没有算进来：改正后再看这些数字".to_owned(),
            Lang::En => "  Something must be mended first, and what could not be read is not counted".to_owned(),
        });
    }
    lines.extend(tasks(of, lang));
    lines.extend(time(of, lang));
    if of.unread_limits > 0 {
        let count = of.unread_limits;
        lines.push(match lang {
            Lang::Zh => format!("公开时限看不懂的事项 {count} 个（暂按法定的20个工作日判断）"),
            Lang::En => format!("Time limits not understood: {count} (the 20 working days of the law judge)"),
        });
    }
    lines.extend(explained(of, lang));
    lines.join("\n")
}

/// The organisations to list, in the catalogue's order, and how many are left out.
fn organisations(of: &Completeness) -> (Vec<Row>, usize) {
    let all = &of.organisations;
    let mut listed: Vec<usize> = (0..all.len()).collect();
    listed.sort_by_key(|&at| std::cmp::Reverse(all[at].completion.empty));
    listed.truncate(ORGANISATIONS);
    listed.sort_unstable();
    let rows = listed.iter().map(|&at| (all[at].short.clone(), all[at].completion)).collect();
    (rows, all.len() - listed.len())
}

/// The rows under their heads, in columns; an empty line before the organisations, which begin at `own`.
fn table(rows: &[Row], own: usize, lang: Lang) -> Vec<String> {
    let rows: Vec<(String, [String; 6])> = rows.iter().map(|(name, part)| (short(name), numbers(part))).collect();
    let names = rows.iter().map(|it| it.0.width()).max().unwrap_or(0);
    let heads = HEADS.map(|it| it.get(lang).to_owned());
    let widths: [usize; 6] = std::array::from_fn(|at| {
        let numbers = rows.iter().map(|it| it.1[at].width()).max().unwrap_or(0);
        numbers.max(heads[at].width())
    });
    let line = |name: &str, cells: &[String; 6]| {
        let mut line = format!("  {name}{}", " ".repeat(names - name.width()));
        for (cell, width) in cells.iter().zip(widths) {
            line.push_str(&format!("  {}{cell}", " ".repeat(width - cell.width())));
        }
        line
    };
    let mut lines = vec![line("", &heads)];
    for (at, (name, cells)) in rows.iter().enumerate() {
        if at == own {
            lines.push(String::new());
        }
        lines.push(line(name, cells));
    }
    lines
}

fn numbers(part: &Completion) -> [String; 6] {
    let Completion { items, filled, nil, empty, event, entries, .. } = *part;
    [items, filled, nil, empty, event, entries].map(|it| it.to_string())
}

/// `name` cut to the width of its column; what would move the cursor is made visible.
fn short(name: &str) -> String {
    let name = annotate_snippets::normalize_untrusted_str(name).replace('\n', "␊");
    if name.width() <= NAMES {
        return name;
    }
    let mut cut = String::new();
    for c in name.chars() {
        if cut.width() + c.to_string().width() >= NAMES {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}

/// How many tasks are in each state; those in none are left out.
fn tasks(of: &Completeness, lang: Lang) -> Option<String> {
    let total: usize = of.tasks.iter().sum();
    let states = TaskState::ALL.iter().zip(of.tasks).filter(|it| it.1 > 0);
    let part = |(state, count): (&TaskState, usize)| match lang {
        Lang::Zh => format!("{} {count}", state.label()),
        Lang::En => format!("{count} {}", state.term().en),
    };
    let parts: Vec<String> = states.map(part).collect();
    (total > 0).then(|| match lang {
        Lang::Zh => format!("工作任务 {total} 项：{}", parts.join("，")),
        Lang::En => format!("{total} tasks: {}", parts.join(", ")),
    })
}

/// How many entries of the year were in time, and how long they took.
fn time(of: &Completeness, lang: Lang) -> Vec<String> {
    let (Completion { in_time, late, .. }, unsure) = (of.whole, of.unsure);
    let mut lines = Vec::new();
    let (Some(since), judged) = (of.since, in_time + late) else { return lines };
    if let Some(share) = of.whole.on_time() {
        let share = format!("{}.{}", share / 100, share / 10 % 10);
        lines.push(match lang {
            Lang::Zh => {
                format!("按时公开：{since} 以来 {judged} 条，{in_time} 条按时，{late} 条逾期，按时的占 {share}%")
            }
            Lang::En => format!("In time: {in_time} of {judged} entries since {since}, {share} %; {late} late"),
        });
    }
    if let Some(median) = of.median() {
        lines.push(match lang {
            Lang::Zh => format!("从成文到公开：一半在 {median} 个工作日以内（中位数）"),
            Lang::En => format!("From making to publication: {median} working days (median)"),
        });
    }
    if unsure > 0 {
        let rest = unsure > of.first_unsure.len();
        lines.push(match lang {
            Lang::Zh => {
                let named = of.first_unsure.join("、") + if rest { " 等" } else { "" };
                format!("另有 {unsure} 条最后一天不确定，不算按时，也不算逾期：{named}")
            }
            Lang::En => {
                let named = of.first_unsure.join(", ") + if rest { ", …" } else { "" };
                format!("{unsure} more whose last day is not certain count neither as in time nor as late: {named}")
            }
        });
    }
    lines
}

/// How many findings are explained, and until when.
fn explained(of: &Completeness, lang: Lang) -> Vec<String> {
    let total = of.explained();
    if total == 0 {
        return Vec::new();
    }
    let part = |&(until, count): &(Option<Day>, usize)| match (lang, until) {
        (Lang::Zh, Some(day)) => format!("{count} 个到 {day} 为止"),
        (Lang::Zh, None) => format!("{count} 个没有写期限"),
        (Lang::En, Some(day)) => format!("{count} until {day}"),
        (Lang::En, None) => format!("{count} without an end"),
    };
    let (ends, rest) = of.explained.split_at(of.explained.len().min(ENDS));
    let mut parts: Vec<String> = ends.iter().map(part).collect();
    let rest: usize = rest.iter().map(|it| it.1).sum();
    if rest > 0 {
        parts.push(if lang == Lang::Zh {
            format!("{rest} 个更晚或没有期限")
        } else {
            format!("{rest} later or without an end")
        });
    }
    let head = match lang {
        Lang::Zh => format!("已说明的问题 {total} 个"),
        Lang::En => format!("{total} explained findings"),
    };
    // Two ends a line keep it within 80 columns.
    let (comma, colon) = if lang == Lang::Zh { ("，", "：") } else { (", ", ": ") };
    let mut lines: Vec<String> = parts.chunks(2).map(|it| format!("  {}", it.join(comma))).collect();
    if let [only] = lines.as_slice() {
        return vec![format!("{head}{colon}{}", only.trim_start())];
    }
    lines.insert(0, format!("{head}{}", colon.trim_end()));
    lines
}
