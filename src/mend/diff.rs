//! What differs between two texts, line by line, as git shows it and takes it.

use std::fmt::Write as _;

/// Lines around a change.
const CONTEXT: usize = 3;

/// Steps of the search at most; texts that differ more are shown as wholly different between what they have in common at their ends.
const STEPS: usize = 1000;

/// The difference of `old` and `new`, the texts of the file at `path`; empty where there is none.
pub fn diff(path: &str, old: &str, new: &str) -> String {
    let (old, new) = (lines(old), lines(new));
    let changes = changes(&old, &new);
    if changes.is_empty() {
        return String::new();
    }
    let mut out = format!("diff --git a/{path} b/{path}\n--- a/{path}\n+++ b/{path}\n");
    let mut rest = &changes[..];
    while let Some(first) = rest.first() {
        // Changes whose lines around would touch are shown together.
        let near = |pair: &[Change]| pair[1].old.0 - pair[0].old.1 <= 2 * CONTEXT;
        let count = 1 + rest.windows(2).take_while(|it| near(it)).count();
        let (together, others) = rest.split_at(count);
        let last = together.last().unwrap_or(first);
        hunk(&mut out, &old, &new, together, last);
        rest = others;
    }
    out
}

/// Lines `old.0..old.1` became lines `new.0..new.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    old: (usize, usize),
    new: (usize, usize),
}

fn hunk(out: &mut String, old: &[&str], new: &[&str], changes: &[Change], last: &Change) {
    let first = changes[0];
    let above = first.old.0.min(CONTEXT);
    let below = (old.len() - last.old.1).min(CONTEXT);
    let (from, to) = (first.old.0 - above, last.old.1 + below);
    let (new_from, new_to) = (first.new.0 - above, last.new.1 + below);
    // An empty side is named by the line before it.
    let side = |from: usize, to: usize| format!("{},{}", if from == to { from } else { from + 1 }, to - from);
    let _ = writeln!(out, "@@ -{} +{} @@", side(from, to), side(new_from, new_to));
    let mut at = from;
    for change in changes {
        old[at..change.old.0].iter().for_each(|it| line(out, ' ', it));
        old[change.old.0..change.old.1].iter().for_each(|it| line(out, '-', it));
        new[change.new.0..change.new.1].iter().for_each(|it| line(out, '+', it));
        at = change.old.1;
    }
    old[at..to].iter().for_each(|it| line(out, ' ', it));
}

fn line(out: &mut String, sign: char, line: &str) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The changes between `old` and `new`, in order.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (inner_old, inner_new) = (&old[before..], &new[before..]);
    let after = inner_old.iter().rev().zip(inner_new.iter().rev()).take_while(|(a, b)| a == b).count();
    let inner_old = &inner_old[..inner_old.len() - after];
    let inner_new = &inner_new[..inner_new.len() - after];
    let whole = Change { old: (before, before + inner_old.len()), new: (before, before + inner_new.len()) };
    if inner_old.is_empty() && inner_new.is_empty() {
        return Vec::new();
    }
    let Some(same) = same(inner_old, inner_new) else { return vec![whole] };
    let mut changes = Vec::new();
    let mut at = (0, 0);
    for (a, b) in same.into_iter().chain([(inner_old.len(), inner_new.len())]) {
        if (a, b) != at {
            changes.push(Change { old: (before + at.0, before + a), new: (before + at.1, before + b) });
        }
        at = (a + 1, b + 1);
    }
    changes
}

