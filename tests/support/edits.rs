//! Edits of findings, made in a text as any program would make them.

use gongkai::internals::diagnostic::Edit;

/// `text` with all of `edits` made whose place no edit before them has taken: first come, first made. Panics where an edit lies
/// outside the text or cuts a character.
pub fn apply<'e>(text: &str, edits: impl IntoIterator<Item = &'e [Edit]>) -> String {
    let mut made: Vec<&Edit> = Vec::new();
    for fix in edits {
        for edit in fix {
            let bytes = edit.range.bytes();
            assert!(text.get(bytes).is_some(), "{edit:?} is no part of the text: {text:?}");
        }
        // What two findings offer alike is made once.
        let new: Vec<&Edit> = fix.iter().filter(|edit| !made.contains(edit)).collect();
        if new.iter().all(|edit| made.iter().all(|other| is_apart(edit, other))) {
            made.extend(new);
        }
    }
    made.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = String::new();
    let mut at = 0;
    for edit in made {
        let bytes = edit.range.bytes();
        out.push_str(&text[at..bytes.start]);
        out.push_str(&edit.text);
        at = bytes.end;
    }
    out + &text[at..]
}

fn is_apart(one: &Edit, other: &Edit) -> bool {
    one.range != other.range && (one.range.end <= other.range.start || other.range.end <= one.range.start)
}
