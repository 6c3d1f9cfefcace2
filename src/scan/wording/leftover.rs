//! 1703: what a program or an old page left in a text.

use super::{
    find::Found,
    forum,
    lexicon::{self, Lexicon},
    mark::{self, Left, Sort},
    place::is_shown,
    told::{Slip, tell},
};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
    vocabulary::Text,
};

pub static LEFT_OVER_MARKUP: Rule = Rule {
    code: "GK1703",
    name: "left-over-markup",
    label: "残留的代码",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "正文里残留着网页、论坛、Word 或者程序的代码", en: "code of pages, forums, Word or programs left within a text" },
    why: words! {
        zh: "从旧网站、论坛、Word 复制或者程序导出的文字，会带来 &nbsp;、[color=red]、HYPERLINK、{{title}}、[object Object] 这样的代码，网页上当作文字显示，群众看不懂。",
        en: "What comes from an old site, a forum, Word or a program brings `&nbsp;`, `[color=red]`, HYPERLINK, `{{title}}`, `[object Object]`, and they are printed as they stand.",
    },
    mend: words! {
        zh: "删去代码；本来应当显示内容的地方，对照原件补上。确实要写代码的，放在 ` ` 之间。",
        en: "Delete the code, and where something should stand write what the original has. Code that is meant goes between backticks.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n[color=red]汛期已到[/color]，请落实二十四小时值守。联系人：[object Object]\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。联系人：办公室。\n",
    },
};

pub(super) fn entry(subject: &Subject<'_>, lexicon: &Lexicon, found: &Found, findings: &mut Findings) {
    let mut lefts: Vec<Left> = Vec::new();
    for &at in &found.marks {
        if lefts.last().is_some_and(|it| at < it.range.end) {
            continue;
        }
        let left = if at < subject.body.start as usize {
            mark::left_in_value(subject.text, at)
        } else {
            mark::left(subject.text, at).filter(|it| is_shown(subject, it.range.start))
        };
        lefts.extend(left);
    }
    for &(at, of) in &found.words {
        let word = lexicon.word(of);
        if word.sort == lexicon::Sort::Mark {
            lefts.push(Left { range: at..at + word.wrong.len(), sort: Sort::Field, mended: None, safe: false });
        }
    }
    let leftovers = subject.layout.leftovers.iter().filter(|it| it.range.end - it.range.start > 1);
    let emphasis: Vec<Slip> =
        leftovers.map(|it| Slip { range: it.range.bytes(), mended: Some(String::new()), safe: false }).collect();
    if !emphasis.is_empty() {
        let (count, marks) = (emphasis.len(), subject.text.get(emphasis[0].range.clone()).unwrap_or_default());
        tell(
            &LEFT_OVER_MARKUP,
            subject,
            &emphasis,
            text! { zh: "有 {count} 处“{marks}”没有起作用，当作文字显示", en: "{marks} does nothing, and is printed as letters (places: {count})" },
            findings,
        )
        .help(text! {
            zh: "要加粗的，把文字放在成对的 ** 之间，** 里面不留空格；不要的删去",
            en: "put words that are to be bold between two ** without blanks inside, or delete the marks",
        })
        .key("emphasis");
    }
    lost(subject, findings);
    lefts.sort_by_key(|it| it.range.start);
    let sorts = [Sort::Tag, Sort::Template, Sort::Nothing, Sort::Forum, Sort::Field, Sort::Dialect, Sort::Blank];
    for sort in sorts {
        let of: Vec<Slip> = lefts
            .iter()
            .filter(|it| it.sort == sort)
            .map(|it| {
                let mended = it.mended.clone().unwrap_or_else(|| "〔应有的内容〕".to_owned());
                Slip { range: it.range.clone(), mended: Some(mended), safe: it.safe }
            })
            .collect();
        if !of.is_empty() {
            sorted(subject, sort, of, findings);
        }
    }
}

