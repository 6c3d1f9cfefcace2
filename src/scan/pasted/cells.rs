//! The cells of a line that looks like a row of a table.

use memchr::memchr;

use super::line::Line;

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    Tab,
    Bar,
    /// Blanks that set the columns below each other.
    Blanks,
}

/// A line and its cells.
pub(super) type Row<'t> = (Line<'t>, Vec<&'t str>);

/// Words by which heads of columns end.
const HEADS: [&str; 48] = [
    "序号",
    "编号",
    "号码",
    "姓名",
    "名称",
    "单位",
    "部门",
    "项目",
    "内容",
    "时间",
    "日期",
    "地点",
    "地址",
    "电话",
    "职务",
    "职称",
    "岗位",
    "类别",
    "类型",
    "数量",
    "金额",
    "备注",
    "负责人",
    "联系人",
    "责任人",
    "事项",
    "指标",
    "标准",
    "依据",
    "结果",
    "性别",
    "年度",
    "年份",
    "月份",
    "期限",
    "方式",
    "程序",
    "等级",
    "比例",
    "领导",
    "人数",
    "面积",
    "规格",
    "单价",
    "说明",
    "代表人",
    "代码",
    "证号",
];

/// The cells of `line` in the text of its file, if it looks like a row.
pub(super) fn cells<'t>(file: &'t str, line: &Line<'t>) -> Option<(Between, Vec<&'t str>)> {
    if line.inner {
        return None;
    }
    let text = line.text;
    if memchr(b'|', text.as_bytes()).is_some() || text.contains('｜') {
        let inside = text.strip_prefix(['|', '｜']).unwrap_or(text);
        let inside = inside.strip_suffix(['|', '｜']).unwrap_or(inside);
        let cells: Vec<&str> = inside.split(['|', '｜']).map(str::trim).collect();
        let framed = text.starts_with(['|', '｜']) && text.ends_with(['|', '｜']);
        return (cells.len() > 1 || framed).then_some((Between::Bar, cells));
    }
    if file[line.at..line.end].contains('\t') {
        // Where cells are merged, the first or the last of a row are empty.
        let whole = file[line.start..line.end].trim_matches([' ', '\r', '\u{3000}']);
        return Some((Between::Tab, whole.split('\t').map(str::trim).collect()));
    }
    // Of most lines not every letter is looked at.
    if !(text.contains("  ") || text.contains('\u{3000}') || text.contains('\u{a0}') || text.contains('\u{2003}')) {
        return None;
    }
    let cells = apart(text);
    (cells.len() > 1).then_some((Between::Blanks, cells))
}

/// What stands between gaps of at least two blanks; `姓  名` has none.
fn apart(text: &str) -> Vec<&str> {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\u{2003}');
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let (mut begun, mut gap) = (0, 0);
    for (at, c) in text.char_indices() {
        if blank(c) {
            gap += 1;
            continue;
        }
        if gap > 1 {
            let end = text[..at].trim_end_matches(blank).len();
            cells.push((begun, end));
            begun = at;
        }
        gap = 0;
    }
    cells.push((begun, text.len()));
    let is_letter = |&(from, to): &(usize, usize)| text[from..to].chars().nth(1).is_none();
    let mut whole: Vec<(usize, usize)> = Vec::new();
    for cell in cells {
        match whole.last_mut() {
            Some(last) if is_letter(last) && is_letter(&cell) && text[last.1..cell.0].chars().count() < 4 => {
                last.1 = cell.1;
            }
            _ => whole.push(cell),
        }
    }
    whole.into_iter().map(|(from, to)| &text[from..to]).collect()
}

/// Whether these cells are the row below a table's head, however it is written.
pub(super) fn is_rule(cells: &[&str]) -> bool {
    let dashes =
        |it: &&str| !it.is_empty() && it.chars().all(|c| matches!(c, '-' | '—' | '－' | '–' | '─' | ':' | '：' | ' '));
    cells.iter().all(dashes)
}

