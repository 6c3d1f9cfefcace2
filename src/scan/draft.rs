//! 0703: a draft's mark on a final document.

use super::{
    Subject,
    marks::{Mark, Word, cell, is_bracketed, is_draft_alone, is_quoted},
};
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_6, REGULATIONS_2019_16},
    },
    record::schema,
    source::Span,
    vocabulary::EntryKind,
};

pub static DRAFT_MARK: Rule = Rule {
    code: "GK0703",
    name: "draft-mark",
    label: "过程稿标志",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_6, REGULATIONS_2019_16],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "正式文件带着“送审稿”“讨论稿”字样", en: "a final document that calls itself a draft" },
    why: words! {
        zh: "讨论稿、送审稿是过程性信息，可以不公开；发出来的如果不是定稿，内容可能与正式文件不一致，误导群众。",
        en: "Drafts are process information. If what is published is not the final text it misleads.",
    },
    mend: words! {
        zh: "换成正式印发的文本，删去“（送审稿）”等字样；公开征求意见的，写 kind = \"consultation\"。",
        en: "Put the issued text there and delete the mark; for a consultation write `kind = \"consultation\"`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "防汛值守办法（送审稿）"
summary = "规定防汛值守的时间、人员和交接。"
+++
第一条 为做好防汛值守，制定本办法。
"#,
        good: r#"--> content/2018/通知.md
title = "关于《防汛值守办法（送审稿）》审查情况的说明"
summary = "说明防汛值守办法送审稿的审查情况。"
+++
送审稿经两次修改后通过。
"#,
    },
};

/// Lines from the top that are the head of a document.
const HEAD: usize = 8;

pub(super) fn entry(subject: &Subject<'_>, found: &[Word], findings: &mut Findings) {
    let consults = matches!(
        subject.kind(),
        Some(EntryKind::Consultation | EntryKind::ConsultationResult | EntryKind::Interpretation)
    );
    if consults
        || subject.record.get(schema::Entry::DRAFT) == Some(true)
        || !found.iter().any(|it| it.mark == Mark::Draft)
    {
        return;
    }
    let title = subject.record.field(schema::Entry::TITLE).map(|field| field.range.bytes());
    let (start, body) = subject.body_text();
    let head = body.match_indices('\n').nth(HEAD).map_or(subject.text.len(), |(at, _)| start + at);
    for word in found.iter().filter(|it| it.mark == Mark::Draft && it.range.start < head) {
        let in_title = title.as_ref().is_some_and(|at| at.start <= word.range.start && word.range.end <= at.end);
        let around = match &title {
            Some(title) if in_title => title.start + 1..title.end.saturating_sub(1).max(title.start + 1),
            _ if word.range.start >= start => cell(subject.text, &word.range),
            _ => continue,
        };
        let Some(text) = subject.text.get(around.clone()).filter(|_| around.end >= word.range.end) else { continue };
        let inside = word.range.start - around.start..word.range.end - around.start;
        let mark = &text[inside.clone()];
        if is_quoted(text, &inside) {
            continue;
        }
        let borne = is_bracketed(text, &inside) && text[inside.end..].chars().count() <= 3
            || is_draft_alone(text, mark)
            || (in_title && text[inside.end..].trim().is_empty());
        if borne {
            let finding = findings
                .raise(
                    &DRAFT_MARK,
                    Span::new(subject.file, word.range.clone()),
                    text! { zh: "正式文件带有“{mark}”字样", en: "a final document that says {mark}" },
                )
                .help(text! {
                    zh: "换成正式印发的文本并删去“{mark}”；公开征求意见的，写 kind = \"consultation\"",
                    en: "put the issued text there and delete {mark}; for a consultation write `kind = \"consultation\"`",
                })
                .key(mark);
            finding.on = subject.day;
        }
    }
}
