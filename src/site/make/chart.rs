//! Charts of whole numbers: how long each bar is, and what the chart finds.

use crate::site::page::{Bar, Chart, Str};

/// A number that a bar stands for.
pub(super) struct Count<'a> {
    pub label: Str<'a>,
    pub count: u64,
}

/// A chart of `counts` and its title, from the place of the (first) longest bar; none where there are not two to compare, or nothing
/// was counted.
pub(super) fn chart<'a>(
    (of, counted): (&'static str, &'static str),
    counts: Vec<Count<'a>>,
    title: impl FnOnce(&Count<'a>) -> String,
) -> Option<Chart<'a>> {
    let most = counts.iter().rev().max_by_key(|it| it.count).filter(|it| it.count > 0 && counts.len() > 1)?;
    let (title, longest) = (title(most).into(), most.count);
    let bar = |it: Count<'a>| Bar {
        label: it.label,
        href: None,
        value: it.count.to_string().into(),
        length: length(it.count, longest),
    };
    let bars = counts.into_iter().map(bar).collect();
    Some(Chart { title, of: of.into(), counts: counted.into(), bars, source: None, downloads: Vec::new() })
}

/// How long the bar of `count` is where that of `longest` is 100: what is there can be seen.
pub(super) fn length(count: u64, longest: u64) -> u8 {
    let share = u128::from(count) * 100 / u128::from(longest.max(1));
    u8::try_from(share).unwrap_or(100).max(u8::from(count > 0))
}

#[cfg(test)]
mod tests {
    use super::{Count, chart, length};

    fn made(counts: &[u64]) -> Option<(String, Vec<u8>)> {
        let counts = counts.iter().map(|&count| Count { label: format!("{count}条").into(), count }).collect();
        let chart = chart(("月份", "条数"), counts, |most| format!("{}最多", most.label))?;
        Some((chart.title.into_owned(), chart.bars.iter().map(|it| it.length).collect()))
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        assert_eq!(made(&[5, 0, 10, 10]), Some(("10条最多".to_owned(), vec![50, 0, 100, 100])));
        assert_eq!(made(&[1, 100_000]), Some(("100000条最多".to_owned(), vec![1, 100])));
        assert_eq!([made(&[]), made(&[7]), made(&[0, 0])], [None, None, None]);
        assert_eq!(length(u64::MAX, u64::MAX), 100);
    }
}
