//! 1702: a leader's name beside the post, all but as the catalogue has it.

use super::{
    find::Found,
    leader::Leader,
    lexicon::Lexicon,
    near::are_alike,
    place::{is_hanzi, is_shown},
};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::{Subject, before},
    source::Span,
};

pub static WRONG_NAME: Rule = Rule {
    code: "GK1702",
    name: "wrong-name",
    label: "领导姓名疑似有误",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "职务后面的姓名与领导名录只差一个字", en: "a name beside a post that differs by one character from the leader's in the catalogue" },
    why: words! {
        zh: "把领导姓名写错一个音近、形近的字，是最常见也最受关注的差错。名录写着现任领导；那时任这个职务的另有其人，就没有错。",
        en: "A leader's name with one character that sounds or looks alike is the slip most often made and most noticed. The catalogue names who holds the post now; whoever held it then may have had another name.",
    },
    mend: words! {
        zh: "核对姓名；写错的改正。名录里写上 since = 任现职的日期，更早的信息就不核对；确是另一个人的，用 gongkai allow wrong-name 说明。",
        en: "Compare the name and correct it. With `since` beside the leader older entries are not compared; where it is another person's say so with `gongkai allow wrong-name`.",
    },
    example: Example {
        bad: r#"==> catalogue/organisation.toml
[[organisation]]
id = "bureau"
name = "示例区示例局"
short = "示例局"
kind = "行政机关"
disclosure = { leader = "分管副局长", office = "办公室", staff = 1 }
officers = [
  { role = "管理员", post = "办公室主任" },
  { role = "信息员", post = "办公室科员" },
  { role = "咨询员", post = "业务科科长" },
  { role = "审核员", post = "分管副局长" },
  { role = "监督员", post = "纪检组组长" },
]
leaders = [{ post = "局长", name = "李晓明" }]
--> content/2018/通知.md
+++
局长李小明主持会议，部署防汛工作。
"#,
        good: "--> content/2018/通知.md\n+++\n局长李晓明主持会议，部署防汛工作。\n",
    },
};

/// What follows a name that is over: of a name of two hanzi the next may be part of it.
const FOLLOWS: &str = "同主出参等说表介讲带在率作指强为和与及到对向就签一深赴听宣任的担代陪调检走看召会致发接答从分负";

/// May stand right before a post that is no other body's.
const LEADS: &str = "由经请为和与及是对向";

pub(super) fn entry(subject: &Subject<'_>, lexicon: &Lexicon, found: &Found, findings: &mut Findings) {
    let mut told: Vec<usize> = Vec::new();
    for &(start, of) in &found.names {
        let leader = lexicon.leader(of);
        // What is older than the leader's days in the post names who held it before.
        let before = leader.since.is_some_and(|since| subject.day.is_some_and(|day| day < since));
        if before || told.contains(&start) {
            continue;
        }
        let Some(written) = near_form(subject.text, start, leader) else { continue };
        let range = start..start + written.len();
        // Another leader may bear just this name.
        if lexicon.is_leader(written) || !is_shown(subject, start) {
            continue;
        }
        let Some(post) = post_before(subject.text, start, leader).or_else(|| post_after(subject.text, &range, leader))
        else {
            continue;
        };
        told.push(start);
        let name = &leader.name;
        let span = Span::new(subject.file, range);
        let finding = findings.raise(
            &WRONG_NAME,
            span,
            text! { zh: "“{post}{written}”，领导名录里是“{name}”，是不是写错了？", en: "{post} {written}: the catalogue has {name}; a slip?" },
        );
        finding
            .help(text! {
                zh: "写错的改成“{name}”；那时另有其人的，不用改，在名录里写上任现职的日期 since = 〔日期〕",
                en: "write {name} where it is a slip; where somebody else held the post then leave it, and write `since = 〔day〕` beside the leader",
            })
            .fix([Edit::between(span, written, name, false)])
            .key(format!("{post} {written}"));
        finding.on = subject.day;
    }
}

