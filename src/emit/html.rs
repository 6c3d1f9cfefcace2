//! Pages: values through templates to HTML.

use std::hash::{Hash as _, Hasher};

use tera::{Context, Map, Value};

use super::{Fault, Theme};
use crate::site::page::{Body, Chrome, Page, Section};

/// Head labels, header and footer as HTML, made once for all pages of a folder depth that mark the same item of the navigation.
pub struct PageShell {
    chrome: Value,
    fingerprint: blake3::Hash,
}

impl PageShell {
    /// What it was made from, the theme included: equal shells have equal fingerprints.
    pub fn fingerprint(&self) -> &[u8; 32] {
        self.fingerprint.as_bytes()
    }
}

/// The labels of a section's column and the breadcrumb to it, as values and as HTML.
pub struct SectionShell {
    html: Value,
    column: Value,
    trail: Value,
    fingerprint: blake3::Hash,
}

/// What a page shares with others.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// With those that lie equally deep and mark the same item of the navigation.
    pub page: &'a PageShell,
    /// With those that lie equally deep in the same section.
    pub section: &'a SectionShell,
}

/// Renders what the pages of one folder depth and item of the navigation share.
///
/// # Errors
/// A template that can't be filled in.
pub fn page_shell(theme: &Theme, chrome: &Chrome<'_>) -> Result<PageShell, Fault> {
    let mut context = Context::new();
    context.insert("chrome", chrome);
    context.insert("styles", &theme.styles);
    let part = |name: &str| part(theme, name, &context);
    let parts = [
        ("lang", Value::normal_string(&chrome.lang)),
        ("root", Value::normal_string(&chrome.root)),
        ("title", Value::normal_string(&chrome.title)),
        ("head", part("chrome/head.html")?),
        ("header", part("chrome/header.html")?),
        ("local", part("chrome/local.html")?),
        ("footer", part("chrome/footer.html")?),
    ];
    let fingerprint = hash_texts(theme, parts.iter().map(|it| it.1.to_string()));
    Ok(PageShell { chrome: map(parts), fingerprint })
}

/// Renders what the pages of one folder depth and section share.
///
/// # Errors
/// A template that can't be filled in.
pub fn section_shell(theme: &Theme, section: &Section<'_>) -> Result<SectionShell, Fault> {
    let mut context = Context::new();
    context.insert("column", &section.column);
    context.insert("trail", &section.trail);
    let html = [
        ("column", part(theme, "chrome/column.html", &context)?),
        ("trail", part(theme, "chrome/trail.html", &context)?),
        ("crumbs", section.crumbs.as_ref().map_or_else(Value::none, |it| Value::safe_string(it))),
    ];
    let value = |name| context.get(name).cloned().unwrap_or_else(Value::none);
    let (column, trail) = (value("column"), value("trail"));
    let fingerprint =
        hash_texts(theme, [&html[0].1, &html[1].1, &html[2].1, &column, &trail].map(Value::to_string).into_iter());
    Ok(SectionShell { html: map(html), column, trail, fingerprint })
}

/// The template `name`, filled in, without the white space at its end.
fn part(theme: &Theme, name: &str, context: &Context) -> Result<Value, Fault> {
    let html = theme.tera.render(name, context).map_err(|error| Fault::template(name, &error))?;
    Ok(Value::safe_string(html.trim_end()))
}

/// A hash of `texts`, and of the theme that made them.
fn hash_texts(theme: &Theme, texts: impl Iterator<Item = String>) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(theme.fingerprint());
    for text in texts {
        hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
    }
    hasher.finalize()
}

/// Writes all that the bytes of a page depend on, each part with what tells it from its neighbours: the theme, what pages share, and
/// the values of `page`.
pub fn write_values(shared: Shared<'_>, page: &Page<'_>, out: &mut Vec<u8>) {
    out.extend(shared.page.fingerprint.as_bytes());
    out.extend(shared.section.fingerprint.as_bytes());
    let start = out.len();
    page.hash(&mut Values(out));
    out.extend((out.len() - start).to_le_bytes());
}

/// Renders a page, appended to `out`; hand in the same buffer, cleared, for page after page.
///
/// # Errors
/// A template that can't be filled in; `out` then holds the part before the fault.
pub fn render(theme: &Theme, shared: Shared<'_>, page: &Page<'_>, out: &mut Vec<u8>) -> Result<(), Fault> {
    let Shared { page: shell, section } = shared;
    let name = template(&page.body);
    let fault = |error: tera::Error| Fault::template(name, &error);
    let head = Value::try_from_serializable(&page.head).map_err(fault)?;
    let mut head = head.into_map().unwrap_or_default();
    head.insert("column".into(), section.column.clone());
    let body = Value::try_from_serializable(&page.body).map_err(fault)?;
    let page = [("head", Value::from(head)), ("trail", section.trail.clone()), ("body", body)];
    let mut context = Context::new();
    context.insert_value("chrome", shell.chrome.clone());
    context.insert_value("opening", section.html.clone());
    context.insert_value("page", map(page));
    theme.tera.render_to(name, &context, out).map_err(fault)
}

/// Values one after the other, each with what tells it from its neighbours.
struct Values<'b>(&'b mut Vec<u8>);

impl Hasher for Values<'_> {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Unused: the bytes are collected and hashed as a whole.
    fn finish(&self) -> u64 {
        0
    }
}

/// A value of named parts.
fn map<const N: usize>(parts: [(&'static str, Value); N]) -> Value {
    Value::from(parts.into_iter().map(|(name, value)| (name.into(), value)).collect::<Map>())
}

/// The template of a kind of page.
fn template(body: &Body<'_>) -> &'static str {
    match body {
        Body::Home(_) => "body/home.html",
        Body::Catalogue(_) => "body/catalogue.html",
        Body::NationalForm(_) => "body/catalogue-full.html",
        Body::Field(_) => "body/field.html",
        Body::Item(_) => "body/item.html",
        Body::Listing(_) => "body/listing.html",
        Body::Archive(_) => "body/archive.html",
        Body::Entry(_) => "body/entry.html",
        Body::Plan(_) => "body/plan.html",
        Body::Coverage(_) => "body/coverage.html",
        Body::Changes(_) => "body/changes.html",
        Body::Exceptions(_) => "body/exceptions.html",
        Body::Search(_) => "body/search.html",
        Body::Map(_) => "body/map.html",
        Body::Project(_) => "body/project.html",
        Body::Register(_) => "body/register.html",
        Body::Accounts(_) => "body/accounts.html",
        Body::Institutions(_) => "body/institutions.html",
        Body::NotFound(_) => "body/lost.html",
        Body::Tombstone(_) => "body/gone.html",
        Body::Moved(_) => "body/moved.html",
        Body::Websites(_) => "body/websites.html",
    }
}