/// Tells what an element that no page shows takes with it, all that an unfinished one swallows among it.
fn lost(subject: &Subject<'_>, findings: &mut Findings) {
    for (what, range) in &subject.layout.lost {
        let is_comment = what == "<!-- -->";
        let written = subject.text.get(range.bytes()).unwrap_or(what);
        let shown: String = written.chars().take(40).collect();
        // Of a comment without an end the whole rest of the text is told by its sign.
        let end = if is_comment { range.start + 4 } else { range.end };
        let span = Span::new(subject.file, range.start as usize..end as usize);
        let finding = if is_comment {
            findings.raise(
                &LEFT_OVER_MARKUP,
                span,
                text! { zh: "“<!--”没有写完，它后面的文字在网页上都看不到", en: "`<!--` has no end, and nothing behind it is on the page" },
            )
        } else {
            findings.raise(
                &LEFT_OVER_MARKUP,
                span,
                text! { zh: "网页代码“{shown}”和其中的内容在网页上看不到", en: "`{shown}` and what it holds are not on the page" },
            )
        };
        finding
            .label(text! { zh: "网页上没有", en: "not on the page" })
            .help(text! {
                zh: "文字要公开的，删去这段代码、留下文字；视频、地图写成链接：[观看视频](https://…)；不要的，连同内容一起删去",
                en: "delete the code and keep words that are to be public; make a link of a film or a map: [观看视频](https://…); delete what is not wanted with all it holds",
            })
            .fix([Edit::new(span, "", false)])
            .key(format!("lost {what}"));
    }
}

fn sorted(subject: &Subject<'_>, sort: Sort, mut slips: Vec<Slip>, findings: &mut Findings) {
    let is_whole = sort != Sort::Forum || forum::mend(subject.text, subject.body.start as usize, &mut slips);
    let slips = &slips[..];
    let count = slips.len();
    let written = subject.text.get(slips[0].range.clone()).unwrap_or_default();
    // What may be somebody's number is not printed.
    let few = if written.bytes().filter(u8::is_ascii_digit).count() < 7 { 30 } else { 6 };
    let shown: String = written.chars().take(few).collect();
    let (message, help): (Text, Text) = match sort {
        Sort::Blank => (
            text! { zh: "有 {count} 处旧网页的空格、换行代码：{shown}", en: "blanks or breaks of an old page: {shown}" },
            text! { zh: "删去；要空一行的直接空一行，首行缩进由网站的样式决定", en: "delete them; leave a blank line for a new paragraph, and indents to the style of the site" },
        ),
        Sort::Tag => (
            text! { zh: "有 {count} 处网页代码当作文字显示：{shown}", en: "codes of a page that are printed as letters: {shown}" },
            text! { zh: "删去代码，文字保留", en: "delete the codes and keep the words" },
        ),
        Sort::Template => (
            text! { zh: "有 {count} 处模板代码没有换成内容：{shown}", en: "what a program should have filled in: {shown}" },
            text! { zh: "对照原件写上应有的内容；没有的删去", en: "write what the original has there, or delete it" },
        ),
        Sort::Nothing => (
            text! { zh: "有 {count} 处是程序出错留下的：{shown}", en: "what a program printed for nothing: {shown}" },
            text! { zh: "对照原件写上应有的内容；没有的删去", en: "write what the original has there, or delete it" },
        ),
        Sort::Forum => (
            text! { zh: "有 {count} 处论坛代码：{shown}", en: "marks of a forum: {shown}" },
            text! { zh: "删去代码，文字保留；要加粗的写成 **文字**，链接写成 [文字](网址)", en: "delete the marks and keep the words; write **words** for bold ones, [words](address) for links" },
        ),
        Sort::Field => (
            text! { zh: "有 {count} 处 Word 的域代码或者样式：{shown}", en: "fields or styles of Word: {shown}" },
            text! { zh: "删去代码，对照原件写上页面上应有的文字", en: "delete the code and write the words that the page should have" },
        ),
        Sort::Dialect => (
            text! { zh: "有 {count} 处别的程序的标记，这里不起作用：{shown}", en: "marks of another program, which do nothing here: {shown}" },
            text! { zh: "删去；目录由网站按小标题自动生成", en: "delete them; the site makes a table of contents from the headings" },
        ),
    };
    let finding = tell(&LEFT_OVER_MARKUP, subject, slips, message, findings).help(help);
    finding.key(format!("{sort:?}").to_lowercase());
    // With an address or a table that stands between marks more would go than the marks.
    if sort == Sort::Forum && !is_whole {
        finding.fix([]);
    }
    if sort == Sort::Blank {
        finding.at_most(Level::Note);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn each_sort_is_told_once_a_document() {
        let text = "[color=red]汛期[/color]&amp;nbsp;已到，{{title}}，[object Object]\n\n未找到引用源。**第一条 **总则\n\n` [b]{{x}}[/b] `\n";
        let told: Vec<String> = told(text).into_iter().filter(|it| it.0 == "GK1703").map(|it| it.1).collect();
        assert!(told.iter().any(|it| it.contains("论坛代码：[color=red]") && it.contains("2 处")), "{told:?}");
        for part in ["&amp;nbsp;", "{{title}}", "[object Object]", "未找到引用源"] {
            assert_eq!(told.iter().filter(|it| it.contains(part)).count(), 1, "{part}: {told:?}");
        }
    }
}
