//! Old addresses: which page stands at each, a way on or a tombstone, and what is told of those that can have none.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    list::ListId,
    route::{self, PageId},
    rules::{BROKEN_LINK, LIVING_GONE, UNANSWERED_ADDRESS},
    site::Site,
};
use crate::{
    diagnostic::{Edit, Findings, Level, Subject},
    model::{EntryId, Gone, OldPlace, Redirect, State},
    record::schema,
    source::Span,
    vocabulary::Text,
};

/// The pages at old addresses, by address: the site must have its tombstones of lost lines already, and no page of its own
/// stands there. A way on goes before a tombstone, the first before the second.
pub(super) fn pages<'m>(site: &Site<'m>) -> BTreeMap<&'m str, PageId> {
    let model = site.model;
    let mut pages = BTreeMap::new();
    for (at, it) in model.redirects.iter().enumerate() {
        if let Some(page) = it.place.page().filter(|_| leads_on(site, it.to)) {
            pages.entry(page).or_insert(PageId::Redirect(at));
        }
    }
    for (at, it) in model.gone.iter().enumerate().filter(|it| is_over(site, it.1)) {
        if let Some(page) = it.place.page().filter(|it| !site.tombstones.contains_key(it)) {
            pages.entry(page).or_insert(PageId::Gone(at));
        }
    }
    if !pages.is_empty() {
        for page in site.pages() {
            pages.remove(&*site.address(page));
        }
    }
    pages
}

/// Whether a page stands where the entry is: its own, or the tombstone that it left.
pub(super) fn leads_on(site: &Site<'_>, to: EntryId) -> bool {
    site.is_open(to) || site.tombstones.contains_key(&*site.model.entry(to).address)
}

/// Whether what was taken down is gone today.
pub(super) fn is_over(site: &Site<'_>, gone: &Gone) -> bool {
    gone.on.is_none_or(|on| on <= site.model.today)
}

/// Tells old addresses that lead to what is not public (1401), that a page of the site has (1404), and that no page can
/// answer (1405).
pub(super) fn check(site: &Site<'_>, findings: &mut Findings) {
    let model = site.model;
    if model.redirects.is_empty() && model.gone.is_empty() {
        return;
    }
    for it in &model.redirects {
        hidden(site, it, findings);
        unanswered(site, (&it.from, &it.place), Some(it), it.record.span_of(schema::Redirect::FROM), findings);
    }
    for it in model.gone.iter().filter(|it| is_over(site, it)) {
        unanswered(site, (&it.address, &it.place), None, it.record.span_of(schema::Gone::ADDRESS), findings);
    }
    living(site, findings);
}

/// Tells a way on to an entry that is not on the site: readers would find nothing there.
fn hidden(site: &Site<'_>, it: &Redirect, findings: &mut Findings) {
    if site.is_open(it.to) {
        return;
    }
    let entry = site.model.entry(it.to);
    let (from, title, name) = (&it.from, entry.title(), &entry.name);
    let is_withdrawn = entry.state == State::Withdrawn || leads_on(site, it.to);
    let finding = findings.raise(
        &BROKEN_LINK,
        it.record.span_of(schema::Redirect::TO),
        text! {
            zh: "旧网址 {from} 转到“{title}”，这条信息现在不公开",
            en: "the old address {from} leads to `{title}`, which is not public",
        },
    );
    finding
        .help(if is_withdrawn {
            text! {
                zh: "读者会看到“已撤下”的页面；有替代信息的，把 to 改为那一条；不再要的，删去这一条 [[redirect]]",
                en: "readers find the tombstone; write what took its place as `to`, or delete this [[redirect]]",
            }
        } else {
            text! {
                zh: "先公开 content/{name}.md，或者把 to 改为一条已经公开的信息；还不能公开的，先删去这一条 [[redirect]]",
                en: "publish content/{name}.md, or write as `to` an entry that is public; else delete this [[redirect]] for now",
            }
        })
        .lesser_if(is_withdrawn)
        .key(&*it.from);
}

/// Whether `address` is that of a file of the site's own that is no page.
fn is_own(site: &Site<'_>, address: &str) -> bool {
    let url = site.model.site.url.split_once("://").map_or(&*site.model.site.url, |it| it.1);
    let (host, base) = url.split_once('/').unwrap_or((url, ""));
    let path = address.split_once("://").map_or(address, |it| it.1.strip_prefix(host).unwrap_or(it.1));
    let path = path.trim_start_matches('/');
    let path = path.strip_prefix(base).unwrap_or(path);
    let is_feed =
        |it: ListId| [route::feed(site.model, it), route::feed_json(site.model, it)].iter().any(|it| it[1..] == *path);
    matches!(path, "feed.xml" | "feed.json" | "sitemap.xml") || path.starts_with("api/v1/") || site.feeds().any(is_feed)
}

