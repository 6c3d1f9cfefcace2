//! 1801: pictures that say nothing to who cannot see them.

use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::ACCESSIBILITY_32},
    markup::Image,
    scan::{places::also, subject::Subject},
    source::Span,
};

pub static PICTURE_WITHOUT_TEXT: Rule = Rule {
    code: "GK1801",
    name: "picture-without-text",
    label: "图片没有说明",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[ACCESSIBILITY_32],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "图片没有文字说明，或者说明只是文件名", en: "a picture without words, or with the name of its file for words" },
    why: words! {
        zh: "看不见的人靠读屏软件听网页，图片没有说明，听到的只是“图片”；网速慢、图片打不开时，所有人都看不到内容；搜索也找不到。",
        en: "Who cannot see hears the page read out, and of a picture without words hears only that it is one. So does everybody whose picture does not load, and no search finds it.",
    },
    mend: words! {
        zh: "在 ![ 和 ] 之间写图里有什么：![示例路封闭施工示意图](图1.png)；网页代码 <img> 里，写在 alt=\"\" 的引号之间。只起装饰作用的，写成 <img src=\"…\" alt=\"\">。",
        en: "Say between `![` and `]`, or in the `alt` of an `<img>`, what the picture shows. One that only adorns is `<img src=\"…\" alt=\"\">`.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\nas_of = 2024-12-31\nrevised = 2024-07-20\n--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。\n\n![](https://www.example.gov.cn/IMG_2018.jpg)\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。\n\n![防汛物资仓库里码放整齐的沙袋](https://www.example.gov.cn/IMG_2018.jpg)\n",
    },
};

/// Endings of pictures' names.
const ENDINGS: [&str; 11] = ["jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "svg", "heic", "jfif"];

/// What programs, telephones and cameras call a picture; a number follows.
const GENERIC: [&str; 31] = [
    "图片",
    "图像",
    "照片",
    "插图",
    "截图",
    "截屏",
    "屏幕截图",
    "屏幕快照",
    "微信图片",
    "微信截图",
    "qq图片",
    "qq截图",
    "新建图像",
    "未命名",
    "无标题",
    "扫描件",
    "image",
    "img",
    "picture",
    "pic",
    "photo",
    "untitled",
    "screenshot",
    "clipimage",
    "dsc",
    "dscf",
    "dscn",
    "pxl",
    "mmexport",
    "wximage",
    "scan",
];

/// Looks at the pictures of an entry's text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let mut bare = Vec::new();
    for image in &subject.layout.images {
        if says_nothing(&image.alt) && !is_adornment(subject, image) {
            bare.push(image);
        }
    }
    let Some(first) = bare.first() else { return };
    let count = bare.len();
    let place = |it: &Image| Span { file: subject.file, range: it.range };
    let message = if first.alt.trim().is_empty() {
        text! { zh: "正文里有 {count} 张图片没有文字说明", en: "pictures without words: {count}" }
    } else {
        text! { zh: "正文里有 {count} 张图片的说明只是文件名", en: "pictures with the name of a file for words: {count}" }
    };
    let finding = findings.raise(&PICTURE_WITHOUT_TEXT, place(first), message);
    also(finding, bare[1..].iter().map(|it| place(it)));
    let edits: Vec<Edit> = bare.iter().filter_map(|it| edit(subject, it)).collect();
    // What stands there is what is spoken of.
    let is_tag = subject.text.get(first.range.bytes()).is_some_and(|it| it.starts_with('<'));
    let help = if is_tag {
        text! {
            zh: "在 <img> 的 alt=\"\" 里写图里有什么，如 alt=\"〔图里有什么〕\"；只起装饰作用的，写成 alt=\"\"",
            en: "say in the `alt` of the `<img>` what it shows; one that only adorns has alt=\"\"",
        }
    } else {
        text! {
            zh: "在 ![ 和 ] 之间写图里有什么，如 ![〔图里有什么〕](图片.jpg)；只起装饰作用的，写成 <img src=\"…\" alt=\"\">",
            en: "say between `![` and `]` what it shows; one that only adorns is `<img src=\"…\" alt=\"\">`",
        }
    };
    finding.help(help).fix(if edits.len() == count { edits } else { Vec::new() }).key("pictures");
}

