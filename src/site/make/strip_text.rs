//! What the page of an entry begins with, as far as its text tells: facts that it calls by a name, and its parts set apart.

use std::borrow::Cow;

use super::{
    form::Form,
    labelled::{Labelled, brief, labelled},
};
use crate::{
    markup::{Block, Piece, outline},
    model,
    site::{
        Href,
        page::{Entry, Fact, Html, Link, Strip, Term},
    },
};

/// So many facts a strip has at most: more would hide the text that they are taken from.
const MOST: usize = 10;

/// Adds to the values of a page, whose text is there now, what the text says of what people look for first.
pub(super) fn read(values: &mut Entry<'_>, entry: &model::Entry) {
    let (Some(form), Some(Html(html))) = (Form::of(entry), &values.text) else { return };
    // Its keys and headings tell all.
    if form == Form::Notice {
        return;
    }
    let blocks = outline(html);
    let mut strip = values.strip.take().unwrap_or_default();
    let marked = match form {
        Form::Guide => {
            guide(&blocks, &mut strip);
            checklists(html, &blocks)
        }
        Form::Notice => None,
        Form::Decision => {
            decision(&blocks, &mut strip);
            None
        }
        Form::Message => parts(html, &blocks),
    };
    drop(blocks);
    values.strip = (!strip.is_empty()).then_some(strip);
    if let Some(marked) = marked {
        values.text = Some(Html(Cow::Owned(marked)));
    }
}

/// What a name in a guide is about, in the order shown; none where nobody asks for it first.
fn of_guide(label: &str) -> Option<u8> {
    let has = |words: &[&str]| words.iter().any(|it| label.contains(it));
    let ends = |words: &[&str]| words.iter().any(|it| label.ends_with(it));
    if has(&["公开", "有效", "复议", "诉讼", "救济", "流程", "材料", "说明", "条件"])
        || has(&["依据"]) && !has(&["标准"])
    {
        return None;
    }
    Some(match () {
        () if has(&["时限"])
            || ends(&["办理期限", "办结期限", "审批期限", "法定期限", "承诺期限", "办结时间", "办理时长"]) =>
        {
            0
        }
        () if has(&["收费"]) => 1,
        () if has(&["网上", "在线", "网办", "入口", "网址", "链接"]) => LINK,
        () if has(&["监督", "投诉"]) => 5,
        () if has(&["电话", "热线", "咨询方式", "咨询途径", "咨询渠道", "联系方式"]) => 4,
        () if has(&["地点", "地址", "窗口"]) => 2,
        () if ends(&["办理时间", "办公时间", "受理时间", "工作时间", "服务时间", "接待时间"]) => {
            3
        }
        () if ends(&["次数"]) => 6,
        () if ends(&["服务对象", "办理对象", "受理对象", "申请对象", "申请主体"]) => 7,
        () if ends(&OFFICES) => 8,
        () if ends(&["办件类型", "事项类型"]) => 9,
        () if ends(&["结果名称", "办理结果", "审批结果", "证件名称", "证照名称"]) => 10,
        () => return None,
    })
}

/// Who handles a matter.
const OFFICES: [&str; 11] = [
    "实施机关",
    "实施主体",
    "办理机构",
    "办理机关",
    "受理机构",
    "受理机关",
    "办理部门",
    "受理部门",
    "办理单位",
    "受理单位",
    "决定机构",
];

/// Stands for an address where the matter is handled online.
const LINK: u8 = u8::MAX;

/// Takes out of `elements` what a guide begins with.
pub(super) fn guide_elements<'m>(elements: &mut Vec<Fact<'m>>, strip: &mut Strip<'m>) {
    let mut ranked = Vec::new();
    elements.retain(|it| {
        let Some(rank) = of_guide(&it.name) else { return true };
        if rank != LINK {
            ranked.push((rank, it.clone()));
            return false;
        }
        // What is no address, or a second one, stays among the elements.
        let address = it.values.first().and_then(|it| apply(&it.text)).filter(|_| strip.apply.is_none());
        let is_taken = address.is_some();
        strip.apply = strip.apply.take().or(address);
        !is_taken
    });
    ranked.sort_by_key(|it| it.0);
    strip.facts.extend(ranked.into_iter().map(|it| it.1));
}

