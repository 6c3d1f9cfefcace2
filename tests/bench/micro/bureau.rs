//! A made-up bureau and the steps over it: the only file of the benches that knows how the library is called.

use std::collections::BTreeMap;

use gongkai::internals::{
    check,
    compile::{Analysis, Options, analyze},
    compliance::{self, Compliance},
    diagnostic::Findings,
    emit::{self, PageShell, SectionShell, Shared, Theme},
    resolve::Numbering,
    rulebook::example::BASE,
    scan::{self, Lexicon},
    site::{
        self, FileFacts, PageId, Site,
        make::{self, Material},
    },
    source::FileId,
    syntax::{self, Document},
    world::MemoryWorld,
};

/// The day everything is judged on.
const TODAY: &str = "2018-12-31";

/// The text of one entry's file.
pub struct Text {
    path: String,
    text: String,
}

impl Text {
    /// The entry numbered `at` of `count`: some 3 kB, with headings, lists, a table, and a link to another.
    pub fn new(at: usize, count: usize) -> Self {
        let (month, day, to) = (at % 12 + 1, at % 27 + 1, (at * 7 + 1) % count);
        let made = format!("2017-{month:02}-{day:02}");
        let mut text = format!(
            "+++\ntitle = \"关于第{at}项工作的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nnumber = \"示局发〔2017〕{number}号\"\n\
             made = {made}\npublished = {made}\nsummary = \"安排第{at}项工作。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = {made} }}\n+++\n",
            number = at + 1
        );
        for part in ["一、总体要求", "二、主要任务", "三、实施步骤", "四、保障措施"] {
            text.push_str(&format!("## {part}\n\n"));
            for line in 0..4 {
                let clause = "各科室应当及时落实年度工作计划，按月报送项目建设进度，主动接受监督检查，";
                text.push_str(&format!("{}**第{line}条**除外（示局发〔2016〕{at}号）。\n\n", clause.repeat(2)));
            }
            text.push_str("1. 逐项登记安全隐患台账；\n2. 依法公开办事指南；\n3. 限期改正。\n\n");
        }
        text.push_str("| 序号 | 事项 |\n| --- | --- |\n| 1 | 落实 |\n\n");
        text.push_str(&format!("参见[有关文件]({to:05}.md)。\n"));
        Self { path: format!("content/many/{at:05}.md"), text }
    }

    /// How many bytes it has.
    pub fn len(&self) -> u64 {
        self.text.len() as u64
    }

    /// Bytes to keys, values and places.
    pub fn parse(&self) -> Document {
        let (file, findings) = (FileId(0), &mut Findings::new());
        let text = syntax::text(file, self.text.as_bytes(), findings);
        syntax::entry(file, &text, findings)
    }

    /// What a project without words of its own has texts looked through for.
    pub fn lexicon() -> Lexicon {
        Lexicon::new([], [])
    }

    /// The rules that look at one document.
    pub fn scan(&self, parsed: &Document, lexicon: &Lexicon) -> Findings {
        let mut findings = Findings::new();
        scan::entry(parsed, &self.path, &self.text, lexicon, &mut findings);
        findings
    }
}

/// A bureau with many entries, read and judged.
pub struct Bureau {
    analysis: Analysis,
    theme: Theme,
    text: String,
}

impl Bureau {
    /// A bureau with `count` entries.
    pub fn new(count: usize) -> Self {
        let mut world = MemoryWorld::new(TODAY.parse().expect("a day"));
        for (path, text) in BASE {
            world.write(*path, *text);
        }
        for it in (0..count).map(|at| Text::new(at, count)) {
            world.write(it.path, it.text);
        }
        let theme = Theme::load(&[], "zh").map_err(|faults| format!("{faults:?}")).expect("the built-in theme");
        let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true, search: true };
        let (analysis, _) = analyze(&world, &options, None, &()).expect("memory does not fail");
        Self { analysis, theme, text: Text::new(0, count).text }
    }

    /// Coverage, periods, tasks.
    pub fn measure(&self) -> Compliance {
        compliance::measure(&self.analysis.model)
    }

    /// The rules that look at everything.
    pub fn check(&self) -> Findings {
        let mut findings = Findings::new();
        check::run(&self.analysis.model, &self.analysis.compliance, |_| true, &mut findings);
        findings
    }

    /// What a plan wants to know of files.
    pub fn facts(&self) -> BTreeMap<FileId, FileFacts> {
        self.analysis.file_facts()
    }

    /// The plan of the site.
    pub fn plan(&self, facts: BTreeMap<FileId, FileFacts>) -> (Site<'_>, Findings) {
        site::plan(&self.analysis.model, &self.analysis.compliance, &self.analysis.sources, facts)
    }

    /// What renders pages of `site`.
    pub fn renderer<'a>(&'a self, site: &'a Site<'a>) -> Renderer<'a> {
        let shared = |page: PageId| {
            let root = make::root(site, &site.address(page));
            let shell = emit::page_shell(&self.theme, &make::chrome(site, make::nav_item(site, page), &root));
            let section = emit::section_shell(&self.theme, &make::section(site, make::section_of(site, page), &root));
            shell.and_then(|shell| Ok((shell, section?))).expect("the built-in theme has no fault")
        };
        let shells = samples(site).map(|(_, page)| (page, shared(page)));
        let material = Material { text: self.text.clone(), ..Material::default() };
        Renderer { theme: &self.theme, site, shells: shells.into(), material }
    }
}

/// Makes pages, one at a time.
pub struct Renderer<'a> {
    theme: &'a Theme,
    site: &'a Site<'a>,
    shells: BTreeMap<PageId, (PageShell, SectionShell)>,
    material: Material,
}

impl Renderer<'_> {
    /// Pages of several kinds, by name.
    pub fn samples(&self) -> impl Iterator<Item = (&'static str, PageId)> {
        samples(self.site).into_iter()
    }

    /// Renders `page` into `buffer`.
    pub fn render(&self, page: PageId, buffer: &mut Vec<u8>) {
        buffer.clear();
        let values = make::page(self.site, page, &self.material);
        let (page, section) = &self.shells[&page];
        emit::render(self.theme, Shared { page, section }, &values, buffer).expect("the built-in theme has no fault");
    }
}

fn samples(site: &Site<'_>) -> [(&'static str, PageId); 3] {
    let pages = site.pages();
    let first = |wanted: fn(&PageId) -> bool| pages.iter().copied().find(wanted).expect("a page of the kind");
    [
        ("entry", first(|it| matches!(it, PageId::Entry(_)))),
        ("list", first(|it| matches!(it, PageId::List(_, Some(1))))),
        ("home", PageId::Home),
    ]
}
