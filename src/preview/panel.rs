//! What stands beside a page, as HTML: the verdict, this page and its findings, all findings, drafts, and how full the catalogue is.

use super::{
    address::encode,
    html::escape,
    row::Row,
    state::{Draft, PageKind, State},
};
use crate::{
    diagnostic::Level,
    print::level_words,
    vocabulary::{Lang, Text, Words},
};

/// One sentence on how the project stands.
pub fn status(state: &State, lang: Lang) -> String {
    let (stops, errors) = (state.counts.stops, state.counts.errors);
    let text = match (&state.failure, stops, errors) {
        (Some(_), ..) => text! { zh: "读不了这个项目", en: "The project cannot be read" },
        (None, 0, 0) => text! { zh: "没有错误，可以发布", en: "No errors: it can be published" },
        (None, 0, _) => text! {
            zh: "可以发布；有 {errors} 个错误要处理",
            en: "It can be published; errors to be dealt with: {errors}"
        },
        (None, ..) => text! {
            zh: "有 {stops} 处不改正就不能发布",
            en: "Nothing can be published before these are mended: {stops}"
        },
    };
    text.get(lang).to_owned()
}

/// The panel of `state`.
pub fn panel(state: &State, lang: Lang) -> String {
    let say = |words: Words| words.get(lang);
    let class = match (&state.failure, state.counts.stops, state.counts.errors) {
        (None, 0, 0) => "good",
        (None, 0, _) => "fair",
        _ => "bad",
    };
    let (generation, hash) = (escape(&state.generation), escape(&state.page.hash));
    let status = escape(&status(state, lang));
    let mut out = format!(
        "<div id=\"state\" data-generation=\"{generation}\" data-hash=\"{hash}\" data-status=\"{status}\">\n\
         <section class=\"verdict {class}\"><h2>{status}</h2>\n"
    );
    if let Some(failure) = &state.failure {
        let mend = say(
            words! { zh: "改好、保存以后，这里会自动恢复。", en: "Mend and save it: this page recovers by itself." },
        );
        out.push_str(&format!("<pre>{}</pre><p>{mend}</p></section>\n</div>\n", escape(failure)));
        return out;
    }
    let counts = state.counts;
    let (errors, warnings, notes) = (counts.errors, counts.warnings, counts.notes);
    let day = state.as_of.as_deref().unwrap_or_default();
    let line = text! {
        zh: "{errors} 个错误，{warnings} 个警告，{notes} 个提示（以 {day} 为准）",
        en: "Errors {errors}, warnings {warnings}, notes {notes} (as of {day})"
    };
    out.push_str(&format!("<p>{}</p></section>\n", line.get(lang)));
    about(state, lang, &mut out);
    let here = text! { zh: "本页的问题（{count}）", en: "On this page ({count})", count = state.here.len() };
    out.push_str(&format!("<section><h2>{}</h2>\n", here.get(lang)));
    if state.here.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", say(words! { zh: "没有发现问题。", en: "Nothing was found." })));
    } else {
        list(&state.here, lang, false, &mut out);
    }
    out.push_str("</section>\n");
    standing(state, lang, &mut out);
    drafts(&state.drafts, lang, &mut out);
    let all = state.all.len() + state.left_out;
    let all = text! { zh: "全部问题（{all}）", en: "All findings ({all})" };
    out.push_str(&format!("<details id=\"all\"><summary><h2>{}</h2></summary>\n", all.get(lang)));
    list(&state.all, lang, true, &mut out);
    if state.left_out > 0 {
        let more = text! {
            zh: "还有 {more} 个没有列出，用 gongkai check 看全部。",
            en: "{more} more are not listed here: see them all with `gongkai check`.",
            more = state.left_out
        };
        out.push_str(&format!("<p>{}</p>\n", more.get(lang)));
    }
    out.push_str("</details>\n</div>\n");
    out
}

/// What the page is, and where it comes from.
fn about(state: &State, lang: Lang, out: &mut String) {
    let page = &state.page;
    let (class, words) = match page.kind {
        PageKind::Public => ("public", words! { zh: "发布时就是这样", en: "Published as you see it" }),
        PageKind::Draft => (
            "draft",
            words! { zh: "草稿：不会发布；编号和网址是暂定的", en: "Draft: it is not published; number and address are provisional" },
        ),
        PageKind::Scheduled => {
            ("draft", words! { zh: "定时公开：日期没到，不会发布", en: "Scheduled: not published before its day" })
        }
        PageKind::Waiting => (
            "draft",
            words! { zh: "有草稿公开以后才会有这一页", en: "There will be such a page once a draft is public" },
        ),
        PageKind::Kept => (
            "kept",
            words! { zh: "文件现在有错误，排不成网页；左边是它上一次的样子", en: "Its file cannot be shown as it is now; this is how it was last" },
        ),
        PageKind::Missing => ("missing", words! { zh: "网站上没有这一页", en: "There is no such page" }),
    };
    let say = |words: Words| words.get(lang);
    let this = say(words! { zh: "本页", en: "This page" });
    out.push_str(&format!("<section class=\"about {class}\"><h2>{this}</h2>\n<p>{}</p>\n<dl>", words.get(lang)));
    let mut fact = |name: Words, value: &str| {
        out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>", name.get(lang), escape(value)));
    };
    if let Some(file) = &page.file {
        fact(words! { zh: "文件", en: "File" }, file);
    }
    if let Some(number) = &page.index_number {
        let number = if page.provisional {
            text! { zh: "{number}（暂定，生成网站时才登记）", en: "{number} (provisional: the build gives it)" }
        } else {
            Text::same(number.as_str())
        };
        fact(words! { zh: "索引号", en: "Number" }, number.get(lang));
    }
    fact(words! { zh: "网址", en: "Address" }, &page.address);
    out.push_str("</dl></section>\n");
}