/// Tells an old address at which no page of this site can stand.
fn unanswered(
    site: &Site<'_>,
    (address, place): (&str, &OldPlace),
    to: Option<&Redirect>,
    span: Span,
    findings: &mut Findings,
) {
    let why = match place {
        OldPlace::Page(_) => return,
        OldPlace::Elsewhere => text! { zh: "不在本站", en: "is on another site" },
        OldPlace::Unanswered => text! { zh: "没有静态网页能够接住", en: "is none that a static page can answer" },
    };
    if *place == OldPlace::Unanswered && is_own(site, address) {
        findings
            .raise(
                &LIVING_GONE,
                span,
                text! {
                    zh: "{address} 是网站自己的文件，不能撤下或转走",
                    en: "{address} is a file of the site's own: it can neither go nor move",
                },
            )
            .help(text! { zh: "删去这一条，或者改正网址", en: "delete this, or correct the address" })
            .at_most(Level::Warn)
            .key(address);
        return;
    }
    let (zh, en) = (why.zh, why.en);
    let finding = findings.raise(
        &UNANSWERED_ADDRESS,
        span,
        text! { zh: "旧网址 {address} {zh}", en: "the old address {address} {en}" },
    );
    let led = to.map(|it| site.model.entry(it.to));
    // What is on this host its own server can answer.
    let is_here = *place == OldPlace::Unanswered;
    finding
        .help(match led {
            Some(entry) if is_here => text! {
                zh: "请网站管理员在服务器上换用 gongkai host 生成的配置，其中已有这一条，转到 {url}；换好了写明：\ngongkai allow unanswered-address {name} --reason 〔原因〕 --owner 〔负责科室〕",
                en: "give the web server the configuration that gongkai host prints, which leads it on to {url}; then say so:\ngongkai allow unanswered-address {name} --reason 〔why〕 --owner 〔who〕",
                url = site.url(&entry.address),
                name = entry.index_number,
            },
            Some(entry) => text! {
                zh: "请旧网址所在网站的管理员在服务器上设置转向，转到 {url}（转向关系都列在 api/v1/addresses.json 中），设置好了写明：\ngongkai allow unanswered-address {name} --reason 〔原因〕 --owner 〔负责科室〕",
                en: "ask whoever runs that web server to redirect it to {url} (all are listed in api/v1/addresses.json), then say so:\ngongkai allow unanswered-address {name} --reason 〔why〕 --owner 〔who〕",
                url = site.url(&entry.address),
                name = entry.index_number,
            },
            None if is_here => text! {
                zh: "请网站管理员在服务器上换用 gongkai host 生成的配置，其中已写明它“已撤下”（410）。地址写错的，改正",
                en: "give the web server the configuration that gongkai host prints, which answers it with 410. Correct a slip",
            },
            None => text! {
                zh: "请旧网址所在网站的管理员在服务器上设置为“已撤下”（410）；这些网址都列在 api/v1/addresses.json 中。地址写错的，改正",
                en: "ask whoever runs that web server to answer 410; all are listed in api/v1/addresses.json. Correct a slip",
            },
        })
        .key(address);
    if let Some(entry) = led {
        finding.about(Subject::Entry(entry.name.to_string()));
    }
}

/// Tells addresses that are declared gone or moved and that a page of the site has.
fn living(site: &Site<'_>, findings: &mut Findings) {
    let model = site.model;
    let mut old: BTreeMap<&str, Old<'_>> = BTreeMap::new();
    let mut whole: BTreeMap<&str, Old<'_>> = BTreeMap::new();
    for it in model.gone.iter().filter(|it| is_over(site, it)) {
        // As addresses are compared elsewhere: what stands before the site's own part does not count.
        old.extend(it.address.match_indices('/').map(|(at, _)| (&it.address[at..], Old::Gone(it))));
        whole.extend(it.place.page().map(|page| (page, Old::Gone(it))));
    }
    for it in &model.redirects {
        let Some(page) = it.place.page() else { continue };
        if let Some(Old::Gone(gone)) = whole.insert(page, Old::Redirect(it)) {
            both(page, gone, findings);
        }
    }
    let alike = Alike::of(&whole, findings);
    for page in site.pages() {
        match page {
            PageId::Tombstone(_) | PageId::Redirect(_) | PageId::Gone(_) => {}
            // Nearly all are entries, whose addresses are at hand.
            PageId::Entry(id) => {
                let entry = model.entry(id);
                alike.see(&entry.address, findings);
                if let Some(it) = whole.get(&*entry.address).or_else(|| old.get(&*entry.address)) {
                    it.tell(site, &entry.address, Some((entry.title(), &entry.name)), findings);
                }
            }
            _ => {
                let address = site.address(page);
                alike.see(&address, findings);
                if let Some(it) = whole.get(&*address) {
                    it.tell(site, &address, None, findings);
                }
            }
        }
    }
}

