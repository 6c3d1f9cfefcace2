//! Where the links of a text lead: to another entry, to a file it publishes, to another host – or nowhere.
//!
//! All links are followed once, when the site is planned ([`link_targets`]): each answer is asked for whenever the entry's
//! page is made, and whenever its key is. A [`LinkTarget`] is small and knows no address; addresses, which depend on the
//! page that prints them, are made from it when they are due ([`link_hrefs`]).

use rayon::prelude::*;

use super::{
    Href,
    files::local,
    link_target::{LinkKey, LinkTarget},
    near_link::NearLinks,
    percent::decode,
    rules::{BROKEN_LINK, FOREIGN_PICTURE},
    site::Site,
};
use crate::{
    diagnostic::{Edit, Findings},
    markup::{self, Scheme},
    model::{Entry, EntryId, State},
    record::{Link, Value},
    source::{FileId, Span, join},
};

/// Where the links of all texts lead, by entry, in the order of its links. Looked for once: each is asked for whenever
/// its page, or what its page is made from, is.
pub(super) fn link_targets(site: &Site<'_>) -> Vec<Box<[LinkTarget]>> {
    let of = |at| {
        let id = EntryId::new(at);
        let links = site.is_open(id).then(|| site.model.entry(id).body.links());
        links.into_iter().flatten().map(|link| link_target(site, id, link.to)).collect()
    };
    (0..site.model.entries.len()).into_par_iter().map(of).collect()
}

/// Where `destination`, written in the text of `id`, leads.
pub(super) fn link_target(site: &Site<'_>, id: EntryId, destination: &str) -> LinkTarget {
    let entry = site.model.entry(id);
    if destination.starts_with('#') {
        return LinkTarget::AsWritten;
    }
    match markup::scheme(destination) {
        Scheme::Relative => {}
        Scheme::Forbidden(_) => return LinkTarget::Nowhere,
        Scheme::Web | Scheme::Contact | Scheme::Fragment => return LinkTarget::AsWritten,
    }
    let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    if let Some(file) = local(entry.file, destination, site.sources) {
        let place = site.files_of(id).iter().position(|it| it.file == file);
        return place.and_then(|it| u32::try_from(it).ok()).map_or(LinkTarget::Nowhere, LinkTarget::File);
    }
    let to = entry_at(site, entry, path);
    let Some(to) = to.filter(|&it| site.is_open(it)) else { return withdrawn(site, entry, (path, to)) };
    if fragment.is_empty() {
        return LinkTarget::Entry(to, None);
    }
    let wanted = decode(fragment);
    // As its text, or as the same page links it: without punctuation.
    let slug = markup::heading_id(&wanted);
    let mut headings = site.model.entry(to).body.headings();
    let heading = headings.position(|it| *it.id == *wanted || it.text.trim() == wanted.trim() || *it.id == *slug);
    let place = heading.and_then(|it| u32::try_from(it).ok());
    if place.is_some() { LinkTarget::Entry(to, place) } else { LinkTarget::Nowhere }
}

/// Where a link from `entry` leads that names no entry on the site: `path`, and the entry there. What was taken down left a
/// tombstone; of what is deleted the lock knows the path.
fn withdrawn(site: &Site<'_>, entry: &Entry, (path, to): (&str, Option<EntryId>)) -> LinkTarget {
    let to = to.map(|to| site.model.entry(to));
    let of = |path: &str| site.tombstones.get(content_name(site, entry, path)?.as_str());
    let tombstone = match to {
        Some(to) => site.tombstones.get(&*to.address),
        None => of(&decode(path)).or_else(|| of(path)),
    };
    let tombstone = tombstone.and_then(|&it| u32::try_from(it).ok());
    if tombstone.is_some() || to.is_some_and(|to| to.state == State::Withdrawn) {
        LinkTarget::Withdrawn(tombstone)
    } else {
        LinkTarget::Nowhere
    }
}

/// The path below `content/`, without `.md`, of the entry to which `path` leads from `entry`.
fn content_name(site: &Site<'_>, entry: &Entry, path: &str) -> Option<String> {
    let path = join(site.sources.path(entry.file), path)?;
    Some(path.strip_prefix("content/")?.strip_suffix(".md")?.to_owned())
}

/// Where the links of the entry's text lead, in their order; none for one that leads nowhere.
pub fn link_hrefs<'a>(site: &'a Site<'_>, id: EntryId) -> impl Iterator<Item = Option<Href<'a>>> {
    let links = site.model.entry(id).body.links();
    links.zip(&site.link_targets[id.at()]).map(move |(link, &target)| link_href(site, id, link.to, target))
}

