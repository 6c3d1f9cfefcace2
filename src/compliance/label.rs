//! Which label of a text was meant for a missing element (要素), and what a label is called without its ordinal.

use crate::{
    model::{Entry, Item},
    source::Span,
    vocabulary::is_numeral,
};

/// A label that nearly says an element.
pub struct NearLabel<'e> {
    /// The place of the element in `Item::elements`.
    pub element: usize,
    /// The label without its ordinal.
    pub label: &'e str,
    /// Where it stands.
    pub span: Span,
}

/// The labels of the entry's text that were most likely meant for elements of `missing`, one each. A label is compared with every
/// element of the item, those that are there and those that need not be too: what is as near to another one was not meant for this.
pub fn near_labels<'e>(entry: &'e Entry, item: &Item, missing: &[usize]) -> Vec<NearLabel<'e>> {
    let names: Vec<&str> = item.elements.iter().map(|it| bare(&it.name)).collect();
    let mut best: Vec<Option<(f64, &str, Span)>> = vec![None; names.len()];
    // A heading as most are written: its signs, a blank, its words.
    let headings = entry.body.headings().filter_map(|it| {
        let begins = it.range.start as usize + usize::from(it.level) + 1;
        let fits = begins + it.text.len() == it.range.end as usize;
        fits.then_some((it.text, begins))
    });
    for (whole, begins) in headings.chain(entry.body.labels().map(|(it, range)| (it, range.start as usize))) {
        let label = bare(whole);
        let Some((at, near)) = meant(&names, label).filter(|it| missing.contains(&it.0)) else { continue };
        if best[at].is_none_or(|it| near > it.0) {
            let from = begins + (label.as_ptr().addr() - whole.as_ptr().addr());
            best[at] = Some((near, label, Span::new(entry.file, from..from + label.len())));
        }
    }
    let found = best.into_iter().enumerate();
    found.filter_map(|(element, it)| it.map(|(_, label, span)| NearLabel { element, label, span })).collect()
}

/// The only one of `names` that `label` is nearest to, and how near it is.
fn meant(names: &[&str], label: &str) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    let mut tied = false;
    for (at, name) in names.iter().enumerate() {
        let near = likeness(names, name, label);
        if near > 0.0 && best.is_none_or(|it| near >= it.1) {
            tied = best.is_some_and(|it| (it.1 - near).abs() < f64::EPSILON);
            best = Some((at, near));
        }
    }
    best.filter(|it| !tied && !names.contains(&label) && it.1 < 1.0)
}

/// What stands last in many names and says little: the words before it tell one from another.
const GENERIC: [&str; 9] = ["事项", "情况", "内容", "信息", "说明", "名称", "要求", "工作", "安排"];

/// Letters that turn a name into its opposite or another person's: `开工日期` is no slip for `完工日期`.
const POLES: &str = "开完竣起始结终止上下本去今明收支出入前后增减正副甲乙年月日内外总分人书表证";

/// So many letters more than the name a label may have that holds it.
const AROUND: usize = 4;

/// How near `label` is to `name`, from 0 to 1: shared letters alone are not enough, it must share the word that tells the name
/// from the other `names`.
fn likeness(names: &[&str], name: &str, label: &str) -> f64 {
    let (known, typed): (Vec<char>, Vec<char>) = (name.chars().collect(), label.chars().collect());
    if name == label {
        return 1.0;
    }
    if known.len() < 2 || typed.len() < 2 || typed.len() > known.len() + AROUND {
        return 0.0;
    }
    if is_slip(&known, &typed) || label.contains(name) {
        return 0.9;
    }
    let mut other = known.iter().zip(&typed).filter(|(a, b)| a != b);
    if known.len() == typed.len()
        && let (Some((a, b)), None) = (other.next(), other.next())
        && POLES.contains(*a)
        && POLES.contains(*b)
    {
        return 0.0;
    }
    let generic = GENERIC.iter().find_map(|it| name.strip_suffix(it)).filter(|it| it.chars().count() >= 2);
    let shared = known.iter().filter(|it| typed.contains(it)).count();
    let near = 1.6 * shared as f64 / (known.len() + typed.len()) as f64;
    let is_core = if let Some(core) = generic {
        // What another name holds as well tells none from the other.
        label.contains(core) && names.iter().all(|other| *other == name || !other.contains(core))
    } else {
        let split = known.len() - 2;
        let core: String = known[split..].iter().collect();
        let lonely = || names.iter().all(|other| *other == name || !other.ends_with(&core));
        let is_qualified = || known[..split].iter().any(|it| typed.contains(it));
        label.contains(&core) && if *label == core { lonely() } else { is_qualified() }
    };
    if is_core { near.min(0.8) } else { 0.0 }
}

