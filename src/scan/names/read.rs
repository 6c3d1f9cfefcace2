//! A text read for names: its tables as tables, its lines as lines, lists as lists.

use super::{
    grid,
    sentence::{announces_people, list, perhaps, sentence, unnumbered},
    told::Told,
    word::is_person,
};
use crate::scan::person::{is_body, is_han};

/// What `text` tells: a line a block, cells apart by tabs.
pub fn told(text: &str) -> Told {
    let mut told = Told::default();
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        lines.push((at, line));
        at += line.len() + 1;
    }
    // A row of which nothing but a name is left, for its other cells are merged into those above.
    let mut is_row = false;
    let rows: Vec<(bool, (usize, &str))> = lines
        .into_iter()
        .map(|(at, line)| {
            is_row = line.contains('\t') && !is_labelled(line) || is_row && is_person(line.trim());
            (is_row, (at, line))
        })
        .collect();
    for run in rows.chunk_by(|one, other| one.0 == other.0) {
        let lines: Vec<(usize, &str)> = run.iter().map(|it| it.1).collect();
        if run[0].0 {
            grid::read(&lines, &mut told);
        } else {
            prose(&lines, &mut told);
        }
    }
    told
}

/// Whether each part of a line is a label with what it asks for: `联系人：张三⇥联系电话：0797-8000000`, typed below a table, is no row of it.
fn is_labelled(line: &str) -> bool {
    let label = |part: &str| {
        part.split_once(['：', ':']).is_some_and(|(label, _)| {
            (1..=8).contains(&label.trim().chars().count()) && label.trim().chars().all(is_han)
        })
    };
    line.split('\t').map(str::trim).filter(|it| !it.is_empty()).all(label)
}

/// Reads lines without cells.
fn prose(lines: &[(usize, &str)], told: &mut Told) {
    let mut announced = false;
    let mut listed: Vec<Vec<String>> = Vec::new();
    let mut run = Run::default();
    let mut filled = lines.iter().map(|it| it.1.trim()).filter(|it| !it.is_empty()).peekable();
    while let Some(line) = filled.next() {
        sentence(line, told);
        let list = list(line);
        run.take(line, &list, told);
        // A name alone, and below it what is said of a person.
        let begins = |line: &&str| {
            ["男", "女", "性别", "汉族", "出生", "工作单位", "单位："].iter().any(|it| line.starts_with(it))
        };
        let described = filled.peek().is_some_and(begins);
        if list.is_empty() {
            announced = line.ends_with(['：', ':']);
        } else if announced || described {
            told.names.extend(list);
        } else {
            listed.push(list);
        }
    }
    run.close(told);
    // One word alone may be anything; two are a list.
    if listed.iter().map(Vec::len).sum::<usize>() > 1 {
        told.names.extend(listed.into_iter().flatten());
    }
    grid::spaced(lines, told);
}

/// Short lines that follow each other. Where some of them are names the others are too, or nobody knows what they are: a list of people
/// of whom one has a surname that no list has.
#[derive(Default)]
struct Run<'t> {
    /// Each with the names that it surely holds.
    lines: Vec<(&'t str, Vec<String>)>,
    /// Whether the line before them announces people: 拟录用人员：.
    announced: bool,
}

impl<'t> Run<'t> {
    /// Takes the next line, of which `list` is what [`list`] reads.
    fn take(&mut self, line: &'t str, list: &[String], told: &mut Told) {
        if is_short(line) || !list.is_empty() {
            self.lines.push((line, list.to_vec()));
        } else {
            self.close(told);
            self.announced = announces_people(line);
        }
    }

    fn close(&mut self, told: &mut Told) {
        let mut lines = std::mem::take(&mut self.lines);
        let named = |it: &(&str, Vec<String>)| !it.1.is_empty();
        let count = lines.iter().filter(|it| named(it)).count();
        let is_list = count > 0 && (self.announced || lines.len() > 1 && count * 2 >= lines.len());
        let announced = std::mem::take(&mut self.announced);
        if !is_list {
            return;
        }
        if !announced {
            // What nobody announced begins and ends with a name: before it stands its head.
            lines.truncate(lines.iter().rposition(named).map_or(0, |it| it + 1));
            lines.drain(..lines.iter().position(named).unwrap_or_default());
            if lines.len() < 2 {
                return;
            }
        }
        for (line, sure) in lines {
            let names = if sure.is_empty() { perhaps(line) } else { sure };
            if names.is_empty() && told.doubt.is_none() {
                told.doubt = Some(line.to_owned());
            }
            told.names.extend(names);
        }
    }
}

