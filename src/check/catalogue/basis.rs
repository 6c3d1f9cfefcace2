//! GK0105: does the basis name a text that exists, by its name, in force on the day?

use super::{
    citation::{Doubt, citations},
    local_law::{LocalLaw, Unfit},
};
use crate::{
    check::context,
    compliance::Compliance,
    day::Day,
    diagnostic::{Edit, Effect, Example, Findings, Law, Level, Rule, Subject, Ungrounded, laws},
    model::{Basis, Model},
    number::document::find_in_text,
    record::schema,
    vocabulary::Text,
};

pub static WEAK_BASIS: Rule = Rule {
    code: "GK0105",
    name: "weak-basis",
    label: "依据不实",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[
        laws::REGULATIONS_2008_19,
        laws::REGULATIONS_2019_12,
        laws::OPINION_2016_RULES.whole(),
        laws::STANDARDS_2019.whole(),
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "公开依据写得不实", en: "a weak citation" },
    why: words! {
        zh: "公开依据要让人查得到、对得上：写全称、加书名号、文号规范，并且在判定那天有效。“同上”和已经废止的文件，都当不了依据。",
        en: "A basis must be findable: the full title in book marks, a well-formed number, in force on the day. Neither \"ditto\" nor a repealed text will do.",
    },
    mend: words! {
        zh: "写出文件全称（加书名号）、文号和条款；已经废止或者修订的，换成现行有效的。",
        en: "Write the full title in book marks, its number and article; replace what is no longer in force.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
basis = ["同上"]
"#,
        good: r#"--> catalogue/more.toml
basis = ["《中华人民共和国政府信息公开条例》第十条第二项"]
"#,
    },
};

/// A weakness: what is wrong, and what to do.
struct Weakness {
    /// What is written wrong, and what should be.
    mended: Option<(String, String)>,
    message: Text,
    help: Text,
}

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let local = declared(model, findings);
    // The basis of the row above, as long as it is known.
    let mut above: Option<&Basis> = None;
    for (id, item) in model.items() {
        for basis in &item.basis {
            let text = basis.text.trim();
            let Some(weakness) = weakness(text, model.today, &local) else {
                above = Some(basis);
                continue;
            };
            let finding = findings.raise(&WEAK_BASIS, basis.span, weakness.message);
            finding.help(weakness.help).key(format!("{} {text}", item.id));
            if let Some((old, new)) = &weakness.mended {
                finding.fix([Edit::guess(basis.span, &text.replacen(old.as_str(), new, 1))]);
            } else if is_ditto(text)
                && let Some(above) = above.filter(|it| it.span.file == basis.span.file)
            {
                let above = above.text.trim();
                finding
                    .help(text! { zh: "把上一行的依据完整写出来，改为：\"{above}\"", en: "write the basis of the row above in full: \"{above}\"" })
                    .fix([Edit::guess(basis.span, above)]);
            } else if is_ditto(text) {
                finding.fix([Edit::guess(basis.span, "〔依据：《文件》第几条〕")]);
            }
            context::name_item(finding, model, id);
        }
    }
}

