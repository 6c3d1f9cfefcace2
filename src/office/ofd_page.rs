//! The text of one OFD page in reading order: many writers make an object of each glyph, in any order, and only where they stand says
//! which belong together.

use super::reading::{Unread, has_digits};
use super::xml::{Element, Node, walk};

/// Lines drawn from which on a page without letters may have its text as drawings.
const MANY_PATHS: usize = 100;
/// A picture this wide and high, in millimetres, may be a page.
const PAGE: (f64, f64) = (100.0, 100.0);
/// How far two pieces of a line may stand apart before their letters are of two words, in heights of a letter.
const GAP: f64 = 0.6;
/// How far the lines of two pieces of one line may differ, in heights of a letter.
const SAME_LINE: f64 = 0.4;

/// What was read of a page.
#[derive(Default)]
pub(super) struct Page {
    codes: Vec<Code>,
    /// Whether a picture as large as a page stands on it.
    pictured: bool,
    paths: usize,
}

/// A run of letters with its place, in millimetres.
struct Code {
    x: f64,
    y: f64,
    /// Where it ends, and how high its letters are.
    end: f64,
    size: f64,
    text: String,
}

/// Reads a page.
pub(super) fn read_page(xml: &[u8]) -> Result<Page, Unread> {
    let mut page = Page::default();
    let mut object = Object::default();
    let mut code: Option<Code> = None;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "TextObject" => object = Object::of(&element),
            "TextCode" => code = Some(object.code(&element)),
            "ImageObject" => {
                let size = numbers(&element.get("Boundary").unwrap_or_default());
                page.pictured |= size.len() < 4 || size[2] >= PAGE.0 && size[3] >= PAGE.1;
            }
            "PathObject" => page.paths += 1,
            _ => {}
        },
        Node::Text(text) => {
            if let Some(code) = &mut code {
                code.text.push_str(text);
            }
        }
        Node::Close("TextCode") => {
            if let Some(mut code) = code.take().filter(|it| !it.text.trim().is_empty()) {
                object.place_end(&mut code);
                page.codes.push(code);
            }
        }
        Node::Close(_) => {}
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(page)
}

impl Page {
    /// Whether its text may stand in a picture, in lines drawn, or in codes that only its own font knows.
    pub(super) fn is_pictured(&self) -> bool {
        let letters = || self.codes.iter().flat_map(|it| it.text.chars());
        let strange = letters().filter(|char| matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '¤')).count();
        self.pictured || self.paths >= MANY_PATHS || strange * 2 > letters().count()
    }

    /// How many letters and digits it has. Codes of a font's own are none.
    pub(super) fn letters(&self) -> usize {
        self.codes.iter().flat_map(|it| it.text.chars()).filter(|char| char.is_alphanumeric()).count()
    }

    /// Its lines from the top, each from the left, words that stand apart separated by tabs.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut order: Vec<&Code> = self.codes.iter().collect();
        order.sort_by(|one, other| one.y.total_cmp(&other.y));
        let mut lines: Vec<Vec<&Code>> = Vec::new();
        for code in order {
            let is_same = |first: &Code| (code.y - first.y).abs() <= SAME_LINE * first.size.min(code.size);
            match lines.last_mut() {
                Some(line) if is_same(line[0]) => line.push(code),
                _ => lines.push(vec![code]),
            }
        }
        lines.into_iter().map(line).collect()
    }

    /// Its text in the order of the file, where a number or a mark of secrecy may stand in it.
    pub(super) fn flow(&self) -> Option<String> {
        let mut text = String::new();
        let mut single = false;
        for code in &self.codes {
            let is_single = code.text.chars().nth(1).is_none();
            if !(text.is_empty() || single && is_single) {
                text.push('\n');
            }
            text.push_str(code.text.trim());
            single = is_single;
        }
        (has_digits(&text) || text.contains('密')).then_some(text)
    }
}

fn line(mut codes: Vec<&Code>) -> String {
    codes.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut text = String::new();
    let mut end = f64::NEG_INFINITY;
    let mut seen: Option<&Code> = None;
    for code in codes {
        // Bold letters are drawn twice, a hair apart.
        let again = seen.is_some_and(|it| it.text == code.text && (it.x - code.x).abs() < 0.1 * code.size);
        seen = Some(code);
        if again {
            continue;
        }
        if !text.is_empty() && code.x - end > GAP * code.size {
            text.push('\t');
        }
        text.push_str(code.text.trim());
        end = code.end;
    }
    text
}

/// What the codes of one text object share.
#[derive(Default)]
struct Object {
    left: f64,
    top: f64,
    size: f64,
    /// How letters are turned and stretched before they are placed: a b c d e f.
    matrix: Option<[f64; 6]>,
    last: (f64, f64),
    deltas: f64,
    has_deltas: bool,
}

impl Object {
    fn of(element: &Element<'_>) -> Self {
        let boundary = numbers(&element.get("Boundary").unwrap_or_default());
        let matrix = numbers(&element.get("CTM").unwrap_or_default());
        let size = element.get("Size").and_then(|it| it.trim().parse().ok()).filter(|it: &f64| it.is_finite());
        Self {
            left: boundary.first().copied().unwrap_or_default(),
            top: boundary.get(1).copied().unwrap_or_default(),
            size: size.unwrap_or(3.5).abs(),
            matrix: <[f64; 6]>::try_from(matrix).ok(),
            ..Self::default()
        }
    }