/// The pairs of lines that stay, by Myers' greedy search (1986): after `d` steps, `reach` holds for each diagonal how far the old
/// text can be read; none after too many steps.
fn same(old: &[&str], new: &[&str]) -> Option<Vec<(usize, usize)>> {
    let most = (old.len() + new.len()).min(STEPS);
    // Diagonal k is at place most + 1 + k.
    let middle = most + 1;
    let mut reach = vec![0_usize; 2 * most + 3];
    let mut trace: Vec<Vec<usize>> = Vec::new();
    for d in 0..=most {
        trace.push(reach[middle - d.min(most)..=middle + d.min(most)].to_vec());
        for at in (middle - d..=middle + d).step_by(2) {
            let down = at == middle - d || (at != middle + d && reach[at - 1] < reach[at + 1]);
            let mut x = if down { reach[at + 1] } else { reach[at - 1] + 1 };
            // x - y is the diagonal; a diagonal beyond the new text's end is never used.
            let Some(mut y) = (x + middle).checked_sub(at) else { continue };
            while old.get(x).is_some_and(|it| new.get(y) == Some(it)) {
                x += 1;
                y += 1;
            }
            reach[at] = x;
            if x >= old.len() && y >= new.len() {
                return Some(walk_back(&trace, old.len(), new.len()));
            }
        }
    }
    None
}

/// The way back from the end: each step undoes one line taken out or put in.
fn walk_back(trace: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<(usize, usize)> {
    let mut same = Vec::new();
    for (d, reach) in trace.iter().enumerate().rev() {
        // What was reached after d - 1 steps stands in the middle of a row of 2d + 1.
        let known = |k: isize| usize::try_from(k + d.cast_signed()).ok().and_then(|at| reach.get(at)).copied();
        let k = x.cast_signed() - y.cast_signed();
        let (before_x, before_y) = if d == 0 {
            (0, 0)
        } else {
            let bound = d.cast_signed();
            let (left, right) = (known(k - 1).unwrap_or(0), known(k + 1).unwrap_or(0));
            let down = k == -bound || (k != bound && left < right);
            let (diagonal, x) = if down { (k + 1, right) } else { (k - 1, left) };
            (x, usize::try_from(x.cast_signed() - diagonal).unwrap_or(0))
        };
        let is_start = |x: usize, y: usize| d == 0 && x == 0 && y == 0;
        while x > before_x && y > before_y && !is_start(x, y) {
            x -= 1;
            y -= 1;
            same.push((x, y));
        }
        (x, y) = (before_x, before_y);
    }
    same.reverse();
    same
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_difference_looks_as_that_of_git() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n15\n";
        let shown = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n\
                     @@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n\
                     @@ -11,5 +11,4 @@\n 11\n 12\n 13\n-14\n-15\n\\ No newline at end of file\n+15\n";
        assert_eq!(diff("a.md", old, new), shown);
        assert_eq!(diff("a.md", old, old), "");
        assert!(diff("a.md", "", "a\n").contains("@@ -0,0 +1,1 @@\n+a\n"));
    }

    /// `old` with what `diff` says.
    fn patched(old: &str, diff: &str) -> String {
        let old = lines(old);
        let (mut out, mut at) = (String::new(), 0);
        let mut all = diff.split_inclusive('\n').skip(3).peekable();
        while let Some(line) = all.next() {
            let (sign, rest) = line.split_at(1);
            let bare = all.peek().is_some_and(|it| it.starts_with('\\'));
            let rest = if bare { rest.trim_end_matches('\n') } else { rest };
            match sign {
                "@" => {
                    let side: Vec<usize> = rest[rest.find('-').unwrap() + 1..rest.find(" +").unwrap()]
                        .split(',')
                        .map(|it| it.parse().unwrap())
                        .collect();
                    let start = if side[1] == 0 { side[0] } else { side[0] - 1 };
                    out.extend(old[at..start].iter().copied());
                    at = start;
                }
                "+" => out.push_str(rest),
                "\\" => {}
                _ => {
                    assert_eq!(old[at], rest);
                    at += 1;
                    if sign == " " {
                        out.push_str(rest);
                    }
                }
            }
        }
        out.extend(old[at..].iter().copied());
        out
    }

    proptest! {
        #[test]
        fn a_difference_makes_the_new_text_of_the_old(old in "([a-c]?\n){0,30}[a-c]{0,2}", new in "([a-c]?\n){0,30}[a-c]{0,2}") {
            prop_assert_eq!(patched(&old, &diff("a", &old, &new)), new);
        }
    }
}
