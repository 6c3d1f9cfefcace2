//! The chart of a budget: how much goes to what, read from the table beside it.

use super::chart::length;
use crate::{
    model::EntryId,
    site::{
        make::material::Material,
        page::{Bar, Chart},
        site::Site,
    },
    table::Table,
    vocabulary::EntryKind,
};

/// The most bars a chart has; of more parts than that none is drawn.
const MOST: usize = 20;

/// The heads of columns that say how much, the best first: a part of a head is enough.
const AMOUNTS: [&str; 7] = ["合计", "总计", "决算数", "预算数", "金额", "支出", "收入"];

/// Rows that are sums of others.
const SUMS: [&str; 5] = ["合计", "总计", "小计", "总额", "其中"];

/// The first of the tables of an entry about money that says how much goes to what.
pub(super) fn chart<'a>(site: &Site<'_>, id: EntryId, material: &'a Material) -> Option<Chart<'a>> {
    let entry = site.model.entry(id);
    if entry.kind != EntryKind::Budget {
        return None;
    }
    let own = entry.table.iter().map(|it| it.at());
    let attached = site.files_of(id).iter().filter(|it| it.listed).map(|it| (it.file, None));
    own.chain(attached).filter_map(|at| material.tables.get(&at)).find_map(of_table)
}

fn of_table<'t>(table: &'t Table) -> Option<Chart<'t>> {
    let heads: Vec<&str> = table.head().cells().map(|it| it.text).collect();
    let is_amount = |at: &usize| table.rows().all(|it| it.text(*at).is_empty() || amount(it.text(*at)).is_some());
    let numbers: Vec<usize> = (1..heads.len()).filter(is_amount).collect();
    let named = |word: &&str| numbers.iter().copied().find(|&it| heads[it].contains(*word));
    let value = AMOUNTS.iter().find_map(named)?;
    // What the parts are called: the first column of words.
    let is_words = |at: &usize| table.rows().any(|it| !it.text(*at).is_empty() && amount(it.text(*at)).is_none());
    let label = (0..value).find(is_words)?;
    // Of functions with codes, `201` holds what `20101` and `2010101` hold.
    let codes = || table.rows().map(|it| it.text(0)).filter(|it| !it.is_empty());
    let coded = label > 0 && codes().all(|it| it.bytes().all(|it| it.is_ascii_digit()));
    let top = codes().map(str::len).min().filter(|_| coded);
    let mut parts: Vec<(&str, &str, u64)> = Vec::new();
    for row in table.rows() {
        let (name, text) = (row.text(label), row.text(value));
        let is_sum = SUMS.iter().any(|it| name.replace([' ', '　'], "").contains(it));
        let is_below = top.is_some_and(|top| row.text(0).len() > top);
        if !name.is_empty() && !text.is_empty() && !is_sum && !is_below {
            parts.push((name, text, amount(text)?));
        }
    }
    // What comes in and what goes out are no parts of one whole.
    let names = |word: &str| parts.iter().any(|it| it.0.contains(word));
    if names("收入") && names("支出") {
        return None;
    }
    let longest = parts.iter().map(|it| it.2).max().filter(|it| *it > 0)?;
    let most = parts.iter().find(|it| it.2 == longest)?;
    let unit = unit(heads[value]);
    let title = format!("{} 项中“{}”最多，{} {unit}", parts.len(), most.0, most.1);
    let bar = |(label, text, amount): &(&'t str, &'t str, u64)| Bar {
        label: (*label).into(),
        href: None,
        value: (*text).into(),
        length: length(*amount, longest),
    };
    (2..=MOST).contains(&parts.len()).then(|| Chart {
        title: title.trim_end().to_owned().into(),
        of: heads[label].into(),
        counts: heads[value].into(),
        bars: parts.iter().map(bar).collect(),
        source: None,
        downloads: Vec::new(),
    })
}

/// What a head counts in: `万元` in `合计（万元）`.
fn unit(head: &str) -> &str {
    let inside = head.split_once(['（', '(']).map_or("", |it| it.1);
    let unit = inside.split(['）', ')']).next().unwrap_or_default();
    unit.trim_start_matches("单位：").trim_start_matches("单位:")
}

/// An amount of nought or more, in hundredths: `1,200.5`.
fn amount(text: &str) -> Option<u64> {
    let text = text.replace([',', '，'], "");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || whole.len() > 15 {
        return None;
    }
    let hundredths: String = part.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{hundredths}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{amount, of_table, unit};
    use crate::table::{Limits, read_csv};

    fn chart(csv: &str) -> Option<(String, Vec<(String, u8)>)> {
        let table = read_csv(csv, Limits::default());
        let chart = of_table(&table)?;
        Some((chart.title.to_string(), chart.bars.iter().map(|it| (it.label.to_string(), it.length)).collect()))
    }

    #[test]
    fn amounts_are_read_and_nothing_else() {
        assert_eq!(["0", "12", "1,200.5", "3.456"].map(amount), [Some(0), Some(1200), Some(120_050), Some(345)]);
        assert!(["", "-3", "约12", "12%", "1.2.3", "9999999999999999", "."].iter().all(|it| amount(it).is_none()));
        assert_eq!(["合计（万元）", "金额(单位：元)", "合计", "（"].map(unit), ["万元", "元", "", ""]);
    }

    #[test]
    fn parts_are_charted_and_sums_are_not() {
        let table = "科目编码,科目名称,基本支出（万元）,合计（万元）\n20101,行政管理,120,160\n20113,招商引资,150,320\n,合 计,270,480\n";
        let bars = vec![("行政管理".to_owned(), 50), ("招商引资".to_owned(), 100)];
        assert_eq!(chart(table), Some(("2 项中“招商引资”最多，320 万元".to_owned(), bars)));
        let nested = "编码,科目,合计\n201,公共服务,30\n20101,人大,10\n20103,政府,20\n208,社保,60\n";
        let bars = vec![("公共服务".to_owned(), 50), ("社保".to_owned(), 100)];
        assert_eq!(chart(nested), Some(("2 项中“社保”最多，60".to_owned(), bars)));
        for none in [
            "项目,预算数\n财政拨款收入,620\n基本支出,380\n",
            "项目,说明\n一,二\n三,四\n",
            "项目,合计\n甲,0\n乙,0\n",
            "项目,合计\n甲,3\n",
            "项目,合计\n甲,-3\n乙,2\n",
            "合计\n1\n2\n",
            "",
        ] {
            assert_eq!(chart(none), None, "{none}");
        }
    }
}
