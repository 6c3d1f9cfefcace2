//! What is read from an attachment: its text in places, what it hides, what is risky, and what could not be read.

use std::sync::Arc;

use crate::vocabulary::Text;

use super::kind::FileKind;

/// A file as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the file is by its content.
    pub kind: FileKind,
    /// Its text, in order; a paragraph, line or cell each. No piece is empty.
    pub pieces: Vec<Piece>,
    /// What a reader's eye does not meet.
    pub hidden: Vec<Hidden>,
    /// What makes it unsafe to publish.
    pub risks: Vec<Risk>,
    /// Why the text is missing or not whole.
    pub unread: Option<Unread>,
    /// Parts of a file that is read otherwise which no program reads.
    pub gaps: Vec<Gap>,
    /// Text once more in the order that the file has it, where readers meet it in another.
    pub flows: Vec<Piece>,
    /// The tables of a document, whose cells are pieces as well: a piece a row, cells apart by tabs.
    pub tables: Vec<Vec<Piece>>,
}

impl Reading {
    pub(super) const fn new(kind: FileKind) -> Self {
        Self {
            kind,
            pieces: Vec::new(),
            hidden: Vec::new(),
            risks: Vec::new(),
            unread: None,
            gaps: Vec::new(),
            flows: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// Adds a piece unless it is blank.
    pub(super) fn push(&mut self, place: Place, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.pieces.push(Piece { place, text: text.to_owned() });
        }
    }

    /// Adds what no reader sees, where digits enough for a personal number stand in it.
    pub(super) fn push_number(&mut self, place: &Place, text: &str) {
        if has_digits(text) {
            self.push(place.clone(), text);
        }
    }

    /// Puts together what is written a letter a piece: a number over text boxes, or down a column.
    pub(super) fn join_letters(&mut self) {
        let is_letter = |piece: &&Piece| piece.text.len() <= LETTER && piece.text.chars().nth(1).is_none();
        let mut rest = &self.pieces[..];
        while let Some(at) = rest.iter().position(|it| is_letter(&it)) {
            rest = &rest[at..];
            let length = rest.iter().take_while(is_letter).count();
            let text: String = rest[..length].iter().map(|it| it.text.as_str()).collect();
            if has_digits(&text) {
                self.flows.push(Piece { place: rest[0].place.clone(), text });
            }
            rest = &rest[length..];
        }
    }

    /// Takes in what was read of a file inside.
    pub(super) fn take(&mut self, name: &Arc<str>, inner: Self) {
        let inside = |piece: Piece| Piece { place: Place::Inside(name.clone(), piece.place.into()), text: piece.text };
        self.pieces.extend(inner.pieces.into_iter().map(inside));
        self.flows.extend(inner.flows.into_iter().map(inside));
        self.tables.extend(inner.tables.into_iter().map(|rows| rows.into_iter().map(inside).collect()));
        let dangers = |risk: &Risk| matches!(risk, Risk::Active | Risk::Bomb | Risk::ProgramInside(_));
        self.risks.extend(inner.risks.into_iter().filter(dangers));
        if let Some(why) = inner.unread {
            self.gaps.push(Gap::Inside(name.to_string(), why));
        }
        self.gaps.extend(inner.gaps);
    }

    /// The text without its places, a line a piece.
    #[cfg(test)]
    pub fn text(&self) -> String {
        let mut all = String::with_capacity(self.pieces.iter().map(|piece| piece.text.len() + 1).sum());
        for piece in &self.pieces {
            all.push_str(&piece.text);
            all.push('\n');
        }
        all
    }
}

/// Bytes of the longest letter.
const LETTER: usize = 4;

/// Whether digits enough for a personal number stand in `text`.
pub(super) fn has_digits(text: &str) -> bool {
    text.chars().filter(|char| char.is_numeric()).nth(10).is_some()
}

/// A bit of text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// As precise as the format has it: a paragraph, a row, a page.
    pub place: Place,
    /// The text, trimmed, never empty.
    pub text: String,
}