/// The button that leads to `address`, where that is one of the web.
fn apply(address: &str) -> Option<Link<'static>> {
    let address = address.trim();
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web.then(|| Href::web(address)).flatten()?;
    Some(Link { title: "在线办理".into(), href: Href::outside(address.to_owned()) })
}

fn guide(blocks: &[Block<'_>], strip: &mut Strip<'_>) {
    let found = labelled(blocks, |it| of_guide(it).is_some());
    let mut ranked: Vec<(u8, Fact<'_>)> = Vec::new();
    let mut taken: Vec<u8> = strip.facts.iter().filter_map(|it| of_guide(&it.name)).collect();
    for it in &found {
        let Some(rank) = of_guide(&it.label) else { continue };
        if rank == LINK {
            let address = it.link.as_deref().or(Some(&it.text)).and_then(apply);
            strip.apply = strip.apply.take().or(address);
            continue;
        }
        // Several limits are different ones, as that of the law and the promised one; so are whether something is charged, and how much.
        let again = taken.contains(&rank)
            && (rank > 1 || ranked.iter().any(|(_, fact)| *fact.name == it.label) || strip_has(strip, &it.label));
        if again || holds_another(it, &found) {
            continue;
        }
        if let Some(fact) = fact(it) {
            taken.push(rank);
            ranked.push((rank, fact));
        }
    }
    ranked.sort_by_key(|it| it.0);
    let room = MOST.saturating_sub(strip.facts.len());
    strip.facts.extend(ranked.into_iter().map(|it| it.1).take(room));
}

fn strip_has(strip: &Strip<'_>, label: &str) -> bool {
    strip.facts.iter().any(|it| it.name == label)
}

/// Whether what stands beneath a heading has names of its own, which say it better.
fn holds_another(it: &Labelled, all: &[Labelled]) -> bool {
    it.to > it.from + 1 && all.iter().any(|other| other.from > it.from && other.from < it.to)
}

/// A name with its value in short, or the way to where it stands.
fn fact(it: &Labelled) -> Option<Fact<'static>> {
    if let Some(text) = brief(&it.text) {
        return Some(Fact::plain(it.label.clone(), text.to_owned()));
    }
    let id = it.id.as_deref().filter(|it| !it.is_empty())?;
    let way = Term { text: "见正文".into(), href: Some(Href::outside(format!("#{id}"))) };
    Some(Fact { name: it.label.clone().into(), values: vec![way] })
}

/// What a name in a decision may end with: the columns of the lists of 双公示, and what approvals say of projects.
const DECIDED: [&str; 44] = [
    "文号",
    "文书号",
    "编号",
    "证号",
    "文书名称",
    "证书名称",
    "案件名称",
    "类别",
    "类型",
    "种类",
    "许可事项",
    "许可内容",
    "许可决定",
    "违法事实",
    "违法行为",
    "处罚事由",
    "处罚依据",
    "许可依据",
    "审批依据",
    "批复依据",
    "处罚内容",
    "处罚结果",
    "处罚决定",
    "决定机关",
    "许可机关",
    "处罚机关",
    "执法机关",
    "审批机关",
    "批复单位",
    "批复机关",
    "决定日期",
    "处罚日期",
    "许可日期",
    "批复时间",
    "批复日期",
    "有效期",
    "有效期自",
    "有效期至",
    "公示截止期",
    "金额",
    "信用代码",
    "建设规模",
    "总投资",
    "投资总额",
];

fn decision(blocks: &[Block<'_>], strip: &mut Strip<'_>) {
    const OTHERS: [&str; 4] = ["项目名称", "项目代码", "建设单位", "建设地点"];
    const PERSONS: [&str; 5] = ["相对人", "当事人", "被处罚人", "被许可人", "申请人"];
    let of_person = |it: &str| PERSONS.iter().any(|word| it.contains(word));
    let known = |it: &str| {
        DECIDED.iter().any(|word| it.ends_with(word)) || OTHERS.iter().any(|word| it.contains(word)) || of_person(it)
    };
    let has_party = strip.facts.iter().any(|it| of_person(&it.name));
    let found = labelled(blocks, known);
    for it in &found {
        let is_known = strip_has(strip, &it.label) || has_party && of_person(&it.label);
        if is_known || strip.facts.len() >= MOST || holds_another(it, &found) {
            continue;
        }
        // Of a ground the law is enough.
        let ground = it.label.ends_with("依据") && it.text.trim_start().starts_with('《');
        let text = if ground { it.text.split(['：', ':']).next().and_then(brief) } else { brief(&it.text) };
        if let Some(text) = text {
            strip.facts.push(Fact::plain(it.label.clone(), text.to_owned()));
        }
    }
}

/// Whether a heading or the first words of a line begin a list of materials.
fn asks_for_materials(label: &str) -> bool {
    label.contains("材料") && !["流程", "受理", "审查", "说明", "下载"].iter().any(|word| label.contains(word))
}

/// The text with the lists and tables of materials marked, so that they are printed with boxes to tick.
fn checklists(html: &str, blocks: &[Block<'_>]) -> Option<String> {
    let mut out = String::with_capacity(html.len() + 64);
    let mut done = 0;
    let mut beneath: Option<u8> = None;
    for (at, block) in blocks.iter().enumerate() {
        match block.piece {
            Piece::Heading(level) if asks_for_materials(&block.text()) => beneath = Some(level),
            Piece::Heading(level) if beneath.is_some_and(|it| level <= it) => beneath = None,
            // The list or table that begins before this block and after the one before it.
            Piece::Line | Piece::Row(_) if beneath.is_some() && !block.outer => {
                let from = blocks[..at].last().map_or(0, |it| it.range.end).max(done);
                let between = html.get(from..block.range.start).unwrap_or_default();
                let tag = ["<ul", "<ol", "<table"].iter().filter_map(|it| Some((between.find(it)?, it.len()))).min();
                if let Some((start, length)) = tag
                    && between[start + length..].starts_with('>')
                {
                    let end = from + start + length;
                    out.push_str(&html[done..end]);
                    out.push_str(" class=\"check\"");
                    done = end;
                }
            }
            _ => {}
        }
    }
    (done > 0).then(|| {
        out.push_str(&html[done..]);
        out
    })
}

/// Whether `label` begins a question (`Some(false)`) or an answer (`Some(true)`).
fn part_of(label: &str) -> Option<bool> {
    let has = |words: &[&str]| words.iter().any(|it| label.contains(it));
    if has(&["电话", "方式", "途径", "渠道", "统计"]) {
        return None;
    }
    if has(&["答复", "回复", "回应", "办理结果", "处理结果", "办理情况", "办理意见", "解答"])
        || matches!(label, "答" | "A")
    {
        Some(true)
    } else if has(&["留言", "来信", "提问", "问题", "咨询", "诉求", "建议内容", "提案内容", "信件内容"])
        || matches!(label, "问" | "Q")
    {
        Some(false)
    } else {
        None
    }
}

/// The text with question and answer set apart; none where it does not say which is which.
fn parts(html: &str, blocks: &[Block<'_>]) -> Option<String> {
    let mut starts: Vec<(usize, bool)> = Vec::new();
    let mut level = None;
    for block in blocks.iter().filter(|it| it.outer) {
        let text = block.text();
        let answer = match block.piece {
            // A heading beneath one that began a part is inside of it.
            Piece::Heading(of) if level.is_none_or(|it| of <= it) => {
                let part = part_of(&text);
                level = part.map(|_| of).or(level);
                part
            }
            Piece::Line if level.is_none() => {
                let bracketed = || text.strip_prefix(['【', '[', '［'])?.split_once(['】', ']', '］']);
                let label = text.split_once(['：', ':']).or_else(bracketed).map(|it| it.0.trim());
                let label = label.map(|it| it.trim_matches(['【', '】', '[', ']']));
                label.filter(|it| it.chars().count() <= 6).and_then(part_of)
            }
            _ => None,
        };
        if let Some(answer) = answer.filter(|it| starts.last().is_none_or(|last| last.1 != *it)) {
            starts.push((block.range.start, answer));
        }
    }
    if !(starts.iter().any(|it| it.1) && starts.iter().any(|it| !it.1)) {
        return None;
    }
    let mut out = String::with_capacity(html.len() + 128);
    out.push_str(&html[..starts[0].0]);
    for (at, &(start, answer)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(html.len(), |it| it.0);
        out.push_str(if answer { "<div class=\"answer\">" } else { "<div class=\"ask\">" });
        out.push_str(&html[start..end]);
        out.push_str("</div>");
    }
    Some(out)
}
