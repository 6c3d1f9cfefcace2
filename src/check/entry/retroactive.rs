//! 0319: documents in force before they are public.

use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_18, REGULATIONS_2019_26},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::DocumentClass,
};

pub static EFFECTIVE_BEFORE_PUBLISHED: Rule = Rule {
    code: "GK0319",
    name: "effective-before-published",
    label: "先施行后公开",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_18, REGULATIONS_2019_26],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "文件施行以后才公开", en: "in force before it was public" },
    why: words! {
        zh: "要人遵守的规定，应当先让人看到。施行日期比发布日期早，多半是日期写错，或者公开晚了。自印发之日起施行的一般文件不算，规章和行政规范性文件算。",
        en: "What people must keep to they must be able to read first. A day in force before the day of publication is a slip, or the publication was late. An ordinary document in force from the day it is made is none; one that binds the public is.",
    },
    mend: words! {
        zh: "对照原件核对施行日期和发布日期；确实先施行的，尽快公开，并在文件中说明衔接办法。",
        en: "Check both days against the original; where it was in force first, explain it with `gongkai allow effective-before-published`.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
published = 2018-06-22
effective = 2018-06-21
",
        good: "--> content/2018/通知.md
effective = 2018-07-01
",
    },
};

pub(super) fn effective_before_published(_: &Model, entry: &Entry, findings: &mut Findings) {
    let record = &entry.record;
    let (Some(effective), Some(published)) = (record.get(schema::Entry::EFFECTIVE), entry.first_public()) else {
        return;
    };
    // 自印发之日起施行: an ordinary document works from the day it is made, and the time limits judge how
    // soon it is published. Only what binds the public must be readable first.
    let from_its_making = record.get(schema::Entry::MADE) == Some(effective);
    let binds = record.get(schema::Entry::DOCUMENT_CLASS).is_some_and(|class| class != DocumentClass::Other);
    if effective >= published || from_its_making && !binds {
        return;
    }
    let days = published.days_since(effective);
    findings
        .raise(
            &EFFECTIVE_BEFORE_PUBLISHED,
            record.span_of(schema::Entry::EFFECTIVE),
            text! { zh: "施行 {days} 天以后才公开", en: "public {days} days after it came into force" },
        )
        .mark(record.span_of(schema::Entry::PUBLISHED), text! { zh: "{published} 公开", en: "public on {published}" })
        .help(text! {
            zh: "对照原件核对两个日期，改正写错的一个；确实先施行的照实写，用 gongkai allow effective-before-published {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
            en: "check both days against the original and correct the wrong one; where it was so, leave them and explain: `gongkai allow effective-before-published {name} --reason 〔why〕 --owner 〔who〕`",
            name = entry.name,
        })
        .on(published);
}
