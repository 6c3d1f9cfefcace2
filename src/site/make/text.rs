//! The text of an entry as HTML, its links led where the plan says.

use super::material::Material;
use crate::{
    markup::{self, HtmlTemplate, LinkUse, Resolved},
    model::EntryId,
    site::{
        links::{link_href, link_target},
        page::{Html, Str},
        site::Site,
    },
    vocabulary::Lang,
};

/// What the site's own words in a text are in.
pub const TONGUE: Lang = Lang::Zh;

pub fn text<'a>(site: &Site<'_>, id: EntryId, material: &'a Material) -> Option<Html<'a>> {
    let html: Str<'a> = if let Some(html) = &material.html {
        html.as_str().into()
    } else {
        let body = material.text.get(site.model.entry(id).body.start as usize..)?;
        let mut html = String::new();
        markup::render(&markup::parse(body), TONGUE, &mut resolver(site, id), &mut html);
        html.into()
    };
    (!html.trim().is_empty()).then_some(Html(html))
}

/// The HTML of the entry's text from its template, with the addresses that the plan knows; none where a link of the template
/// cannot be filled in.
pub fn filled(site: &Site<'_>, id: EntryId, template: &HtmlTemplate) -> Option<String> {
    template.fill(&mut resolver(site, id))
}

/// Leads the links of the entry's text where the plan says.
fn resolver(site: &Site<'_>, id: EntryId) -> impl FnMut(LinkUse<'_>) -> Resolved {
    let entry = site.model.entry(id);
    // Links are met in the order in which the plan has followed them; any other is followed now.
    let mut followed = entry.body.links().zip(&site.link_targets[id.at()]);
    move |it| {
        let known = if it.image { None } else { followed.find(|(link, _)| *link.to == *it.destination) };
        let target = known.map_or_else(|| link_target(site, id, it.destination), |(_, target)| *target);
        match link_href(site, id, it.destination, target) {
            Some(href) if href.as_str() == it.destination => Resolved::Unchanged,
            Some(href) => Resolved::To(href.into_text()),
            None => Resolved::Omitted,
        }
    }
}
