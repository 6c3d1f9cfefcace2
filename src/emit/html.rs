//! Pages: values through templates to HTML.

use tera::{Context, Map, Value};

use super::{Fault, Theme};
use crate::site::page::{Body, Chrome, Page};

/// A frame that is ready: head labels, header and footer as HTML, made once for all pages of a folder depth and part.
pub struct Frame {
    chrome: Value,
    fingerprint: blake3::Hash,
}

impl Frame {
    /// What it was made from, the theme included: equal frames have equal fingerprints.
    pub fn fingerprint(&self) -> &[u8; 32] {
        self.fingerprint.as_bytes()
    }
}

impl Theme {
    /// Renders what the pages of one folder depth and part share.
    ///
    /// # Errors
    /// A template that can't be filled in.
    pub fn frame(&self, chrome: &Chrome<'_>) -> Result<Frame, Fault> {
        let mut context = Context::new();
        context.insert("chrome", chrome);
        context.insert("styles", &self.styles);
        let part = |name: &str| {
            self.tera
                .render(name, &context)
                .map(|html| Value::safe_string(html.trim_end()))
                .map_err(|error| Fault::template(name, &error))
        };
        let mut fingerprint = blake3::Hasher::new();
        fingerprint.update(self.fingerprint());
        let parts = [
            ("lang", Value::normal_string(&chrome.lang)),
            ("title", Value::normal_string(&chrome.title)),
            ("head", part("chrome/head.html")?),
            ("header", part("chrome/header.html")?),
            ("footer", part("chrome/footer.html")?),
        ];
        for (_, value) in &parts {
            let text = value.to_string();
            fingerprint.update(&text.len().to_le_bytes()).update(text.as_bytes());
        }
        let chrome: Map = parts.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Ok(Frame { chrome: Value::from(chrome), fingerprint: fingerprint.finalize() })
    }

    /// Begins a hash of all that the bytes of a page depend on: the theme, what pages share, and the values of `page`.
    /// `buffer` is room to work in.
    pub fn question(frame: &Frame, page: &Page<'_>, buffer: &mut Vec<u8>) -> blake3::Hasher {
        let mut hasher = blake3::Hasher::new();
        buffer.clear();
        serde_json::to_writer(&mut *buffer, page).expect("values of pages are plain");
        hasher.update(frame.fingerprint.as_bytes()).update(&buffer.len().to_le_bytes()).update(buffer);
        hasher
    }

    /// Renders a page, appended to `out`; hand in the same buffer, cleared, for page after page.
    ///
    /// # Errors
    /// A template that can't be filled in; `out` then holds the part before the fault.
    pub fn render(&self, frame: &Frame, page: &Page<'_>, out: &mut Vec<u8>) -> Result<(), Fault> {
        let name = template(&page.body);
        let mut context = Context::new();
        context.insert_value("chrome", frame.chrome.clone());
        let page = Value::try_from_serializable(page).map_err(|error| Fault::template(name, &error))?;
        context.insert_value("page", page);
        self.tera.render_to(name, &context, out).map_err(|error| Fault::template(name, &error))
    }
}

/// The template of a kind of page.
fn template(body: &Body<'_>) -> &'static str {
    match body {
        Body::Home(_) => "body/home.html",
        Body::Catalogue(_) => "body/catalogue.html",
        Body::Field(_) => "body/field.html",
        Body::Item(_) => "body/item.html",
        Body::Listing(_) => "body/listing.html",
        Body::Entry(_) => "body/entry.html",
        Body::Plan(_) => "body/plan.html",
        Body::Coverage(_) => "body/coverage.html",
        Body::Map(_) => "body/map.html",
        Body::Project(_) => "body/project.html",
        Body::Register(_) => "body/register.html",
        Body::Accounts(_) => "body/accounts.html",
        Body::Lost(_) => "body/lost.html",
        Body::Gone(_) => "body/gone.html",
    }
}
