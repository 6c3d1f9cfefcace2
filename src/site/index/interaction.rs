//! `messages.json` and `responses.json`.

use crate::{
    model::Answers,
    site::{
        json::{Messages, Responses, Str},
        list::ListId,
        route::PageId,
        site::Site,
    },
    vocabulary::Facet,
};

pub(super) fn messages<'m>(site: &Site<'m>) -> Messages<'m> {
    let of = site.model.interaction.messages;
    let public = site.model.site.shows_standing();
    Messages {
        as_of: site.model.today.to_string().into(),
        url: url(site, Facet::Participation),
        total: of.total,
        answered: public.then_some(of.answered),
        in_time: public.then_some(of.in_time),
        in_time_share: share(of).filter(|_| public),
        median_workdays: of.median.filter(|_| public).map(|it| it.to_string().into()),
    }
}

pub(super) fn responses<'m>(site: &Site<'m>) -> Responses<'m> {
    let of = site.model.interaction.responses;
    let public = site.model.site.shows_standing();
    Responses {
        as_of: site.model.today.to_string().into(),
        url: url(site, Facet::Response),
        total: of.total,
        answered: of.answered,
        in_time: public.then_some(of.in_time),
        in_time_share: share(of).filter(|_| public),
        median_hours: of.median.filter(|_| public).map(|it| it.div_ceil(60).to_string().into()),
    }
}

fn url<'m>(site: &Site<'m>, facet: Facet) -> Str<'m> {
    site.url(&site.address(PageId::List(ListId::Facet(facet), None))).into()
}

fn share<'m>(of: Answers) -> Option<Str<'m>> {
    of.share().map(|it| format!("{}.{:04}", it / 10_000, it % 10_000).into())
}
