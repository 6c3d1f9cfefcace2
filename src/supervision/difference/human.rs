//! A difference for people: group by group, one line for each thing, what it says otherwise below it.

use super::{
    difference::{Change, Difference, KeyChange, Longer, Move, State},
    group::PUBLIC,
    keys::ListChange,
    kind::{ChangeKind, Standing},
    rows_change::RowsChange,
    shown::{Shown, label, line},
};
use crate::{
    record::schema::TABLES,
    vocabulary::{Lang, Words},
};

/// Things told of a group at most, and rows of a table; the rest is counted. JSON has them all.
const MOST: usize = 300;

/// The whole difference in `lang`; with `all` working settings of the house too.
pub fn human(difference: &Difference, all: bool, lang: Lang) -> String {
    let mut out = head(difference, lang);
    let (settings, open): (Vec<&Change>, Vec<&Change>) =
        difference.changes.iter().partition(|it| it.is_working_setting());
    if difference.is_empty() {
        out.push_str(words! { zh: "没有变动\n", en: "no difference\n" }.get(lang));
    }
    for (table, name) in PUBLIC {
        let group: Vec<&Change> = open.iter().copied().filter(|it| it.table == table).collect();
        tell(&group, name.get(lang), (all, lang), &mut out);
    }
    if all {
        for schema in TABLES {
            let group: Vec<&Change> = settings.iter().copied().filter(|it| it.table == schema.name).collect();
            tell(&group, label(schema.words).get(lang), (all, lang), &mut out);
        }
    } else if !settings.is_empty() {
        let count = settings.len();
        out.push_str(&match lang {
            Lang::Zh => format!("\n另有 {count} 处内部设置的变动（说明、级别、考核等），加 --all 列出\n"),
            Lang::En => format!("\n{count} more in working settings (explanations, levels, …): --all lists them\n"),
        });
    }
    out
}

fn head(difference: &Difference, lang: Lang) -> String {
    let (old, new, day) = (difference.old.name.get(lang), difference.new.name.get(lang), difference.as_of);
    let mut out = match lang {
        Lang::Zh => format!("目录比较（以 {day} 为准）\n旧：{old}\n新：{new}\n"),
        Lang::En => format!("catalogues compared (as of {day})\nold: {old}\nnew: {new}\n"),
    };
    for (side, state) in
        [(words! { zh: "旧", en: "old" }, &difference.old), (words! { zh: "新", en: "new" }, &difference.new)]
    {
        out.push_str(&unread(side.get(lang), state, lang));
    }
    if !difference.with_rows {
        out.push_str(words! { zh: "有一方只有目录文件夹，清单和表格的行没有比较\n", en: "one side is a catalogue alone: rows of tables were not compared\n" }.get(lang));
    }
    out
}

/// What could not be read, and so was not compared.
fn unread(side: &str, state: &State, lang: Lang) -> String {
    let mut out = String::new();
    for (place, message) in state.unread.iter().take(MOST) {
        let message = line(message.get(lang));
        out.push_str(&match lang {
            Lang::Zh => format!("注意：“{side}”的 {place} 读不懂，没有比较：{message}\n"),
            Lang::En => format!("note: {place} of `{side}` could not be read and is not compared: {message}\n"),
        });
    }
    out
}

fn tell(group: &[&Change], name: &str, (all, lang): (bool, Lang), out: &mut String) {
    if group.is_empty() {
        return;
    }
    let counts: Vec<String> = (ChangeKind::ALL.iter())
        .filter_map(|&kind| {
            let count = group.iter().filter(|it| it.kind == kind).count();
            let word = kind.words().get(lang);
            (count > 0).then(|| if lang == Lang::Zh { format!("{word} {count}") } else { format!("{count} {word}") })
        })
        .collect();
    out.push_str(&match lang {
        Lang::Zh => format!("\n{name}：{}\n", counts.join("，")),
        Lang::En => format!("\n{name}: {}\n", counts.join(", ")),
    });
    for change in group.iter().take(MOST) {
        one(change, (all, lang), out);
    }
    if let Some(left) = group.len().checked_sub(MOST).filter(|&it| it > 0) {
        out.push_str(&match lang {
            Lang::Zh => format!("  ……还有 {left} 处，用 --format json 看全部\n"),
            Lang::En => format!("  … and {left} more: --format json has all\n"),
        });
    }
}

