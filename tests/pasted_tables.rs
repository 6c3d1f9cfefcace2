//! Tables as they are pasted: by tabs, bars and blanks, with merged cells and without a head.

use super::pasted::{become_safely, is_left_alone, mended};

#[test]
fn tables_that_are_none_become_some() {
    become_safely(
        "GK1901",
        &[
            ("项目\t金额\t备注\n甲\t1\t无\n", "| 项目 | 金额 | 备注 |\n| --- | --- | --- |\n| 甲 | 1 | 无 |\n"),
            ("项目\t金额\n甲\t1\n乙\t2\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n"),
            (
                "安排如下：\n项目\t金额\n甲\t1\n乙\t2\n特此公告。\n",
                "安排如下：\n\n| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n\n特此公告。\n",
            ),
            ("|项目|金额|\n|—|—|\n|甲|1|\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n"),
            ("｜项目｜金额｜\n｜---｜---｜\n｜甲｜1｜\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n"),
            ("| 项目 | 金额 |\n| 甲 | 1 |\n| 乙 | 2 |\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n"),
            ("| 项目 | 金额 |\n\n| --- | --- |\n\n| 甲 | 1 |\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n"),
            ("项目 | 金额\n甲 | 1\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n"),
            ("| 项目 | 金额 |\n| --- |\n| 甲 | 1 |\n", "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n"),
        ],
    );
    is_left_alone(&[
        "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n",
        "联系人：张某\t电话：0797-8000001\n",
        "首页 | 联系我们\n",
        "绝对值 |x| 与 |y|。\n",
    ]);
    // What is a head, or how long a row, only a person knows.
    for text in ["联系人：张某\t电话：1\t传真：2\n地址：甲路\t邮编：3\t邮箱：4\n", "|项目|金额|\n|甲|1|2|\n"]
    {
        let (codes, _, safe) = mended(text);
        assert_eq!((codes.as_slice(), safe), (["GK1901"].as_slice(), false), "{text}");
    }
}

#[test]
fn columns_set_by_blanks_become_tables() {
    become_safely(
        "GK1901",
        &[
            (
                "姓  名    职  务    电话\n张某某    局长    0797-1\n李某    副局长    0797-2\n",
                "| 姓  名 | 职  务 | 电话 |\n| --- | --- | --- |\n| 张某某 | 局长 | 0797-1 |\n| 李某 | 副局长 | 0797-2 |\n",
            ),
            (
                "项目　　　金额（万元）\n培训　　　3\n会议　　　2\n",
                "| 项目 | 金额（万元） |\n| --- | --- |\n| 培训 | 3 |\n| 会议 | 2 |\n",
            ),
            // A cell over several rows leaves the first of the next empty; one over all columns stands alone.
            (
                "级别\t姓名\t职务\n片区级\t张某\t局长\n\t李某\t副局长\n",
                "| 级别 | 姓名 | 职务 |\n| --- | --- | --- |\n| 片区级 | 张某 | 局长 |\n|  | 李某 | 副局长 |\n",
            ),
            (
                "序号\t项目\t金额\n一、城区\n1\t甲\t3\n二、乡镇\n2\t乙\t4\n",
                "| 序号 | 项目 | 金额 |\n| --- | --- | --- |\n| 一、城区 |  |  |\n| 1 | 甲 | 3 |\n| 二、乡镇 |  |  |\n| 2 | 乙 | 4 |\n",
            ),
            // Blanks at the end of a line that Markdown takes for a break.
            ("序号\t项目\t金额  \n1\t甲\t3  \n", "| 序号 | 项目 | 金额 |\n| --- | --- | --- |\n| 1 | 甲 | 3 |\n"),
        ],
    );
    // Two tables are two.
    become_safely(
        "GK1901",
        &[(
            "|项目|金额|\n|—|—|\n|甲|1|\n\n｜名称｜数量｜\n｜---｜---｜\n｜乙｜2｜\n",
            "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1 |\n\n| 名称 | 数量 |\n| --- | --- |\n| 乙 | 2 |\n",
        )],
    );
    // Names in columns have no head.
    let (codes, _, safe) = mended("张三\t李四\t王五\n赵六\t钱七\t孙八\n");
    assert_eq!((codes.as_slice(), safe), (["GK1901"].as_slice(), false));
    assert_eq!(mended("张某某　　李某某　　王某某\n赵某某　　钱某某　　孙某某\n").0, ["GK1903"]);
    // Rows that cells of several lines tear apart.
    let (codes, _, safe) = mended("指标\t性质\t说明\n甲\t定量\t按年填报。\n由医院填报。\n乙\t定性\t按月填报。\n");
    assert!(codes.contains(&"GK1901") && !safe, "{codes:?}");
}

#[test]
fn cells_that_are_lost_are_told() {
    let (codes, ..) = mended("| 序号 | 项目 |\n| --- | --- |\n| 1 | 甲|乙 |\n| 2 | 丙 |\n");
    assert_eq!(codes, ["GK1907"]);
    is_left_alone(&["| 序号 | 项目 |\n| --- | --- |\n| 1 |\n| 2 | 丙\\|丁 |\n| 3 | 戊 | |\n"]);
}
