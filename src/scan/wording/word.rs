//! 1704: wordings that are wrong: those of the project's own list, and a few that are wrong everywhere.

use std::ops::Range;

use super::{
    find::Found,
    lexicon::{Lexicon, Sort, Word},
    place::{is_corrected, is_shown, line, quoted},
    stray::{self, STRAY_TRADITIONAL},
    told::{Slip, tell},
};
use crate::{
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::LANGUAGE},
    scan::subject::Subject,
};

pub static WRONG_WORD: Rule = Rule {
    code: "GK1704",
    name: "wrong-word",
    label: "用词有误",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[LANGUAGE.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "有错别字或者本单位规定不用的写法", en: "a wrong word, or one that the office's own list puts right" },
    why: words! {
        zh: "“布署”“曰期”“末经批准”这样的错字，识别和输入时容易带进来，校对时不容易看出来。机构名称、规范用语各单位有自己的要求。",
        en: "布署, 曰期, 末经批准 come with recognition and typing, and are easily overlooked. What an office is called, and how it words things, it lays down itself.",
    },
    mend: words! {
        zh: "照提示改正。本单位的写法写在 catalogue/words.toml：[[word]] wrong = \"错误写法\"、right = \"规范写法\"、level = \"warn\"；内置的词不合适的，照样写 wrong 和 right，加上 level = \"off\"。",
        en: "Put it right. Words of your own go into catalogue/words.toml as [[word]] with `wrong`, `right` and `level`; a built-in one that does not suit is switched off by the same `wrong` and `right` with level = \"off\".",
    },
    example: Example {
        bad: "==> catalogue/words.toml\n[[word]]\nwrong = \"登陆政务网\"\nright = \"登录政务网\"\n--> content/2018/通知.md\n+++\n会议布署了防汛工作，值守安排请登陆政务网查看。\n",
        good: "--> content/2018/通知.md\n+++\n会议部署了防汛工作，值守安排请登录政务网查看。\n",
    },
};

pub(super) fn entry(subject: &Subject<'_>, lexicon: &Lexicon, found: &Found, findings: &mut Findings) {
    if found.words.is_empty() {
        return;
    }
    let mut hits: Vec<(usize, usize)> = found.words.clone();
    hits.sort_unstable();
    hits.dedup();
    // Of two that begin alike, or overlap, the longer one is meant.
    let length = |it: &(usize, usize)| lexicon.word(it.1).wrong.len();
    let whole = |it: &(usize, usize)| {
        let covers = |other: &(usize, usize)| {
            other != it && other.0 <= it.0 && it.0 + length(it) <= other.0 + length(other) && length(other) > length(it)
        };
        !hits.iter().any(covers)
    };
    let kept: Vec<(usize, usize)> = hits.iter().copied().filter(whole).collect();
    let mut done: Vec<usize> = Vec::new();
    for &(_, of) in &kept {
        if done.contains(&of) {
            continue;
        }
        done.push(of);
        let word = lexicon.word(of);
        if word.sort == Sort::Mark {
            continue;
        }
        let places = kept.iter().filter(|it| it.1 == of).map(|it| it.0..it.0 + word.wrong.len());
        let slips: Vec<Slip> = places.filter(|it| is_meant(subject, it, word)).map(|it| slip(it, word)).collect();
        if !slips.is_empty() {
            told(subject, word, &slips, findings);
        }
    }
}

fn slip(range: Range<usize>, word: &Word) -> Slip {
    let mended = Some(word.right.to_string()).filter(|it| !it.is_empty());
    Slip { range, mended, safe: true }
}

/// Whether the wording at `range` is used, not spoken of, and not part of the right one: 蓉江新区产业招商局 within its full name.
fn is_meant(subject: &Subject<'_>, range: &Range<usize>, word: &Word) -> bool {
    let text = subject.text;
    let (wrong, right) = (&*word.wrong, &*word.right);
    let within = right.match_indices(wrong).any(|(at, _)| {
        let start = range.start.checked_sub(at);
        start.is_some_and(|start| text.as_bytes()[start..].starts_with(right.as_bytes()))
    });
    let around = line(text, range);
    let spoken_of = quoted(text, range).is_some_and(|it| it.trim() == wrong)
        && (is_corrected(around) || !right.is_empty() && around.contains(right));
    // 於 is a surname, too.
    let named = wrong.ends_with('於')
        && ["先生", "女士", "同志", "某", "氏"].iter().any(|it| text[range.end..].starts_with(it));
    let belongs = word.sort == Sort::Phrase && stray::belongs(text, range);
    !within && !spoken_of && !named && !belongs && is_shown(subject, range.start)
}

fn told(subject: &Subject<'_>, word: &Word, slips: &[Slip], findings: &mut Findings) {
    let (wrong, right) = (&*word.wrong, &*word.right);
    let (zh, en) = match slips.len() {
        1 => (String::new(), String::new()),
        count => (format!("，共 {count} 处"), format!(", {count} times")),
    };
    if word.sort == Sort::Phrase {
        tell(
            &STRAY_TRADITIONAL,
            subject,
            slips,
            text! { zh: "简体文章里写成“{wrong}”{zh}", en: "{wrong} in a simplified text{en}" },
            findings,
        )
        .label(text! { zh: "应为“{right}”", en: "{right}" })
        .help(text! { zh: "改成“{right}”；引用的原文照原样", en: "write {right}; a quotation stays as it is" })
        .key(wrong);
        return;
    }
    let finding = tell(
        &WRONG_WORD,
        subject,
        slips,
        text! { zh: "“{wrong}”用词有误{zh}", en: "the wrong word {wrong}{en}" },
        findings,
    );
    if right.is_empty() {
        finding.help(text! { zh: "改用规范的写法", en: "write what the office lays down" });
    } else {
        finding
            .label(text! { zh: "应为“{right}”", en: "{right}" })
            .help(text! { zh: "改成“{right}”", en: "write {right}" });
    }
    finding.lesser_if(word.level < Level::Error).key(wrong);
    if word.level == Level::Note {
        finding.at_most(Level::Note);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn wrong_words_are_told_with_the_right_one() {
        for (text, part) in [
            ("会议布署了防汛工作，布署了值守。", "“布署”用词有误，共 2 处"),
            ("请登陆网站查询。", "登陆网站"),
            ("报送曰期另行通知。", "曰期"),
            ("及时回应政务與情。", "写成“與情”"),
        ] {
            let told = told(text);
            assert!(told.iter().any(|it| it.1.contains(part)), "{text}: {told:?}");
        }
        for text in [
            "第三行“布署”应为“部署”，特此更正。",
            "见[方案](布署方案.docx)。",
            "`布署`",
            "公布署名文章。",
            "“布署”“曰期”这样的错字。",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }
}
