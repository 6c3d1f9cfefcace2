//! Where somebody lives, down to the door.

use memchr::memmem;

use super::{
    label::value,
    rule::{is_told, raise},
};
use crate::{
    diagnostic::{Edit, Findings},
    scan::{Subject, person::is_han, subject::after},
    source::Span,
};

/// Judges the address that begins at byte `at` of the file with `value`.
pub(super) fn judge(subject: &Subject<'_>, at: usize, value: &str, findings: &mut Findings) {
    let Some(home) = door(value) else { return };
    let place = Span::new(subject.file, at..at + home.len());
    if is_told(place, findings) {
        return;
    }
    let finding = raise(
        place,
        text! { zh: "住址写到了门牌", en: "an address down to the door" },
        text! { zh: "只写到乡镇、街道或者村", en: "write it down to the township or village only" },
        subject.day,
        findings,
    );
    if let Some(end) = township(home) {
        finding.fix([Edit::new(Span::new(subject.file, at + end..at + home.len()), "", false)]);
    }
}

/// The address that `value` begins with, where it says which door.
pub(super) fn door(value: &str) -> Option<&str> {
    let ends = ['，', '。', '；', ',', ';', '|', '\n', ' ', '\t', '）', ')', '、', '"'];
    let home = &value[..value.find(ends).unwrap_or(value.len())];
    let han = home.chars().filter(|&char| is_han(char)).count();
    (is_fine(home) && han > 3 && !home.contains(['*', '×', '＊'])).then_some(home)
}

/// Looks for addresses that no label announces: `住示例镇幸福路3栋502室`.
pub(super) fn unlabelled(subject: &Subject<'_>, findings: &mut Findings) {
    let text = subject.text;
    for at in memmem::find_iter(text.as_bytes(), "住") {
        let before = text[..at].trim_end_matches("居").chars().next_back().unwrap_or('\n');
        let announced =
            !is_han(before) || matches!(before, '现' | '家' | '常' | '暂' | '均' | '系' | '于' | '也' | '某');
        let mut end = at + "住".len();
        for word in ["址", "地", "在", "于", "为", "是"] {
            end += if text[end..].starts_with(word) { word.len() } else { 0 };
        }
        let no_home = ["所", "宿", "建", "房", "院", "户", "宅", "处", "改", "保"];
        if announced && !no_home.iter().any(|it| text[end..].starts_with(it)) {
            let (from, value) = value(text, end).unwrap_or_else(|| (end, after(text, end, 200)));
            judge(subject, from, value, findings);
        }
    }
    // 户籍地为…, 户籍所在地为…: a word stands where labels have a colon.
    for at in memmem::find_iter(text.as_bytes(), "户籍") {
        let mut end = at + "户籍".len();
        for word in ["所在", "地", "址", "为", "在", "是"] {
            end += if text[end..].starts_with(word) { word.len() } else { 0 };
        }
        let (from, value) = value(text, end).unwrap_or_else(|| (end, after(text, end, 200)));
        judge(subject, from, value, findings);
    }
}

/// Whether an address says which door.
fn is_fine(home: &str) -> bool {
    ["号", "室", "组", "栋", "单元", "幢", "户", "座"]
        .iter()
        .any(|part| home.match_indices(part).any(|(end, _)| home[..end].ends_with(|char: char| char.is_numeric())))
}

/// Where the township or the village of an address ends, or the county where it names none.
fn township(home: &str) -> Option<usize> {
    let end = |words: &[&str]| {
        let ends = words.iter().flat_map(|word| home.match_indices(word).map(|(at, it)| at + it.len()));
        ends.filter(|&end| !home[..end].ends_with("小区") && !is_fine(&home[..end])).max()
    };
    end(&["镇", "乡", "街道", "村"]).or_else(|| end(&["县", "区", "市"]))
}
