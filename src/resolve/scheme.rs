//! `[[scheme]]` and `[[score]]`, and the score sheets that are built in.

use super::{
    declarations,
    names::{Index, Names},
    policy,
};
use crate::{
    day::Day,
    diagnostic::{Findings, Rulebook},
    model::{Millionths, Points, Role, Scheme, Score, ScoredIndicator},
    record::{Key, Number, Record, Text, View, schema},
    source::{FileId, Span},
    syntax::{self, MISSING_KEY, UNKNOWN_VALUE},
    vocabulary,
};

/// Score sheets that are built in, by id.
const BUILT_IN: [(&str, &str); 4] = [
    ("plan-2018", include_str!("schemes/plan-2018.toml")),
    ("institution", include_str!("schemes/institution.toml")),
    ("website-2015", include_str!("schemes/website-2015.toml")),
    ("website-2019", include_str!("schemes/website-2019.toml")),
];

/// The first day of the indicators of 国办秘函〔2019〕19号; before it those of 国办发〔2015〕15号 hold.
const WEBSITE_2019: (i32, u8, u8) = (2019, 4, 1);

/// The ids of the score sheets that are built in.
pub const BUILT_IN_SCHEMES: [&str; 4] = [BUILT_IN[0].0, BUILT_IN[1].0, BUILT_IN[2].0, BUILT_IN[3].0];

/// The score sheet called `id` that is built in; `website` is that of the day.
pub fn built_in_scheme(id: &str, today: Day, rulebook: &Rulebook) -> Option<Scheme> {
    let id = match id {
        "website" if today.ymd() < WEBSITE_2019 => "website-2015",
        "website" => "website-2019",
        other => other,
    };
    let text = BUILT_IN.iter().find(|it| it.0 == id)?.1;
    let mut findings = Findings::new();
    let declared = syntax::catalogue(FileId(0), text, &mut findings);
    let record = declared.into_iter().next()?.record.of();
    let of_site = id.starts_with("website-");
    let mut scheme = read(&record, &Names::default(), rulebook, &mut findings);
    scheme.indicators.iter_mut().for_each(|it| it.declared = None);
    Some(Scheme { declared: None, of_site, ..scheme })
}

