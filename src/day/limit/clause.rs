//! A phrase taken apart: sentences, clauses, brackets, and the class of information that each is for.

use super::fixed_day::{before, days};
use super::fold::{
    before_verb, is_proviso, is_reference, is_unasked, without_marker, without_modifier, without_opening, without_verb,
};
use super::length::{has_length, leading_length, numbers};
use super::notice::{ahead, kept, notice};
use super::phrase::{fixed, is_refresh};
use super::recurring::{interval, period};
use super::start::Start;
use super::value::{Limit, Part};
use super::within::{paced, start, within};

/// The limits of a folded phrase, in order; none where a limit in it is not understood, or two contradict each other.
pub(super) fn parts(folded: &str) -> Option<Vec<Part>> {
    let sentences: Vec<&str> = folded
        .split(';')
        .map(|sentence| without_marker(sentence.trim_matches([',', '、'])))
        .filter(|it| !it.is_empty())
        .collect();
    let (mut found, mut listed) = (Vec::new(), 0);
    for sentence in &sentences {
        let (label, words) = labelled(sentence);
        let parts = self::sentence(words, sentences.len() == 1)?;
        // What has no limit because nobody is given it unasked is a class of its own; a proviso is not.
        listed += usize::from(!parts.is_empty() || is_unasked(words));
        found.extend(parts.into_iter().map(|part| (label, part)));
    }
    // A class in the midst of a single limit is its subject, which the item names already.
    let deadlines = found.iter().filter(|(_, part)| is_deadline(part.limit)).count();
    let rest = |class: &String| ["其他", "其它", "其余"].iter().any(|word| class.starts_with(word));
    let single = listed < 2 && deadlines < 2 && !found.iter().any(|(_, part)| part.class.as_ref().is_some_and(rest));
    let mut parts: Vec<Part> = Vec::new();
    for (label, mut part) in found {
        let inner = part.class.take().filter(|_| !single);
        part.class = label.map(str::to_owned).or(inner);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    // 每季度公布一次，时间为每季度第一个月15日前: the day says all that the first says.
    let dated = |one: &Part| match one.limit {
        Limit::Period { cadence, after: None } => parts.iter().any(|other| {
            other.class == one.class
                && matches!(other.limit, Limit::Period { cadence: its, after: Some(_) } if its == cadence)
        }),
        _ => false,
    };
    let said: Vec<bool> = parts.iter().map(dated).collect();
    let mut said = said.into_iter();
    parts.retain(|_| !said.next().unwrap_or(false));
    let contradicted = parts.iter().enumerate().any(|(at, one)| parts[at + 1..].iter().any(|it| contradict(one, it)));
    (!parts.is_empty() && !contradicted).then_some(parts)
}

/// Whether two deadlines count from the same event for the same class: they differ, or they would be one part.
fn contradict(one: &Part, other: &Part) -> bool {
    match (one.limit, other.limit) {
        (Limit::Within { from, .. }, Limit::Within { from: again, .. }) => one.class == other.class && from == again,
        _ => false,
    }
}

fn is_deadline(limit: Limit) -> bool {
    limit.is_dated() || matches!(limit, Limit::Realtime { .. } | Limit::Prompt { .. })
}

/// `处罚决定:20个工作日内`: the class before the colon, and what it is given.
fn labelled(sentence: &str) -> (Option<&str>, &str) {
    const LABELS: &[&str] = &["时限", "期限", "时间", "公示期", "频次", "更新", "公开", "时长", "周期"];
    match sentence.split_once(':') {
        Some((label, rest)) if !rest.is_empty() && !label.contains('(') => {
            let ours = LABELS.iter().any(|word| label.ends_with(word)) && !label.ends_with("公开") || label == "公开";
            // 《预算法》第十四条:… cites the law.
            let class = !ours && !label.contains('》') && label.chars().count() <= 30 && !has_length(label);
            if class {
                (Some(label), rest)
            } else if ours {
                (None, sentence)
            } else {
                (None, rest)
            }
        }
        _ => (None, sentence),
    }
}

/// The limits of one sentence: clause by clause, those put together that mean something only together. A sentence may hold none where it
/// is a proviso, or cites the law for the limits in others.
fn sentence(sentence: &str, alone: bool) -> Option<Vec<Part>> {
    let (outer, brackets) = brackets(sentence);
    let clauses: Vec<&str> = outer.split(',').filter(|clause| !clause.is_empty()).collect();
    // 长期，最新有效: one.
    if let Some([limit @ Limit::Duration(_)]) = read(&clauses.concat()).as_deref() {
        return Some(vec![(*limit).into()]);
    }
    let several = clauses.len() > 1 || !alone;
    let mut passed = false;
    let mut parts: Vec<Part> = Vec::new();
    let mut before = String::new();
    for clause in clauses {
        if is_proviso(clause) || several && is_reference(clause) && !has_length(clause) && read(clause).is_none() {
            passed = true;
            continue;
        }
        let joined = format!("{before}{clause}");
        if let Some(found) = classed(&joined) {
            parts.extend(found);
        } else if let Some(found) = classed(clause) {
            // 集体财务往来较多的,应当每月公布一次: when it holds.
            let class = before.ends_with('的').then(|| without_opening(&before).to_owned());
            parts.extend(found.into_iter().map(|part| Part { class: part.class.or_else(|| class.clone()), ..part }));
        } else {
            before = joined;
            continue;
        }
        before.clear();
    }
    // A limit that is not understood must not be lost beside one that is.
    if has_length(&before) {
        return None;
    }
    for inside in brackets {
        remark(&inside, &mut parts);
    }
    (passed || !parts.is_empty()).then_some(parts)
}

/// The limits of a clause, with the class of information it begins with.
fn classed(clause: &str) -> Option<Vec<Part>> {
    if let Some(limits) = read(clause) {
        let counted = matches!(limits[..], [Limit::Within { .. }]);
        let class = class_of(clause, counted);
        return Some(limits.into_iter().map(|limit| Part { limit, class: class.map(str::to_owned) }).collect());
    }
    // 抽检结果每周公布: the class stands before the period.
    let at = ["每", "次月", "次年", "次季", "按月", "按季", "按年", "长期"]
        .iter()
        .filter_map(|word| clause.find(word))
        .filter(|at| *at > 0)
        .min()?;
    let (class, rest) = clause.split_at(at);
    if has_length(class) || class.contains('后') || class.chars().count() > 20 {
        return None;
    }
    let limits = read(rest)?;
    // 时间为每季度第一个月的15日前: of what it is the time, the clause before says.
    if ["时间", "时限", "期限", "公布时间", "公开时间"].contains(&class.trim_end_matches(['为', '是', ':']))
    {
        return Some(limits.into_iter().map(Part::from).collect());
    }
    let class = without_tail(class);
    Some(limits.into_iter().map(|limit| Part { limit, class: Some(class.to_owned()) }).collect())
}

/// The class of information that a clause names before it says from when: `执法决定信息在决定作出之日起…`, `其他相关信息形成…`.
fn class_of(clause: &str, counted: bool) -> Option<&str> {
    let clause = without_opening(clause);
    let head = &clause[..numbers(clause).find(|at| leading_length(&clause[*at..]).is_some()).unwrap_or(clause.len())];
    let first = |joints: &[&str]| joints.iter().filter_map(|joint| head.find(joint)).filter(|at| *at > 0).min();
    let before = |at: usize| (!has_length(&clause[..at]) && !clause[..at].contains('后')).then_some(&clause[..at]);
    // What happened is no class: 经批准在网站公开.
    let placed = || first(&["在", "应当", "应"]).and_then(before).filter(|class| start(class) == Some(None));
    let other = || {
        ["其他", "其它", "其余", "除"].iter().find(|word| clause.starts_with(**word))?;
        let nouns = ["信息", "内容", "事项", "情况", "文件"];
        let end = nouns.iter().filter_map(|noun| Some(clause.find(noun)? + noun.len())).min()?;
        Some(&clause[..end])
    };
    // 紧急情况24小时内
    let plain = || Some(without_modifier(head)).filter(|head| counted && start(head) == Some(None));
    let class =
        first(&["应当自", "应自", "须自", "自"]).and_then(before).or_else(other).or_else(placed).or_else(plain)?;
    Some(without_tail(class)).filter(|class| class.chars().count() > 1)
}

fn without_tail(class: &str) -> &str {
    let mut rest = class;
    while let Some(shorter) =
        ["应当", "应", "须", "由", "在", "于", ":"].iter().find_map(|word| rest.strip_suffix(word))
    {
        rest = shorter;
    }
    rest
}

/// The sentence without its brackets, and what they held. `形成(变更)` names alternatives: they stay, with 或.
fn brackets(sentence: &str) -> (String, Vec<String>) {
    let (mut outer, mut inside, mut depth) = (String::new(), Vec::new(), 0_u32);
    let mut current = String::new();
    for letter in sentence.chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 1 => {
                depth = 0;
                let words = current.trim_start_matches('或').trim_start_matches('者');
                if Start::is_alternative(words) {
                    outer.push('或');
                    outer.push_str(words);
                } else {
                    inside.push(std::mem::take(&mut current));
                }
                current.clear();
            }
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => current.push(letter),
            _ => outer.push(letter),
        }
    }
    if depth > 0 {
        inside.push(current);
    }
    (outer, inside)
}

