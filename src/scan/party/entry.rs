//! Looks at an entry for the people that it names.

use super::{
    birth,
    column::{self, Column},
    home,
    label::{HOMES, PARTIES, labels, value},
    name::{self, Names},
    prose,
    rule::{is_told, raise},
};
use crate::{
    diagnostic::{Edit, Findings},
    record::schema,
    scan::{Subject, account, slip},
    source::Span,
    vocabulary::EntryKind,
};

/// Looks at an entry: who its keys name, what follows labels in its text, and what stands in its tables.
pub(in crate::scan) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let is_matter = is_matter(subject);
    let mut names = Names::default();
    for key in [schema::Entry::PARTY, schema::Entry::ASKER] {
        let span = subject.record.span_of(key);
        for name in name::parts(subject.record.get(key).unwrap_or_default()) {
            names.add(name, span);
        }
    }
    for (label, end) in labels(subject.text) {
        if let Some((at, value)) = value(subject.text, end) {
            labelled(subject, at, label, value, &mut names, findings);
        }
    }
    let (start, body) = subject.body_text();
    if subject.body.columns().any(|head| column::of(head, is_matter).is_some()) {
        column::cells(body, is_matter, &mut |column, at, cell, row| {
            cell_of(subject, (column, start + at, cell, row), &mut names, findings);
        });
    }
    if is_matter {
        prose::people(subject, &mut names);
        birth::dates(subject, findings);
        home::unlabelled(subject, findings);
    }
    names.tell(subject, findings);
}

/// Whether the entry decides on somebody, so that its people are parties.
fn is_matter(subject: &Subject<'_>) -> bool {
    let title = subject.record.get(schema::Entry::TITLE).unwrap_or_default();
    matches!(subject.kind(), Some(EntryKind::Penalty | EntryKind::Licence))
        || ["行政处罚决定", "处罚决定书", "行政处罚信息", "许可决定书"].iter().any(|it| title.contains(it))
}

/// Judges what follows `label`; it begins at byte `at` of the file.
fn labelled(subject: &Subject<'_>, at: usize, label: &str, value: &str, names: &mut Names, findings: &mut Findings) {
    if PARTIES.contains(&label) {
        for name in name::parts(name::head(value)) {
            let from = at + (name.as_ptr() as usize - value.as_ptr() as usize);
            names.add(name, Span::new(subject.file, from..from + name.len()));
        }
    } else if HOMES.contains(&label) {
        home::judge(subject, at, value, findings);
    } else {
        let length = value.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(value.len());
        if slip::is_identity(&value[..length]) {
            identity(subject, at, &value[..length], findings);
        }
    }
}

/// Judges a cell, which begins at byte `at` of the file, by the head of its column.
fn cell_of(
    subject: &Subject<'_>,
    (column, at, cell, row): (Column, usize, &str, &str),
    names: &mut Names,
    findings: &mut Findings,
) {
    match column {
        Column::Names => {
            for name in name::parts(cell) {
                let from = at + (name.as_ptr() as usize - cell.as_ptr() as usize);
                names.add(name, Span::new(subject.file, from..from + name.len()));
            }
        }
        Column::Homes => home::judge(subject, at, cell, findings),
        Column::Births => birth::cell(subject, at, cell, findings),
        Column::Identities if slip::is_identity(cell) => identity(subject, at, cell, findings),
        Column::Identities | Column::Accounts => {
            account::cell(Span::new(subject.file, at..at + cell.len()), cell, row, subject.day, findings);
        }
    }
}

