//! A finding as people read it: what, where, why, what to do.

use std::{collections::BTreeMap, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level as Decor, Renderer, Snippet, renderer::DecorStyle};

use super::{
    Look, Texts,
    mask::mask,
    style::{level_style, level_words, line},
};
use crate::{
    diagnostic::{Basis, Diagnostic, Explanation, Level, Report, Rule},
    source::{FileId, Place, Span},
    text::Lang,
};

/// So many notes of a rule are shown in full; the rest is counted, so that errors are not lost above screens of notes.
const NOTES: usize = 3;

/// All diagnostics, an empty line after each; errors and warnings always all of them.
pub fn human(report: &Report, texts: &Texts<'_>, look: Look) -> String {
    let mut out = String::new();
    let mut notes: BTreeMap<&str, (&Rule, usize)> = BTreeMap::new();
    for diagnostic in &report.diagnostics {
        if diagnostic.level == Level::Note {
            let rule = diagnostic.finding.rule;
            let (_, count) = notes.entry(rule.code).or_insert((rule, 0));
            *count += 1;
            if *count > NOTES {
                continue;
            }
        }
        out.push_str(&one(diagnostic, texts, look));
        out.push_str("\n\n");
    }
    for (rule, count) in notes.into_values().filter(|it| it.1 > NOTES) {
        out.push_str(&rest(rule, count - NOTES, look));
        out.push_str("\n\n");
    }
    out
}

/// That there are `count` more notes of `rule`, and how to see them.
fn rest(rule: &Rule, count: usize, look: Look) -> String {
    let (message, help) = match look.lang {
        Lang::Zh => (format!("同样的提示还有 {count} 处"), "全部列出，一处一行：gongkai check --format concise"),
        Lang::En => (format!("{count} more of these"), "all of them, a line each: gongkai check --format concise"),
    };
    let help = line(look.lang, words! { zh: "建议", en: "help" }.get(look.lang), help);
    format!("{}\n ╰ {help}", headline(Level::Note, rule, "", &message, look))
}

fn one(diagnostic: &Diagnostic, texts: &Texts<'_>, look: Look) -> String {
    let finding = &diagnostic.finding;
    let decor = match diagnostic.level {
        Level::Error => Decor::ERROR,
        Level::Warn => Decor::WARNING,
        Level::Note | Level::Off => Decor::NOTE,
    };
    let mut group = Group::with_level(decor.clone());
    let mut places = 0;
    for snippet in snippets(diagnostic, texts, look.lang) {
        group = group.element(snippet);
        places += 1;
    }
    let mut lines = below(diagnostic, look.lang);
    if let (0, Some(file)) = (places, finding.place.file()) {
        lines.insert(0, texts.path(file).into_owned());
    }
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(look.width);
    let head = head(diagnostic, look);
    if lines.is_empty() && places == 0 {
        return head;
    }
    for text in lines {
        group = group.element(Decor::NOTE.no_name().message(text));
    }
    format!("{head}\n{}", renderer.render(&[group]))
}

/// `错误[GK0401 逾期公开]：公开逾期 10 个工作日`
fn head(diagnostic: &Diagnostic, look: Look) -> String {
    let explained = match (diagnostic.explained.is_some(), look.lang) {
        (true, Lang::Zh) => "（已说明）",
        (true, Lang::En) => " (explained)",
        (false, _) => "",
    };
    let finding = &diagnostic.finding;
    headline(diagnostic.level, finding.rule, explained, finding.message.get(look.lang), look)
}

fn headline(level: Level, rule: &Rule, explained: &str, message: &str, look: Look) -> String {
    let (name, colon) = match look.lang {
        Lang::Zh => (rule.label, "："),
        Lang::En => (rule.name, ": "),
    };
    let tag = format!("{}[{} {name}]{explained}", level_words(level).get(look.lang), rule.code);
    let message = format!("{colon}{}", clean(message));
    let bold = anstyle::Style::new().bold();
    format!("{}{}", look.paint(level_style(level), &tag), look.paint(bold, &message))
}

