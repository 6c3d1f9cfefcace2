//! A finding as people read it: what, where, why, what to do.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use annotate_snippets::{
    AnnotationKind, Element, Group, Level as Decor, Origin, Renderer, Snippet, renderer::DecorStyle,
};

use super::{
    Look, Texts,
    mask::mask,
    style::{help_in, level_style, level_words, line},
    visible::{is_control_of_two, visible},
};
use crate::{
    diagnostic::{Basis, Diagnostic, Explanation, Level, Report, Rule},
    source::{FileId, Lines, Place, Span},
    vocabulary::Lang,
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
        group = group.element(Decor::NOTE.no_name().message(visible(&text)));
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
    let stops = match (diagnostic.stops(), look.lang) {
        (true, Lang::Zh) => "【不改正不能发布】",
        (true, Lang::En) => " (stops publishing)",
        (false, _) => "",
    };
    let finding = &diagnostic.finding;
    headline(diagnostic.level, finding.rule, &[explained, stops].concat(), finding.message.get(look.lang), look)
}

fn headline(level: Level, rule: &Rule, explained: &str, message: &str, look: Look) -> String {
    let (name, colon) = match look.lang {
        Lang::Zh => (rule.label, "："),
        Lang::En => (rule.name, ": "),
    };
    let tag = format!("{}[{} {name}]{explained}", level_words(level).get(look.lang), rule.code);
    let message = format!("{colon}{}", visible(message));
    let bold = anstyle::Style::new().bold();
    format!("{}{}", look.paint(level_style(level), &tag), look.paint(bold, &message))
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
    // What is explained has its answer: to advise once more would ask for it twice.
    if diagnostic.explained.is_none() {
        lines.push(line(lang, words! { zh: "建议", en: "help" }.get(lang), help_in(diagnostic, lang)));
    }
    lines
}

/// What is shown of a longer line lies within so many bytes of what is spoken of.
const AROUND: usize = 1200;

/// So far beyond that numbers are looked for: none may be known only by the half that is not shown.
const BEYOND: usize = 400;

/// Marks further apart are shown each by itself.
const APART: usize = 16_384;

/// A place in the source, and what is said there.
type Mark<'a> = (Span, Option<&'a str>, AnnotationKind);

/// The pieces of source to show: one a file, the finding's own first. Of a very long line a piece is shown, or ten thousand
/// findings on one would print, and cost, ten thousand times its length.
fn snippets<'a>(diagnostic: &'a Diagnostic, texts: &'a Texts<'_>, lang: Lang) -> Vec<Element<'a>> {
    let finding = &diagnostic.finding;
    let mut files: Vec<(FileId, Vec<Mark<'a>>)> = Vec::new();
    let near = |it: &Mark<'_>, span: Span| (it.0.range.start.abs_diff(span.range.start) as usize) < APART;
    let own = match finding.place {
        Place::At(span) => Some((span, finding.label.as_ref().map(|it| it.get(lang)), AnnotationKind::Primary)),
        _ => None,
    };
    let marks = finding.marks.iter().map(|it| (it.span, Some(it.text.get(lang)), AnnotationKind::Context));
    for mark in own.into_iter().chain(marks) {
        match files.iter_mut().find(|it| it.0 == mark.0.file && near(&it.1[0], mark.0)) {
            Some(it) => it.1.push(mark),
            None => files.push((mark.0.file, vec![mark])),
        }
    }
    let show = |(file, marks): (FileId, Vec<Mark<'a>>)| {
        let text = texts.get(file);
        let ranges: Vec<Range<usize>> = marks.iter().map(|it| fit(text, it.0)).collect();
        let lines = texts.lines(file);
        let Window { start, end, shown } = window(text, &lines, &ranges);
        let first_line = lines.position(start).line;
        let private: Vec<Range<usize>> = if finding.private {
            ranges.iter().map(|it| it.start - start..it.end - start).collect()
        } else {
            Vec::new()
        };
        let mut source = mask(&text[start..end], &private);
        let whole = shown == (start..end);
        if !whole {
            source = Cow::Owned(source[shown.start - start..shown.end - start].to_owned());
        }
        // Controls of two bytes, which some terminals obey, are shown as something of as many.
        if source.contains(is_control_of_two) {
            source = Cow::Owned(source.replace(is_control_of_two, "·"));
        }
        let snippet = Snippet::source(source).line_start(first_line).fold(true).annotations(
            marks.into_iter().zip(&ranges).map(|((_, label, kind), range)| {
                let end = range.end.min(shown.end);
                kind.span(range.start - shown.start..end - shown.start).label(label.map(visible))
            }),
        );
        if whole {
            return vec![snippet.path(visible(&texts.path(file))).into()];
        }
        // The columns of a piece are not those of its line.
        let at = lines.position(ranges[0].start);
        let origin = Origin::path(visible(&texts.path(file))).line(at.line).char_column(at.column);
        vec![origin.into(), snippet.into()]
    };
    files.into_iter().flat_map(show).collect()
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

/// A piece of a text, and what of it is shown.
struct Window {
    start: usize,
    end: usize,
    shown: Range<usize>,
}

/// The whole lines that `ranges` touch, or what lies around these where a line is very long.
fn window(text: &str, lines: &Lines<'_>, ranges: &[Range<usize>]) -> Window {
    let first = ranges.iter().map(|it| it.start).min().unwrap_or(0);
    let last = ranges.iter().map(|it| it.end).max().unwrap_or(0).min(first + 2 * APART);
    let (start, end) = (lines.around(first).start, lines.around(last).end.max(last));
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (last, far) = (floor(last), AROUND + BEYOND);
    let cut_before = first - start > 2 * far;
    let cut_after = end - last > 2 * far;
    let from = |reach: usize| if cut_before { floor(first - reach) } else { start };
    let to = |reach: usize| if cut_after { floor(last + reach) } else { end };
    Window { start: from(far), end: to(far), shown: from(AROUND)..to(AROUND) }
}
