//! The paper of an assessment: which sheet, whom, and its chapters.

use super::{evidence::Evidence, filled, lost, people, proposals, results, sheet::Sheet};
use crate::{
    diagnostic::Rulebook,
    model::{OrganisationId, Scheme},
    resolve::{BUILT_IN_SCHEMES, built_in_scheme},
    supervision::{Block, Chapter, Dossier, Figure, Paper, Value},
    vocabulary::{Lang, Text, Words, nearest_of},
};

/// The sheet that is filled in where none is named and the catalogue declares none.
const USUAL: &str = "plan-2018";

/// The sheet called `scheme` filled in: the catalogue's first where none is named.
///
/// # Errors
///
/// Why it cannot be: there is no such sheet, or it is not about the body asked for.
pub fn assessment(of: &Dossier<'_>, scheme: Option<&str>, rulebook: &Rulebook) -> Result<Paper, Text> {
    let model = of.model;
    let named = |id: &str| model.schemes.iter().position(|it| *it.id == *id || *it.title == *id);
    let at = match scheme {
        Some(id) => named(id.trim()),
        None => (!model.schemes.is_empty()).then_some(0),
    };
    if let Some(at) = at {
        return filled(of, &model.schemes[at], Some(at));
    }
    let wanted = scheme.map_or(USUAL, str::trim);
    let Some(built_in) = built_in_scheme(wanted, model.today, rulebook) else { return Err(unknown(of, wanted)) };
    // `website` is another name of one that the catalogue may have.
    let at = model.schemes.iter().position(|it| it.id == built_in.id);
    filled(of, at.map_or(&built_in, |at| &model.schemes[at]), at)
}

fn unknown(of: &Dossier<'_>, wanted: &str) -> Text {
    let mut all: Vec<&str> = of.model.schemes.iter().map(|it| &*it.id).collect();
    for id in BUILT_IN_SCHEMES.iter().filter(|it| of.model.schemes.iter().all(|own| *own.id != ***it)) {
        all.push(id);
    }
    let (zh, en) = (all.join("、"), all.join(", "));
    match nearest_of(all, wanted, 0.5) {
        Some(near) => text! {
            zh: "--scheme：没有名为“{wanted}”的评分表；是不是 {near}？",
            en: "--scheme: there is no score sheet called `{wanted}`; did you mean `{near}`?",
        },
        None => text! {
            zh: "--scheme：没有名为“{wanted}”的评分表，有：{zh}",
            en: "--scheme: there is no score sheet called `{wanted}`; there are: {en}",
        },
    }
}

fn filled(of: &Dossier<'_>, scheme: &Scheme, at: Option<usize>) -> Result<Paper, Text> {
    let Some(period) = scheme.time(of.model.today) else {
        return Err(
            text! { zh: "判断之日不在 1900 年至 2199 年之间", en: "the day judged on is not of the years 1900 to 2199" },
        );
    };
    let evidence = Evidence::new(of, scheme, at, period);
    let bodies = bodies(&evidence)?;
    let sheets: Vec<Sheet<'_>> = bodies.into_iter().map(|it| Sheet::new(&evidence, it)).collect();
    Ok(paper(&evidence, &sheets))
}

/// Whom the sheet is about, in the order of the catalogue: those it names, else all that have an item, an entry or a task.
fn bodies(evidence: &Evidence<'_>) -> Result<Vec<OrganisationId>, Text> {
    let (of, scheme) = (evidence.of, evidence.scheme);
    let all: Vec<OrganisationId> = if scheme.of_site && scheme.organisations.is_empty() {
        of.model.site.organisation.into_iter().collect()
    } else if scheme.organisations.is_empty() && evidence.faults.own("organisations").is_none() {
        let has = |it: &OrganisationId| {
            evidence
                .holdings
                .get(it)
                .is_some_and(|it| !(it.items.is_empty() && it.entries.is_empty() && it.tasks.is_empty()))
        };
        (0..of.model.organisations.len()).map(OrganisationId::new).filter(has).collect()
    } else {
        scheme.organisations.clone()
    };
    let Some(asked) = of.organisation else { return Ok(all) };
    if all.contains(&asked) {
        return Ok(vec![asked]);
    }
    let (name, title) = (&of.model.organisation(asked).short, &scheme.title);
    Err(text! {
        zh: "--organisation：评分表“{title}”不考核“{name}”；用 --scheme 换一个评分表",
        en: "--organisation: the score sheet {title} is not about {name}; name another with --scheme",
    })
}

