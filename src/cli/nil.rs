//! `gongkai nil ITEM PERIOD`: a nil report.

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, quoted},
    say,
};
use crate::{
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
/// [`Usage`] for an item or a period that is none; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (item, period) = (ask::text(matches, "item"), ask::text(matches, "period"));
    let (analysis, _) = Session::new(&world, &Timings::start(&()), false).analyze(&ask.options(Numbering::Tell))?;
    let model = &analysis.model;
    if !model.items.iter().any(|it| &*it.id == item) {
        return Err(Usage(text! { zh: "目录中没有公开事项“{item}”，要写全称：一级事项/公开事项", en: "the catalogue has no item `{item}`; write it in full: field/item" })
        .into());
    }
    if period.parse::<Period>().is_err() {
        return Err(Usage(text! { zh: "“{period}”不是一期；写成 2018、2018H1、2018Q3 或 2018-07", en: "`{period}` is no period; write 2018, 2018H1, 2018Q3 or 2018-07" })
        .into());
    }
    ask::said(matches, "reason")?;
    ask::said(matches, "by")?;
    let on = ask::day(matches, "on")?.unwrap_or(model.today);
    let table = vec![
        ("item", quoted(item)),
        ("period", quoted(period)),
        ("reason", quoted(ask::text(matches, "reason"))),
        ("by", quoted(ask::text(matches, "by"))),
        ("on", on.to_string()),
    ];
    let path = edit::append(world.project(), "nil", &[table])?;
    if !ask.quiet {
        say::err(&match ask.lang() {
            Lang::Zh => format!("已写入 {}", path.display()),
            Lang::En => format!("written to {}", path.display()),
        });
    }
    Ok(0)
}
