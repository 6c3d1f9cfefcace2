//! 1805: entries whose only content is a picture of a text.

use crate::{
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::ACCESSIBILITY_32},
    markup,
    source::{Place, Span},
};

pub static SCAN_ONLY_ENTRY: Rule = Rule {
    code: "GK1805",
    name: "scan-only-entry",
    label: "只有扫描件",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[ACCESSIBILITY_32],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "条目的内容只有扫描件或者图片", en: "an entry that is nothing but a scan or a picture" },
    why: words! {
        zh: "扫描件是文字的照片：读屏软件念不出来，站内搜索找不到，不能复制，手机上也看不清。群众能看到的只有标题。",
        en: "A scan is a photograph of words: nothing reads it out, no search finds it, nobody can copy from it, and on a telephone it is too small. The title is all that people get.",
    },
    mend: words! {
        zh: "把正文写在条目里，扫描件作为附件保留；或者换成能选中文字的 docx、ofd、pdf。",
        en: "Write the text into the entry and keep the scan beside it, or attach a docx, ofd or pdf whose words can be selected.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\nas_of = 2024-12-31\nrevised = 2024-07-20\n==> content/2018/通知.pdf\n%PDF-1.4\n1 0 obj << /Subtype /Image /Filter /DCTDecode >> endobj\n%%EOF\n--> content/2018/通知.md\nattachments = [{ file = \"通知.pdf\", checked = { by = \"保密员\", on = 2018-06-21 } }]\n+++\n见附件。\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，各科室要落实二十四小时值守，领导带班，发现险情立即报告，防汛物资六月底前清点到位，值班电话保持畅通，并于每日下午五时前报送情况。\n",
    },
};

/// Characters of the longest text, its title and the words of its links included, that may be no more than a hint at its files.
pub const LONGEST_HINT: u32 = 100;

/// Words of a text that only says where to look.
const HINTS: [&str; 12] =
    ["见", "附件", "如下", "扫描", "附图", "全文", "下载", "点击", "查看", "原文", "附后", "图片"];

/// Whether `body`, the text of an entry called `title`, is nothing but a hint at its files.
pub fn is_hint(body: &str, title: &str) -> bool {
    let facts = markup::facts(body);
    let mut rest = body.to_owned();
    let mut ranges: Vec<_> =
        facts.links.iter().map(|it| it.range).chain(facts.images.iter().map(|it| it.range)).collect();
    ranges.sort_unstable();
    for range in ranges.into_iter().rev().map(crate::source::Range::bytes) {
        // A picture may stand within a link.
        if range.end <= rest.len() && rest.is_char_boundary(range.start) && rest.is_char_boundary(range.end) {
            rest.replace_range(range, "");
        }
    }
    let rest: String = rest.replace(title, "").chars().filter(|it| it.is_alphanumeric()).collect();
    let count = rest.chars().count();
    count <= 4 || count <= 40 && HINTS.iter().any(|it| rest.contains(it))
}

/// Tells an entry that is nothing but the scans `names`, at `place`.
pub fn scan_only(place: Span, names: &[&str], findings: &mut Findings) {
    let (count, first) = (names.len(), names.first().copied().unwrap_or_default());
    let message = match count {
        1 => {
            text! { zh: "内容只有“{first}”，是扫描件或者图片，没有文字", en: "its only content is {first}, a scan or a picture without text" }
        }
        _ => {
            text! { zh: "内容只有“{first}”等 {count} 个扫描件或者图片，没有文字", en: "its only content are {count} scans or pictures without text ({first} …)" }
        }
    };
    findings
        .raise(&SCAN_ONLY_ENTRY, Place::At(place), message)
        .help(text! {
            zh: "把正文写在第二行 +++ 之后，扫描件作为附件保留；或者换成能选中文字的文件",
            en: "write the text after the second +++ and keep the scan beside it, or attach a file whose words can be selected",
        })
        .key("scan-only");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_say_where_to_look_and_nothing_else() {
        for body in [
            "",
            "见附件。",
            "全文见[关于做好夏季防汛工作的通知（扫描件）](通知.pdf)。",
            "![通知](通知.jpg)",
            "关于做好夏季防汛工作的通知\n\n[下载](通知.pdf)",
            "[![](a.jpg)](a.jpg)",
        ] {
            assert!(is_hint(body, "关于做好夏季防汛工作的通知"), "{body}");
        }
        for body in ["局长主持全面工作。\n\n![局长](局长.jpg)", "6月20日起值守，各科室派一人。![值守表](值守表.png)"]
        {
            assert!(!is_hint(body, "关于做好夏季防汛工作的通知"), "{body}");
        }
    }
}