/// All score sheets that the catalogue declares. One that has the id of one that is built in, and no indicators, has those of that
/// one, and whatever else it leaves out.
pub(super) fn schemes(
    records: &[Record<schema::Scheme>],
    names: &Names,
    today: Day,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> Vec<Scheme> {
    let mut ids = Index::new(words! { zh: "评分表", en: "score sheet" });
    let mut schemes = Vec::with_capacity(records.len());
    for (at, record) in records.iter().enumerate() {
        let mut scheme = read(record, names, rulebook, findings);
        let id = record.span_of(schema::Scheme::ID);
        ids.enter(&scheme.id, at, id, findings);
        if scheme.indicators.is_empty() {
            match built_in_scheme(&scheme.id, today, rulebook) {
                Some(built_in) => inherit(&mut scheme, built_in, record),
                None if record.has(schema::Scheme::INDICATORS) => {}
                None => without_indicators(&scheme.id, id, findings),
            }
        }
        schemes.push(scheme);
    }
    schemes
}

fn without_indicators(id: &str, span: Span, findings: &mut Findings) {
    let near = vocabulary::nearest_of(BUILT_IN_SCHEMES, id, 0.6);
    let finding = findings.raise(
        &MISSING_KEY,
        span,
        text! { zh: "评分表“{id}”没有指标，也不是内置的评分表", en: "the score sheet `{id}` has no indicators and is not built in" },
    );
    let all = BUILT_IN_SCHEMES.join("、");
    finding.label(text! { zh: "缺少 indicators", en: "`indicators` is missing" }).help(match near {
        Some(near) => text! { zh: "是不是想用内置的“{near}”？自己的评分表，下面逐个写 [[scheme.indicators]]", en: "did you mean the one built in as `{near}`? Below one of your own write [[scheme.indicators]]" },
        None => text! { zh: "下面逐个写 [[scheme.indicators]]；内置的有：{all}", en: "write [[scheme.indicators]] below it; built in are: {all}" },
    });
}

/// Gives `scheme` what it leaves out from the one that is built in.
fn inherit(scheme: &mut Scheme, built_in: Scheme, record: &Record<schema::Scheme>) {
    scheme.of_site = built_in.of_site;
    // What is said of them is said where the sheet is declared.
    let here = scheme.total_span;
    scheme.indicators = built_in.indicators.into_iter().map(|it| ScoredIndicator { span: here, ..it }).collect();
    if !record.has(schema::Scheme::TITLE) {
        scheme.title = built_in.title;
    }
    if !record.has(schema::Scheme::TOTAL) {
        scheme.total = built_in.total;
    }
    if !record.has(schema::Scheme::BASIS) {
        scheme.basis = built_in.basis;
    }
    if !record.has(schema::Scheme::NOTE) {
        scheme.note = built_in.note;
    }
    if !record.has(schema::Scheme::GRADES) {
        scheme.grades = built_in.grades;
    }
}

fn read(record: &Record<schema::Scheme>, names: &Names, rulebook: &Rulebook, findings: &mut Findings) -> Scheme {
    use schema::Scheme as Keys;
    let text = |key: Key<Keys, Text>| record.get(key).map(Into::into);
    let id: Box<str> = record.get(Keys::ID).unwrap_or_default().into();
    let mut grades: Vec<(Box<str>, Points)> = record
        .all(Keys::GRADES)
        .filter_map(|it| {
            let least = points(it, schema::Grade::AT_LEAST, findings)?;
            Some((it.get(schema::Grade::TITLE)?.into(), least))
        })
        .collect();
    grades.sort_by_key(|it| std::cmp::Reverse(it.1));
    let praise = record.get(Keys::PRAISE);
    let accountability = record.get(Keys::ACCOUNTABILITY);
    let mut ids = Index::new(words! { zh: "评分指标", en: "indicator" });
    let mut indicators = Vec::new();
    for it in record.all(Keys::INDICATORS) {
        if let Some(id) = it.get(schema::ScoredIndicator::ID) {
            ids.enter(id, indicators.len(), it.span_of(schema::ScoredIndicator::ID), findings);
        }
        indicators.push(indicator(it, names, rulebook, findings));
    }
    let total_span = if record.has(Keys::TOTAL) { record.span_of(Keys::TOTAL) } else { record.span() };
    Scheme {
        title: text(Keys::TITLE).unwrap_or_else(|| id.clone()),
        id,
        declared: Some(record.span()),
        total: points(record.view(), Keys::TOTAL, findings).unwrap_or(Points(100_000)),
        total_span,
        basis: text(Keys::BASIS),
        note: text(Keys::NOTE),
        of_site: false,
        period: record.get(Keys::PERIOD),
        plan: names.plans.of(record, Keys::PLAN, findings),
        organisations: names.organisations.all(record, Keys::ORGANISATIONS, findings),
        grades,
        praise: praise.and_then(|it| points(it, schema::Praise::AT_LEAST, findings)),
        praises_indicators: praise.and_then(|it| it.get(schema::Praise::INDICATORS)).unwrap_or(false),
        criticism: record.get(Keys::CRITICISM).and_then(|it| points(it, schema::Criticism::BELOW, findings)),
        accounts_for_veto: accountability.and_then(|it| it.get(schema::Accountability::VETO)).unwrap_or(false),
        unrectified: accountability
            .and_then(|it| it.get(schema::Accountability::UNRECTIFIED))
            .and_then(|it| usize::try_from(it).ok())
            .filter(|it| *it > 0),
        indicators,
    }
}

fn indicator(
    record: View<'_, schema::ScoredIndicator>,
    names: &Names,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> ScoredIndicator {
    use schema::ScoredIndicator as Keys;
    let text = |key: Key<Keys, Text>| record.get(key).map(Into::into);
    let flag = |key: Key<Keys, bool>| record.get(key).unwrap_or(false);
    let rules: Vec<_> =
        record.spanned(Keys::RULES).filter_map(|it| policy::rule(it.value, it.span, rulebook, findings)).collect();
    let unread = [record.is_unread(Keys::RULES), record.is_unread(Keys::MEASURE), record.is_unread(Keys::TASKS)];
    let is_unread = unread.contains(&true) || (rules.is_empty() && record.spanned(Keys::RULES).next().is_some());
    let at_least = record.get(Keys::AT_LEAST).map(|it| (it, record.span_of(Keys::AT_LEAST)));
    // What is told only convicts nobody, whatever else it says.
    let roles = [(Keys::ADVISORY, Role::Advisory), (Keys::VETO, Role::Veto), (Keys::BONUS, Role::Bonus)];
    let role = roles.into_iter().find(|it| flag(it.0)).map_or(Role::Points, |it| it.1);
    ScoredIndicator {
        id: record.get(Keys::ID).unwrap_or_default().into(),
        title: record.get(Keys::TITLE).unwrap_or_default().into(),
        span: record.span_of(Keys::TITLE),
        declared: Some(record.span()),
        section: text(Keys::SECTION),
        points: points(record, Keys::POINTS, findings).unwrap_or_default(),
        standard: text(Keys::STANDARD),
        note: text(Keys::NOTE),
        rules,
        warnings: flag(Keys::WARNINGS),
        items: record.spanned(Keys::ITEMS).filter_map(|it| names.items.find(it, findings)).collect(),
        each: points(record, Keys::EACH, findings),
        at_most: points(record, Keys::AT_MOST, findings),
        measure: record.get(Keys::MEASURE),
        disclosure: record.get(Keys::DISCLOSURE),
        at_least: at_least
            .and_then(|(typed, span)| declarations::share(typed, span, findings))
            .unwrap_or(Millionths::WHOLE),
        tasks: record.all(Keys::TASKS).collect(),
        manual: flag(Keys::MANUAL),
        role,
        is_unread,
    }
}

/// The points of `key`; what is no number of points is told (0007).
fn points<T>(record: View<'_, T>, key: Key<T, Number>, findings: &mut Findings) -> Option<Points> {
    let read = Points::read(record.get(key)?);
    if read.is_none() {
        let name = key.name;
        findings
            .raise(
                &UNKNOWN_VALUE,
                record.span_of(key),
                text! { zh: "分数不能小于 0，最多三位小数", en: "points are no less than 0, with three decimals at most" },
            )
            .help(text! { zh: "例如 {name} = 0.5", en: "for instance {name} = 0.5" });
    }
    read
}

/// All that people scored; what they name and is not there is told by the rule on scores, for it stops nothing. A sheet that is
/// built in joins `schemes` when a score names it.
pub(super) fn scores(
    records: Vec<Record<schema::Score>>,
    schemes: &mut Vec<Scheme>,
    names: &Names,
    today: Day,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> Vec<Score> {
    let only = (schemes.len() == 1).then_some(0);
    let mut scores = Vec::with_capacity(records.len());
    for record in records {
        let scheme = match record.get(schema::Score::SCHEME) {
            Some(id) => sheet(id.trim(), schemes, today, rulebook),
            None => only,
        };
        let organisation = names.organisations.of(&record, schema::Score::ORGANISATION, findings);
        if organisation.is_none() && record.has(schema::Score::ORGANISATION) {
            continue;
        }
        let by = record.get(schema::Score::BY).filter(|it| !vocabulary::names_nobody(it));
        scores.push(Score {
            scheme,
            indicator: scheme.and_then(|at| schemes[at].indicator(record.get(schema::Score::INDICATOR)?)),
            organisation,
            points: points(record.view(), schema::Score::POINTS, findings),
            of: points(record.view(), schema::Score::OF, findings).filter(|it| it.0 > 0),
            applies: !record.get(schema::Score::NOT_APPLICABLE).unwrap_or(false),
            veto: record.get(schema::Score::VETO),
            period: record.get(schema::Score::PERIOD),
            by: by.map(Into::into),
            on: record.get(schema::Score::ON),
            record,
        });
    }
    scores
}

/// The place of the sheet called `id`.
fn sheet(id: &str, schemes: &mut Vec<Scheme>, today: Day, rulebook: &Rulebook) -> Option<usize> {
    if let Some(at) = schemes.iter().position(|it| *it.id == *id || *it.title == *id) {
        return Some(at);
    }
    let built_in = built_in_scheme(id, today, rulebook)?;
    // `website` is another name of one that may be there already.
    Some(schemes.iter().position(|it| it.id == built_in.id).unwrap_or_else(|| {
        schemes.push(built_in);
        schemes.len() - 1
    }))
}