fn one(change: &Change, (all, lang): (bool, Lang), out: &mut String) {
    let Some(version) = change.version() else { return };
    let sign = match change.kind {
        ChangeKind::Added => '+',
        ChangeKind::Removed => '-',
        ChangeKind::Moved => '→',
        ChangeKind::Changed => '~',
    };
    let title = if version.parent.is_empty() {
        version.title.clone()
    } else {
        format!("{} / {}", version.parent, version.title)
    };
    let mut marks = Vec::new();
    if !version.id.is_empty() && version.id != version.title {
        marks.push(version.id.clone());
    }
    if change.table == "item" {
        match version.standing {
            Standing::Public => {}
            Standing::OnRequest => marks.push(words! { zh: "依申请公开", en: "on request" }.get(lang).to_owned()),
            Standing::Internal => marks.push(words! { zh: "不予公开", en: "withheld" }.get(lang).to_owned()),
        }
    }
    let marks = match (marks.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("（{}）", marks.join("，")),
        (false, Lang::En) => format!(" ({})", marks.join(", ")),
    };
    out.push_str(&format!("  {sign} {}{marks}\n", line(&title)));
    for it in &change.moves {
        out.push_str(&format!("      {}\n", line(&move_words(it, change, lang))));
    }
    for key in &change.keys {
        for it in key_lines(key, lang) {
            out.push_str(&format!("      {}\n", line(&it)));
        }
    }
    if let Some(rows) = &change.rows {
        rows_lines(rows, change.kind, (all, lang), out);
    }
    if !change.perhaps.is_empty() {
        let ids = change.perhaps.join(words! { zh: "、", en: ", " }.get(lang));
        let words = match (change.kind, lang) {
            (ChangeKind::Added, Lang::Zh) => format!("可能就是取消的 {ids}，改了代号或者移了位置，请核对"),
            (ChangeKind::Added, Lang::En) => {
                format!("perhaps the removed {ids} under another id or in another place: look")
            }
            (_, Lang::Zh) => format!("可能就是新增的 {ids}，改了代号或者移了位置，请核对"),
            (_, Lang::En) => format!("perhaps the added {ids} under another id or in another place: look"),
        };
        out.push_str(&format!("      {words}\n"));
    }
}

/// How something moved.
pub fn move_words(it: &Move, change: &Change, lang: Lang) -> String {
    let or_none = |text: &str| {
        if text.is_empty() { words! { zh: "无", en: "none" }.get(lang).to_owned() } else { text.to_owned() }
    };
    let above = if change.table == "task" {
        words! { zh: "计划", en: "plan" }
    } else {
        words! { zh: "一级事项", en: "field" }
    };
    let above = above.get(lang);
    match (it, lang) {
        (Move::Parent(old, new), Lang::Zh) => format!("{above}：{} → {}", or_none(old), or_none(new)),
        (Move::Parent(old, new), Lang::En) => format!("{above}: {} → {}", or_none(old), or_none(new)),
        (Move::Number(old, new), Lang::Zh) => format!("序号：{} → {}", or_none(old), or_none(new)),
        (Move::Number(old, new), Lang::En) => format!("number: {} → {}", or_none(old), or_none(new)),
        (Move::Order(Some(before)), Lang::Zh) => format!("次序：移到“{before}”之后"),
        (Move::Order(Some(before)), Lang::En) => format!("order: now behind `{before}`"),
        (Move::Order(None), Lang::Zh) => "次序：移到最前".to_owned(),
        (Move::Order(None), Lang::En) => "order: now the first".to_owned(),
    }
}

/// What a key says otherwise, a line or several.
fn key_lines(change: &KeyChange, lang: Lang) -> Vec<String> {
    let label = change.key.label.get(lang);
    let label = match (change.key.is_public, lang) {
        (true, _) => label.to_owned(),
        (false, Lang::Zh) => format!("{label}（内部）"),
        (false, Lang::En) => format!("{label} (internal)"),
    };
    let colon = words! { zh: "：", en: ": " }.get(lang);
    if let Some(list) = ListChange::of(change) {
        return list_words(&list, lang).into_iter().map(|it| format!("{label}{colon}{it}")).collect();
    }
    vec![format!("{label}{colon}{}", value_words(change, lang))]
}

/// `old → new`, and whether a limit became shorter.
pub fn value_words(change: &KeyChange, lang: Lang) -> String {
    let none = || words! { zh: "（没有写）", en: "(none)" }.get(lang).to_owned();
    let words =
        |it: &Option<Shown>| it.as_ref().map(|it| it.words(lang)).filter(|it| !it.is_empty()).unwrap_or_else(none);
    format!("{} → {}{}", words(&change.old), words(&change.new), limit_words(change, lang))
}

