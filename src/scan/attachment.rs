//! 0315, 0805 and 0806: attachments that are unsafe, that no program can read as a whole, or that carry what nobody sees.

use super::subject::file_name;
use crate::{
    diagnostic::{
        Candidate, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15, REGULATIONS_2019_17, WEBSITES_2017},
    },
    office::{FileKind, Gap, Hidden, Reading, Risk, Unread},
    source::FileId,
    vocabulary::Text,
};

pub static UNSAFE_ATTACHMENT: Rule = Rule {
    code: "GK0315",
    name: "unsafe-attachment",
    label: "附件不安全",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "附件不安全或打不开", en: "an attachment that is unsafe or cannot be opened" },
    why: words! {
        zh: "群众信任政府网站，下载后会直接打开。程序、带宏的文档、名不副实的文件会成为病毒的通道；加密的文件谁也打不开。",
        en: "People trust files from a government site. Programs, macros and files that are not what they claim carry viruses; an encrypted file is no disclosure.",
    },
    mend: words! {
        zh: "换成 docx、xlsx、pdf、ofd 等普通文档：去掉宏和密码，扩展名与内容一致。",
        en: "Attach plain docx, xlsx, pdf or ofd: no macros, no password, the ending that the content has.",
    },
    example: Example {
        bad: r#"==> content/2018/附件.pdf
#!/bin/sh
echo
--> content/2018/通知.md
attachments = ["附件.pdf"]
+++
见附件。
"#,
        good: r#"xx> content/2018/附件.pdf
==> content/2018/附件.txt
值守安排：每日两班。
--> content/2018/通知.md
attachments = ["附件.txt"]
"#,
    },
};

pub static UNREADABLE_ATTACHMENT: Rule = Rule {
    code: "GK0805",
    name: "unreadable-attachment",
    label: "附件无法检查",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_17],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "附件里的文字读不出来，没有检查或者没有全部检查", en: "an attachment whose text could not be read, or not as a whole, and so was not checked" },
    why: words! {
        zh: "扫描件、加密件、旧格式文件，只有图片的页面，嵌在文档里的旧格式文件，有没有身份证号、密级标志，程序看不出来，只能靠人看。没人看过的，不能放心发布。",
        en: "Whether a scan, an old format, a page that is a picture or a file inside a file holds identity numbers or marks of secrecy no program can tell; somebody has to look.",
    },
    mend: words! {
        zh: "换成能读出文字的 docx、xlsx、ofd；只有扫描件的，人工核对后写 attachments = [{ file = \"…\", checked = { by = \"谁\", on = 哪天 } }]。",
        en: "Attach a file with text; for a scan have it looked at and write `checked = { by = …, on = … }` beside it.",
    },
    example: Example {
        bad: r#"==> content/2018/附件.pdf
%PDF-1.4
%%EOF
--> content/2018/通知.md
attachments = ["附件.pdf"]
+++
见附件。
"#,
        good: r#"--> content/2018/通知.md
attachments = [{ file = "附件.pdf", checked = { by = "保密员", on = 2018-06-21 } }]
"#,
    },
};

pub static HIDDEN_CONTENT: Rule = Rule {
    code: "GK0806",
    name: "hidden-content",
    label: "附件有隐藏内容",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, REGULATIONS_2019_17, PRIVACY_25],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "附件带着看不见的内容", en: "an attachment that carries what nobody sees" },
    why: words! {
        zh: "修订痕迹、批注、隐藏的工作表和行列、数据透视表的源数据、作者姓名、照片的拍摄地点，打开文件时看不见，下载的人却能翻出来。表格里隐藏的往往正是不能公开的内容。",
        en: "Tracked changes, comments, hidden sheets, rows and columns, the rows behind a pivot table, authors' names and places of photographs are unseen on opening, yet anyone who downloads the file can bring them up. What a spreadsheet hides is often just what may not be public.",
    },
    mend: words! {
        zh: "在 Word、WPS 中接受全部修订、删去批注，用“检查文档”删去隐藏信息和个人信息。表格里隐藏的内容核对后确可公开的，写 attachments = [{ file = \"…\", checked = { by = \"谁\", on = 哪天 } }]。",
        en: "Accept all changes, delete comments, run Inspect Document. Where what a spreadsheet hides has been looked at and may be public, write `checked = { by = …, on = … }` beside it.",
    },
    example: Example {
        bad: r#"==> content/2018/附件.pdf
%PDF-1.4
1 0 obj << /Author (Zhang San) >> endobj
%%EOF
--> content/2018/通知.md
attachments = ["附件.pdf"]
+++
见附件。
"#,
        good: "==> content/2018/附件.pdf
%PDF-1.4
1 0 obj << /Title (Notice) >> endobj
%%EOF
",
    },
};

