//! 1803: headings that leave out a level.

use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::ACCESSIBILITY_32},
    markup::Heading,
    scan::{places::also, subject::Subject},
    source::Span,
};

pub static SKIPPED_HEADING: Rule = Rule {
    code: "GK1803",
    name: "skipped-heading",
    label: "小标题跳级",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[ACCESSIBILITY_32],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "小标题跳了一级", en: "headings that leave out a level" },
    why: words! {
        zh: "读屏软件的用户靠小标题的级别听出文章的层次，一级一级往下找。从二级直接到四级，像是漏了一节。",
        en: "Who hears a text finds the way by the levels of its headings. From the second to the fourth something seems to be missing.",
    },
    mend: words! {
        zh: "下一级的小标题只多一个 #：## 之下是 ###。字号大小由网站的样式决定，不用 # 的多少来调。",
        en: "One more `#` for each level: `###` below `##`. How large it is printed is for the style of the site.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\nas_of = 2024-12-31\nrevised = 2024-07-20\n--> content/2018/通知.md\n+++\n## 一、落实值守\n\n#### （一）领导带班\n\n汛期已到，请落实二十四小时值守。\n",
        good: "--> content/2018/通知.md\n+++\n## 一、落实值守\n\n### （一）领导带班\n\n汛期已到，请落实二十四小时值守。\n",
    },
};

/// Looks at the headings of an entry's text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let mut all = subject.layout.headings.iter().filter(|it| !it.text.is_empty());
    // The highest becomes the first below the title, whatever it is.
    let Some(highest) = all.clone().map(|it| it.level).min() else { return };
    if let Some(late) = late(all.clone()) {
        return tell_late(subject, late, findings);
    }
    let mut before = highest - 1;
    let skips = all.any(|it| std::mem::replace(&mut before, it.level) + 1 < it.level);
    if skips {
        tell(subject, highest, findings);
    }
}

/// The one heading that stands higher than the first, where those before it are as they should be: it is what is wrong, and not they.
fn late<'h>(headings: impl Iterator<Item = &'h Heading> + Clone) -> Option<(&'h Heading, u8)> {
    let first = headings.clone().next()?.level;
    let mut higher = headings.clone().filter(|it| it.level < first);
    let late = higher.next().filter(|_| higher.next().is_none())?;
    let mut before = first - 1;
    let mut others = headings.filter(|it| !std::ptr::eq(*it, late));
    // Two at least of the first's level: one alone may itself be too low.
    let peers = others.clone().filter(|it| it.level == first).count();
    let fits = others.all(|it| std::mem::replace(&mut before, it.level) + 1 >= it.level);
    (fits && peers > 1).then_some((late, first))
}

/// Tells the heading that came too late to be above those before it, which are of `level`.
fn tell_late(subject: &Subject<'_>, (late, level): (&Heading, u8), findings: &mut Findings) {
    let place = Span { file: subject.file, range: late.range };
    let (right, name) = (written_as(subject, late, level), late.text.chars().take(20).collect::<String>());
    let written = subject.text.get(late.range.bytes()).unwrap_or_default();
    let own = written.bytes().take_while(|byte| *byte == b'#').count();
    let start = late.range.start as usize;
    let edit = (own == usize::from(late.level)).then(|| {
        let span = Span::new(subject.file, start..start + own);
        Edit::new(span, "#".repeat(usize::from(level)), false)
    });
    findings
        .raise(
            &SKIPPED_HEADING,
            place,
            text! {
                zh: "小标题“{name}”比前面的小标题都高一级，前面的像是没有上一级",
                en: "the heading {name} stands above all before it, which seem to lack one",
            },
        )
        .help(text! { zh: "和前面的同级，改为：{right}", en: "let it be of their level: {right}" })
        .fix(edit)
        .key(format!("late {}", late.text));
}

fn tell(subject: &Subject<'_>, highest: u8, findings: &mut Findings) {
    let headings: Vec<&Heading> = subject.layout.headings.iter().filter(|it| !it.text.is_empty()).collect();
    let mended = levels(headings.iter().map(|it| it.level), highest);
    let mut skipping = Vec::new();
    let mut before = highest - 1;
    for it in &headings {
        if it.level > before + 1 {
            skipping.push(*it);
        }
        before = it.level;
    }
    let Some(&first) = skipping.first() else { return };
    let place = |it: &Heading| Span { file: subject.file, range: it.range };
    let count = skipping.len();
    let finding = findings.raise(
        &SKIPPED_HEADING,
        place(first),
        text! { zh: "有 {count} 个小标题跳了一级", en: "headings that leave out a level: {count}" },
    );
    also(finding, skipping[1..].iter().map(|it| place(it)));
    // Where no heading at all has the level that is left out, nothing else can have been meant.
    let used = |level: u8| headings.iter().any(|it| it.level == level);
    let lowest = headings.iter().map(|it| it.level).max().unwrap_or(highest);
    let mut gap = false;
    for level in highest..lowest {
        gap |= !used(level);
    }
    let wrong = headings.iter().zip(&mended).filter(|(it, level)| it.level != **level);
    let edits: Option<Vec<Edit>> = wrong
        .map(|(it, level)| {
            let written = subject.text.get(it.range.bytes())?;
            let signs = written.bytes().take_while(|byte| *byte == b'#').count();
            let start = it.range.start as usize;
            let span = Span::new(subject.file, start..start + signs);
            (signs == usize::from(it.level)).then(|| Edit::new(span, "#".repeat(usize::from(*level)), gap))
        })
        .collect();
    let level = headings.iter().zip(&mended).find(|it| std::ptr::eq(*it.0, first)).map_or(2, |it| *it.1);
    let right = written_as(subject, first, level);
    finding.help(text! { zh: "改为：{right}", en: "write: {right}" }).fix(edits.unwrap_or_default()).key(&*first.text);
}

/// `heading` as one of `level`, in the notation in which it is written.
fn written_as(subject: &Subject<'_>, heading: &Heading, level: u8) -> String {
    let name: String = heading.text.chars().take(20).collect();
    if subject.text.get(heading.range.bytes()).is_some_and(|it| it.starts_with('<')) {
        return format!("<h{level}>{name}</h{level}>");
    }
    format!("{} {name}", "#".repeat(usize::from(level)))
}

/// The levels that headings of these `levels` have with none left out: each one below the nearest before it that is higher.
fn levels(levels: impl Iterator<Item = u8>, highest: u8) -> Vec<u8> {
    let mut above: Vec<(u8, u8)> = Vec::new();
    levels
        .map(|level| {
            while above.last().is_some_and(|it| it.0 >= level) {
                above.pop();
            }
            let mended = above.last().map_or(highest, |it| it.1 + 1);
            above.push((level, mended));
            mended
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_is_one_below_the_one_it_belongs_to() {
        let mended = |all: &[u8]| levels(all.iter().copied(), all.iter().copied().min().unwrap_or(1));
        assert_eq!(mended(&[2, 4, 4, 2, 4]), [2, 3, 3, 2, 3]);
        assert_eq!(mended(&[2, 4, 3, 5, 2]), [2, 3, 3, 4, 2]);
        assert_eq!(mended(&[3, 2, 3]), [2, 2, 3]);
        assert_eq!(mended(&[1, 2, 3]), [1, 2, 3]);
    }
}