/// A place inside an attachment, as the reader of the program that opens it finds it. Numbers start at 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A line of a text file.
    Line(u32),
    /// A paragraph of a document's body, tables included.
    Paragraph(u32),
    /// A page header.
    Header,
    /// A page footer.
    Footer,
    /// A footnote or endnote.
    Note,
    /// A comment in the margin or at a cell.
    Comment,
    /// Text struck out under tracked changes.
    Deleted,
    /// A slide.
    Slide(u32),
    /// A slide that is not shown.
    HiddenSlide(u32),
    /// The speaker's notes.
    SpeakerNotes,
    /// A row of a sheet; its cells stand in the text between tabs.
    Row(Arc<str>, u32),
    /// What the file says of itself: its title, keywords, authors, fields of its own.
    Property,
    /// The instructions behind what a paragraph shows.
    Field,
    /// A page of a fixed-layout document.
    Page(u32),
    /// What stands behind all pages.
    Backdrop,
    /// A page that no reader is led to: an old version, a page left over.
    LooseSheet,
    /// A text box.
    TextBox,
    /// Letters drawn as a picture.
    WordArt,
    /// A watermark.
    Watermark,
    /// Runs set to be invisible.
    HiddenText,
    /// What is said for a picture to those who don't see it.
    AltText,
    /// Titles and values behind a chart.
    Chart,
    /// A diagram of shapes.
    Diagram,
    /// The address or the hint of a link.
    Link,
    /// Choices and prompts of a field to be filled in.
    Choice,
    /// Building blocks and data that a document carries for itself.
    Store,
    /// Rows that a pivot table was made from.
    PivotData,
    /// Values remembered of other workbooks.
    ForeignData,
    /// A name given to cells or a constant.
    DefinedName,
    /// A formula.
    Formula,
    /// Text in the list of texts that no cell shows.
    LooseText,
    /// What a picture says of itself.
    PictureData,
    /// A drawing put in as a picture.
    Drawing,
    /// The small picture of the document that its file carries.
    Thumbnail,
    /// A heading in the list of headings beside the text.
    Outline,
    /// The name of a sheet.
    SheetName,
    /// The name of somebody who changed or commented.
    Author,
    /// Something that belongs to a sheet.
    Sheet(Arc<str>, Box<Self>),
    /// Something in a file inside.
    Inside(Arc<str>, Box<Self>),
}

impl Place {
    /// Whether marks stand there for the whole document: in headers, footers and behind the text.
    pub fn is_edge(&self) -> bool {
        match self {
            Self::Sheet(_, place) | Self::Inside(_, place) => place.is_edge(),
            _ => matches!(self, Self::Header | Self::Footer | Self::Watermark | Self::Backdrop),
        }
    }

    /// Whether all that stands there is read by whoever opens the file. Of workbooks no place tells that, for rows and sheets may be hidden.
    pub fn is_seen(&self) -> bool {
        match self {
            Self::Inside(_, place) => place.is_seen(),
            Self::Line(_) | Self::Paragraph(_) | Self::Note | Self::Slide(_) | Self::Page(_) => true,
            _ => matches!(self, Self::TextBox | Self::WordArt),
        }
    }