/// The local texts that the project declares. One that can't be relied on is told and left out.
fn declared<'a>(model: &'a Model, findings: &mut Findings) -> Vec<LocalLaw<'a>> {
    let mut all: Vec<LocalLaw<'_>> = Vec::new();
    for record in &model.laws {
        let law = LocalLaw::new(record);
        let title = law.title;
        if title.is_empty() {
            continue;
        }
        let weak = if let Some(builtin) = law.builtin() {
            let (zh, en) = (builtin.title.zh, builtin.title.en);
            Some((
                schema::Law::TITLE.any(),
                Weakness {
                    mended: None,
                    message: text! { zh: "《{title}》就是内置的{zh}，不用再登记", en: "《{title}》 is built in ({en}) and need not be declared" },
                    help: text! { zh: "删去这条 [[law]]；判断时以内置的为准", en: "delete this [[law]]; the built-in one holds" },
                },
            ))
        } else if let Some(first) = all.iter().position(|other| law.repeats(other)) {
            let number = match all[first].number {
                "" => String::new(),
                number => format!("（{number}）"),
            };
            Some((
                schema::Law::TITLE.any(),
                Weakness {
                    mended: None,
                    message: text! { zh: "《{title}》{number}登记了两次", en: "《{title}》{number} is declared twice" },
                    help: text! {
                        zh: "删去一条；是两个版本的，各写各的 number、from、until",
                        en: "delete one; if they are two versions, give each its `number`, `from` and `until`",
                    },
                },
            ))
        } else if let Some((from, until)) = law.from.zip(law.until).filter(|(from, until)| until < from) {
            Some((
                schema::Law::UNTIL.any(),
                Weakness {
                    mended: None,
                    message: text! { zh: "《{title}》{until} 失效，却从 {from} 起施行", en: "《{title}》 ends on {until} and begins on {from}" },
                    help: text! { zh: "对照原文核对 from 和 until；还有效的不写 until", en: "check `from` and `until` against the text; leave `until` out while it is in force" },
                },
            ))
        } else {
            law.late_number().map(|year| {
                let from = law.from.map(|it| it.to_string()).unwrap_or_default();
                (
                    schema::Law::FROM.any(),
                    Weakness {
                        mended: None,
                        message: text! { zh: "《{title}》的文号是 {year} 年的，却从 {from} 起施行", en: "the number of 《{title}》 is of {year}, and it begins on {from}" },
                        help: text! { zh: "对照原文核对文号和施行日期", en: "check number and first day against the text" },
                    },
                )
            })
        };
        match weak {
            None => all.push(law),
            Some((key, weakness)) => {
                let finding = findings.raise(&WEAK_BASIS, record.span_of(key), weakness.message);
                finding.help(weakness.help).about(Subject::Other(title.to_owned())).key(format!("law {title}"));
            }
        }
    }
    all
}

/// What stands for the words of the row above.
const DITTOS: [&str; 4] = ["同上", "同前", "同左", "〃"];

/// Whether `text` is nothing but that.
fn is_ditto(text: &str) -> bool {
    DITTOS.contains(&text.trim_end_matches(['。', '.']))
}