/// Findings, each a paragraph of its own; `linked` to the page they belong to.
fn list(rows: &[Row], lang: Lang, linked: bool, out: &mut String) {
    out.push_str("<ol class=\"findings\">\n");
    for row in rows {
        let level = level_words(row.level).get(lang);
        let class = match row.level {
            _ if row.explained => "explained",
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Note | Level::Off => "note",
        };
        let stops = match (row.stops, row.explained) {
            (true, _) => words! { zh: "，不改正不能发布", en: ", stops publishing" }.get(lang),
            (_, true) => words! { zh: "，已说明", en: ", explained" }.get(lang),
            _ => "",
        };
        out.push_str(&format!("<li class=\"{class}\"><p class=\"what\"><strong>{level}{stops}</strong> "));
        out.push_str(&format!("{}</p>\n", escape(&row.message)));
        if !row.path.is_empty() {
            let line = row.line.map(|it| format!(":{it}")).unwrap_or_default();
            out.push_str(&format!("<p class=\"where\"><code>{}{line}</code></p>\n", escape(&row.path)));
        }
        if !row.help.is_empty() && !row.explained {
            let how = words! { zh: "怎么改：", en: "To do: " }.get(lang);
            out.push_str(&format!("<p class=\"how\">{how}{}</p>\n", escape(&row.help)));
        }
        let rule = if lang == Lang::Zh { row.label } else { "" };
        out.push_str(&format!("<p class=\"rule\">{} {rule}", row.code));
        if let Some(page) = row.pages.first().filter(|_| linked) {
            let see = words! { zh: "看这一页", en: "see the page" }.get(lang);
            out.push_str(&format!(" <a href=\"/_preview/page{}\">{see}</a>", encode(page)));
        }
        out.push_str("</p></li>\n");
    }
    out.push_str("</ol>\n");
}

/// How full the catalogue is: a bar, its numbers, and what is empty.
fn standing(state: &State, lang: Lang, out: &mut String) {
    let it = &state.standing;
    let (filled, nil, event, gaps, items) = (it.filled, it.nil, it.event, it.gaps.len(), it.items);
    let head = text! { zh: "公开情况：{items} 个公开事项", en: "Coverage: {items} items" };
    let numbers = [
        ("filled", text! { zh: "已有内容 {filled}", en: "with content {filled}" }, filled),
        ("nil", text! { zh: "零报告 {nil}", en: "reported as nil {nil}" }, nil),
        ("event", text! { zh: "发生时再公开 {event}", en: "when it happens {event}" }, event),
        ("gap", text! { zh: "空缺 {gaps}", en: "empty {gaps}" }, gaps),
    ];
    out.push_str(&format!("<section class=\"standing\"><h2>{}</h2>\n", head.get(lang)));
    let (all, mut from) = (items.max(1), 0);
    out.push_str(&format!("<svg viewBox=\"0 0 {all} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"));
    for (class, _, count) in &numbers {
        out.push_str(&format!("<rect class=\"{class}\" x=\"{from}\" width=\"{count}\" height=\"1\"/>"));
        from += count;
    }
    out.push_str("</svg>\n<ul class=\"legend\">");
    for (class, words, _) in &numbers {
        out.push_str(&format!("<li class=\"{class}\">{}</li>", words.get(lang)));
    }
    out.push_str("</ul>\n");
    if gaps > 0 {
        let which = words! { zh: "空缺的公开事项", en: "Which are empty" }.get(lang);
        out.push_str(&format!("<details id=\"gaps\"><summary>{which}</summary><ul>\n"));
        for gap in &it.gaps {
            out.push_str(&format!(
                "<li><a href=\"/_preview/page{}\">{}</a></li>\n",
                encode(&gap.page),
                escape(&gap.title)
            ));
        }
        out.push_str("</ul></details>\n");
    }
    out.push_str("</section>\n");
}

/// What is not published yet, with a way to each.
fn drafts(drafts: &[Draft], lang: Lang, out: &mut String) {
    if drafts.is_empty() {
        return;
    }
    let head = text! { zh: "还没有公开的（{count}）", en: "Not yet public ({count})", count = drafts.len() };
    out.push_str(&format!("<section class=\"drafts\"><h2>{}</h2>\n<ul>\n", head.get(lang)));
    for it in drafts {
        let mark = if it.scheduled {
            words! { zh: "定时", en: "scheduled" }
        } else {
            words! { zh: "草稿", en: "draft" }
        };
        let title = if it.title.is_empty() { &it.file } else { &it.title };
        out.push_str(&format!(
            "<li><span class=\"mark\">{}</span> <a href=\"/_preview/page{}\">{}</a> <code>{}</code></li>\n",
            mark.get(lang),
            encode(&it.page),
            escape(title),
            escape(&it.file)
        ));
    }
    out.push_str("</ul></section>\n");
}
