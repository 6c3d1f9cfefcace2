//! The parts of XML that office packages use: elements by local name, attributes, text. No entities but the predefined.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::decode::decode;

/// What a walk over a part meets.
pub(super) enum Node<'a> {
    /// A start tag; of an empty element, too.
    Open(Element<'a>),
    /// The element of this local name ends.
    Close(&'a str),
    /// Text, with references resolved.
    Text(&'a str),
}

/// An element with its attributes.
pub(super) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The attribute of this local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        // The check for doubles compares each with each.
        let attribute = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The attribute as Office writes yes and no; `without` where it is missing.
    pub(super) fn flag(&self, name: &str, without: bool) -> bool {
        self.get(name).map_or(without, |value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// The part is no XML from here on; what came before has been handed over.
#[derive(Debug)]
pub(super) struct Broken;

/// Walks over `xml` (UTF-8, or UTF-16 with a mark) and hands every node to `see`.
pub(super) fn walk(xml: &[u8], mut see: impl FnMut(Node<'_>)) -> Result<(), Broken> {
    let text = match std::str::from_utf8(xml.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(xml)) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => decode(xml).text,
    };
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event().map_err(|_| Broken)? {
            Event::Start(start) => see(Node::Open(Element(&start))),
            Event::End(end) => see(Node::Close(end.local_name().into_inner())),
            Event::Text(text) => see(Node::Text(&text.xml10_content())),
            Event::CData(text) => see(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let resolved = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                let mut buffer = [0; 4];
                see(Node::Text(resolved.unwrap_or('\u{fffd}').encode_utf8(&mut buffer)));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