/// What a bracket adds: a limit of its own, or from when the limit before it counts.
fn remark(inside: &str, parts: &mut Vec<Part>) {
    if is_proviso(inside) || is_refresh(inside) && !parts.is_empty() {
        return;
    }
    if let [Part { limit: Limit::Within { from: unsaid @ None, .. }, .. }] = parts.as_mut_slice()
        && inside.ends_with(['起', '后'])
        && let Some(Some(named)) = start(inside)
    {
        *unsaid = Some(named);
        return;
    }
    parts.extend(sentence(inside, true).into_iter().flatten());
}

/// The meaning of one clause without brackets; several limits only where it names several days of the year.
fn read(clause: &str) -> Option<Vec<Limit>> {
    let whole = fixed(clause, without_verb(clause)).or_else(|| kept(clause)).or_else(|| notice(clause));
    let cores = || [Some(clause), Some(without_verb(clause)), before_verb(clause)].into_iter().flatten();
    let one = whole
        .or_else(|| cores().find_map(period))
        .or_else(|| cores().find_map(before))
        .or_else(|| ahead(clause))
        .or_else(|| cores().find_map(interval))
        .or_else(|| within(clause))
        .or_else(|| paced(clause));
    match one {
        Some(limit) => Some(vec![limit]),
        None => cores().find_map(|core| days(without_opening(core))).or_else(|| either(clause)),
    }
}

/// Two limits joined by 或, where neither half says more with the other: `每月第一周或更改内容后一周内`.
fn either(clause: &str) -> Option<Vec<Limit>> {
    let (one, other) = clause.split_once('或')?;
    Some([read(one)?, read(other.strip_prefix('者').unwrap_or(other))?].concat())
}