    fn code(&mut self, element: &Element<'_>) -> Code {
        let at = |key| element.get(key).and_then(|it| it.trim().parse::<f64>().ok()).filter(|it| it.is_finite());
        self.last = (at("X").unwrap_or(self.last.0), at("Y").unwrap_or(self.last.1));
        let deltas = element.get("DeltaX").map(|it| deltas(&it));
        self.has_deltas = deltas.is_some();
        self.deltas = deltas.unwrap_or_default();
        let (x, y) = self.placed(self.last.0, self.last.1);
        let (wide, high) = self.scale();
        Code { x, y, end: x + wide * self.deltas, size: (self.size * high).max(0.1), text: String::new() }
    }

    fn placed(&self, x: f64, y: f64) -> (f64, f64) {
        let (right, down) =
            self.matrix.map_or((x, y), |it| (it[0] * x + it[2] * y + it[4], it[1] * x + it[3] * y + it[5]));
        (self.left + right, self.top + down)
    }

    fn scale(&self) -> (f64, f64) {
        self.matrix.map_or((1.0, 1.0), |it| (it[0].hypot(it[1]), it[2].hypot(it[3])))
    }

    /// Where a code ends: behind its last letter.
    fn place_end(&self, code: &mut Code) {
        let wide = |char: char| if char.is_ascii() { 0.5 } else { 1.0 };
        let unit = self.size * self.scale().0;
        let letters = code.text.trim().chars();
        // Steps are between letters; without them each is as wide as its kind.
        code.end += unit * if self.has_deltas { letters.last().map_or(0.0, wide) } else { letters.map(wide).sum() };
    }
}

/// The steps between letters, added up: `5 5 g 3 2.5` is five, five, and three times two and a half.
fn deltas(text: &str) -> f64 {
    let mut sum = 0.0;
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next() {
        let number = |word: Option<&str>| word.and_then(|it| it.parse::<f64>().ok()).filter(|it| it.is_finite());
        sum += if word == "g" {
            number(words.next()).unwrap_or_default() * number(words.next()).unwrap_or_default()
        } else {
            number(Some(word)).unwrap_or_default()
        };
    }
    sum
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_ascii_whitespace().filter_map(|it| it.parse().ok()).filter(|it: &f64| it.is_finite()).take(6).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(objects: &str) -> Vec<String> {
        read_page(format!("<ofd:Page>{objects}</ofd:Page>").as_bytes()).expect("a page").lines()
    }

    fn glyph(x: f64, y: f64, text: char) -> String {
        format!(
            "<ofd:TextObject Boundary='{x} {y} 4 4' Size='4'><ofd:TextCode X='0' Y='3.5'>{text}</ofd:TextCode></ofd:TextObject>"
        )
    }

    #[test]
    fn glyphs_are_put_together_by_their_places() {
        let mut objects: Vec<String> = (0..)
            .zip("11010519491231002X".chars())
            .map(|(at, it)| glyph(20.0 + 2.0 * f64::from(at), 50.0, it))
            .collect();
        objects.reverse();
        objects.push(glyph(20.0, 30.0, '甲'));
        assert_eq!(lines(&objects.concat()), ["甲", "11010519491231002X"]);
        let boxes: String =
            (0..).zip("110105".chars()).map(|(at, it)| glyph(20.0 + 9.0 * f64::from(at), 50.0, it)).collect();
        assert_eq!(lines(&boxes), ["1\t1\t0\t1\t0\t5"]);
    }

    #[test]
    fn one_object_may_hold_a_page() {
        let object = "<ofd:TextObject Boundary='0 0 210 297' Size='5'>\
                      <ofd:TextCode X='20' Y='40' DeltaX='g 5 2.5'>110105</ofd:TextCode>\
                      <ofd:TextCode X='35' Y='40' DeltaX='2.5 2.5'>194</ofd:TextCode>\
                      <ofd:TextCode X='20' Y='50'>乙</ofd:TextCode></ofd:TextObject>";
        assert_eq!(lines(object), ["110105194", "乙"]);
        let turned = "<ofd:TextObject Boundary='10 10 50 10' CTM='2 0 0 2 0 0' Size='2'>\
                      <ofd:TextCode X='0' Y='2'>甲</ofd:TextCode><ofd:TextCode X='2' Y='2'>乙</ofd:TextCode></ofd:TextObject>";
        assert_eq!(lines(turned), ["甲乙"]);
        let bold = format!("{}{}{}", glyph(1.0, 1.0, '机'), glyph(1.1, 1.0, '机'), glyph(5.0, 1.0, '密'));
        assert_eq!(lines(&bold), ["机密"]);
    }

    #[test]
    fn false_numbers_do_no_harm() {
        for value in ["NaN", "inf", "-1e999", "", "g g g", "1 2", "g 1e308 1e308"] {
            lines(&format!(
                "<ofd:TextObject Boundary='{value} {value}' Size='{value}' CTM='{value} 1 1 1 1 1'>\
                 <ofd:TextCode X='{value}' Y='{value}' DeltaX='{value}'>1</ofd:TextCode></ofd:TextObject>"
            ));
        }
    }
}
