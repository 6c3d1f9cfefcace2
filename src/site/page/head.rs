//! What a page says about itself in its head: title, page labels, canonical address.

use serde::Serialize;

use super::{Fact, Str};
use crate::site::Href;

/// The head of a page, besides what the whole site shares (see [`Chrome`](super::Chrome)) and what its section does (see
/// [`Section`](super::Section); templates find its column here too, as `page.head.column`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Head<'a> {
    /// The page's own title, without the site's; none on the home page.
    pub title: Option<Str<'a>>,
    /// One sentence for search engines; on article pages the label [`Article::description`] stands in its place.
    pub description: Option<Str<'a>>,
    /// The whole address of the page, for `rel=canonical`.
    pub canonical: Str<'a>,
    /// The labels of the article (article pages).
    pub article: Option<Article<'a>>,
    /// The same content in other forms.
    pub alternates: Vec<Alternate<'a>>,
    /// Keep search engines away (404, previews).
    pub noindex: bool,
}

/// The content labels of 国办发〔2017〕47号: three required ones, then the optional ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Article<'a> {
    /// `ArticleTitle`, equal to the visible title.
    pub title: Str<'a>,
    /// `PubDate`, `YYYY-MM-DD HH:MM`.
    pub published: Str<'a>,
    /// `ContentSource`.
    pub source: Str<'a>,
    /// `Keywords`, joined by `，`.
    pub keywords: Option<Str<'a>>,
    /// `Author`.
    pub author: Option<Str<'a>>,
    /// `Description`.
    pub description: Option<Str<'a>>,
    /// `Image`, a whole address.
    pub image: Option<Str<'a>>,
    /// `Url`, a whole address.
    pub url: Option<Str<'a>>,
    /// Other labels by name.
    pub others: Vec<Fact<'a>>,
}

/// The same content in another form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate<'a> {
    pub href: Href<'a>,
    /// Its media type: `application/json`.
    pub media: Str<'a>,
    pub title: Str<'a>,
}
