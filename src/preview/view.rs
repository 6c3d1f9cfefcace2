//! One state of the project, as a browser is shown it: pages are made when they are asked for, and once.

use std::cell::OnceCell;

use anyhow::Result;

use super::{
    address::{Address, encode},
    frame::{Asked, OPENED_ALONE, asked, shell},
    html::{escape, tongue},
    kept::Kept,
    media_type::{may_run, media_type},
    panel::panel,
    request::Request,
    response::Response,
    row::{Row, pages},
    standing::{Standing, standing},
    state::{Counts, Draft, PageKind, PageState, State},
};
use crate::{
    compile::{LoadedTheme, SitePlan, texts},
    diagnostic::{Diagnostic, Level, Report},
    model,
    model::EntryId,
    print::{Paths, veil},
    publish::{page_at, publish_one},
    site::PageId,
    source::FileId,
    vocabulary::Lang,
    world::{MemorySite, World},
};

/// Findings that the panel lists at most: who has more mends these first.
const MOST: usize = 200;

/// The project as it was judged.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    pub plan: &'a SitePlan<'a>,
    pub theme: &'a LoadedTheme,
    pub report: &'a Report,
    /// How files are called.
    pub paths: &'a Paths,
    pub world: &'a dyn World,
}

/// Answers requests about one state of the project.
pub struct View<'a> {
    judged: Judged<'a>,
    lang: Lang,
    generation: String,
    /// What the site would be if drafts were public; made when the first of them is asked for.
    with_drafts: OnceCell<SitePlan<'a>>,
    /// The pages that each finding of the report belongs to.
    pages: OnceCell<Vec<Vec<String>>>,
    /// The first findings of all.
    first: OnceCell<Vec<Row>>,
    standing: OnceCell<Standing>,
    /// What was made so far, of the site and of the other one.
    made: MemorySite,
    made_with_drafts: MemorySite,
}

/// What lies at an address.
struct Found {
    /// Where, from the site's root.
    address: String,
    bytes: Vec<u8>,
    kind: PageKind,
    entry: Option<EntryId>,
}

impl<'a> View<'a> {
    /// Answers about `judged`, in `lang`. No two states have the same `generation`.
    pub fn new(judged: Judged<'a>, lang: Lang, generation: &str) -> Self {
        Self {
            judged,
            lang,
            generation: generation.to_owned(),
            with_drafts: OnceCell::new(),
            pages: OnceCell::new(),
            first: OnceCell::new(),
            standing: OnceCell::new(),
            made: MemorySite::default(),
            made_with_drafts: MemorySite::default(),
        }
    }

    /// The answer to `request`. Pages that were good are `kept` for later states, in which they may not be.
    pub fn answer(&self, request: &Request, kept: &mut Kept) -> Response {
        let address = match request.admit() {
            Ok(address) => address,
            Err(refused) => return refused,
        };
        match asked(&address.path) {
            Asked::Answered(response) => response,
            Asked::Shell(page) => shell(&self.state(page, kept), self.lang),
            Asked::Panel(page) => Response::html(200, panel(&self.state(page, kept), self.lang)),
            Asked::State(page) => Response::new(200, "application/json; charset=utf-8", self.state(page, kept).json()),
            Asked::Page => self.file(request, &address, kept),
        }
    }

    /// A file of the site, with the bytes that a build would write.
    fn file(&self, request: &Request, address: &Address, kept: &mut Kept) -> Response {
        let found = match self.find(&Address::page(&address.path), kept) {
            Ok(Some(found)) => found,
            Ok(None) => return self.missing(request, address, kept),
            Err(error) => return self.broken(&error),
        };
        let kind = media_type(&found.address);
        let is_page = kind.starts_with("text/html")
            && (found.kind != PageKind::Public || page_at(&self.judged.plan.site, &found.address).is_some());
        if is_page && request.is_opened() && address.query != OPENED_ALONE {
            return Response::redirect(&format!("/_preview/page{}", encode(&address.path)));
        }
        let policy =
            if may_run(kind) && !is_page { "sandbox; frame-ancestors 'self'" } else { "frame-ancestors 'self'" };
        Response::new(200, kind, found.bytes).with("Content-Security-Policy", policy)
    }

    /// `/a` → `/a/` where that is a page; else the page for addresses that are not there.
    fn missing(&self, request: &Request, address: &Address, kept: &mut Kept) -> Response {
        let folder = format!("{}/", address.path);
        if !address.path.ends_with('/') && page_at(&self.judged.plan.site, &Address::page(&folder)).is_some() {
            return Response::redirect(&encode(&folder));
        }
        if let Some(to) = self.moved(&address.path, kept) {
            return Response::redirect(&encode(to));
        }
        if request.is_opened() && address.query != OPENED_ALONE {
            return Response::redirect(&format!("/_preview/page{}", encode(&address.path)));
        }
        match self.find("/404.html", kept) {
            Ok(Some(found)) => Response::html(404, found.bytes),
            Ok(None) => Response::refused(404, "404\n"),
            Err(error) => self.broken(&error),
        }
    }