/// What decides where the links of the entry's text lead from a place of its own, in their order.
pub fn link_keys<'a>(site: &'a Site<'_>, id: EntryId) -> impl Iterator<Item = LinkKey<'a>> {
    let links = site.model.entry(id).body.links();
    links.zip(&site.link_targets[id.at()]).map(move |(link, &target)| match target {
        LinkTarget::Entry(to, None) => LinkKey::Entry(to),
        _ => LinkKey::Other(link_href(site, id, link.to, target)),
    })
}

/// The address to print on the page of `id` for `destination`, which leads to `target`; none for a link that leads
/// nowhere.
pub(super) fn link_href<'a>(
    site: &Site<'_>,
    id: EntryId,
    destination: &'a str,
    target: LinkTarget,
) -> Option<Href<'a>> {
    let from = &site.model.entry(id).address;
    match target {
        LinkTarget::Entry(to, None) => Some(Href::between(from, &site.model.entry(to).address)),
        LinkTarget::Entry(to, Some(place)) => {
            let to = site.model.entry(to);
            let heading = to.body.headings().nth(place as usize)?;
            Some(Href::between(from, &[&*to.address, "#", heading.id].concat()))
        }
        LinkTarget::File(place) => Some(Href::between(from, &site.files_of(id).get(place as usize)?.address)),
        LinkTarget::Withdrawn(place) => Some(Href::between(from, &site.model.lost.get(place? as usize)?.address)),
        LinkTarget::AsWritten => Some(Href::outside(destination)),
        LinkTarget::Nowhere => None,
    }
}

/// The entry, public or not, whose file is `path` from `entry`.
fn entry_at(site: &Site<'_>, entry: &Entry, path: &str) -> Option<EntryId> {
    let decoded = decode(path);
    let find = |path: &str| site.model.named(&content_name(site, entry, path)?);
    find(&decoded).or_else(|| find(path))
}

/// Whether `destination`, written in the text of `entry`, is an entry that is not public because what it says could not be
/// read, which was told there.
fn is_unread(site: &Site<'_>, entry: &Entry, destination: &str) -> bool {
    let path = destination.split('#').next().unwrap_or_default();
    let to = entry_at(site, entry, path).filter(|&it| !site.is_open(it));
    to.is_some_and(|it| site.model.entry(it).record.fields().any(|field| field.value == Value::Unread))
}

/// Tells links that lead nowhere (1401).
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    let mut near = NearLinks::new(site);
    for id in site.entries() {
        let targets = &site.link_targets[id.at()];
        let entry = site.model.entry(id);
        pictures(site, entry, findings);
        for (to, range) in entry.body.dead().filter(|it| it.0 != "data:") {
            let finding = findings.raise(
                &BROKEN_LINK,
                Span { file: entry.file, range },
                text! { zh: "链接“{to}”打不开", en: "the link `{to}` leads nowhere" },
            );
            if to.trim().starts_with('#') {
                finding.label(text! { zh: "本页没有这个小标题", en: "this page has no such heading" });
                finding.help(text! {
                    zh: "写 # 和本页一个小标题的全文，例如 #总则",
                    en: "write # and the whole of a heading of this page",
                });
            } else {
                finding.label(
                    text! { zh: "这是本机上的路径，别人打不开", en: "a path of one machine, which nobody else has" },
                );
                finding.help(text! {
                    zh: "把文件放到条目旁边，链接写文件名，例如 附件.xlsx",
                    en: "put the file beside the entry and link it by its name",
                });
            }
        }
        if !targets.iter().any(|it| matches!(it, LinkTarget::Nowhere | LinkTarget::Withdrawn(_))) {
            continue;
        }
        for (link, target) in entry.body.links().zip(targets) {
            let to = link.to;
            if let LinkTarget::Withdrawn(tombstone) = target {
                to_withdrawn(Span { file: entry.file, range: link.range }, to, tombstone.is_some(), findings);
                continue;
            }
            let nameless = link.image && to.trim().is_empty();
            if *target != LinkTarget::Nowhere || nameless || is_unread(site, entry, to) {
                continue;
            }
            let finding = findings.raise(
                &BROKEN_LINK,
                Span { file: entry.file, range: link.range },
                text! { zh: "链接“{to}”打不开", en: "the link `{to}` leads nowhere" },
            );
            finding.label(text! { zh: "没有这个文件、条目或小标题，或者它不公开", en: "no such file, entry or heading, or it is not public" });
            if is_web(to) {
                finding
                    .label(text! { zh: "外部网址，前面缺少 https://", en: "an address elsewhere, without https://" });
                finding
                    .help(text! { zh: "改为：https://{to}", en: "write: https://{to}" })
                    .fix(before(link, entry.file, "https://"));
                continue;
            }
            if let Some(meant) = near.of(site.sources.path(entry.file), to) {
                finding
                    .label(text! { zh: "是不是 {meant}？", en: "{meant}?" })
                    .help(text! { zh: "是的话，链接改为：{meant}", en: "if so, link: {meant}" })
                    .fix(instead(link, entry.file, &meant));
                continue;
            }
            let draft = entry_at(site, entry, to.split('#').next().unwrap_or_default()).map(|it| site.model.entry(it));
            if let Some(draft) = draft.filter(|it| it.state == State::Draft) {
                let name = &draft.name;
                finding.label(text! { zh: "它还是草稿，不公开", en: "it is a draft, and not public" });
                finding.help(text! {
                    zh: "先把 content/{name}.md 写好、审查，删去它的 draft = true；它暂时不发布的，先去掉这个链接",
                    en: "finish content/{name}.md, have it reviewed and delete its `draft = true`; or leave the link out for now",
                });
                continue;
            }
            finding.help(text! {
                zh: "链接写从本文件所在文件夹出发的路径，例如 ../政策/办法.md 或 附件.xlsx；指向小标题的写 ../政策/办法.md#小标题",
                en: "write the path from this file's folder, like ../policy/rules.md or table.xlsx, and headings like ../policy/rules.md#heading"
            });
        }
    }
}