/// Message texts come from files: what would move the cursor or turn the line around is made visible.
fn clean(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text)
}

fn below(diagnostic: &Diagnostic, lang: Lang) -> Vec<String> {
    let finding = &diagnostic.finding;
    let mut lines: Vec<String> =
        finding.notes.iter().map(|note| line(lang, note.name.get(lang), note.text.get(lang))).collect();
    let ground = words! { zh: "依据", en: "ground" }.get(lang);
    match &diagnostic.basis {
        Basis::Law(grounds) => {
            lines.extend(grounds.iter().map(|it| line(lang, ground, &it.words(lang))));
        }
        Basis::Tool => {}
        Basis::Advice => {
            lines.push(line(lang, ground, words! { zh: "工作建议", en: "advice" }.get(lang)));
        }
    }
    if let Some(Explanation { reason, owner, .. }) = &diagnostic.explained {
        let text = match lang {
            Lang::Zh => format!("{reason}（{owner}）"),
            Lang::En => format!("{reason} ({owner})"),
        };
        lines.push(line(lang, words! { zh: "说明", en: "explained" }.get(lang), &text));
    }
    // Where the finding has no advice of its own, the rule's holds.
    let help = finding.help.as_ref().map_or(finding.rule.mend.get(lang), |it| it.get(lang));
    lines.push(line(lang, words! { zh: "建议", en: "help" }.get(lang), help));
    lines
}

/// A place in the source, and what is said there.
type Mark<'a> = (Span, Option<&'a str>, AnnotationKind);

/// The pieces of source to show: one a file, the finding's own first.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    texts: &'a Texts<'_>,
    lang: Lang,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let finding = &diagnostic.finding;
    let mut files: Vec<(FileId, Vec<Mark<'a>>)> = Vec::new();
    let own = match finding.place {
        Place::At(span) => Some((span, finding.label.as_ref().map(|it| it.get(lang)), AnnotationKind::Primary)),
        _ => None,
    };
    let marks = finding.marks.iter().map(|it| (it.span, Some(it.text.get(lang)), AnnotationKind::Context));
    for mark in own.into_iter().chain(marks) {
        match files.iter_mut().find(|it| it.0 == mark.0.file) {
            Some(it) => it.1.push(mark),
            None => files.push((mark.0.file, vec![mark])),
        }
    }
    let show = |(file, marks): (FileId, Vec<Mark<'a>>)| {
        let text = texts.get(file);
        let ranges: Vec<Range<usize>> = marks.iter().map(|it| fit(text, it.0)).collect();
        let (start, end) = window(text, &ranges);
        let first_line = memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count() + 1;
        let private: Vec<Range<usize>> = if finding.private {
            ranges.iter().map(|it| it.start - start..it.end - start).collect()
        } else {
            Vec::new()
        };
        let source = mask(&text[start..end], &private);
        Snippet::source(source).path(texts.path(file)).line_start(first_line).fold(true).annotations(
            marks.into_iter().zip(ranges).map(|((_, label, kind), range)| {
                kind.span(range.start - start..range.end - start).label(label.map(clean))
            }),
        )
    };
    files.into_iter().map(show).collect()
}

/// The bytes of `span` within `text`: on character boundaries, inside one line where possible, at least one wide.
fn fit(text: &str, span: Span) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (floor(span.range.start as usize), floor(span.range.end as usize));
    let trimmed = text[start..end.max(start)].trim_end().len();
    start..start + trimmed
}

/// The whole lines that `ranges` touch.
fn window(text: &str, ranges: &[Range<usize>]) -> (usize, usize) {
    let first = ranges.iter().map(|it| it.start).min().unwrap_or(0);
    let last = ranges.iter().map(|it| it.end).max().unwrap_or(0);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    (start, end)
}