/// Takes away the cells that are empty in all rows, at the begin and at the end: tabs that only indent.
pub(super) fn trim(rows: &mut [Row<'_>]) {
    let leading = |cells: &Vec<&str>| cells.iter().take_while(|it| it.is_empty()).count();
    let trailing = |cells: &Vec<&str>| cells.iter().rev().take_while(|it| it.is_empty()).count();
    let (first, last) = rows.iter().fold((usize::MAX, usize::MAX), |(first, last), (_, cells)| {
        (first.min(leading(cells)), last.min(trailing(cells)))
    });
    for (_, cells) in rows {
        cells.drain(..first.min(cells.len()));
        cells.truncate(cells.len().saturating_sub(last));
    }
}

/// Whether the cells of a first row may be heads: names, where `电话：…` is none.
pub(super) fn may_be_head(head: &[&str]) -> bool {
    let amount = |it: &str| {
        let year = it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
        !year && it.chars().all(|c| c.is_ascii_digit() || ".,%-—".contains(c))
    };
    head.iter().all(|it| !it.is_empty() && !it.contains(['：', ':', '。']) && !amount(it) && it.chars().count() <= 20)
}

/// Whether something says that the first of `rows` is the head: its words, or a column of numbers below it. Names in columns
/// have none.
pub(super) fn is_headed(rows: &[&Row<'_>]) -> bool {
    let Some(((_, head), rest)) = rows.split_first() else { return false };
    let numbered = |cell: &str| cell.contains(|c: char| c.is_ascii_digit());
    let is_word = |cell: &&str| {
        let cell: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
        let bare = cell.split(['（', '(']).next().unwrap_or_default();
        HEADS.iter().any(|it| bare.ends_with(it))
    };
    let counts = |at: usize| {
        let mut below = rest.iter().filter_map(|(_, cells)| cells.get(at)).filter(|it| !it.is_empty()).peekable();
        !numbered(head[at]) && below.peek().is_some() && below.all(|it| numbered(it))
    };
    // Names, and what each is beside it, have no head: 单位名称 示例公司.
    let named = |row: &&&Row<'_>| row.1.first().is_some_and(&is_word);
    let pairs = head.len() == 2 && !rest.is_empty() && rest.iter().filter(named).count() * 2 >= rest.len();
    !pairs && (head.iter().any(&is_word) || (0..head.len()).any(counts))
}

/// Whether the rows are a table: a few columns of many rows, or many of a few.
pub(super) fn is_table(kind: Between, rows: &[Row<'_>]) -> bool {
    let cells = |(_, cells): &Row<'_>| cells.len();
    let (least, most) = (rows.iter().map(cells).min().unwrap_or(0), rows.iter().map(cells).max().unwrap_or(0));
    match kind {
        Between::Tab => {
            // A row that spans all columns has one cell.
            let least = rows.iter().map(cells).filter(|&it| it > 1).min().unwrap_or(0);
            (rows.len() > 1 && least > 2) || (rows.len() > 2 && least > 1 && least == most)
        }
        Between::Bar => rows.len() > 1 && most > 1 && (least > 1 || rows.iter().any(|it| is_rule(&it.1))),
        Between::Blanks => {
            let named = rows.first().is_some_and(|it| may_be_head(&it.1));
            let said = |it: &&str| it.contains(['。', '；', '：']) || it.chars().count() > 40;
            let told = rows.iter().any(|it| it.1.iter().any(&said));
            let all: Vec<&Row<'_>> = rows.iter().collect();
            least == most && (rows.len() > 2 || rows.len() > 1 && least > 2) && named && !told && is_headed(&all)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_set_cells_apart_and_letters_not() {
        assert_eq!(apart("姓  名    职  务    电  话"), ["姓  名", "职  务", "电  话"]);
        assert_eq!(apart("张某某　　局长　　8000001"), ["张某某", "局长", "8000001"]);
        assert_eq!(apart("林  武    局 长"), ["林  武", "局 长"]);
        assert_eq!(apart("示例区示例局"), ["示例区示例局"]);
    }
}