/// Tells a number that a label or a column calls that of an identity card, and that is none for a slip.
fn identity(subject: &Subject<'_>, at: usize, number: &str, findings: &mut Findings) {
    let place = Span::new(subject.file, at..at + number.len());
    if is_told(place, findings) {
        return;
    }
    let masked = slip::masked(number);
    let finding = raise(
        place,
        text! { zh: "像是抄错一位的身份证号 {masked}，没有遮盖", en: "what looks like an identity number with a slip, {masked}, is not masked" },
        text! { zh: "改成 {masked}，并核对原件", en: "write {masked}, and compare it with the original" },
        subject.day,
        findings,
    );
    finding.private().fix([Edit::new(place, masked.as_str(), false)]).key(masked);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{source::FileId, syntax};

    /// What is told of an entry with these keys and this body: the words at each place, and the file after all edits.
    fn looked(keys: &str, body: &str) -> (Vec<String>, String) {
        let text = format!("+++\nitem = \"a/b\"\n{keys}\n+++\n{body}\n");
        let document = syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&Subject::new(&document, "content/a.md", &text), &mut findings);
        let words = |span: Span| text[span.range.bytes()].to_owned();
        let told = findings.iter().filter_map(|it| it.place.span()).map(words).collect();
        let mut edits: Vec<&Edit> = findings.iter().flat_map(|it| &it.fix).collect();
        edits.sort();
        let mut mended = text.clone();
        for edit in edits.iter().rev() {
            mended.replace_range(edit.range.bytes(), &edit.text);
        }
        (told, mended)
    }

    fn told(body: &str) -> Vec<String> {
        looked("title = \"关于防汛的通知\"", body).0
    }

    #[test]
    fn people_are_known_by_their_labels() {
        for (source, what) in [
            ("当事人：张三丰，男。", "张三丰"),
            ("**被处罚人**：王小明\n", "王小明"),
            ("家庭住址：示例县示例镇第一村3组12号。", "示例县示例镇第一村3组12号"),
            ("| 住址 | 示例镇幸福路8号2单元301室 |", "示例镇幸福路8号2单元301室"),
            ("身份证号：110105194912310021，", "110105194912310021"),
            ("身份证号码 11010519491231003X", "11010519491231003X"),
            ("身份证号：1101051949123102X", "1101051949123102X"),
            ("证件号码：362101198008150025", "362101198008150025"),
            ("当事人姓名：李小龙", "李小龙"),
            ("行政相对人名称：李小龙", "李小龙"),
            ("当事人：李小龙等3人", "李小龙"),
            ("申请人：王小明。", "王小明"),
            ("| 当事人 | 结果 |\n| --- | --- |\n| 某公司 | 警告 |\n| 张三 | 警告 |\n", "张三"),
            ("| 姓名 | 身份证号 |\n| --- | --- |\n| 张* | 362101198008150025 |\n", "362101198008150025"),
            ("| 姓名 | 身份证号 |\n| --- | --- |\n| 张* | 622200000000000004 |\n", "622200000000000004"),
            ("| 姓名 | 银行账号 |\n| --- | --- |\n| 张* | 6222000000000000005 |\n", "6222000000000000005"),
            ("| 姓名 | 卡号 |\n| --- | --- |\n| 张* | 6222 0000 0000 0000 005 |\n", "6222 0000 0000 0000 005"),
        ] {
            assert_eq!(told(source), [what], "{source}");
        }
    }

    #[test]
    fn masked_ones_bodies_and_talk_are_silent() {
        for source in [
            "当事人：张*，男。",
            "来信人：王先生",
            "| 当事人 | 负责人 |\n| --- | --- |\n| 张* | 李四 |\n",
            "当事人：示例市示例建材有限公司",
            "当事人有权申请复议。当事人应当提供身份证。",
            "住址：示例镇第一村",
            "家庭住址：\n",
            "身份证号：110105********0021",
            "身份证号：11010519491231002X",
            "申请人填写姓名、住址、身份证号。",
            "| 单位 | 账号 |\n| --- | --- |\n| 示例县第一小学 | 6222000000000000005 |\n",
            "| 姓名 | 卡号 |\n| --- | --- |\n| 张* | 6222***********0005 |\n",
            "| 姓名 | 电话 |\n| --- | --- |\n| 张三 | 0797-8000000 |\n",
        ] {
            assert_eq!(told(source), Vec::<String>::new(), "{source}");
        }
    }

    const PENALTY: &str = "kind = \"penalty\"\ntitle = \"行政处罚决定\"";

    #[test]
    fn whoever_is_decided_on_is_told_everywhere() {
        for (keys, body) in [
            (
                "kind = \"penalty\"\ntitle = \"行政处罚决定\"\nparty = \"李建军\"\nsummary = \"对李建军擅自从事烟花经营的处罚\"\nkeywords = [\"李建军\"]",
                "当事人：李建军，男。\n\n当事人李建军在未取得许可的情况下经营。李 建 军、**李**建军、李&#24314;军。",
            ),
            ("kind = \"penalty\"\ntitle = \"关于对李建军作出行政处罚的决定\"", "李建军未经许可经营。"),
            ("kind = \"penalty\"\ntitle = \"李建军擅自占用耕地案\"", "经查，李建军占地。"),
            ("kind = \"行政处罚\"\ntitle = \"处罚决定\"", "李建军，男，汉族，江西人。\n\n李建军不服。"),
            ("kind = \"penalty\"\ntitle = \"处罚决定\"", "本机关查明，当事人李建军于6月经营。李建军认错。"),
            (
                "title = \"行政处罚信息公示\"",
                "| 序号 | 行政相对人名称 | 事由 |\n| --- | --- | --- |\n| 1 | 李建军 | 李建军占地 |\n| 2 | 示例公司 | 无 |",
            ),
            ("kind = \"licence\"\ntitle = \"许可\"", "| 姓名 | 事项 |\n| --- | --- |\n| 李建军 | 建房 |"),
            (PENALTY, "| 行政相对人 | 李建军 |\n| --- | --- |\n| 事由 | 占地 |"),
            (
                PENALTY,
                "<table><tr><th>被处罚人</th></tr><tr><td>李建军</td></tr></table>\n\n决定给予李建军罚款200元的行政处罚。",
            ),
            (PENALTY, "违法行为人李建军（男，1985年生）殴打他人。"),
        ] {
            let (told, mended) = looked(keys, body);
            assert!(told.iter().any(|it| it.contains("李建军")), "{keys} {body}: {told:?}");
            assert_eq!(told.len(), 1, "{keys} {body}: {told:?}");
            assert!(!mended.contains("建军") && !mended.contains("建 军") && mended.contains("李*"), "{mended}");
            let after = looked("", &mended).0;
            assert!(after.is_empty(), "{mended}: {after:?}");
        }
    }

    #[test]
    fn homes_and_birthdays_of_parties_are_told() {
        for (body, what, after) in [
            ("李某，男，1985年6月12日出生。", "1985年6月12日", "李某，男，1985年出生。"),
            ("李某，1985年06月12日生，汉族。", "1985年06月12日", "李某，1985年生，汉族。"),
            ("出生日期：1985-06-12", "1985-06-12", "出生日期：1985年"),
            ("出生日期：19850612", "19850612", "出生日期：1985年"),
            ("| 出生日期 | 1985.6.12 |", "1985.6.12", "| 出生日期 | 1985年 |"),
            ("李某，生于１９８５年６月１２日。", "１９８５年６月１２日", "李某，生于１９８５年。"),
            ("李某，一九八五年六月十二日出生。", "一九八五年六月十二日", "李某，一九八五年出生。"),
            ("李某，住示例县示例镇幸福路3栋502室，", "示例县示例镇幸福路3栋502室", "李某，住示例县示例镇，"),
            ("李某，现住示例县第一村5组12号。", "示例县第一村5组12号", "李某，现住示例县第一村。"),
            ("李某，住址示例县阳光小区3栋502室。", "示例县阳光小区3栋502室", "李某，住址示例县。"),
            ("李某（户籍所在地为示例县第一村12号）。", "示例县第一村12号", "李某（户籍所在地为示例县第一村）。"),
        ] {
            let (told, mended) = looked(PENALTY, body);
            assert_eq!(told, [what], "{body}");
            assert!(mended.contains(after), "{mended}");
            assert!(looked("", &mended).0.is_empty(), "{mended}");
        }
    }

    #[test]
    fn what_decisions_say_of_others_is_silent() {
        for body in [
            "当事人：示例市示例建材有限公司，法定代表人：李建军，男，住所：示例市幸福路8号。",
            "现场检查的执法人员李建军、王小明出示了证件。",
            "对施工单位予以罚款，对项目负责人予以警告。关于安全生产的规定。",
            "对当事人作出处罚，该公司于2010年6月12日成立，2018年6月12日生产的产品。",
            "住宅小区3栋502室、住建局、住宿费200元，住房12号楼。",
            "李某，男，1985年6月出生，住示例县示例镇。",
            "李*，女，1985年生。当事人李某某在未取得许可的情况下经营。",
            "给予警告、罚款的行政处罚；对张某处以罚款。",
        ] {
            assert_eq!(looked(PENALTY, body).0, Vec::<String>::new(), "{body}");
        }
    }
}