fn paper(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Paper {
    let (of, scheme) = (evidence.of, evidence.scheme);
    let (official, period, today) = (evidence.period.official(), evidence.period, of.model.today);
    let whom = match sheets {
        [one] => of.model.organisation(one.body).name.to_string(),
        _ => of.body(),
    };
    let subtitle =
        of.sentence(&text! { zh: "{whom}，{official}，截至 {today}", en: "{whom}, {period}, as of {today}" });
    let mut paper = of.paper("assessment", scheme.title.to_string(), subtitle);
    let waiting: usize = sheets.iter().map(Sheet::waiting).sum();
    if of.is_final && waiting > 0 {
        paper.mark =
            Some(of.sentence(&text! { zh: "还有 {waiting} 项指标待评", en: "{waiting} indicators still open" }));
    }
    facts(evidence, sheets, &mut paper);
    let chapter = |id, title: Words, blocks| Chapter { id, title: of.say(title), blocks };
    let mut result: Vec<Block> = scheme
        .basis
        .as_deref()
        .map(|basis| text(of, &text! { zh: "依据：{basis}", en: "It stands on: {basis}" }))
        .into_iter()
        .collect();
    result.extend(scheme.note.as_deref().map(|note| Block::Text(note.to_owned())));
    result.push(Block::Grid(results::totals(evidence, sheets)));
    let sections = results::sections(evidence, sheets);
    let chart = if sheets.len() == 1 { results::chart(of, &sections) } else { None };
    result.push(Block::Grid(sections));
    result.extend(chart.map(Block::Bars));
    paper.chapters = vec![
        chapter("result", words! { zh: "得分", en: "Points" }, result),
        chapter(
            "sheet",
            words! { zh: "评分表", en: "The sheet" },
            vec![Block::Grid(filled::indicators(evidence, sheets))],
        ),
        chapter(
            "lost",
            words! { zh: "失分", en: "Points lost" },
            vec![
                Block::Grid(lost::losses(evidence, sheets)),
                Block::Grid(lost::missing(evidence, sheets)),
                Block::Grid(lost::offices(evidence, sheets)),
            ],
        ),
        chapter("veto", words! { zh: "一票否决", en: "Vetoes" }, vec![Block::Grid(people::vetoes(evidence, sheets))]),
        chapter(
            "people",
            words! { zh: "人工评分、待评和不涉及", en: "By people, open, not applicable" },
            vec![
                Block::Grid(people::scores(evidence, sheets)),
                Block::Grid(people::open(evidence, sheets)),
                Block::Grid(people::void(evidence, sheets)),
                Block::Grid(people::explained(evidence, sheets)),
            ],
        ),
        chapter(
            "proposed",
            words! { zh: "表扬、通报批评和问责建议", en: "Praise, criticism, accountability" },
            vec![proposed(of), Block::Grid(proposals::proposals(evidence, sheets))],
        ),
        chapter(
            "details",
            words! { zh: "问题明细", en: "Findings" },
            vec![Block::Grid(lost::findings(evidence, sheets))],
        ),
        chapter("method", words! { zh: "计分说明", en: "How it is counted" }, method(evidence)),
    ];
    paper
}

fn facts(evidence: &Evidence<'_>, sheets: &[Sheet<'_>], paper: &mut Paper) {
    const FAULTY: Words = words! {
        zh: "评分表有写得不对的地方（运行 gongkai check 看是哪些、怎么改），读不出的指标尚无法判断，改好再出评分表",
        en: "the score sheet has faults, which `gongkai check` tells with what mends them: what could not be read of it is not judged; mend it, and make the sheet again"
    };
    const STOPPED: Words = words! {
        zh: "有不改正就不能发布的问题，读不出的内容没有算在内",
        en: "something keeps all from being published: what could not be read is not in the numbers"
    };
    let (of, scheme) = (evidence.of, evidence.scheme);
    let mut fact = |key, name: Words, figure| paper.facts.push((key, of.say(name), figure));
    fact("scheme", words! { zh: "评分表", en: "score sheet" }, Figure::text(&*scheme.id));
    fact("period", words! { zh: "考核期间", en: "period" }, Figure::text(evidence.period.to_string()));
    fact("organisations", words! { zh: "被考核单位", en: "bodies" }, Figure::count_in(sheets.len(), "totals"));
    if let [one] = sheets {
        let sum = results::sum_id(of, one.body);
        let if_counts = |it| results::some_points((one.full.0 > 0).then_some(it)).behind(&*sum);
        fact("full", words! { zh: "满分", en: "points in all" }, if_counts(one.full));
        fact("judged", words! { zh: "已评的满分", en: "of these judged" }, if_counts(one.judged));
        fact("got", words! { zh: "得分", en: "got" }, if_counts(one.total()));
        fact("open", words! { zh: "待评分值", en: "points open" }, if_counts(one.open));
        let vetoed = if one.veto_is_open() && !one.is_vetoed() {
            Value::None.into()
        } else {
            Figure::count_in(usize::from(one.is_vetoed()), "vetoes")
        };
        fact("vetoed", words! { zh: "一票否决", en: "veto" }, vetoed);
    }
    let waiting = sheets.iter().map(Sheet::waiting).sum();
    fact("waiting", words! { zh: "待评指标", en: "indicators open" }, Figure::count_in(waiting, "open"));
    let told = [(evidence.faults.any(), FAULTY), (evidence.faults.others, STOPPED)];
    let told: Vec<String> = told.into_iter().filter(|it| it.0).map(|it| of.say(it.1)).collect();
    if !told.is_empty() {
        let parted = if of.lang == Lang::Zh { "；" } else { "; " };
        fact("provisional", words! { zh: "注意", en: "note" }, Figure::text(told.join(parted)));
    }
}

