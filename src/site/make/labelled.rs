//! What a text calls by a name: `办理时限：3个工作日`, a heading with what stands beneath it, a row of a form.
//!
//! Offices write the same facts in three ways, often in one text: as headings, as lines that begin with a name, and as a table
//! of two or four columns, or of one row beneath its heads.

use crate::{
    compliance::bare,
    markup::{Block, Piece},
};

/// A value with the name that the text gives it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    /// Without ordinal and colon.
    pub label: String,
    /// The value, in one line.
    pub text: String,
    /// The id of the heading that is the name.
    pub id: Option<String>,
    /// The first address of another host in it.
    pub link: Option<String>,
    /// The blocks that it was read from.
    pub from: usize,
    pub to: usize,
}

/// So many characters a name has at most.
const LONGEST: usize = 14;

/// The names that `blocks` give to values, in the order of the text; `known` says which names are looked for.
pub(super) fn labelled(blocks: &[Block<'_>], known: impl Fn(&str) -> bool) -> Vec<Labelled> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match block.piece {
            Piece::Heading(level) => found.extend(heading(blocks, at, level, &known)),
            Piece::Line => lines(blocks, at, &known, &mut found),
            Piece::Row(table) => rows(blocks, at, table, &known, &mut found),
        }
    }
    found
}