/// What begins the lines that close a notice.
const CLOSERS: [&str; 12] =
    ["特此", "附件", "以上", "上述", "此件", "联系", "监督", "公示", "抄送", "说明", "备注", "注"];

/// Whether a line may be one of a list of people: a few letters, no sentence, no label, no body.
fn is_short(line: &str) -> bool {
    let bare = unnumbered(line);
    (1..=24).contains(&bare.chars().count())
        && !bare.contains(['。', '；', '：', ':', '《', '“'])
        && !bare.chars().any(|it| it.is_ascii_digit())
        && !is_body(&bare)
        && !CLOSERS.iter().any(|it| bare.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        told(text).names.into_iter().collect()
    }

    #[test]
    fn names_are_known_as_notices_print_them() {
        for (text, expected) in [
            ("拟录用人员名单：张三、李四光、王五", &["张三", "李四光", "王五"][..]),
            ("拟录用人员（共2名）：张　三　李四光", &["张三", "李四光"]),
            ("当事人：张三，男，汉族", &["张三"]),
            ("姓名：阿依古丽", &["阿依古丽"]),
            ("张三丰，男，汉族，1975年3月生，现任某局副局长，拟任某局局长。", &["张三丰"]),
            ("名单如下：\n张三\n李四", &["张三", "李四"]),
            ("1. 张三\n2. 李四光\n3. 欧阳修", &["张三", "李四光", "欧阳修"]),
            ("张三 李四 王 五", &["张三", "李四", "王五"]),
            ("经研究，拟录用张三为工作人员。", &["张三"]),
            ("拟对李四光予以表彰。", &["李四光"]),
            ("同意张三、李四、王五享受补贴。", &["张三", "李四", "王五"]),
            ("法定代表人：买买提·艾力", &["买买提·艾力"]),
            ("姓名：张三 性别：男 姓名：李四光 性别：女", &["张三", "李四光"]),
            ("一等奖：张三、李四光\n第二名：王五", &["张三", "李四光", "王五"]),
            ("现将李明、王芳2名同志的情况公示如下", &["李明", "王芳"]),
            ("姓名 张三丰\n性别 男", &["张三丰"]),
            ("张三丰\n男，1975年3月出生", &["张三丰"]),
            ("兹公示拟推荐人选王小明（示例局）", &["王小明"]),
            ("1 张三丰 示例局科员 95.5\n2 李 四 示例局科员 90", &["张三丰", "李四"]),
            ("序号 姓名 单位\n1 阿依古丽 示例局", &["阿依古丽"]),
            ("张三丰　男　示例局科员", &["张三丰"]),
            (
                "赣州中学：黄海燕　温小平\n第一小学：管 华\n幼儿园：古丽娜尔 施明",
                &["黄海燕", "管华", "古丽娜尔", "施明"],
            ),
            ("黄海燕的丈夫温小平于11月2日提出工伤认定申请。", &["温小平"]),
            ("申请人黄海燕，家庭人口3人，配偶温小平，子女李晓。", &["黄海燕", "温小平", "李晓"]),
            ("关于拟录用张三等3人的公示", &["张三"]),
            ("关于给予张三丰荣誉称号的公示", &["张三丰"]),
            ("经研究，拟任命阿依古丽同志为局长。", &["阿依古丽"]),
            ("经研究，录用张三丰、李四光为工作人员。", &["张三丰", "李四光"]),
            ("拟录用张三丰、阿依古丽和热娜。", &["张三丰", "阿依古丽", "热娜"]),
            ("授予王五同志和李四光同志荣誉称号。", &["王五", "李四光"]),
            ("其中张三丰自愿放弃，由李四光递补。", &["张三丰", "李四光"]),
            ("热娜，女，1980年3月生", &["热娜"]),
            ("叶孤城任前公示", &["叶孤城"]),
            ("张三工伤认定公示", &["张三"]),
        ] {
            let found = names(text);
            for name in expected {
                assert!(found.iter().any(|it| it == name), "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn whoever_stands_in_a_list_of_people_is_one_or_in_doubt() {
        for (text, expected) in [
            (
                "拟录用人员：\n\n1. 叶孤城\n2. 南宫问天\n3. 仝卓\n4. 库尔班\n",
                &["叶孤城", "南宫问天", "仝卓", "库尔班"][..],
            ),
            ("获奖者：\n\n叶孤城\n\n花满楼\n", &["叶孤城", "花满楼"]),
            ("拟录用以下人员：\n\n叶孤城\n仝卓\n\n示例局\n2018年6月20日\n", &["叶孤城", "仝卓"]),
            ("拟资助学生：叶孤城、花 满楼", &["叶孤城", "花满楼"]),
            ("名单如下：\n尕让（第一小学）\n张三（第二小学）\n", &["尕让", "张三"]),
            ("姓名\n张三\n仝卓\n李四\n", &["张三", "李四", "仝卓"]),
            ("拟录用人员：\n仝卓\n张三\n特此公示\n", &["仝卓", "张三"]),
        ] {
            let told = told(text);
            for name in expected {
                assert!(told.names.contains(*name), "{text}: {told:?}");
            }
            assert!(told.doubt.is_none(), "{text}: {told:?}");
        }
        for text in ["拟录用人员：\n张三\n热依汗古丽阿不都热合曼\n", "拟资助学生：张三、热依汗古丽阿不都热合曼"]
        {
            assert!(told(text).doubt.is_some(), "{text}");
        }
        for text in [
            "公示内容\n张三\n有关要求\n联系方式\n",
            "姓名\n张三\n李四\n",
            "拟录用人员：\n见附件\n",
            "工作要求：\n提高认识\n落实责任\n",
        ] {
            let told = told(text);
            assert!(
                told.doubt.is_none()
                    && !told.names.contains("有关要求")
                    && !told.names.contains("姓名")
                    && !told.names.contains("提高认识"),
                "{text}: {told:?}"
            );
        }
    }

    #[test]
    fn words_of_notices_are_no_names() {
        for text in [
            "按照公开、平等、竞争、择优的原则，经笔试、面试、体检、考察等程序，现将拟录用人员公示如下。",
            "公示时间：2018年6月22日至6月29日。",
            "公示期间如有异议，请以书面、电话、来访等形式向示例局反映。",
            "拟录用人员名单：见附件",
            "联系人：办公室 电话：0797-8000000",
            "广大党员同志要带头。",
            "公示期间，对上述同志有异议的，可以向示例局反映；反映问题要实事求是。",
            "男，汉族，1975年3月生，大学学历，1998年8月参加工作。",
            "赣州中学：第一批；示例局：毕业生应当向示例局申请查询，符合程序和范围的，严格审核，张贴公布。",
            "工作日周一至周五，季度末除外，农民工、毕业、许可、费用。",
            "请各科室负责同志签字。优秀教师同志们。",
            "参加考试人员，男性年满18周岁；女，年满18周岁。",
            "当事人：示例市示例建材有限公司",
            "办事更加方便、高效、廉洁。",
            "当事人：张*，男。",
            "公示时间：2018年6月22日 至 6月29日\n监督电话：0797-8000000 0797-8000001",
            "公示对象：全体村民\n公示地点：示例镇 示例村",
            "招聘教师2名、医生3名，共5人。",
            "招聘对象和范围，面向全县。",
            "专业：金融\n地点：江西赣州",
            "高中、中专以上学历，安全、环保、消防专业。",
            "关于干部任前公示的通知",
            "领导干部任前公示",
            "示例局第一批任前公示",
            "示例建材有限公司职工工伤认定公示",
            "关于工伤认定的公示",
            "拟提拔使用人员任前公示",
            "县管干部任前公示",
            "公务员任前公示",
            "科级领导任前公示",
        ] {
            let told = told(text);
            assert!(told.names.is_empty() && told.doubt.is_none(), "{text}: {told:?}");
        }
    }

    #[test]
    fn somebody_without_a_name_that_is_known_is_in_doubt() {
        for text in ["某单位副局长热依汗同志拟作考察。", "原工作单位为示例局的热依汗，女，1980年3月生"]
        {
            assert!(told(text).doubt.is_some(), "{text}");
        }
    }

    #[test]
    fn hostile_texts_take_their_time_once() {
        for piece in [
            "姓名：",
            "张三、",
            "张三同志",
            "姓名：张三 ",
            "对张三予以",
            "张三\t",
            "张\n",
            "张三\n",
            "等3人",
            "姓名\t张三\n",
            "甲：",
            "1 张三 甲\n",
            "张三和",
        ] {
            let text = piece.repeat(50_000 / piece.len());
            let _ = told(&text);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[姓名：张三李四光、，。和等3人同志\\n\\t ]{0,80}|.*") {
            let told = told(&text);
            proptest::prop_assert!(told.cells.iter().all(|it| text.get(it.clone()).is_some()));
        }
    }
}
