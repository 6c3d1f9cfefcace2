//! 0018: words that their list does not have, and that are kept as written.

use super::rules::UNLISTED_WORD;
use crate::{
    diagnostic::{Edit, Findings},
    source::Span,
    vocabulary::{AdminLevel, Channel, Text, Vocabulary, Word},
};

/// Tells a word that its list does not have and that is kept (0018). `own` is where a word of one's own is written, and how.
pub(super) fn unlisted(
    typed: &str,
    list: &Vocabulary,
    near: Option<&str>,
    kept: Text,
    own: Option<(Span, &str)>,
    span: Span,
    findings: &mut Findings,
) {
    let name = list.name;
    let finding = findings.raise(
        &UNLISTED_WORD,
        span,
        text! { zh: "“{typed}”不在{name}的规定用语里", en: "`{typed}` is none of the words of {name}" },
    );
    let words: Vec<&str> = list.terms.iter().map(|term| term.zh).collect();
    finding.label(kept).note(words! { zh: "可用", en: "allowed" }, Text::same(words.join("、")));
    match (near, own) {
        (Some(near), _) => finding
            .help(text! { zh: "是不是“{near}”？不是的不必改", en: "`{near}`? If not, leave it" })
            .fix([Edit::guess(span, near)]),
        (None, None) => finding.help(text! { zh: "改成上面意思相同的词", en: "write the one that means the same" }),
        (None, Some((at, right))) => finding
            .help(text! {
                zh: "写错的改成上面的词；目录原文就是这样写的，改为：{right}",
                en: "correct a slip; where the catalogue prints it so, write: {right}"
            })
            .fix((!typed.contains(['"', '\\'])).then(|| Edit::new(at, right, false))),
    };
}

/// Tells a channel that no list has.
pub(super) fn unlisted_channel(typed: &str, span: Span, findings: &mut Findings) {
    if Channel::read(typed).is_none() {
        let kept = text! { zh: "照原样保留，作为“其他：{typed}”", en: "kept as written, as another channel" };
        let right = format!("\"其他：{typed}\"");
        unlisted(typed, Channel::VOCABULARY, Channel::nearest(typed), kept, Some((span, &right)), span, findings);
    }
}

/// Tells a level that no list has.
pub(super) fn unlisted_level(typed: &str, span: Span, findings: &mut Findings) {
    let list = AdminLevel::VOCABULARY;
    let kept = text! { zh: "照原样保留，作为“其他：{typed}”", en: "kept as written, as another level" };
    let right = format!("\"其他：{typed}\"");
    unlisted(typed, list, list.nearest(typed).map(|it| it.zh), kept, Some((span, &right)), span, findings);
}