/// Looks at what was read of an attachment.
pub(super) fn attachment(file: FileId, path: &str, reading: &Reading, findings: &mut Findings) {
    let name = file_name(path);
    for risk in &reading.risks {
        unsafe_attachment(file, name, reading.kind, risk, findings);
    }
    if let Some(unread) = reading.unread {
        unreadable(file, name, unread, findings);
    }
    for gap in &reading.gaps {
        gap_in(file, name, gap, findings);
    }
    for hidden in &reading.hidden {
        hidden_content(file, name, hidden, findings);
    }
}

fn unsafe_attachment(file: FileId, name: &str, kind: FileKind, risk: &Risk, findings: &mut Findings) {
    let is = kind.name();
    let Text { zh, en } = risk.words();
    let help = match risk {
        Risk::Mismatch { .. } => text! {
            zh: "用办公软件打开后另存为正确的格式；确是 {is} 的，把扩展名改成 .{is}",
            en: "save it in the right format, or give it the ending .{is}",
        },
        Risk::Encrypted => text! { zh: "去掉密码后重新保存", en: "save it again without the password" },
        Risk::Active => {
            text! { zh: "另存为不带宏的 docx、xlsx 或 pdf", en: "save it as docx, xlsx or pdf without macros" }
        }
        _ => text! { zh: "换成 docx、xlsx、pdf、ofd 等普通文档", en: "attach plain docx, xlsx, pdf or ofd" },
    };
    let key = match risk {
        Risk::Mismatch { .. } => "mismatch",
        Risk::Executable => "executable",
        Risk::Active => "active",
        Risk::Encrypted => "encrypted",
        Risk::Bomb => "bomb",
        Risk::Slip(_) => "slip",
        Risk::ProgramInside(_) => "program-inside",
    };
    findings
        .raise(
            &UNSAFE_ATTACHMENT,
            file,
            text! { zh: "附件“{name}”（{is}）不安全：{zh}", en: "the attachment {name} ({is}): {en}" },
        )
        .help(help)
        // A wrong ending of harmless content only confuses.
        .lesser_if(matches!(risk, Risk::Mismatch { named } if !kind.is_executable() && !named.is_executable()))
        .key(key);
}

fn unreadable(file: FileId, name: &str, unread: Unread, findings: &mut Findings) {
    let Text { zh, en } = unread.words();
    findings
        .raise(&UNREADABLE_ATTACHMENT, file, text! { zh: "附件“{name}”没有检查：{zh}", en: "the attachment {name} was not checked: it {en}" })
        .help(text! {
            zh: "换成能读出文字的文件；或人工核对后在条目的 attachments 里写 checked = {{ by = \"谁\", on = 哪天 }}",
            en: "attach a file with text, or have it looked at and write `checked = {{ by = …, on = … }}` beside it in the entry",
        })
        .unless(Candidate::Unread)
        .key("unread");
}

