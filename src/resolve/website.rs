//! `[[website]]`.

use super::{names::Names, unlisted::unlisted};
use crate::{
    diagnostic::{Edit, Findings, Level},
    markup,
    model::Website,
    record::{Record, schema},
    syntax::WRONG_TYPE,
    vocabulary::{WebsiteState, Word},
};

/// The websites, as written.
pub(super) fn websites(records: Vec<Record<schema::Website>>, names: &Names, findings: &mut Findings) -> Vec<Website> {
    let make = |record: Record<schema::Website>| Website {
        domain: domain(&record, findings),
        state: state(&record, findings),
        organisation: names.organisations.of(&record, schema::Website::ORGANISATION, findings),
        closed: record.get(schema::Website::CLOSED),
        record,
    };
    records.into_iter().map(make).collect()
}

/// Its domain. One that is none is told (0005), and shown as written where none is meant.
fn domain(record: &Record<schema::Website>, findings: &mut Findings) -> Box<str> {
    let written = record.get(schema::Website::DOMAIN).unwrap_or_default().trim();
    let meant = markup::domain(written);
    if written.is_empty() || meant.as_deref() == Some(written) {
        return written.into();
    }
    let span = record.span_of(schema::Website::DOMAIN);
    let finding =
        findings.raise(&WRONG_TYPE, span, text! { zh: "“{written}”不是域名", en: "`{written}` is no domain name" });
    match &meant {
        Some(meant) => finding
            .help(text! { zh: "改为：domain = \"{meant}\"", en: "write: domain = \"{meant}\"" })
            .fix([Edit::guess(span, meant)])
            .at_most(Level::Warn),
        None => finding.help(text! {
            zh: "写网站的域名，不带 https:// 和斜线，例如 domain = \"www.example.gov.cn\"；网站叫什么写在 title 里",
            en: "write the domain name alone, without https:// and strokes, e.g. domain = \"www.example.gov.cn\"; how the site is called is its `title`"
        }),
    };
    meant.map_or_else(|| written.into(), Into::into)
}

/// How the website stands. A word that no list has is told (0018) and shown as written.
fn state(record: &Record<schema::Website>, findings: &mut Findings) -> Option<WebsiteState> {
    let typed = record.get(schema::Website::STATE)?;
    let state = WebsiteState::parse(typed);
    if state.is_none() {
        let list = WebsiteState::VOCABULARY;
        let span = record.span_of(schema::Website::STATE);
        let kept = text! { zh: "照原样显示", en: "shown as written" };
        let near = list.nearest(typed).map(|it| it.zh);
        unlisted(typed, list, near, kept, None, span, findings);
    }
    state
}
