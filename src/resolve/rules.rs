//! What only all files together can tell: ids that stand twice, references to nothing, circles, entries without a line.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

/// A rule of the tool about itself: it stops, and speaks on its own authority.
const fn stop(
    code: &'static str,
    name: &'static str,
    label: &'static str,
    texts: [crate::vocabulary::Words; 3],
    example: Example,
) -> Rule {
    let [title, why, mend] = texts;
    Rule {
        code,
        name,
        label,
        effect: Effect::Stop,
        level: Level::Error,
        lesser: Level::Warn,
        grounds: &[],
        ungrounded: Ungrounded::Speaks,
        fixed: false,
        title,
        why,
        mend,
        example,
    }
}

pub static DUPLICATE_ID: Rule = stop(
    "GK0008",
    "duplicate-id",
    "标识重复",
    [
        words! { zh: "同一个标识用了两次", en: "one id used twice" },
        words! {
            zh: "标识（id）是别处引用它的唯一凭据，也是网页地址的一部分。两处同名，引用就不知指谁，网页也会互相覆盖。",
            en: "An id is how everything else refers to a thing, and part of its address. Used twice, a reference means neither.",
        },
        words! {
            zh: "给其中一个另起标识，并把引用它的地方一并改过来；公开事项的标识在同一个一级事项内不能重复，机构和一级事项不能同名。",
            en: "Give one of them another id and change the references to it.",
        },
    ],
    Example {
        bad: "==> catalogue/more.toml\n[[field]]\nid = \"policy\"\ntitle = \"政策解读\"\n",
        good: r#"--> catalogue/more.toml
id = "interpretation"
"#,
    },
);

pub static DANGLING_REFERENCE: Rule = stop(
    "GK0009",
    "dangling-reference",
    "引用落空",
    [
        words! { zh: "引用的东西不存在", en: "a reference to nothing" },
        words! {
            zh: "目录、任务、条目靠标识互相引用。引用落空，条目就不知归哪个事项，任务也不知由谁完成。",
            en: "Catalogue, tasks and entries refer to each other by id. A reference to nothing leaves an entry without its item and a task without its proof.",
        },
        words! {
            zh: "按提示改成已有的标识；确实没有的，先在目录中登记。公开事项写全称“一级事项/公开事项”，条目写 content/ 以下的路径（不带 .md）或索引号。",
            en: "Write an id that exists, or declare the thing first. Items are written `field/item`, entries by path below content/ without `.md` or by index number.",
        },
    ],
    Example {
        bad: r#"--> content/2018/通报.md
title = "关于值守情况的通报"
item = "policy/notice"
made = 2018-07-02
published = 2018-07-03
summary = "通报汛期值守情况。"
[review]
secrecy = { by = "保密员", on = 2018-07-02 }
+++
各科室值守到位。
"#,
        good: r#"--> content/2018/通报.md
item = "policy/notices"
"#,
    },
);

pub static CYCLE: Rule = stop(
    "GK0010",
    "cycle",
    "循环引用",
    [
        words! { zh: "上下级或替代关系绕成了圈", en: "a circle of parents or successors" },
        words! {
            zh: "上级的上级又是自己，目录就没有了根，谁也排不出先后。",
            en: "Where a parent's parent is the thing itself, the tree has no root and nothing can be put in order.",
        },
        words! { zh: "按提示的顺序逐个核对，把写错的那一处改正。", en: "Follow the circle as told and mend the link that is wrong." },
    ],
    Example {
        bad: "==> catalogue/more.toml\n[[field]]\nid = \"plans\"\ntitle = \"规划\"\nparent = \"yearly\"\n\n[[field]]\nid = \"yearly\"\ntitle = \"年度计划\"\nparent = \"plans\"\n",
        good: "==> catalogue/more.toml\n[[field]]\nid = \"plans\"\ntitle = \"规划\"\n\n[[field]]\nid = \"yearly\"\ntitle = \"年度计划\"\nparent = \"plans\"\n",
    },
);

pub static UNLOCKED_ENTRY: Rule = Rule {
    level: Level::Note,
    lesser: Level::Note,
    ..stop(
        "GK0017",
        "unlocked-entry",
        "尚未编号",
        [
            words! { zh: "条目在编号簿中没有登记", en: "an entry without a line in index.lock" },
            words! {
                zh: "索引号和网址一经给出，永不改变，所以都登记在编号簿（catalogue/index.lock）里。没有登记的条目，正式发布时网址还不确定。",
                en: "Numbers and addresses are given once and never change; catalogue/index.lock remembers them. An entry without a line has no certain address yet.",
            },
            words! {
                zh: "运行 gongkai lock（或 gongkai build）登记；catalogue/index.lock 和条目一起保存，用版本库的一起提交。",
                en: "Run `gongkai lock` (or `gongkai build`) and commit catalogue/index.lock.",
            },
        ],
        Example {
            bad: r#"--> content/2018/通知.md
summary = "部署夏季防汛值守。"
+++
请落实值守。
"#,
            good: "xx> content/2018/通知.md\n==> catalogue/index.lock\n# gongkai index.lock 1\nbureau/2018-00001\t/bureau/2018/00001.html\t2018/通知\treleased\t2018-06-22\t2018-06-22\t2018-06-20\t关于做好夏季防汛工作的通知\n",
        },
    )
};

/// What resolve raises.
pub static UNLISTED_WORD: Rule = Rule {
    code: "GK0018",
    name: "unlisted-word",
    label: "用语不在清单",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "渠道、对象、层级的用语不在规定的清单里", en: "a channel, an audience or a level that no list has" },
    why: words! {
        zh: "各领域的标准目录印着清单以外的渠道、对象和层级，条目也会用到。程序照原样保留：渠道、层级归入“其他”，对象按特定群体处理；写错一个字也会是这样，所以提醒。",
        en: "Printed catalogues, and entries after them, name channels, audiences and levels beyond the lists. They are kept: a channel or a level as another one, an audience as a group. A slip of one letter looks the same, hence this line.",
    },
    mend: words! {
        zh: "写错的改成清单里的用语；目录原文如此的，渠道写“其他：……”，对象写 audience = { group = \"……\" }。",
        en: "Correct a slip; else write a channel as `其他：…` and an audience as `audience = { group = \"…\" }`.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
channels = ["政府网站", "村民议事厅"]
audience = "申请人"
"#,
        good: r#"--> catalogue/more.toml
channels = ["政府网站", "其他：村民议事厅"]
audience = { group = "申请人" }
"#,
    },
};

pub static RULES: &[&Rule] = &[&DUPLICATE_ID, &DANGLING_REFERENCE, &CYCLE, &UNLOCKED_ENTRY, &UNLISTED_WORD];