/// Tells an address that is declared gone and led on as well: a web server can answer one of them only.
fn both(page: &str, gone: &Gone, findings: &mut Findings) {
    findings
        .raise(
            &LIVING_GONE,
            gone.record.span_of(schema::Gone::ADDRESS),
            text! {
                zh: "{page} 写明已经撤下，又写明已经转走",
                en: "{page} is declared gone, and to have moved as well",
            },
        )
        .help(text! {
            zh: "只能留一个：有新网址的，删去这一条 [[gone]]；确实撤下的，删去那一条 [[redirect]]",
            en: "keep one: delete this [[gone]] where there is a new address, the [[redirect]] where there is none",
        })
        .fix(gone.record.extent().map(Edit::delete))
        .at_most(Level::Warn)
        .key(page);
}

/// Pages at old addresses by their names in small letters, as disks know them that do not tell case apart.
struct Alike<'m>(BTreeMap<String, (&'m str, Old<'m>)>);

impl<'m> Alike<'m> {
    /// Those of `whole`. Of two old addresses that differ in case only the second is told.
    fn of(whole: &BTreeMap<&'m str, Old<'m>>, findings: &mut Findings) -> Self {
        let mut alike: BTreeMap<String, (&str, Old<'_>)> = BTreeMap::new();
        for (&page, &it) in whole {
            if let Some((first, _)) = alike.get(&page.to_ascii_lowercase()) {
                it.tell_alike(page, first, findings);
                continue;
            }
            alike.insert(page.to_ascii_lowercase(), (page, it));
        }
        Self(alike)
    }

    /// Tells the old address that differs from `address`, that of a page of the site, in case only.
    fn see(&self, address: &str, findings: &mut Findings) {
        // Nearly all are in small letters.
        let lower = if address.bytes().any(|it| it.is_ascii_uppercase()) {
            address.to_ascii_lowercase().into()
        } else {
            Cow::Borrowed(address)
        };
        if let Some((page, it)) = self.0.get(&*lower).filter(|it| it.0 != address) {
            it.tell_alike(page, address, findings);
        }
    }
}

/// What is said of an old address.
#[derive(Clone, Copy)]
enum Old<'m> {
    Gone(&'m Gone),
    Redirect(&'m Redirect),
}

impl Old<'_> {
    /// Where its address is written, all of what is written, and the name of that.
    fn written(&self) -> (Span, Option<Span>, &'static str) {
        match self {
            Self::Gone(it) => (it.record.span_of(schema::Gone::ADDRESS), it.record.extent(), "[[gone]]"),
            Self::Redirect(it) => (it.record.span_of(schema::Redirect::FROM), it.record.extent(), "[[redirect]]"),
        }
    }

    /// Tells that its page `page` would be the file of `address`, another page, where disks do not tell the case of letters apart.
    fn tell_alike(self, page: &str, address: &str, findings: &mut Findings) {
        let (span, extent, name) = self.written();
        findings
            .raise(
                &LIVING_GONE,
                span,
                text! {
                    zh: "{page} 和网站上的 {address} 只差字母大小写：在 Windows、macOS 上是同一个文件，只能留下一个",
                    en: "{page} differs from {address} of this site in the case of letters only: on Windows and macOS they are one file, and one is lost",
                },
            )
            .help(text! {
                zh: "删去这一条 {name}；网址写错大小写的，改正",
                en: "delete this {name}, or correct the case of the address",
            })
            .fix(extent.map(Edit::delete))
            .at_most(Level::Warn)
            .key(page);
    }

    /// Tells that a page of the site has `address`: an entry's with its title and path, or one of the site's own.
    fn tell(self, site: &Site<'_>, address: &str, entry: Option<(&str, &str)>, findings: &mut Findings) {
        let (span, extent, name) = self.written();
        let title = entry.map_or(Text { zh: "网站的页面".into(), en: "a page of the site".into() }, |it| {
            let title = it.0;
            text! { zh: "“{title}”", en: "`{title}`" }
        });
        let (zh, en) = (&title.zh, &title.en);
        let message = match self {
            Self::Gone(_) => {
                text! { zh: "{address} 写明已经撤下，可是{zh}还在公开", en: "{address} is declared gone, but {en} is public there" }
            }
            Self::Redirect(_) => {
                text! { zh: "{address} 写明已经转走，可是{zh}还在这个网址公开", en: "{address} is declared to have moved, but {en} is public there" }
            }
        };
        let help = match entry {
            Some((_, path)) => text! {
                zh: "仍要公开的，删去这一条 {name}；确实要撤下的，在 content/{path}.md 的文件头写：withdraw_on = {today}",
                en: "delete this {name} if it is to stay; if it is to go, write in content/{path}.md: withdraw_on = {today}",
                today = site.model.today,
            },
            None => text! {
                zh: "这是网站自己的网址，不能撤下或转走：删去这一条 {name}，或者改正网址",
                en: "this address is the site's own: delete this {name}, or correct the address",
            },
        };
        findings
            .raise(&LIVING_GONE, span, message)
            .label(text! { zh: "还在公开", en: "still public" })
            .help(help)
            .fix(extent.map(Edit::delete))
            .key(address);
    }
}
