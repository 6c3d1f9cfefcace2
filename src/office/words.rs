//! What was found in an attachment, in words that findings quote.

use crate::vocabulary::Text;

use super::fault::Fault;
use super::reading::{Gap, Hidden, Risk, Unread};

impl Fault {
    /// The fault in a few words.
    pub fn words(self) -> Text {
        match self {
            Self::Encoded(encoding) => {
                let name = encoding.name();
                text! { zh: "文件是 {name} 编码，应为 UTF-8", en: "the file is {name}, it should be UTF-8" }
            }
            Self::ForeignBytes => text! {
                zh: "这里是 GBK 编码的文字，与全文的 UTF-8 不一致，可能是从别处粘贴的",
                en: "GBK text inside a UTF-8 file, perhaps pasted from elsewhere",
            },
            Self::Truncated => {
                text! { zh: "文件在最后一个字的中间断开", en: "the file ends in the middle of a character" }
            }
            Self::Overlong => text! { zh: "超长的 UTF-8 编码", en: "a character in overlong UTF-8" },
            Self::Surrogate => text! { zh: "半个字的编码（CESU-8）", en: "half a character (CESU-8)" },
            Self::Stray => text! { zh: "不是 UTF-8 的字节", en: "bytes that are no UTF-8" },
            Self::LoneReturn => text! { zh: "只有回车、没有换行的行尾", en: "a line end without a line feed" },
            Self::Mojibake => text! { zh: "疑似乱码", en: "this looks garbled" },
        }
    }
}

impl Hidden {
    /// What is hidden, in a few words.
    pub fn words(&self) -> Text {
        match self {
            Self::TrackedChanges(count, authors) => {
                by(text! { zh: "{count} 处修订痕迹", en: "{count} tracked changes" }, authors)
            }
            Self::Comments(count, authors) => by(text! { zh: "{count} 条批注", en: "{count} comments" }, authors),
            Self::HiddenText(count) => text! { zh: "{count} 处隐藏文字", en: "{count} runs of hidden text" },
            Self::HiddenSheets(names) => named("隐藏的工作表", "hidden sheets", names),
            Self::HiddenCells(names) => {
                named("有隐藏的行、列或单元格的工作表", "sheets with hidden rows, columns or cells", names)
            }
            Self::HiddenSlides(count) => text! { zh: "{count} 张隐藏的幻灯片", en: "{count} hidden slides" },
            Self::SpeakerNotes(count) => {
                text! { zh: "{count} 张幻灯片有备注", en: "speaker's notes on {count} slides" }
            }
            Self::People(names) => named("文件属性中的人员和单位", "people in the file's properties", names),
            Self::CustomProperties(names) => named("自定义属性", "custom properties", names),
            Self::Embedded(count) => text! { zh: "{count} 个嵌入的文件", en: "{count} embedded files" },
            Self::ExternalLinks(count) => {
                text! { zh: "{count} 个指向其他工作簿的链接", en: "{count} links to other workbooks" }
            }
            Self::Location(count) => {
                text! { zh: "{count} 张图片带有拍摄地点", en: "{count} pictures tell where they were taken" }
            }
            Self::PivotData(rows) => text! {
                zh: "数据透视表里存着 {rows} 行源数据，表格中没有显示",
                en: "{rows} rows of source data in a pivot table that no sheet shows",
            },
        }
    }
}

/// The names after what they did.
fn by(what: Text, names: &[String]) -> Text {
    if names.is_empty() {
        return what;
    }
    let Text { zh, en } = what;
    Text { zh: format!("{zh}（{}）", names.join("、")), en: format!("{en} ({})", names.join(", ")) }
}

fn named(zh: &str, en: &str, names: &[String]) -> Text {
    Text { zh: format!("{zh}：{}", names.join("、")), en: format!("{en}: {}", names.join(", ")) }
}

impl Risk {
    /// The risk in a few words.
    pub fn words(&self) -> Text {
        match self {
            Self::Mismatch { named } => {
                let named = named.name();
                text! { zh: "文件名说是 {named}，内容不是", en: "named as {named}, which it is not" }
            }
            Self::Executable => text! { zh: "打开时会运行程序", en: "runs code when opened" },
            Self::Active => text! { zh: "含有宏或脚本", en: "has macros or scripts" },
            Self::Encrypted => text! { zh: "加了密码", en: "is locked with a password" },
            Self::Bomb => text! { zh: "解压后大得不正常", en: "unpacks to far too much" },
            Self::Slip(name) => {
                text! { zh: "压缩包内的文件名指向包外：{name:?}", en: "an entry leads outside: {name:?}" }
            }
            Self::ProgramInside(name) => text! { zh: "压缩包内有程序：{name:?}", en: "a program inside: {name:?}" },
        }
    }
}

impl Gap {
    /// What was not read, in a few words.
    pub fn words(&self) -> Text {
        match self {
            Self::Inside(name, why) => {
                let Text { zh, en } = why.words();
                text! { zh: "嵌入的文件“{name}”{zh}", en: "the embedded file “{name}” {en}" }
            }
            Self::MoreInside(count) => {
                text! { zh: "嵌入的文件太多，还有 {count} 个没有读", en: "{count} more embedded files were not read" }
            }
            Self::Pages(first, 1) => {
                text! { zh: "第 {first} 页是图片，没有能读的文字", en: "page {first} is a picture without text" }
            }
            Self::Pages(first, count) => text! {
                zh: "第 {first} 页等 {count} 页是图片，没有能读的文字",
                en: "{count} pages, the first page {first}, are pictures without text",
            },
            Self::Pictures(count) => text! {
                zh: "内容几乎都在 {count} 张图片里，图片中的文字读不出来",
                en: "nearly all of it is in {count} pictures, whose words are not read",
            },
        }
    }
}

impl Unread {
    /// Why the text could not be read, and what helps.
    pub fn words(self) -> Text {
        match self {
            Self::Scan => text! { zh: "是图片或扫描件，没有文字", en: "is a picture or scan without text" },
            Self::NotExtracted => text! { zh: "文字无法自动读取", en: "has text that is not read automatically" },
            Self::OldFormat => {
                text! { zh: "是旧格式，请另存为 docx 或 xlsx", en: "is of an old format; save it as docx or xlsx" }
            }
            Self::Archive => {
                text! { zh: "是压缩包，请直接附上其中的文件", en: "is an archive; attach the files themselves" }
            }
            Self::Encrypted => text! { zh: "加了密码", en: "is locked with a password" },
            Self::TooLarge => text! { zh: "太大，未读完", en: "is too large to be read" },
            Self::Damaged => text! { zh: "已损坏，打不开", en: "is damaged" },
            Self::NoText => text! { zh: "不是文字文件", en: "holds no text" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_what_was_found() {
        let changes = Hidden::TrackedChanges(2, vec!["甲".into(), "乙".into()]).words();
        assert_eq!(
            (changes.zh.as_str(), changes.en.as_str()),
            ("2 处修订痕迹（甲、乙）", "2 tracked changes (甲, 乙)")
        );
        assert_eq!(Hidden::Comments(1, Vec::new()).words().zh, "1 条批注");
        assert!(!Risk::Slip("a\u{202e}b".into()).words().zh.contains('\u{202e}'));
    }
}