/// Whether `alt` tells nobody what the picture shows: nothing, the name of a file, a word for any picture with a number.
fn says_nothing(alt: &str) -> bool {
    let alt = alt.trim();
    let (stem, ending) = alt.rsplit_once('.').unwrap_or((alt, ""));
    if alt.is_empty() || ENDINGS.iter().any(|it| it.eq_ignore_ascii_case(ending.trim())) && !stem.contains(['。', '，'])
    {
        return true;
    }
    let bare: String = alt
        .chars()
        .filter(|it| !(it.is_ascii_digit() || it.is_whitespace() || "_-—()（）[]【】.~:：".contains(*it)))
        .collect::<String>()
        .to_lowercase();
    let digits = alt.bytes().filter(u8::is_ascii_digit).count();
    let is_hash = alt.len() >= 16 && alt.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-');
    bare.is_empty() && digits >= 6 || is_hash || GENERIC.contains(&&*bare)
}

/// Whether the author said that the picture only adorns, `alt=""`, or words stand beside it in the same link.
fn is_adornment(subject: &Subject<'_>, image: &Image) -> bool {
    let written = subject.text.get(image.range.bytes()).unwrap_or_default();
    let chosen = written.starts_with('<') && image.alt.trim().is_empty() && {
        let tag: String = written.chars().filter(|it| !it.is_whitespace()).collect::<String>().to_ascii_lowercase();
        ["alt=\"\"", "alt=''"].iter().any(|it| tag.contains(it))
    };
    let named = |it: &crate::markup::Link| {
        it.range.start <= image.range.start
            && image.range.end <= it.range.end
            && !it.text.replace(&*image.alt, "").trim().is_empty()
    };
    chosen || subject.layout.links.iter().any(named)
}

/// What the author fills in, in place of what stands for words.
fn edit(subject: &Subject<'_>, image: &Image) -> Option<Edit> {
    const HOLE: &str = "〔图里有什么〕";
    let written = subject.text.get(image.range.bytes())?;
    let start = image.range.start as usize;
    let at = |from: usize, to: usize| Span::new(subject.file, start + from..start + to);
    if let Some(rest) = written.strip_prefix("![") {
        let end = rest.find(']')?;
        return (rest[..end].trim() == image.alt.trim()).then(|| Edit::new(at(2, 2 + end), HOLE, false));
    }
    let tag = written.get(..4).filter(|it| it.eq_ignore_ascii_case("<img"))?;
    let lower = written.to_ascii_lowercase();
    let Some(found) = lower.find("alt=") else {
        return Some(Edit::new(at(tag.len(), tag.len()), format!(" alt=\"{HOLE}\""), false));
    };
    let value = found + "alt=".len();
    let quoted = [format!("\"{}\"", image.alt), format!("'{}'", image.alt)];
    let old = quoted.iter().find(|it| written[value..].starts_with(&***it))?;
    Some(Edit::new(at(value, value + old.len()), format!("\"{HOLE}\""), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_no_words() {
        for alt in [
            "",
            " ",
            "现场.jpg",
            "IMG_2018.JPG",
            "IMG_20180620",
            "image001",
            "图片1",
            "图片 (2)",
            "微信图片_20180620093211",
            "DSC00123",
            "20180620093211",
            "clip_image002",
            "QQ截图20180620",
            "屏幕截图 2018-06-20",
            "a3f4bc90aa12de45",
            "未命名",
        ] {
            assert!(says_nothing(alt), "{alt}");
        }
        for alt in [
            "组织机构图",
            "图1 施工范围",
            "2018年度收支总表",
            "示例路封闭施工示意图",
            "局长在现场",
            "LOGO",
            "照片：座谈会现场",
            "2018年",
            "图1",
        ] {
            assert!(!says_nothing(alt), "{alt}");
        }
    }
}