/// The place of the address of `link`, where that stands in its text as it is.
fn address(link: Link<'_>, file: FileId) -> Option<Span> {
    let end = link.range.bytes().end.checked_sub(1)?;
    let start = end.checked_sub(link.to.len()).filter(|_| link.plain)?;
    Some(Span::new(file, start..end))
}

/// The edit that puts `what` before the address of `link`.
fn before(link: Link<'_>, file: FileId, what: &str) -> Option<Edit> {
    Some(Edit::new(address(link, file)?.start(), what, false))
}

/// The edit that writes `what` for the address of `link`.
fn instead(link: Link<'_>, file: FileId, what: &str) -> Option<Edit> {
    Some(Edit::new(address(link, file)?, what, false))
}

/// Whether `to`, which names nothing here, is an address of the web without its scheme: it begins with the name of a host.
fn is_web(to: &str) -> bool {
    const ENDS: [&str; 9] = ["cn", "com", "net", "org", "gov", "edu", "info", "cc", "hk"];
    let host = to.trim_start_matches('/').split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let label = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    host.split('.').all(label) && (host.starts_with("www.") || ENDS.contains(&end) && !name.is_empty())
}

/// Tells pictures of an entry that lie on another site or have no address (1906).
fn pictures(site: &Site<'_>, entry: &Entry, findings: &mut Findings) {
    let own = host(&site.model.site.url);
    let mut tell = |range, message, label| {
        findings
            .raise(&FOREIGN_PICTURE, Span { file: entry.file, range }, message)
            .label(label)
            .help(text! { zh: "把图片另存到条目旁边，写成 ![说明](图片.jpg)", en: "save the picture beside the entry and write ![what it shows](picture.jpg)" });
    };
    for link in entry.body.links().filter(|it| it.image) {
        let to = link.to.trim();
        if to.is_empty() {
            tell(
                link.range,
                text! { zh: "图片没有地址", en: "a picture without an address" },
                text! { zh: "网页上看不到这张图", en: "it is not on the page" },
            );
        } else if markup::scheme(to) == Scheme::Web && host(to) != own {
            let host = host(to);
            tell(
                link.range,
                text! { zh: "图片在别的网站 {host} 上", en: "the picture lies on another site, {host}" },
                text! { zh: "多半显示不出来，也留不住", en: "it may not show, and may vanish" },
            );
        }
    }
    for (_, range) in entry.body.dead().filter(|it| it.0 == "data:") {
        tell(
            range,
            text! { zh: "图片的数据写在正文里", en: "a picture written into the text as data" },
            text! { zh: "网页上看不到这张图", en: "it is not on the page" },
        );
    }
}

/// The host of an address, as written.
fn host(address: &str) -> &str {
    let rest = address.split_once("//").map_or("", |it| it.1);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Tells a link to what was taken down: its day has come, and nothing can be done about that in the text that links it.
fn to_withdrawn(span: Span, to: &str, tombstone: bool, findings: &mut Findings) {
    let label = if tombstone {
        text! { zh: "读者点开看到的是“已撤下”", en: "readers find that it was taken down" }
    } else {
        text! { zh: "网页上只留文字，不再是链接", en: "only its words stand on the page" }
    };
    findings
        .raise(
            &BROKEN_LINK,
            span,
            text! { zh: "链接“{to}”指向已经撤下的信息", en: "the link `{to}` leads to what was taken down" },
        )
        .lesser()
        .label(label)
        .help(text! {
            zh: "可以照旧发布；不再需要的，去掉链接、保留文字，或者改为链接到现行的信息",
            en: "it may be published as it is; or keep the words without the link, or link what stands in its place",
        });
}
