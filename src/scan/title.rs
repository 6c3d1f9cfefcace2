//! 1909: titles that copying has spoilt, or that say something else than the entry.

use super::Subject;
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    record::schema,
    source::skim,
    vocabulary::{Text, Validity},
};

pub static SPOILT_TITLE: Rule = Rule {
    code: "GK1909",
    name: "spoilt-title",
    label: "标题有误",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "标题里有多余的空格、丢失的字，或者与有效性矛盾", en: "a title with blanks or lost letters, or one that contradicts the validity" },
    why: words! {
        zh: "从 Word 或旧网站复制的标题，断行处会留下空格，旧编码会把“·”等字变成问号。标题写着“已废止”而有效性写“有效”，群众不知道该信哪个。",
        en: "A title copied from Word keeps blanks where the line broke, one from an old site question marks for letters its encoding lacked. One that says 已废止 beside a validity of 有效 leaves readers at a loss.",
    },
    mend: words! {
        zh: "对照原件改正标题；已经废止、失效的，在 validity 里写明，标题保持原样、不加括号说明。",
        en: "Correct the title from the original; what is repealed or lapsed belongs in `validity`, not in the title.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\ntitle = \"关于做好夏季  防汛工作的通知\"\n",
        good: "--> content/2018/通知.md\ntitle = \"关于做好夏季防汛工作的通知\"\n",
    },
};

/// What titles say of force, and the words of `validity` that agree.
const SAID: [(&str, &str, &[Validity]); 3] = [
    ("废止", "repealed", &[Validity::Repealed, Validity::Lapsed]),
    ("失效", "lapsed", &[Validity::Lapsed, Validity::Repealed, Validity::PartlyLapsed]),
    ("修改", "amended", &[Validity::Amended, Validity::Repealed, Validity::Lapsed, Validity::PartlyLapsed]),
];

/// Whether the title says in brackets that the document is `zh`: `（已废止）`, `【失效】`, `[已被修改]`.
fn says(title: &str, zh: &str) -> bool {
    // `contains` is quicker where there is none, as in nearly all titles.
    title.contains(zh)
        && title.match_indices(zh).any(|(at, _)| {
            let before = title[..at].trim_end_matches(['已', '被', '经', '宣', '布']);
            // 修改 without 已 is what a draft of amendments may be called.
            let said = zh != "修改" || before.len() < at;
            let open = before.ends_with(['（', '(', '【', '[', '〔', '［']);
            said && open && title[at + zh.len()..].starts_with(['）', ')', '】', ']', '〕', '］'])
        })
}

/// Looks at the title of an entry.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    // Most titles are hanzi with neither blanks nor brackets.
    let title = subject.record.get(schema::Entry::TITLE).map(str::trim);
    let Some(title) = title.filter(|it| skim(it.as_bytes(), 0, may_be_spoilt).is_some()) else { return };
    let place = subject.record.span_of(schema::Entry::TITLE);
    let mut tell = |key: &str, message: Text, help: Text, edit: Option<Edit>| {
        findings.raise(&SPOILT_TITLE, place, message).help(help).fix(edit).key(key);
    };
    if let Some(mended) = without_blanks(title) {
        // As it is written, unless with escapes.
        let written = subject.text.get(place.range.bytes()).filter(|it| it.matches(title).count() == 1);
        let edit = written.map(|it| Edit::between(place, it, &it.replace(title, &mended), true));
        tell(
            "blanks",
            text! { zh: "标题里有多余的空格", en: "blanks within the title" },
            text! { zh: "改为：title = \"{mended}\"", en: "write: title = \"{mended}\"" },
            edit,
        );
    }
    if let Some(lost) = lost_letter(title) {
        tell(
            "lost",
            text! { zh: "标题里的“{lost}”像是丢了字", en: "“{lost}” in the title looks like a letter lost" },
            text! { zh: "对照原件补上丢失的字", en: "write the letter that the original has" },
            None,
        );
    }
    let validity = subject.record.get(schema::Entry::VALIDITY);
    for (zh, en, agree) in SAID {
        if says(title, zh) && validity.is_none_or(|it| !agree.contains(&it)) {
            tell(
                zh,
                text! { zh: "标题写着已{zh}，有效性写的不是", en: "the title says {en}, the validity does not" },
                text! { zh: "写 validity = \"{zh}\"；标题照原件，去掉括号里的说明", en: "write validity = \"{zh}\" and leave the title as the original has it" },
                if subject.record.has(schema::Entry::VALIDITY) {
                    Some(Edit::guess(subject.record.span_of(schema::Entry::VALIDITY), zh))
                } else {
                    subject.record.room().map(|at| Edit::lines(at, &format!("validity = \"{zh}\"")))
                },
            );
        }
    }
}