/// Whether one letter was mistyped, forgotten, put too much or in the wrong place.
fn is_slip(known: &[char], typed: &[char]) -> bool {
    if known.len() < 3 {
        return false;
    }
    let same = known.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let tail = known[same..].iter().rev().zip(typed[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&known[same..known.len() - tail], &typed[same..typed.len() - tail]);
    let pole = |letters: &[char]| letters.iter().any(|&it| POLES.contains(it));
    match (left, right) {
        ([_], [_]) => !(pole(left) && pole(right)),
        ([it], []) | ([], [it]) => !POLES.contains(*it),
        (&[a, b], &[c, d]) => a == d && b == c,
        _ => false,
    }
}

/// A heading without its ordinal and the colon at its end: `（二）申请材料：` and `第二部分 申请材料` are 申请材料.
pub fn bare(text: &str) -> &str {
    let text = text.trim().trim_end_matches(['：', ':']).trim_end();
    let text = text.trim_start_matches(|it| ('①'..='⑳').contains(&it) || ('⑴'..='⒛').contains(&it)).trim_start();
    for word in ["附件", "附表", "附录", "表", "附"] {
        let Some(rest) = text.strip_prefix(word) else { continue };
        let number = rest.trim_start().trim_start_matches(is_digit);
        // 附件 alone is a name of its own; 表 and a number begin one only where a mark or a blank parts them.
        if number.len() < rest.trim_start().len() && number.starts_with(is_mark) {
            return named(number, text);
        }
        if word != "表" && number.len() == rest.len() && rest.starts_with(['：', ':']) {
            return named(rest, text);
        }
    }
    if let Some(rest) = text.strip_prefix('第') {
        let after = rest.trim_start().trim_start_matches(is_digit);
        if after.len() < rest.trim_start().len() {
            let after = after.trim_start();
            for unit in ["部分", "章", "节", "条", "项", "款", "篇", "编"] {
                // 第一项目 is no 第一项.
                if let Some(rest) = after.strip_prefix(unit)
                    && (rest.starts_with(is_mark) || matches!(unit, "部分" | "章" | "节"))
                {
                    return named(rest, text);
                }
            }
        }
        return text;
    }
    let inner = text.trim_start_matches(['（', '(', '〔', '[', '【']);
    let rest = inner.trim_start_matches(is_digit);
    if rest.len() == inner.len() || !rest.starts_with(is_mark) {
        return text;
    }
    named(rest, text)
}

fn is_digit(letter: char) -> bool {
    is_numeral(letter) || ('０'..='９').contains(&letter)
}

fn is_mark(letter: char) -> bool {
    letter.is_whitespace() || "、.．。，,）)〕]】：:—－-·".contains(letter)
}

/// `rest` without the marks that part it from an ordinal; the `whole` where nothing else is in it, or its first number goes on.
fn named<'t>(rest: &'t str, whole: &'t str) -> &'t str {
    // `1.2 申请材料` has two ordinals, `2018-2020年规划` none.
    let name = rest.trim_start_matches(is_mark);
    let inner = name.trim_start_matches(is_digit);
    if inner.len() < name.len() {
        let deeper = inner.trim_start_matches(['.', '．', '、']).trim_start_matches(is_digit);
        return match deeper.strip_prefix([' ', '\u{3000}', '、', '）']) {
            Some(it) if rest.starts_with(['.', '．']) && !it.trim_start().is_empty() => it.trim_start(),
            _ if rest.starts_with(['-', '－', '—', '.']) => whole,
            _ => name,
        };
    }
    if name.is_empty() { whole } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_and_colons_are_no_part_of_a_name() {
        for (text, name) in [
            ("申请材料", "申请材料"),
            ("一、申请材料", "申请材料"),
            ("（二）申请材料：", "申请材料"),
            ("3. 申请材料", "申请材料"),
            ("３．申请材料", "申请材料"),
            ("1.2 申请材料", "申请材料"),
            ("第一章 总则", "总则"),
            ("第二部分 收支情况", "收支情况"),
            ("第二部分　收支情况", "收支情况"),
            ("第二部分：收支情况", "收支情况"),
            ("第三节收支情况", "收支情况"),
            ("附件1 收支情况", "收支情况"),
            ("附件1：收支情况", "收支情况"),
            ("附表2、收支情况", "收支情况"),
            ("表3 收支情况", "收支情况"),
            ("【一】收支情况", "收支情况"),
            ("附件", "附件"),
            ("附件1", "附件1"),
            ("表决结果", "表决结果"),
            ("第一责任人", "第一责任人"),
            ("第一项目", "第一项目"),
            ("一次办好", "一次办好"),
            ("2018年收入", "2018年收入"),
            ("2018-2020年规划", "2018-2020年规划"),
            ("一、", "一、"),
        ] {
            assert_eq!(bare(text), name, "{text}");
        }
    }

    #[test]
    fn a_label_goes_to_the_element_it_is_nearest_to() {
        for (names, label, element) in [
            (&["会议时间", "议定事项"][..], "会议议定", Some("议定事项")),
            (&["会议时间", "议定事项"], "会议", None),
            (&["会议时间", "议定事项"], "会议名称", None),
            (&["会议时间", "议定事项"], "时间", Some("会议时间")),
            (&["会议时间", "议定事项"], "会议时闫", Some("会议时间")),
            (&["会议时间", "议定事项"], "会议议定事项", Some("议定事项")),
            (&["会议时间"], "会议议定", None),
            (&["开始时间", "截止时间"], "时间", None),
            (&["截止时间"], "开始时间", None),
            (&["完工日期"], "开工日期", None),
            (&["检查内容", "检查结果"], "检查情况", None),
            (&["检查内容", "检查结果"], "检查的结果", Some("检查结果")),
            (&["收到意见", "采纳情况"], "意见采纳", Some("采纳情况")),
            (&["批复文号"], "批复号", Some("批复文号")),
            (&["科室名称", "科室职责"], "科室", None),
            (&["科室名称", "科室职责"], "科室主要职责", Some("科室职责")),
            (&["主要职责", "科室职责"], "职责", None),
            (&["办公地址", "办公时间", "联系电话"], "办公", None),
            (&["办公地址", "办公时间", "联系电话"], "地址", Some("办公地址")),
        ] {
            assert_eq!(meant(names, label).map(|it| names[it.0]), element, "{label}");
        }
    }
}
