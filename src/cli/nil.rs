//! `gongkai nil ITEM PERIOD`: a nil report.

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, quoted},
    meant, say,
};
use crate::{
    compile::Analysis,
    compliance::contradicting,
    day::Period,
    driver::{Session, Timings},
    resolve::Numbering,
    vocabulary::Lang,
    world::Usage,
};

/// Writes a `[[nil]]` into `catalogue/nil.toml`.
///
/// # Errors
///
/// [`Usage`] for an item or a period that is none, or of which there cannot be a nil report; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (item, period) = (ask::text(matches, "item"), ask::text(matches, "period"));
    let (analysis, _) = Session::new(&world, &Timings::start(&()), false).analyze(&ask.options(Numbering::Tell))?;
    let model = &analysis.model;
    let item = &*meant::item(model, item)?.id;
    let period = meant::period(period)?;
    can_be(&analysis, item, period)?;
    ask::said(matches, "reason")?;
    ask::said(matches, "by")?;
    if model.nils.iter().any(|it| *model.item(it.item).id == *item && it.period == period) {
        return Err(Usage(text! { zh: "“{item}”的 {period} 已经报过零报告", en: "a nil report for {item} in {period} stands already" }).into());
    }
    let on = ask::day(matches, "on")?.unwrap_or(model.today);
    let table = vec![
        ("item", quoted(item)),
        ("period", quoted(&period.to_string())),
        ("reason", quoted(ask::text(matches, "reason"))),
        ("by", quoted(ask::text(matches, "by"))),
        ("on", on.to_string()),
    ];
    let path = edit::append(world.project(), "nil", &[table])?;
    if !ask.quiet {
        say::err(&match ask.lang() {
            Lang::Zh => format!("已写入 {}：{item} 的 {period}", path.display()),
            Lang::En => format!("written to {}: {item}, {period}", path.display()),
        });
    }
    Ok(0)
}

/// Whether somebody can know that there was nothing of `item` in `period`: what is reported is told the public as it stands.
fn can_be(analysis: &Analysis, item: &str, period: Period) -> Result<(), Usage> {
    let model = &analysis.model;
    let Some((id, item)) = model.items().find(|it| &*it.1.id == item) else { return Ok(()) };
    let (title, words) = (&item.title, period.official());
    if item.always_is() {
        return Err(Usage(text! {
            zh: "“{title}”什么时候都应当有，不能零报告；还没有公开的，用 gongkai new 建好公开",
            en: "there is always something of `{title}`, so there is no nil report of it; publish it, `gongkai new` makes the draft"
        }));
    }
    if period.first() > model.today {
        return Err(Usage(text! {
            zh: "{words}还没有开始，不能零报告；期间过了再报",
            en: "{period} has not begun: nobody knows yet that there is nothing; report it when it is over"
        }));
    }
    let Some(entry) = contradicting(model, &analysis.compliance.item(id).entries, id, period) else { return Ok(()) };
    let (entry, file) = (model.entry(entry).title(), &model.entry(entry).name);
    Err(Usage(text! {
        zh: "{words}有“{title}”的信息：《{entry}》（content/{file}.md），不能零报告；期间写错的，改成真正没有的那一期",
        en: "there is something of `{title}` in {period}: “{entry}” (content/{file}.md); name the period in which there was nothing"
    }))
}