    /// The place in words.
    pub fn words(&self) -> Text {
        match self {
            Self::Line(n) => text! { zh: "第 {n} 行", en: "line {n}" },
            Self::Paragraph(n) => text! { zh: "第 {n} 段", en: "paragraph {n}" },
            Self::Header => text! { zh: "页眉", en: "page header" },
            Self::Footer => text! { zh: "页脚", en: "page footer" },
            Self::Note => text! { zh: "脚注", en: "footnote" },
            Self::Comment => text! { zh: "批注", en: "comment" },
            Self::Deleted => text! { zh: "修订中删去的文字", en: "text deleted under tracked changes" },
            Self::Slide(n) => text! { zh: "第 {n} 张幻灯片", en: "slide {n}" },
            Self::HiddenSlide(n) => text! { zh: "第 {n} 张幻灯片（隐藏）", en: "slide {n}, which is hidden" },
            Self::Property => text! { zh: "文件属性", en: "the file's properties" },
            Self::Field => text! { zh: "域代码", en: "a field code" },
            Self::SpeakerNotes => text! { zh: "幻灯片备注", en: "speaker's notes" },
            Self::Row(sheet, row) => text! { zh: "工作表“{sheet}”第 {row} 行", en: "row {row} of sheet “{sheet}”" },
            Self::Page(n) => text! { zh: "第 {n} 页", en: "page {n}" },
            Self::Backdrop => text! { zh: "页面的底版", en: "what stands behind the pages" },
            Self::LooseSheet => text! { zh: "没有显示的页面", en: "a page that is not shown" },
            Self::TextBox => text! { zh: "文本框", en: "text box" },
            Self::WordArt => text! { zh: "艺术字", en: "word art" },
            Self::Watermark => text! { zh: "水印", en: "watermark" },
            Self::HiddenText => text! { zh: "隐藏的文字", en: "hidden text" },
            Self::AltText => text! { zh: "图片的替换文字", en: "a picture's alternative text" },
            Self::Chart => text! { zh: "图表", en: "chart" },
            Self::Diagram => text! { zh: "智能图形（SmartArt）", en: "SmartArt" },
            Self::Link => text! { zh: "超链接", en: "hyperlink" },
            Self::Choice => text! { zh: "下拉列表或者填写提示", en: "a list of choices or a prompt" },
            Self::Store => text! { zh: "文件自带的数据", en: "data that the file carries" },
            Self::PivotData => text! { zh: "数据透视表的源数据", en: "the source data of a pivot table" },
            Self::ForeignData => {
                text! { zh: "从其他工作簿记下的数据", en: "values remembered of other workbooks" }
            }
            Self::DefinedName => text! { zh: "名称管理器", en: "the name manager" },
            Self::Formula => text! { zh: "公式", en: "formula" },
            Self::LooseText => text! { zh: "没有显示的文字", en: "text that is not shown" },
            Self::Drawing => text! { zh: "作为图片插入的表格或图形", en: "a table or drawing put in as a picture" },
            Self::Thumbnail => text! { zh: "文件的缩略图", en: "the file's thumbnail" },
            Self::Outline => text! { zh: "目录大纲", en: "outline" },
            Self::SheetName => text! { zh: "工作表的名称", en: "the name of a sheet" },
            Self::Author => text! { zh: "批注或者修订的作者姓名", en: "the name of who commented or changed" },
            Self::PictureData => text! { zh: "图片的属性", en: "a picture's properties" },
            Self::Sheet(sheet, place) => {
                let Text { zh, en } = place.words();
                text! { zh: "工作表“{sheet}”的{zh}", en: "{en} of sheet “{sheet}”" }
            }
            Self::Inside(name, place) => {
                let Text { zh, en } = place.words();
                text! { zh: "嵌入的文件“{name}”里{zh}", en: "{en} of the embedded file “{name}”" }
            }
        }
    }
}

/// Something that leaves the house with the file though nobody sees it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// Tracked insertions, deletions and moves that are still open; how many, and by whom.
    TrackedChanges(usize, Vec<String>),
    /// Comments; how many, and by whom.
    Comments(usize, Vec<String>),
    /// Runs of text set to be invisible.
    HiddenText(usize),
    /// Hidden worksheets, by name.
    HiddenSheets(Vec<String>),
    /// Worksheets with hidden rows or columns, by name.
    HiddenCells(Vec<String>),
    /// Hidden slides.
    HiddenSlides(usize),
    /// Slides with speaker's notes.
    SpeakerNotes(usize),
    /// Names in the file's properties: author, last editor, manager, company.
    People(Vec<String>),
    /// Properties that someone or some system has added, by name.
    CustomProperties(Vec<String>),
    /// Other files inside.
    Embedded(usize),
    /// Links to other workbooks.
    ExternalLinks(usize),
    /// Pictures that tell where they were taken.
    Location(usize),
    /// Data that a pivot table was made from and no sheet shows; how many rows.
    PivotData(usize),
}

/// A part of a file that no program reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A file inside, by name, and why it is not read.
    Inside(String, Unread),
    /// More files inside than are looked at.
    MoreInside(usize),
    /// Pages that are nothing but a picture, or whose letters say nothing: the first, and how many.
    Pages(u32, usize),
    /// A document of pictures with hardly a word.
    Pictures(usize),
}

/// Why a file is unsafe to publish.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// The name promises another kind than the content is.
    Mismatch {
        /// By its name.
        named: FileKind,
    },
    /// A program, or a page that may run scripts.
    Executable,
    /// Macros in an Office file, scripts or launch actions in a PDF.
    Active,
    /// Cannot be opened without a password.
    Encrypted,
    /// Unpacks to far more than an honest file of its size.
    Bomb,
    /// An archive entry whose name leads outside.
    Slip(String),
    /// An archive entry that is a program, by name.
    ProgramInside(String),
}

/// Why there is no text, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A picture of text without text: scanned PDF, OFD or picture file.
    Scan,
    /// Has text, in a form that is not read here (PDF).
    NotExtracted,
    /// An old or foreign format: save as docx or xlsx.
    OldFormat,
    /// An archive: attach the files themselves.
    Archive,
    /// Needs a password.
    Encrypted,
    /// Larger than the limits of reading.
    TooLarge,
    /// Not what it claims to be, or damaged.
    Damaged,
    /// Sound, moving pictures, or a kind not known.
    NoText,
}