/// Whether a limit became shorter or longer, in brackets; empty where that is not sure.
pub fn limit_words(change: &KeyChange, lang: Lang) -> &'static str {
    match change.limit {
        Some(Longer::Old) => words! { zh: "（缩短）", en: " (shorter)" }.get(lang),
        Some(Longer::New) => words! { zh: "（延长）", en: " (longer)" }.get(lang),
        None => "",
    }
}

/// What a list has more and less, and what of it says something else.
pub fn list_words(list: &ListChange<'_>, lang: Lang) -> Vec<String> {
    let join = |values: &[&Shown]| {
        let values: Vec<String> = values.iter().map(|it| it.words(lang)).collect();
        values.join(words! { zh: "；", en: "; " }.get(lang))
    };
    let mut lines = Vec::new();
    let mut push = |words: Words, text: String| lines.push(format!("{} {text}", words.get(lang)));
    if !list.added.is_empty() {
        push(words! { zh: "增加", en: "added" }, join(&list.added));
    }
    if !list.removed.is_empty() {
        push(words! { zh: "去掉", en: "removed" }, join(&list.removed));
    }
    for (old, new) in &list.changed {
        push(words! { zh: "改为", en: "changed" }, format!("{} → {}", old.words(lang), new.words(lang)));
    }
    lines
}

fn rows_lines(rows: &RowsChange, kind: ChangeKind, (all, lang): (bool, Lang), out: &mut String) {
    let (old, new) = rows.count;
    let mut tell = |text: String| out.push_str(&format!("      {text}\n"));
    tell(match (kind, lang) {
        (ChangeKind::Added, Lang::Zh) => format!("{new} 行"),
        (ChangeKind::Added, Lang::En) => format!("{new} rows"),
        (ChangeKind::Removed, Lang::Zh) => format!("原有 {old} 行"),
        (ChangeKind::Removed, Lang::En) => format!("{old} rows before"),
        (_, Lang::Zh) => {
            format!("{old} 行 → {new} 行：新增 {}，取消 {}，修改 {}", rows.counts.0, rows.counts.1, rows.counts.2)
        }
        (_, Lang::En) => {
            format!("{old} rows → {new}: {} added, {} removed, {} changed", rows.counts.0, rows.counts.1, rows.counts.2)
        }
    });
    if kind != ChangeKind::Changed {
        return;
    }
    let columns = |words: Words, all: &[String]| {
        let all = all.join(words! { zh: "、", en: ", " }.get(lang));
        format!("{} {all}", words.get(lang))
    };
    if !rows.columns_added.is_empty() {
        tell(columns(words! { zh: "增加的列：", en: "columns added:" }, &rows.columns_added));
    }
    if !rows.columns_removed.is_empty() {
        tell(columns(words! { zh: "去掉的列：", en: "columns removed:" }, &rows.columns_removed));
    }
    if rows.is_internal {
        return tell(
            words! { zh: "不对外的清单，只报个数", en: "a register of the house: only numbers are told" }
                .get(lang)
                .to_owned(),
        );
    }
    if rows.is_other && !all {
        return tell(
            words! { zh: "不是清单，加 --all 逐行列出", en: "a table of no register: --all lists its rows" }
                .get(lang)
                .to_owned(),
        );
    }
    let mut lines: Vec<String> = rows.added.iter().map(|it| format!("+ {it}")).collect();
    lines.extend(rows.removed.iter().map(|it| format!("- {it}")));
    for (name, cells) in &rows.changed {
        let cells: Vec<String> = (cells.iter())
            .map(|(head, old, new)| match lang {
                Lang::Zh => format!("{head}：{old} → {new}"),
                Lang::En => format!("{head}: {old} → {new}"),
            })
            .collect();
        let cells = cells.join(words! { zh: "；", en: "; " }.get(lang));
        lines.push(if lang == Lang::Zh { format!("~ {name}：{cells}") } else { format!("~ {name}: {cells}") });
    }
    let count = lines.len();
    for it in lines.into_iter().take(MOST) {
        tell(line(&it));
    }
    if count > MOST {
        let left = count - MOST;
        tell(match lang {
            Lang::Zh => format!("……还有 {left} 行，用 --format json 看全部"),
            Lang::En => format!("… and {left} more rows: --format json has all"),
        });
    }
}
