//! From the plan of a site to its files, page by page, into whatever takes them.

use anyhow::Result;

use crate::{
    compile::SitePlan,
    emit::{self, Theme},
    world::{Progress, SiteSink, Usage, World},
};

/// Makes all files of a site. Pages are made, written and forgotten by whichever core is free.
pub(super) struct SiteWriter<'a> {
    pub plan: &'a SitePlan<'a>,
    pub theme: &'a Theme,
    pub world: &'a dyn World,
    pub sink: &'a dyn SiteSink,
}

/// Writes the site of `plan` into `sink`; what the last build made from the same is taken over. Nothing takes effect here.
///
/// # Errors
///
/// The machine's; a file that changed since it was judged; [`Usage`] for a template that fails on a real page.
pub fn publish(
    plan: &SitePlan<'_>,
    theme: &Theme,
    world: &dyn World,
    sink: &dyn SiteSink,
    progress: &dyn Progress,
) -> Result<()> {
    let writer = SiteWriter { plan, theme, world, sink };
    writer.assets()?;
    writer.attachments()?;
    progress.phase("files", words! { zh: "写附件和样式", en: "write attachments and styles" });
    let keys = writer.pages(progress)?;
    progress.phase("pages", words! { zh: "排网页", en: "make pages" });
    writer.search(keys.as_ref())?;
    progress.phase("search", words! { zh: "编检索", en: "make the search" });
    writer.indices(keys.as_ref())?;
    progress.phase("indices", words! { zh: "写数据文件", en: "write indices" });
    Ok(())
}

/// A template that fails on a real page: the theme's author must mend it, so it is a fault of configuration.
pub(super) fn broken(fault: emit::Fault) -> anyhow::Error {
    let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
    let (zh, en) = (fault.message.zh, fault.message.en);
    anyhow::Error::from(Usage(text! { zh: "主题 {it}{line}：{zh}", en: "theme {it}{line}: {en}", it = fault.file }))
}