/// What stands at `start` of `text`, if it has all letters of the leader's name but one, which is like that of the name.
fn near_form<'t>(text: &'t str, start: usize, leader: &Leader) -> Option<&'t str> {
    let rest = text.get(start..)?;
    let count = leader.name.chars().count();
    let end = rest.char_indices().nth(count).map_or(rest.len(), |it| it.0);
    let written = &rest[..end];
    if written.chars().count() != count || !written.chars().all(is_hanzi) {
        return None;
    }
    let mut wrong = leader.name.chars().zip(written.chars()).filter(|it| it.0 != it.1);
    let (name, other) = wrong.next()?;
    let over = rest[end..].chars().next().is_none_or(|it| !is_hanzi(it) || FOLLOWS.contains(it));
    (wrong.next().is_none() && are_alike(name, other) && (over || count > 2)).then_some(written)
}

/// The post of the leader that stands before the name at `start`, in a sentence or in the cell before.
fn post_before<'l>(text: &str, start: usize, leader: &'l Leader) -> Option<&'l str> {
    // A form has blanks within: 局　长：.
    let near: String =
        before(text, start, 200).chars().filter(|it| !matches!(it, ' ' | '\u{3000}' | '\t' | '*')).collect();
    let near = near.trim_end_matches(['：', ':', '|', '（', '(']);
    let post = leader.posts.iter().filter(|it| near.ends_with(&***it)).max_by_key(|it| it.len())?;
    is_own(&near[..near.len() - post.len()], leader).then_some(post)
}

/// The post of the leader that stands behind the name: 李小明局长.
fn post_after<'l>(text: &str, range: &std::ops::Range<usize>, leader: &'l Leader) -> Option<&'l str> {
    let post = leader.posts.iter().find(|it| text[range.end..].starts_with(&***it))?;
    is_own(before(text, range.start, 200), leader).then_some(post)
}

/// Whether a post behind `ahead` is that of the leader's own house, not 副局长, 原局长, 县教育局局长.
fn is_own(ahead: &str, leader: &Leader) -> bool {
    let last = ahead.chars().next_back();
    let alone = last.is_none_or(|it| !is_hanzi(it));
    let led = last.is_some_and(|it| LEADS.contains(it));
    let other_post = || leader.posts.iter().any(|it| ahead.ends_with(&**it));
    alone || led || other_post() || leader.houses.iter().any(|it| !it.is_empty() && ahead.ends_with(&**it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::wording::tests::told_of;

    fn told(text: &str) -> Vec<String> {
        let leaders = [("党组书记、局长", "李晓明"), ("副局长", "王伟")];
        let leaders = leaders.map(|(posts, name)| Leader {
            posts: posts.split('、').map(ToOwned::to_owned).collect(),
            name: name.to_owned(),
            since: None,
            houses: vec!["示例区示例局".to_owned(), "示例局".to_owned()],
        });
        let found = told_of(text, &Lexicon::of_leaders(leaders.to_vec()));
        found.into_iter().filter(|it| it.0 == "GK1702").map(|it| it.1).collect()
    }

    #[test]
    fn near_forms_beside_the_post_are_asked_about() {
        for text in [
            "局长李小明主持会议。",
            "示例局局长李晓铭出席。",
            "党组书记、局长李晓鸣同志讲话。",
            "会议由局长李筱明主持。",
            "| 职务 | 姓名 |\n| --- | --- |\n| 局长 | 李骁明 |",
            "局长：李晓名",
            "副局长王炜带队检查。",
            "李小明局长强调。",
            "局长李晓明、副局长王炜出席。",
            "局　长：李小明",
            "局长（李小明）",
            "县委常委、局长李小明调研。",
        ] {
            assert_eq!(told(text).len(), 1, "{text}: {:?}", told(text));
        }
    }

    #[test]
    fn other_people_and_other_posts_are_left() {
        for text in [
            "局长李晓明主持会议。",
            "副局长李小明主持会议。",
            "原局长李小明离任。",
            "县教育局局长李小明参加。",
            "时任局长李小明签发。",
            "局长李建国主持会议。",
            "局长李晓刚主持会议。",
            "副局长王炜东带队检查。",
            "居民李小明反映。",
            "局长张晓明主持会议。",
            "局长李晓明、副局长王伟。",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
