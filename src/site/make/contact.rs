//! Whom to ask: an organisation and an office.

use crate::{
    model::OrganisationId,
    record::{Key, Text},
    schema,
    site::{
        page::{Contact, Str},
        site::Site,
    },
};

/// Whom to ask: an organisation and an office.
pub(super) fn contact<'m>(site: &Site<'m>, id: Option<OrganisationId>, office: Option<&'m str>) -> Option<Contact<'m>> {
    let organisation = site.model.organisation(id.or(site.model.site.organisation)?);
    let record = &organisation.record;
    let text = |key: Key<schema::Organisation, Text>| record.get(key).filter(|it| !it.is_empty()).map(Str::Borrowed);
    let known = [
        schema::Organisation::PHONE,
        schema::Organisation::FAX,
        schema::Organisation::EMAIL,
        schema::Organisation::ADDRESS,
        schema::Organisation::HOURS,
    ]
    .into_iter()
    .any(|key| text(key).is_some());
    if !known && office.is_none() {
        return None;
    }
    let address = match (text(schema::Organisation::ADDRESS), text(schema::Organisation::POSTCODE)) {
        (Some(address), Some(code)) => Some(format!("{address}（邮编 {code}）").into()),
        (address, _) => address,
    };
    Some(Contact {
        organisation: (*organisation.name).into(),
        office: office.map(Into::into),
        phone: text(schema::Organisation::PHONE),
        fax: text(schema::Organisation::FAX),
        email: text(schema::Organisation::EMAIL),
        address,
        hours: text(schema::Organisation::HOURS),
    })
}