/// Whether a blank, a bracket, a question mark or U+FFFD may begin with these bytes.
fn may_be_spoilt(a: u8, b: u8, _: u8) -> bool {
    (a <= b' ')
        | (a == b'(')
        | (a == b'[')
        | (a == b'?')
        | (a == 0xef)
        | (a == 0xc2)
        | ((a == 0xe2) & (b <= 0x81))
        | ((a == 0xe3) & (b == 0x80))
}

/// The title without runs of blanks, and without any between hanzi beside such a run; none where there are no runs.
fn without_blanks(title: &str) -> Option<String> {
    let blank = |c: char| c.is_whitespace();
    if !title.chars().zip(title.chars().skip(1)).any(|(one, other)| blank(one) && blank(other)) {
        return None;
    }
    let mut mended = String::new();
    for part in title.split(blank).filter(|part| !part.is_empty()) {
        if mended.ends_with(|c: char| c.is_ascii_alphanumeric())
            && part.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            mended.push(' ');
        }
        mended.push_str(part);
    }
    Some(mended)
}

/// A sign that stands for a letter that an encoding lacked: a question mark between figures or letters, or U+FFFD.
fn lost_letter(title: &str) -> Option<String> {
    if !title.contains(['?', '？', '\u{fffd}']) {
        return None;
    }
    let letters: Vec<char> = title.chars().collect();
    let lost = |at: usize| match letters[at] {
        '\u{fffd}' => true,
        '?' | '？' => {
            let (before, after) = (at.checked_sub(1).map(|it| letters[it]), letters.get(at + 1).copied());
            let figure = |it: Option<char>| it.is_some_and(|c| c.is_ascii_digit());
            (figure(before) && figure(after)) || (before == Some(letters[at]) && after.is_some())
        }
        _ => false,
    };
    let at = (0..letters.len()).find(|&at| lost(at))?;
    Some(letters[at.saturating_sub(1)..(at + 2).min(letters.len())].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_titles_say_of_force_is_seen() {
        for (title, zh) in [
            ("实施细则（试行）（已废止）", "废止"),
            ("【已失效】关于办法的通知", "失效"),
            ("关于办法的通知[废止]", "废止"),
            ("关于办法的通知（已宣布失效）", "失效"),
            ("关于办法的通知（已被修改）", "修改"),
        ] {
            assert!(says(title, zh), "{title}");
        }
        for (title, zh) in [
            ("关于废止部分文件的通知", "废止"),
            ("关于宣布失效文件的决定", "失效"),
            ("办法（修改）征求意见稿", "修改"),
            ("关于修改《办法》的决定", "修改"),
        ] {
            assert!(!says(title, zh), "{title}");
        }
    }

    #[test]
    fn blanks_and_lost_letters_are_seen_and_questions_are_none() {
        assert_eq!(
            without_blanks("某赛车场（变更）建设工程规划  许可证批后公布").as_deref(),
            Some("某赛车场（变更）建设工程规划许可证批后公布")
        );
        assert_eq!(without_blanks("PPP  Project  名单").as_deref(), Some("PPP Project名单"));
        assert_eq!(without_blanks("关于 A 区的通知"), None);
        assert_eq!(lost_letter("关于“5？10”坠亡事故的结案批复").as_deref(), Some("5？1"));
        assert_eq!(lost_letter("关于4?15事故的通报").as_deref(), Some("4?1"));
        assert_eq!(lost_letter("张\u{fffd}同志任职").as_deref(), Some("张\u{fffd}同"));
        assert_eq!(lost_letter("如何办理居住证？"), None);
        assert_eq!(lost_letter("办证难？不难！"), None);
        for title in [
            "规划  许可",
            "规划\u{3000}\u{3000}许可",
            "A\u{a0}\u{a0}B",
            "5？10",
            "4?15",
            "张\u{fffd}",
            "（废止）",
            "(废止)",
        ] {
            assert!(skim(title.as_bytes(), 0, may_be_spoilt).is_some(), "{title}");
        }
    }
}
