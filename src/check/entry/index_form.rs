//! 0303: index numbers that are not formed as one, and bodies' codes that would spoil all of theirs.
//!
//! A number is judged by the pattern of today only while nobody has read it. One that the lock has, or that was public on another site
//! before, was right when it was given: the pattern has changed since, and the number stays.

use std::collections::BTreeMap;

use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{CREDIT_CODE, DIRECTORY_2009, ORGANISATION_CODE},
    },
    model::{Entry, Model, Organisation},
    number::{IndexFault, IndexNumber, Parts, Template, credit},
    record::schema,
    vocabulary::Text,
};

pub static MALFORMED_INDEX_NUMBER: Rule = Rule {
    code: "GK0303",
    name: "malformed-index-number",
    label: "索引号格式有误",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[DIRECTORY_2009.whole(), CREDIT_CODE.whole(), ORGANISATION_CODE.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "索引号写法不对", en: "an index number that is not formed as one" },
    why: words! {
        zh: "索引号由单位代码、年份和流水号组成，一经编定永久不变，上级平台凭它汇集。单位代码抄错一位，编出的每个号都错。别处编定的号写法各异，照原样保留。",
        en: "An index number is body code, year and serial, and permanent. A slip in the body's code stands in every number. Numbers given elsewhere have other forms and are kept as they are.",
    },
    mend: words! {
        zh: "还没有公布的号照 index_pattern 改正，或者删去 index 由系统编号；代码抄错一位，校验位就对不上。已经公布的号照旧保留，编号的写法后来变了也不改。",
        en: "Correct a number that is not public yet by `index_pattern`, or leave `index` out and the tool numbers the entry. A number that was public stays, even where the pattern has changed since.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
kind = "document"
index = "/1970-172681"
"#,
        good: r#"--> content/2018/通知.md
index = "000014349/2018-00110"
"#,
    },
};

pub(super) fn malformed_index_number(model: &Model, _: &Compliance, findings: &mut Findings) {
    for organisation in &model.organisations {
        wrong_code(organisation, findings);
    }
    let typed = model.site.record.get(schema::Site::INDEX_PATTERN);
    // A pattern that is not understood is told itself, and no number is judged by it.
    let pattern = typed.map_or_else(|| Some(Template::default()), |typed| Template::parse(typed).ok());
    let (mut earlier, mut changed) = (Vec::new(), BTreeMap::new());
    for (_, entry) in model.entries() {
        let Some(number) = entry.record.get(schema::Entry::INDEX) else { continue };
        let given = entry.organisation.map(|id| model.organisation(id));
        let fault = IndexNumber::parse(number).err();
        let own = given.zip(pattern.as_ref()).filter(|(body, pattern)| {
            pattern.prefix(body.number_code(), &body.id).is_some_and(|own| number.starts_with(&own))
        });
        if let Some((body, pattern)) = own {
            match pattern.read(number).and_then(|slots| slots.year) {
                Some(1990..) => {}
                None if was_public(entry) => earlier.push((entry, number)),
                None => {
                    let changed = changed.entry(&*body.id).or_insert_with(|| has_changed(model, body, pattern));
                    of_no_pattern(model, entry, body, pattern, findings).lesser_if(*changed);
                }
                Some(_) => _ = tell(entry, number, fault.unwrap_or(IndexFault::Unknown), findings),
            }
            continue;
        }
        // What others gave is permanent and stays as it is; a slip in a national form may be one of this hand.
        if let Some(fault @ (IndexFault::Code(_) | IndexFault::Year(_))) = fault {
            tell(entry, number, fault, findings).lesser();
        }
    }
    of_earlier_patterns(model, &earlier, findings);
}

/// Whether readers may know the entry by its number: it was public by the lock, or elsewhere before.
fn was_public(entry: &Entry) -> bool {
    let here = entry.kept && entry.locked_number.is_none() && entry.released.is_some();
    here || entry.record.has(schema::Entry::MIGRATED_FROM) || entry.record.has(schema::Entry::FIRST_PUBLISHED)
}

