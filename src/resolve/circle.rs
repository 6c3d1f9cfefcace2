//! Parents and successors: things that each have at most one above them, cut free of circles.

use super::rules::CYCLE;
use crate::{
    diagnostic::Findings,
    record::{Id, Key, Record, Spanned, ValueType},
    source::Span,
};

/// Tells circles among things that each have at most one parent, once a circle; the links of a circle are cut.
pub(super) fn cut_circles(
    parents: &mut [Option<usize>],
    record: &dyn Fn(usize) -> (String, Span),
    findings: &mut Findings,
) {
    // 0 = not seen, otherwise the walk that saw it: a walk that meets itself has found a circle.
    let mut seen = vec![0usize; parents.len()];
    for start in 0..parents.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parents[at] {
                Some(next) => at = next,
                None => break,
            }
        }
        if parents[at].is_none() || seen[at] != start + 1 {
            continue;
        }
        let mut circle = vec![at];
        let mut next = parents[at].expect("it was walked through");
        while next != at {
            circle.push(next);
            next = parents[next].expect("it was walked through");
        }
        circle.push(at);
        let path: Vec<String> = circle.iter().map(|&it| record(it).0).collect();
        let (zh, en) = (path.join(" → "), path.join(" → "));
        let finding =
            findings.raise(&CYCLE, record(at).1, text! { zh: "上下级关系绕成了圈：{zh}", en: "a circle: {en}" });
        finding.help(text! { zh: "改正其中写错的一处", en: "mend the link that is wrong" });
        for &it in &circle[1..circle.len() - 1] {
            finding.mark(record(it).1, text! { zh: "又指向下一个", en: "points on" });
        }
        for &it in &circle {
            parents[it] = None;
        }
    }
}

/// The fields above each field, cut free of circles.
pub(super) fn parents<T, V>(
    records: &[Record<T>],
    (id, above): (Key<T, Id>, Key<T, V>),
    find: &dyn Fn(Spanned<&str>, &mut Findings) -> Option<usize>,
    findings: &mut Findings,
) -> Vec<Option<usize>>
where
    V: for<'r> ValueType<Value<'r> = &'r str>,
{
    let mut parents: Vec<Option<usize>> = records
        .iter()
        .map(|record| {
            record.get(above).and_then(|value| find(Spanned { value, span: record.span_of(above) }, findings))
        })
        .collect();
    let place = |at: usize| (records[at].get(id).unwrap_or("?").to_owned(), records[at].span_of(above));
    cut_circles(&mut parents, &place, findings);
    parents
}
