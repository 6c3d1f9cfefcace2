//! What a page says of itself to machines that read schema.org: a block of data, which no browser runs, so that the policy of the page
//! lets it stand (HTML's “prepare the script element” leaves a block of data before it asks the policy).
//!
//! It is kept small: the way to the page, and of entries that are a law, a service or data, what they are. All of it stands on the page too.

use serde_json::{Value, json};

use crate::{
    model::EntryId,
    record::schema,
    site::{
        documents::binding,
        entry_facts::{organisation_name, summary, validity},
        route::canonical,
        site::Site,
    },
    vocabulary::{EntryKind, Validity},
};

/// The way to a page from where a visitor begins, which is left out: titles and addresses from the site's root. None where nothing is left.
pub(super) fn crumbs(site: &Site<'_>, trail: &[(String, String)]) -> Option<String> {
    let item = |(at, (title, address)): (usize, &(String, String))| json!({"@type": "ListItem", "position": at + 1, "name": title, "item": canonical(&site.model.site.url, address)});
    let items: Vec<Value> = trail.iter().enumerate().map(item).collect();
    (!items.is_empty()).then(|| block(&json!({"@type": "BreadcrumbList", "itemListElement": items})))
}

/// What the entry is; none where schema.org has no closer word than a page.
pub(super) fn entry(site: &Site<'_>, id: EntryId) -> Option<String> {
    let entry = site.model.entry(id);
    let body = json!({"@type": "GovernmentOrganization", "name": organisation_name(site.model, entry.organisation)});
    let mut said = match entry.kind {
        _ if binding(entry).is_some() => json!({"@type": "Legislation", "publisher": body}),
        EntryKind::Guide => json!({"@type": "GovernmentService", "serviceOperator": body}),
        EntryKind::Dataset | EntryKind::Register => {
            json!({"@type": "Dataset", "publisher": body, "description": summary(entry)})
        }
        _ => return None,
    };
    said["name"] = entry.title().into();
    if binding(entry).is_some() {
        if let Some(number) = entry.record.get(schema::Entry::NUMBER) {
            said["legislationIdentifier"] = number.into();
        }
        if let Some(made) = entry.made {
            said["legislationDate"] = made.to_string().into();
        }
        if let Some(validity) = validity(entry, site.model.today) {
            said["legislationLegalForce"] = match validity {
                Validity::Valid | Validity::Amended => "InForce",
                Validity::PartlyLapsed => "PartiallyInForce",
                Validity::Lapsed | Validity::Repealed | Validity::NotYet => "NotInForce",
            }
            .into();
        }
    }
    Some(block(&said))
}

/// JSON as it may stand in a block of a page: nothing in it can end the block or begin a comment.
fn block(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