fn tell<'f>(entry: &Entry, number: &str, fault: IndexFault, findings: &'f mut Findings) -> &'f mut Finding {
    let Text { zh, en } = fault.text();
    let public = was_public(entry);
    let finding = findings
        .raise(
            &MALFORMED_INDEX_NUMBER,
            entry.at(schema::Entry::INDEX),
            text! { zh: "索引号“{number}”写法不对：{zh}", en: "the index number {number} is malformed: {en}" },
        )
        .help(if public {
            text! {
                zh: "对照原来的号核对；这个号已经公布，照旧保留，不要改",
                en: "compare it with the number given before; it is public and stays as it is",
            }
        } else {
            text! {
                zh: "对照原来的号核对；没有编过号的，删去 index，由系统编号",
                en: "compare it with the number given before; where none was given delete `index` and let the tool number the entry",
            }
        })
        .fix(if public { None } else { entry.record.line_of(schema::Entry::INDEX).map(Edit::delete) })
        .key(number);
    // What readers know can't be taken back.
    finding.lesser_if(public)
}

/// A number of this body that the site's pattern does not make, and that nothing shows to have been public. Where the pattern was
/// another before, it may have been given by that one.
fn of_no_pattern<'f>(
    model: &Model,
    entry: &Entry,
    body: &Organisation,
    pattern: &Template,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let number = entry.record.get(schema::Entry::INDEX).unwrap_or_default();
    let year = entry.published_day().or(entry.made).unwrap_or(model.today).year();
    let like = pattern.render(&Parts {
        organisation_code: body.number_code(),
        organisation_id: &body.id,
        item_code: "…",
        year,
        serial: 1,
    });
    findings
        .raise(
            &MALFORMED_INDEX_NUMBER,
            entry.at(schema::Entry::INDEX),
            text! {
                zh: "索引号“{number}”不是照现在的 index_pattern 编的，现在的写法像“{like}”",
                en: "the index number {number} is not of the present `index_pattern`, which makes numbers like {like}",
            },
        )
        .help(text! {
            zh: "已经用这个号公布过的（后来改了 index_pattern，或者从旧网站迁来），号照旧保留，写上 first_published = 首次公布的日期；没有公布过的，删去 index，由系统编号",
            en: "where it was public under this number – the pattern has changed since, or it comes from an older site – the number stays: write `first_published` with that day; where it was not, delete `index` and let the tool number the entry",
        })
        .key(number)
}

/// Whether the lock has public numbers of `body` that the pattern does not make: it was another when they were given.
fn has_changed(model: &Model, body: &Organisation, pattern: &Template) -> bool {
    let own = pattern.prefix(body.number_code(), &body.id);
    let earlier = |entry: &Entry| {
        let number = entry.locked_number.as_deref().unwrap_or(&entry.index_number);
        let of_body = own.as_deref().is_some_and(|own| number.starts_with(own));
        entry.kept && entry.released.is_some() && of_body && pattern.read(number).is_none()
    };
    model.entries().any(|(_, entry)| earlier(entry))
}

/// Numbers that were right by an earlier pattern: told once, at the pattern, and nothing is to be done.
fn of_earlier_patterns(model: &Model, earlier: &[(&Entry, &str)], findings: &mut Findings) {
    let Some(&(first, number)) = earlier.first() else { return };
    let count = earlier.len();
    let site = &model.site.record;
    let place =
        if site.has(schema::Site::INDEX_PATTERN) { site.span_of(schema::Site::INDEX_PATTERN) } else { site.span() };
    findings
        .raise(
            &MALFORMED_INDEX_NUMBER,
            place,
            text! {
                zh: "有 {count} 个已经公布的索引号（如“{number}”）是照以前的写法编的，与现在的 index_pattern 不同",
                en: "index numbers that are public were given by an earlier pattern: {count}, such as {number}",
            },
        )
        .mark(first.record.span_of(schema::Entry::INDEX), text! { zh: "其中一个", en: "one of them" })
        .help(text! {
            zh: "公布过的号照旧保留，不用改；只有新编的号照现在的写法",
            en: "numbers that are public stay as they are; only new ones follow the present pattern",
        })
        .at_most(Level::Note)
        .key("earlier pattern");
}