fn text(of: &Dossier<'_>, text: &Text) -> Block {
    Block::Text(of.sentence(text))
}

fn proposed(of: &Dossier<'_>) -> Block {
    text(
        of,
        &text! {
            zh: "只按评分表写明的条件列出，是否表扬、批评、问责由考核机关决定。还没有评完而总分不能确定的单位，不按总分列入；“单项表扬”只说这一个指标，不说总分；有一票否决情形的，以及还没有认定有没有的，都不列入表扬。",
            en: "Listed by the criteria that the sheet states; the appraising office decides. A body whose sum is not certain yet is on no list by its sum; praise for one indicator speaks of that alone. A body of which a veto stands, or is still open, is proposed for no praise.",
        },
    )
}

fn method(evidence: &Evidence<'_>) -> Vec<Block> {
    let (of, official, period) = (evidence.of, evidence.period.official(), evidence.period);
    let told = [
        text! {
            zh: "只计{official}的问题；没有日期的（目录、清单的状态）按截至之日计。警告只有指标写明才扣分，提示和工作建议不扣分；已说明的问题照列，不扣分。",
            en: "Counted are findings of {period}; what has no day, such as the state of a list, as of the day above. Warnings take points only where the indicator says so, notes and advice never; what is explained is listed and takes nothing.",
        },
        text! {
            zh: "不涉及的指标，分值按比例分到其他指标（精确到千分之一分，合计等于满分）；得分按折算后的分值计。待评的指标不计入得分，也不算零分。",
            en: "Points of what does not apply are spread over the rest in proportion, to a thousandth, and sum to the whole; what was got is by the points so converted. What is open is not counted, and is not nought.",
        },
        text! {
            zh: "任务逾期未完成的不得分，逾期完成的扣指标写明的分（没有写明的扣一半）；时限未到而没有完成的为待评。程序评分的指标，人工评分只列在旁边。",
            en: "A task that is overdue gets nothing; one done late loses what the indicator says, or half; one neither done nor due is open. Where a machine scores, a score by people is told beside it.",
        },
        text! {
            zh: "不属于任何机构的问题，计在本站单位名下。",
            en: "Findings of no body are the site's own body's.",
        },
    ];
    told.iter().map(|it| text(of, it)).collect()
}