/// A heading that is a name, with what stands beneath it up to the next heading as high.
fn heading(blocks: &[Block<'_>], at: usize, level: u8, known: &impl Fn(&str) -> bool) -> Option<Labelled> {
    let block = &blocks[at];
    let text = block.text();
    // `办理时限：3个工作日` may be a heading as a whole.
    if let Some((label, value)) = split(&text).filter(|it| known(it.0)) {
        return Some(Labelled {
            label: label.to_owned(),
            text: value.to_owned(),
            id: Some(block.id.to_owned()),
            link: block.link.clone(),
            from: at,
            to: at + 1,
        });
    }
    let label = name(&text).filter(|it| known(it))?;
    let beneath = &blocks[at + 1..];
    let length = beneath
        .iter()
        .position(|it| matches!(it.piece, Piece::Heading(other) if other <= level))
        .unwrap_or(beneath.len());
    let beneath = &beneath[..length];
    // A table is no value.
    let text = match beneath {
        [] => return None,
        lines if lines.iter().all(|it| it.piece == Piece::Line) => {
            lines.iter().map(Block::text).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    };
    Some(Labelled {
        label: label.to_owned(),
        text,
        id: Some(block.id.to_owned()),
        link: beneath.iter().find_map(|it| it.link.clone()),
        from: at,
        to: at + 1 + length,
    })
}

/// The names in a line, one or several: `办理时间：工作日；联系电话：0797-8000001`. A line that is a name alone, as headings look that
/// nobody marked, names the next one.
fn lines(blocks: &[Block<'_>], at: usize, known: &impl Fn(&str) -> bool, found: &mut Vec<Labelled>) {
    let block = &blocks[at];
    let text = block.text();
    if let Some(label) = name(&text).filter(|it| known(it) && !is_value(it) && split(&text).is_none()) {
        // 六、办理时限 is marked as a name; what follows it without a mark is its value, whatever words it has.
        let marked = |text: &str, label: &str| label.len() < text.trim().len();
        let is_marked = marked(&text, label);
        let is_its_value =
            |next: &str| name(next).is_none_or(|it| !known(it) || is_value(it) || is_marked && !marked(next, it));
        let next = blocks.get(at + 1).filter(|it| it.piece == Piece::Line && is_its_value(&it.text()));
        if let Some(next) = next.filter(|_| block.outer) {
            let (label, link) = (label.to_owned(), next.link.clone());
            found.push(Labelled { label, text: next.text(), id: None, link, from: at, to: at + 1 });
        }
        return;
    }
    let mut open: Option<usize> = None;
    for piece in text.split_inclusive(['；', ';', '。']) {
        if let Some((label, value)) = split(piece).filter(|it| known(it.0)) {
            open = Some(found.len());
            found.push(Labelled {
                label: label.to_owned(),
                text: value.to_owned(),
                id: None,
                link: block.link.clone(),
                from: at,
                to: at + 1,
            });
        } else if let Some(last) = open {
            // What has another name is no part of the value before it.
            if split(piece).is_some() {
                open = None;
            } else {
                found[last].text.push_str(piece);
            }
        }
    }
}

/// A row of a form: names and values in turn, or the only row beneath a head of names.
fn rows(blocks: &[Block<'_>], at: usize, table: u32, known: &impl Fn(&str) -> bool, found: &mut Vec<Labelled>) {
    let block = &blocks[at];
    let mut add = |label: &str, value: &str, link: &Option<String>| {
        let label = label.split_once(['（', '(']).map_or(label, |it| it.0);
        if let Some(label) = name(label).filter(|it| known(it))
            && !value.trim().is_empty()
        {
            let (label, text) = (label.to_owned(), value.trim().to_owned());
            found.push(Labelled { label, text, id: None, link: link.clone(), from: at, to: at + 1 });
        }
    };
    let is_known = |it: &String| name(it).is_some_and(|it| known(it) && !is_value(it));
    let row = |at: usize| blocks.get(at).filter(|it| it.piece == Piece::Row(table));
    let is_first = at == 0 || row(at - 1).is_none();
    // A head of names: what stands beneath it is none.
    if is_first
        && block.cells.iter().all(is_known)
        && let Some(values) = row(at + 1).filter(|it| !it.cells.iter().any(is_known))
    {
        // Of several rows none is the value.
        if row(at + 2).is_none() && values.cells.len() == block.cells.len() {
            block.cells.iter().zip(&values.cells).for_each(|(label, value)| add(label, value, &values.link));
        }
        return;
    }
    // A number, or what several rows have in common, stands before the pairs.
    let pairs = match block.cells.len() {
        2 | 4 | 6 => &block.cells[..],
        3 | 5 | 7 if !is_known(&block.cells[0]) => &block.cells[1..],
        _ => return,
    };
    pairs.chunks(2).for_each(|pair| add(&pair[0], &pair[1], &block.link));
}

/// A name and what stands behind its colon.
fn split(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(['：', ':'])?;
    let value = value.trim();
    // `https://…` is no name.
    (!value.is_empty() && !value.starts_with("//")).then_some(())?;
    Some((name(label)?, value))
}

/// Whether `text` is a value for sure: 咨询电话 is a name, 不收费 and 大道1号一层窗口 are none, though they hold words of names.
fn is_value(text: &str) -> bool {
    text.starts_with(['不', '免', '无']) || text.contains(|char: char| char.is_ascii_digit())
}

/// `text` without its ordinal, where it is short enough for a name.
fn name(text: &str) -> Option<&str> {
    let name = bare(text);
    (!name.is_empty() && name.chars().count() <= LONGEST).then_some(name)
}

/// `text` where it fits in a card, else its first sentence; none where that is too long as well.
pub(super) fn brief(text: &str) -> Option<&str> {
    /// So many characters are told with all their sentences, and so many of one.
    const ALL: usize = 30;
    const ONE: usize = 60;
    let text = text.trim().trim_end_matches(['。', '；', ';']);
    if text.is_empty() {
        return None;
    }
    if text.chars().count() <= ALL {
        return Some(text);
    }
    let part =
        |ends: &[char]| text.split(ends).next().map(str::trim).filter(|it| !it.is_empty() && it.chars().count() <= ONE);
    part(&['。']).or_else(|| part(&['。', '；', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        markup::{Resolved, outline, parse, render},
        vocabulary::Lang,
    };

    fn found(markdown: &str) -> Vec<(String, String)> {
        let mut html = String::new();
        render(&parse(markdown), Lang::Zh, &mut |_| Resolved::Unchanged, &mut html);
        let known = |it: &str| ["办理时限", "收费", "联系电话", "办理地点"].iter().any(|name| it.contains(name));
        labelled(&outline(&html), known).into_iter().map(|it| (it.label, it.text)).collect()
    }

    #[test]
    fn a_name_is_a_heading_a_line_or_a_cell() {
        let pair = |label: &str, text: &str| (label.to_owned(), text.to_owned());
        for (markdown, expected) in [
            ("## 一、办理时限\n\n3个工作日。\n", vec![pair("办理时限", "3个工作日。")]),
            ("## 办理时限：3个工作日\n\n别的。\n", vec![pair("办理时限", "3个工作日")]),
            ("**办理时限：** 3个工作日\n", vec![pair("办理时限", "3个工作日")]),
            (
                "- 收费标准：不收费\n- 联系电话：0797-8000001\n",
                vec![pair("收费标准", "不收费"), pair("联系电话", "0797-8000001")],
            ),
            (
                "收费标准：不收费；联系电话：0797-8000001。其他：无。\n",
                vec![pair("收费标准", "不收费；"), pair("联系电话", "0797-8000001。")],
            ),
            (
                "| 项目 | 内容 |\n| --- | --- |\n| 办理时限（承诺） | 3日 |\n| 收费 | 否 |\n",
                vec![pair("办理时限", "3日"), pair("收费", "否")],
            ),
            (
                "| 办理时限 | 3日 | 收费 | 否 |\n| --- | --- | --- | --- |\n| 联系电话 | 1 | 办理地点 | 2 |\n",
                vec![pair("办理时限", "3日"), pair("收费", "否"), pair("联系电话", "1"), pair("办理地点", "2")],
            ),
            ("| 办理时限 | 收费 |\n| --- | --- |\n| 3日 | 否 |\n", vec![pair("办理时限", "3日"), pair("收费", "否")]),
            (
                "六、办理时限\n\n3个工作日\n\n七、收费标准：\n\n不收费\n",
                vec![pair("办理时限", "3个工作日"), pair("收费标准", "不收费")],
            ),
            ("办理时限\n\n收费标准\n\n无\n", vec![pair("收费标准", "无")]),
            ("| 序号 | 要素 | 内容 |\n| --- | --- | --- |\n| 1 | 办理时限 | 3日 |\n", vec![pair("办理时限", "3日")]),
            ("办理时限另行通知。见 http://a.cn/\n", vec![]),
        ] {
            assert_eq!(found(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_sentence_or_left_out() {
        let long = "很长的内容".repeat(13);
        assert_eq!(brief("不收费。"), Some("不收费"));
        assert_eq!(brief(&format!("不收费。{long}")), Some("不收费"));
        assert_eq!(brief(&format!("不收费；{long}")), Some("不收费"));
        assert_eq!(brief(&long), None);
        assert_eq!(brief(" "), None);
    }
}