fn weakness(text: &str, today: Day, local: &[LocalLaw<'_>]) -> Option<Weakness> {
    if text.is_empty() {
        return None;
    }
    // 【法律】 and the like stand before a citation in many tables.
    let first = text.strip_prefix('【').and_then(|rest| rest.split_once('】')).map_or(text, |(_, rest)| rest);
    if DITTOS.iter().any(|word| first.starts_with(word)) {
        return Some(Weakness {
            mended: None,
            message: text! { zh: "公开依据写成了“{text}”", en: "the basis is written `{text}` (ditto)" },
            help: text! { zh: "把上一行的依据完整写出来", en: "write the basis of the row above in full" },
        });
    }
    let cited = citations(text);
    if cited.is_empty() {
        return Some(Weakness {
            mended: None,
            message: text! { zh: "公开依据没有写出文件名称", en: "the basis names no text" },
            help: text! {
                zh: "写出文件全称并加书名号，例如《中华人民共和国政府信息公开条例》第十条",
                en: "write the full title in book marks, such as 《中华人民共和国政府信息公开条例》第十条",
            },
        });
    }
    malformed(text).or_else(|| {
        let doubt = cited.iter().find_map(|citation| citation.doubt(today, local))?;
        Some(out_of_force(doubt, today))
    })
}

/// The first document number that is not in its proper form, where that form is clear.
fn malformed(text: &str) -> Option<Weakness> {
    find_in_text(text).find_map(|mention| {
        let proper = mention.number.err()?.mended?;
        let typed = &text[mention.range];
        Some(Weakness {
            mended: Some((typed.to_owned(), proper.clone())),
            message: text! { zh: "依据里的文号“{typed}”写得不规范", en: "the document number `{typed}` is malformed" },
            help: text! { zh: "改成“{proper}”", en: "write `{proper}`" },
        })
    })
}

fn out_of_force(doubt: Doubt<'_>, today: Day) -> Weakness {
    let name = |law: &Law| (law.title.zh.to_owned(), law.title.en.to_owned());
    match doubt {
        Doubt::Lapsed(law) => {
            let (zh, en) = name(law);
            let day = law.until.map(written).unwrap_or_default();
            Weakness {
                mended: None,
                message: text! { zh: "依据的{zh}施行到 {day} 为止，已经不再有效", en: "{en} was in force until {day}" },
                help: text! { zh: "改引现行有效的版本，并核对条款序号", en: "cite the version in force, and check the article" },
            }
        }
        Doubt::NotYet(law) => {
            let (zh, en) = name(law);
            let day = law.from.map(written).unwrap_or_default();
            Weakness {
                mended: None,
                message: text! { zh: "依据的{zh}自 {day} 起施行，{today} 还没有施行", en: "{en} is in force from {day}, not on {today}" },
                help: text! { zh: "改引当时有效的依据，或者核对 as_of", en: "cite what was in force, or check `as_of`" },
            }
        }
        Doubt::Local(Unfit::Lapsed(law)) => {
            let (title, day, next) = (law.title, law.until.unwrap_or(today), law.replaced_by.trim());
            Weakness {
                mended: None,
                message: text! { zh: "依据的《{title}》施行到 {day} 为止，已经不再有效", en: "《{title}》 was in force until {day}" },
                help: if next.is_empty() {
                    text! { zh: "改引现行有效的文件，并核对条款序号", en: "cite what is in force, and check the article" }
                } else {
                    text! { zh: "改引{next}，并核对条款序号", en: "cite {next}, and check the article" }
                },
            }
        }
        Doubt::Local(Unfit::NotYet(law)) => {
            let (title, day) = (law.title, law.from.unwrap_or(today));
            Weakness {
                mended: None,
                message: text! { zh: "依据的《{title}》自 {day} 起施行，{today} 还没有施行", en: "《{title}》 is in force from {day}, not on {today}" },
                help: text! { zh: "改引当时有效的依据，或者核对 as_of", en: "cite what was in force, or check `as_of`" },
            }
        }
        Doubt::Local(Unfit::OtherNumber(law, typed)) => {
            let (title, number) = (law.title, law.number);
            Weakness {
                mended: None,
                message: text! { zh: "《{title}》的文号写成了“{typed}”，[[law]] 里登记的是“{number}”", en: "the number of 《{title}》 is written `{typed}`; its [[law]] says `{number}`" },
                help: text! {
                    zh: "对照原文改正；引用的是另一个版本的，给那个版本也登记一条 [[law]]",
                    en: "correct it from the text; if another version is meant, declare a [[law]] for that too",
                },
            }
        }
        Doubt::Future(year) => Weakness {
            mended: None,
            message: text! { zh: "依据的文号是 {year} 年的，{today} 还没有这个文件", en: "its number is of {year}; on {today} there is no such text yet" },
            help: text! { zh: "核对文号里的年份", en: "check the year of its number" },
        },
    }
}

fn written((year, month, day): (i32, u8, u8)) -> String {
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::weakness;
    use proptest::prelude::*;

    #[test]
    fn weak_and_sound_citations() {
        let weak = |text: &str| weakness(text, "2018-12-31".parse().unwrap(), &[]).is_some();
        for text in [
            "同上",
            "同上第三款",
            "【行政法规】同上",
            "上级要求",
            "赣市府办发〔2018〕9号",
            "《通知》（国办发〔2020〕1号）",
        ] {
            assert!(weak(text), "{text}");
        }
        for text in [
            "《中华人民共和国政府信息公开条例》第十条第一项",
            "【行政法规】《中华人民共和国政府信息公开条例》",
            "《国务院办公厅关于印发2018年政务公开工作要点的通知》（国办发〔2018〕23号）",
        ] {
            assert!(!weak(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged(text in "[《》（）〔〕【】(第20189号令上同a]{0,24}") {
            let told = weakness(text.trim(), "2018-12-31".parse().unwrap(), &[]).is_some();
            prop_assert!(told || text.trim().is_empty() || text.contains('《'), "no title, and nothing said: {}", text);
        }
    }
}