/// A slip in a body's code would stand in every number that is given under it.
fn wrong_code(organisation: &Organisation, findings: &mut Findings) {
    let Some(code) = organisation.code.as_deref() else { return };
    let official =
        code.bytes().all(|byte| byte.is_ascii_alphanumeric()) && code.contains(|it: char| it.is_ascii_digit());
    if !official || !matches!(code.len(), 9 | 18) {
        return;
    }
    let Err(fault) = credit::check(code) else { return };
    let Text { zh, en } = fault.text();
    findings
        .raise(
            &MALFORMED_INDEX_NUMBER,
            organisation.record.span_of(schema::Organisation::CODE),
            text! { zh: "单位代码“{code}”有误：{zh}", en: "the body's code {code} is wrong: {en}" },
        )
        .help(text! {
            zh: "对照统一社会信用代码证书改正；索引号用它编定，编了就不能再改",
            en: "correct it from the certificate: index numbers are made of it and are permanent",
        })
        .key(code);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::{Builder, write},
        model::EntryId,
        record::Value,
    };

    /// Messages and whether each stops the build, of a site that numbers by `pattern` and an entry of number `index`.
    fn told(pattern: &str, index: &str, change: impl FnOnce(&mut Builder, EntryId)) -> Vec<(String, bool)> {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-05-03");
        builder.key(entry, schema::Entry::INDEX, Value::Text(index));
        write(&mut builder.model.site.record, schema::Site::INDEX_PATTERN, Value::Text(pattern));
        change(&mut builder, entry);
        let found = found(Run::Whole(malformed_index_number), &builder.model);
        let stops = |it: &Finding| !it.lesser && it.at_most.is_none();
        found.iter().map(|it| (it.message.zh.clone(), stops(it))).collect()
    }

    const NEW: &str = "{organisation.id}/{year}{serial:06}";

    fn public(builder: &mut Builder, entry: EntryId) {
        let entry = builder.entry_mut(entry);
        (entry.kept, entry.released) = (true, "2018-05-03".parse().ok());
    }

    #[test]
    fn a_public_number_of_an_earlier_pattern_stays() {
        let said = "有 1 个已经公布的索引号（如“bureau/2018-00009”）是照以前的写法编的，与现在的 index_pattern 不同";
        assert_eq!(told(NEW, "bureau/2018-00009", public), [(said.to_owned(), false)]);
        let migrated = |builder: &mut Builder, entry| builder.day(entry, schema::Entry::FIRST_PUBLISHED, "2016-05-03");
        assert_eq!(told(NEW, "bureau/2018-00009", migrated), [(said.to_owned(), false)]);
        assert!(told(NEW, "bureau/2018000009", public).is_empty());
        assert!(
            told("{organisation.id}/{serial}", "bureau/2018-00009", public).is_empty(),
            "0301 of the pattern itself"
        );
    }

    #[test]
    fn a_number_that_nobody_saw_is_told_by_its_cause() {
        let said = "索引号“bureau/2018-00009”不是照现在的 index_pattern 编的，现在的写法像“bureau/2018000001”";
        assert_eq!(told(NEW, "bureau/2018-00009", |_, _| {}), [(said.to_owned(), true)]);
        // Where the lock shows that the pattern was another before, it may have been public by that one.
        let beside = |builder: &mut Builder, entry| {
            let item = builder.model.entry(entry).items[0];
            let other = builder.entry(item, "2018-05-04");
            public(builder, other);
            builder.entry_mut(other).index_number = "bureau/2018-00008".into();
        };
        assert_eq!(told(NEW, "bureau/2018-00009", beside), [(said.to_owned(), false)]);
        let [(message, stops)] = &told(NEW, "bureau/第九号", |_, _| {})[..] else { panic!() };
        assert!(message.contains("不是照现在的 index_pattern 编的") && *stops, "{message}");
        // One that the lock knows by another number is not the one that readers know (0305).
        let changed = |builder: &mut Builder, entry| {
            public(builder, entry);
            builder.entry_mut(entry).locked_number = Some("bureau/2018-00008".into());
        };
        assert_eq!(told(NEW, "bureau/2018-00009", changed), [(said.to_owned(), false)]);
    }

    #[test]
    fn a_slip_in_a_number_stops_until_it_is_public() {
        let own = "{organisation.id}/{year}-{serial:05}";
        assert_eq!(told(own, "bureau/1970-00009", |_, _| {}).iter().map(|it| it.1).collect::<Vec<_>>(), [true]);
        assert_eq!(told(own, "bureau/1970-00009", public).iter().map(|it| it.1).collect::<Vec<_>>(), [false]);
    }
}
