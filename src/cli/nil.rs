//! `gongkai nil ITEM PERIOD`: a nil report.

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, quoted},
    meant, say,
};
use crate::{
    driver::{Session, Timings},
    resolve::Numbering,
    vocabulary::Lang,
    world::Usage,
};

/// Writes a `[[nil]]` into `catalogue/nil.toml`.
///
/// # Errors
///
/// [`Usage`] for an item or a period that is none; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (item, period) = (ask::text(matches, "item"), ask::text(matches, "period"));
    let (analysis, _) = Session::new(&world, &Timings::start(&()), false).analyze(&ask.options(Numbering::Tell))?;
    let model = &analysis.model;
    let item = &*meant::item(model, item)?.id;
    let period = meant::period(period)?;
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