    /// Where the page that was at `path` is now: a draft that was made public has an address of its own.
    fn moved(&self, path: &str, kept: &Kept) -> Option<&'a str> {
        let (analysis, site) = (self.judged.plan.analysis, &self.judged.plan.site);
        let file = analysis.sources.find(&kept.find(path)?.path)?;
        let id = analysis.model.named(analysis.sources.entry_name(file)?)?;
        let entry = analysis.model.entry(id);
        let has_page = site.is_open(id) || is_waiting(entry.state) && is_shown(&analysis.model, entry);
        (has_page && !entry.address.is_empty() && *entry.address != *path).then_some(&*entry.address)
    }

    /// A page that cannot be made: its file was saved again since, or the theme has a fault.
    fn broken(&self, error: &anyhow::Error) -> Response {
        let error = error.downcast_ref::<crate::world::Usage>().map(|it| it.0.get(self.lang));
        let words = words! { zh: "这一页正在重新生成，稍等片刻", en: "this page is being made again; one moment" };
        let words = error.unwrap_or(words.get(self.lang));
        // Without script, too, it is asked for again.
        Response::html(503, plain_page(words, self.lang)).with("Refresh", "1")
    }

    /// `path` without the folder of the host in which the site lies; none where it is not below that.
    fn below_base<'p>(&self, path: &'p str) -> Option<&'p str> {
        let url = &self.judged.plan.analysis.model.site.url;
        let host = url.split_once("://").map_or("", |it| it.1);
        let base = host.split_once('/').map_or("", |it| it.1.trim_matches('/'));
        let below = path.strip_prefix('/').and_then(|it| it.strip_prefix(base)).filter(|it| it.starts_with('/'));
        below.filter(|_| !base.is_empty())
    }

    /// What lies at `path`; none where nothing does. The page for lost addresses links from the root of the host, and so from outside
    /// of the site where that lies in a folder there.
    fn find(&self, path: &str, kept: &mut Kept) -> Result<Option<Found>> {
        let found = self.find_at(path, kept)?;
        match self.below_base(path).filter(|_| found.is_none()) {
            Some(below) => self.find_at(below, kept),
            None => Ok(found),
        }
    }

    fn find_at(&self, path: &str, kept: &mut Kept) -> Result<Option<Found>> {
        let Judged { plan, theme, world, .. } = self.judged;
        let Some(theme) = &theme.theme else {
            let faults = theme.findings.iter().map(|it| it.message.get(self.lang)).collect::<Vec<_>>().join("\n");
            return Err(crate::world::Usage(crate::vocabulary::Text::same(faults)).into());
        };
        let made = |plan: &SitePlan<'_>, sink: &MemorySite| -> Result<Option<Vec<u8>>> {
            if let Some(bytes) = sink.file(path) {
                return Ok(Some(bytes));
            }
            Ok(publish_one(plan, theme, world, sink, path)?.then(|| sink.file(path)).flatten())
        };
        let any_waits = plan.analysis.model.entries().any(|it| is_waiting(it.1.state));
        // What was public and is a draft again has its address still, at which readers are told that it was taken down.
        let is_left = any_waits && matches!(page_at(&plan.site, path), Some(PageId::Tombstone(_)));
        let with_drafts = || self.with_drafts.get_or_init(|| plan.analysis.plan_with_drafts());
        let is_draft = is_left && entry_at(with_drafts(), path).is_some();
        let public = if is_draft { None } else { made(plan, &self.made)? };
        let found = if let Some(bytes) = public {
            Some(Found { address: path.to_owned(), bytes, kind: PageKind::Public, entry: entry_at(plan, path) })
        } else if any_waits {
            let all = with_drafts();
            made(all, &self.made_with_drafts)?.map(|bytes| {
                let entry = entry_at(all, path);
                let kind = entry.map_or(PageKind::Waiting, |id| match plan.analysis.model.entry(id).state {
                    model::State::Draft => PageKind::Draft,
                    model::State::Scheduled => PageKind::Scheduled,
                    _ => PageKind::Waiting,
                });
                Found { address: path.to_owned(), bytes, kind, entry }
            })
        } else {
            None
        };
        if let Some(Found { bytes, entry: Some(id), .. }) = &found {
            kept.keep(path, plan.analysis.sources.path(plan.analysis.model.entry(*id).file), bytes);
        }
        let last = || {
            let page = kept.find(path).filter(|it| self.moved(path, kept).is_none() && self.is_unreadable(&it.path))?;
            Some(Found { address: path.to_owned(), bytes: page.bytes.clone(), kind: PageKind::Kept, entry: None })
        };
        Ok(found.or_else(last))
    }

    /// Whether the file at `path` is there and cannot be shown for what is wrong with it.
    fn is_unreadable(&self, path: &str) -> bool {
        let Judged { plan, report, .. } = self.judged;
        let Some(file) = plan.analysis.sources.find(path) else { return false };
        report.diagnostics.iter().any(|it| it.level == Level::Error && it.finding.place.file() == Some(file))
    }

    /// The findings at the places `wanted` of the report. Their files are read again for the lines, and no others.
    fn rows(&self, wanted: impl Iterator<Item = usize>) -> Vec<Row> {
        let Judged { plan, report, paths, world, .. } = self.judged;
        let pages = self.pages();
        let (diagnostics, pages): (Vec<Diagnostic>, Vec<&[String]>) =
            wanted.map(|at| (report.diagnostics[at].clone(), &*pages[at])).unzip();
        let some = Report { diagnostics, completeness: None };
        let texts = texts(world, &plan.analysis.sources, &some).at(paths.clone());
        some.diagnostics.iter().zip(pages).map(|(it, pages)| Row::new(it, pages, &texts, self.lang)).collect()
    }

    fn pages(&self) -> &[Vec<String>] {
        self.pages.get_or_init(|| pages(self.judged.plan, self.judged.report))
    }

    /// The path of `file` as it may be told.
    fn path(&self, file: FileId) -> String {
        let path = self.judged.paths.project(self.judged.plan.analysis.sources.path(file));
        veil(&path).unwrap_or_else(|| path.into_owned())
    }

    /// What is to be said beside the page at `asked`.
    fn state(&self, asked: &str, kept: &mut Kept) -> State {
        let Judged { plan, report, .. } = self.judged;
        let model = &plan.analysis.model;
        let mut address = Address::page(asked);
        let found = self.find(&address, kept);
        let (kind, entry, bytes) = match found {
            Ok(Some(it)) => {
                address = it.address;
                (it.kind, it.entry, it.bytes)
            }
            Ok(None) => {
                let page = self.find("/404.html", kept).ok().flatten();
                (PageKind::Missing, None, page.map(|it| it.bytes).unwrap_or_default())
            }
            Err(_) => (PageKind::Missing, None, self.generation.clone().into_bytes()),
        };
        let file = match (entry, kind) {
            (Some(id), _) => Some(model.entry(id).file),
            (None, PageKind::Kept) => kept.find(&address).and_then(|it| plan.analysis.sources.find(&it.path)),
            (None, _) => None,
        };
        let all = self.pages();
        // What keeps a page from being made stands in its file, whatever address it had.
        let is_of = |at: usize| kind == PageKind::Kept && report.diagnostics[at].finding.place.file() == file;
        let here = self.rows((0..all.len()).filter(|&at| all[at].contains(&address) || is_of(at)));
        let counts = report.counts();
        State {
            generation: self.generation.clone(),
            site: model.site.title.to_string(),
            as_of: Some(model.today.to_string()),
            failure: None,
            page: PageState {
                kind,
                hash: blake3::hash(&bytes).to_hex()[..16].to_owned(),
                file: file.map(|it| self.path(it)),
                index_number: entry.map(|id| model.entry(id).index_number.to_string()).filter(|it| !it.is_empty()),
                provisional: entry.is_some_and(|id| !model.entry(id).kept),
                address,
            },
            counts: Counts {
                errors: counts.errors,
                warnings: counts.warnings,
                notes: counts.notes,
                explained: counts.explained,
                stops: counts.stops,
            },
            here,
            all: self.first.get_or_init(|| self.rows(0..all.len().min(MOST))).clone(),
            left_out: all.len().saturating_sub(MOST),
            drafts: self.drafts(),
            standing: self.standing.get_or_init(|| standing(plan)).clone(),
        }
    }

    fn drafts(&self) -> Vec<Draft> {
        let model = &self.judged.plan.analysis.model;
        let has_page = |it: &model::Entry| is_waiting(it.state) && !it.address.is_empty() && is_shown(model, it);
        let waiting = model.entries().filter(|it| has_page(it.1));
        let draft = |(_, entry): (EntryId, &model::Entry)| Draft {
            title: entry.title().to_string(),
            file: self.path(entry.file),
            page: entry.address.to_string(),
            scheduled: entry.state == model::State::Scheduled,
        };
        waiting.map(draft).collect()
    }
}

fn is_waiting(state: model::State) -> bool {
    matches!(state, model::State::Draft | model::State::Scheduled)
}

/// Whether the entry may be shown at all: what is given on application only has no page, public or not.
fn is_shown(model: &model::Model, entry: &model::Entry) -> bool {
    entry.items.iter().all(|&item| model.item(item).is_shown())
}

/// The entry whose page lies at `path`.
fn entry_at(plan: &SitePlan<'_>, path: &str) -> Option<EntryId> {
    match page_at(&plan.site, path)? {
        PageId::Entry(id) => Some(id),
        _ => None,
    }
}

/// A page that says `words` and nothing else.
pub fn plain_page(words: &str, lang: Lang) -> String {
    let (tongue, words) = (tongue(lang), escape(words));
    let title = words! { zh: "预览", en: "preview" }.get(lang);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tongue}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/_preview/shell.css\"></head>\
         <body class=\"alone\"><main><h1>{title}</h1><pre>{words}</pre></main></body></html>\n"
    )
}
