//! What lists say of how messages and responses were answered.

use super::chart::{Count, chart};
use crate::{
    model::Answers,
    site::{
        list::ListId,
        page::{Chart, Fact},
        site::Site,
    },
    vocabulary::Facet,
};

/// The figures of a list of them, and the same as a chart; how they stand by their limits only where the standing is public.
pub(super) fn answers<'m>(site: &Site<'m>, list: ListId) -> (Vec<Fact<'m>>, Option<Chart<'m>>) {
    let interaction = &site.model.interaction;
    match list {
        ListId::Facet(Facet::Participation) => of(site, interaction.messages, "留言", |it| format!("{it} 个工作日")),
        ListId::Facet(Facet::Response) => {
            of(site, interaction.responses, "舆情回应", |it| format!("{} 小时", it.div_ceil(60)))
        }
        _ => (Vec::new(), None),
    }
}

fn of<'m>(
    site: &Site<'m>,
    of: Answers,
    what: &'static str,
    taken: fn(u32) -> String,
) -> (Vec<Fact<'m>>, Option<Chart<'m>>) {
    if of.total == 0 {
        return (Vec::new(), None);
    }
    if !site.model.site.shows_standing() {
        return (vec![Fact::plain(what, format!("{} 件", of.total))], None);
    }
    let mut facts = vec![Fact::plain(what, format!("{} 件，已答复 {} 件", of.total, of.answered))];
    if let Some(share) = of.share() {
        let tenths = ((share + 5) / 10).min(if of.in_time < of.judged { 999 } else { 1000 });
        let percent = format!("{}.{}%", tenths / 10, tenths % 10);
        facts.push(Fact::plain("按时答复", format!("{} 件，占能够判断的 {} 件的 {percent}", of.in_time, of.judged)));
    }
    facts.extend(of.median.map(|it| Fact::plain("答复用时", format!("一半在 {}以内", taken(it)))));
    let late = of.judged - of.in_time;
    let counts = [("按时答复", of.in_time), ("逾期或者到期未答复", late), ("未到期或者不能判断", of.total - of.judged)];
    let counts = counts.into_iter().filter(|it| it.1 > 0).map(|(label, count)| Count { label: label.into(), count });
    let chart =
        chart((what, "件数"), counts.collect(), |_| format!("{} 件{what}中，{} 件按时答复", of.total, of.in_time));
    (facts, chart)
}