/// Tells a part of the attachment that no program reads.
fn gap_in(file: FileId, name: &str, gap: &Gap, findings: &mut Findings) {
    let Text { zh, en } = gap.words();
    findings
        .raise(
            &UNREADABLE_ATTACHMENT,
            file,
            text! { zh: "附件“{name}”没有全部检查：{zh}", en: "the attachment {name} was not checked as a whole: {en}" },
        )
        .help(text! {
            zh: "换成能读出文字的文件，嵌入的文件单独附上；或人工核对后在条目的 attachments 里写 checked = {{ by = \"谁\", on = 哪天 }}",
            en: "attach a file with text, and embedded files by themselves; or have it looked at and write `checked = {{ by = …, on = … }}` beside it in the entry",
        })
        .unless(Candidate::Unread)
        .key(format!("unread {zh}"));
}

fn hidden_content(file: FileId, name: &str, hidden: &Hidden, findings: &mut Findings) {
    let Text { zh, en } = hidden.words();
    let (key, help) = match hidden {
        Hidden::TrackedChanges(..) => {
            ("changes", text! { zh: "审阅 → 接受全部修订，再保存", en: "accept all changes and save" })
        }
        Hidden::Comments(..) => {
            ("comments", text! { zh: "审阅 → 删除全部批注，再保存", en: "delete all comments and save" })
        }
        Hidden::HiddenSheets(_) => ("sheets", unhide()),
        Hidden::HiddenCells(_) => ("cells", unhide()),
        Hidden::PivotData(_) => (
            "pivot",
            text! {
                zh: "把透视表复制后“选择性粘贴—数值”，删去原透视表再保存；源数据都可以公开的，人工核对后在条目的 attachments 里写 checked = {{ by = \"谁\", on = 哪天 }}",
                en: "paste the pivot table as values, delete the table itself and save; where all of its source may be public, have it looked at and write `checked = {{ by = …, on = … }}` beside it in the entry",
            },
        ),
        Hidden::HiddenText(_) => ("text", inspect(name)),
        Hidden::HiddenSlides(_) => ("slides", inspect(name)),
        Hidden::SpeakerNotes(_) => ("notes", inspect(name)),
        Hidden::People(_) => ("people", inspect(name)),
        Hidden::CustomProperties(_) => ("properties", inspect(name)),
        Hidden::Embedded(_) => ("embedded", inspect(name)),
        Hidden::ExternalLinks(_) => ("links", inspect(name)),
        Hidden::Location(_) => (
            "location",
            text! { zh: "在图片的“属性—详细信息”里点“删除属性和个人信息”，去掉位置信息", en: "remove the place in the picture's properties" },
        ),
    };
    let cells = matches!(hidden, Hidden::HiddenSheets(_) | Hidden::HiddenCells(_) | Hidden::PivotData(_));
    let finding = findings.raise(
        &HIDDEN_CONTENT,
        file,
        text! { zh: "附件“{name}”带着看不见的内容：{zh}", en: "the attachment {name} carries {en}" },
    );
    finding.help(help).lesser_if(!cells).key(key);
    if cells {
        finding.unless(Candidate::Unread);
    }
}

fn unhide() -> Text {
    text! {
        zh: "取消隐藏，不能公开的删去；都可以公开的，人工核对后在条目的 attachments 里写 checked = {{ by = \"谁\", on = 哪天 }}",
        en: "unhide and delete what may not be public; where all of it may, have it looked at and write `checked = {{ by = …, on = … }}` beside it in the entry",
    }
}

/// How to take out what an ordinary document carries: what was exported is exported anew.
fn inspect(name: &str) -> Text {
    match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "pdf" | "ofd" => {
            return text! {
                zh: "回到原来的 Word、WPS 文档，用“检查文档”删去文件属性和个人信息，再重新导出；没有原文档的，打开后重新“打印”成 PDF",
                en: "remove it with Inspect Document from the document it was made of, and export that anew; without that, print it to a new PDF"
            };
        }
        "jpg" | "jpeg" | "png" | "gif" | "bmp" | "tif" | "tiff" | "webp" | "heic" | "heif" => {
            return text! {
                zh: "在图片的“属性—详细信息”里点“删除属性和个人信息”",
                en: "remove it in the picture's properties"
            };
        }
        _ => {}
    }
    text! { zh: "在 Word、WPS 里用“检查文档”删去，再保存", en: "remove it with Inspect Document and save" }
}
