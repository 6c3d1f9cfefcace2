//! 主题分类: the national two-level tree of themes (as gov.cn uses it), and how a typed theme is found in it.

use std::fmt;

use super::nearness::nearness;

/// A first-level theme and what is below it.
#[derive(Debug, PartialEq, Eq)]
pub struct Branch {
    /// The official name.
    pub name: &'static str,
    /// The second-level themes, in official order; empty for 其他.
    pub leaves: &'static [&'static str],
}

/// The twenty-two first-level themes, in official order.
pub const THEMES: &[Branch] = &[
    Branch {
        name: "国务院组织机构",
        leaves: &[
            "国务院",
            "国务院办公厅",
            "国务院组成部门",
            "国务院直属特设机构",
            "国务院直属机构",
            "国务院办事机构",
            "国务院直属事业单位",
            "国务院部委管理的国家局",
            "国务院议事协调机构",
            "其他",
        ],
    },
    Branch {
        name: "综合政务",
        leaves: &["政务公开", "政务督查", "应急管理", "电子政务", "文秘工作", "保密工作", "信访", "参事、文史", "其他"],
    },
    Branch {
        name: "国民经济管理、国有资产监管",
        leaves: &["宏观经济", "经济体制改革", "统计", "物价", "国有资产监管", "重大建设项目", "其他"],
    },
    Branch {
        name: "财政、金融、审计",
        leaves: &["财政", "税务", "银行", "货币（含外汇）", "证券", "保险", "社会信用体系建设", "审计", "其他"],
    },
    Branch {
        name: "国土资源、能源",
        leaves: &["土地", "矿产", "水资源", "海洋", "煤炭", "石油与天然气", "电力", "其他"],
    },
    Branch { name: "农业、林业、水利", leaves: &["农业、畜牧业、渔业", "林业", "水利", "其他"] },
    Branch {
        name: "工业、交通",
        leaves: &[
            "机械制造与重工业",
            "轻工纺织",
            "化工",
            "国防工业",
            "航天、航空",
            "信息产业（含电信）",
            "公路",
            "水运",
            "铁路",
            "民航",
            "邮政",
            "其他",
        ],
    },
    Branch {
        name: "商贸、海关、旅游",
        leaves: &["对外经贸合作", "国内贸易（含供销）", "海关", "检验、检疫", "旅游", "其他"],
    },
    Branch {
        name: "市场监管、安全生产监管",
        leaves: &["工商", "质量监督", "标准", "食品药品监管", "安全生产监管", "其他"],
    },
    Branch {
        name: "城乡建设、环境保护",
        leaves: &[
            "城市规划",
            "城乡建设（含住房）",
            "环境监测、保护与治理",
            "节能与资源综合利用",
            "气象、水文、测绘、地震",
            "其他",
        ],
    },
    Branch { name: "科技、教育", leaves: &["科技", "教育", "知识产权", "其他"] },
    Branch {
        name: "文化、广电、新闻出版", leaves: &["文化", "文物", "新闻出版", "广播、电影、电视", "其他"]
    },
    Branch { name: "卫生、体育", leaves: &["卫生", "医药管理", "体育", "其他"] },
    Branch {
        name: "人口与计划生育、妇女儿童工作", leaves: &["人口与计划生育", "妇女儿童", "其他"]
    },
    Branch {
        name: "劳动、人事、监察",
        leaves: &["劳动就业", "社会保障", "人事工作", "军转安置", "监察", "纠正行业不正之风", "其他"],
    },
    Branch { name: "公安、安全、司法", leaves: &["公安", "国家安全", "司法", "其他"] },
    Branch {
        name: "民政、扶贫、救灾",
        leaves: &["减灾救灾", "优抚安置", "社会福利", "行政区划与地名", "社团管理", "扶贫", "其他"],
    },
    Branch { name: "民族、宗教", leaves: &["民族事务", "宗教事务"] },
    Branch { name: "对外事务", leaves: &["外交、外事", "国际条约、国际组织", "其他"] },
    Branch { name: "港澳台侨工作", leaves: &["港澳工作", "对台工作", "侨务工作"] },
    Branch { name: "国防", leaves: &["国防建设", "国防动员"] },
    Branch { name: "其他", leaves: &[] },
];

/// A place in the tree: a first-level theme, or one of its second-level themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Theme {
    first: usize,
    second: Option<usize>,
}

impl Theme {
    /// Finds `一级\二级` or `一级`. Brackets with what they hold may be left out; `/` serves for `\`; widths and spaces don't matter.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = fold(typed);
        let (first, second) = match typed.split_once('\\') {
            Some((first, second)) => (first, Some(second)),
            None => (typed.as_str(), None),
        };
        let first = THEMES.iter().position(|branch| fold(branch.name) == first)?;
        let second = match second {
            Some(second) => Some(THEMES[first].leaves.iter().position(|leaf| fold(leaf) == second)?),
            None => None,
        };
        Some(Self { first, second })
    }

    /// The theme that was probably meant: a second-level name alone, or the most similar full name if it is near enough.
    pub fn nearest(typed: &str) -> Option<Self> {
        let typed: String = fold(typed).chars().take(60).collect();
        let last = typed.rsplit('\\').next().unwrap_or_default();
        let named = |theme: &Self| theme.second_name().is_some_and(|leaf| leaf != "其他" && fold(leaf) == last);
        if let Some(theme) = Self::all().find(named) {
            return Some(theme);
        }
        let mut best: Option<(f64, Self)> = None;
        for theme in Self::all() {
            let near = nearness(&fold(&theme.to_string()), &typed);
            if near >= 0.4 && best.is_none_or(|(so_far, _)| near > so_far) {
                best = Some((near, theme));
            }
        }
        best.map(|(_, theme)| theme)
    }

    /// Every theme, a branch before its leaves.
    pub fn all() -> impl Iterator<Item = Self> {
        THEMES.iter().enumerate().flat_map(|(first, branch)| {
            std::iter::once(None).chain((0..branch.leaves.len()).map(Some)).map(move |second| Self { first, second })
        })
    }

    /// The place of the first-level theme, from 0; addresses use the place from 1.
    pub fn first(self) -> usize {
        self.first
    }

    /// The official first-level name.
    pub fn first_name(self) -> &'static str {
        THEMES[self.first].name
    }

    /// The official second-level name.
    pub fn second_name(self) -> Option<&'static str> {
        self.second.map(|second| THEMES[self.first].leaves[second])
    }
}

impl fmt::Display for Theme {
    /// The form that official pages print: `一级\二级`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.first_name())?;
        match self.second_name() {
            Some(leaf) => write!(f, "\\{leaf}"),
            None => Ok(()),
        }
    }
}

/// The letters that decide: no white space, no brackets with what they hold, one separator, one enumeration comma.
fn fold(typed: &str) -> String {
    let mut folded = String::with_capacity(typed.len());
    let mut depth = 0_u32;
    for letter in typed.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '/' | '／' | '＼' | '\\' => folded.push('\\'),
            ',' | '，' | '､' | '、' => folded.push('、'),
            _ => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_the_national_one() {
        assert_eq!(THEMES.len(), 22);
        for theme in Theme::all() {
            assert_eq!(Theme::parse(&theme.to_string()), Some(theme));
        }
    }

    #[test]
    fn a_theme_is_found_as_people_type_it() {
        let full = Theme::parse("商贸、海关、旅游\\国内贸易（含供销）").unwrap();
        assert_eq!((full.first(), full.second), (7, Some(1)));
        for typed in
            ["商贸、海关、旅游\\国内贸易", "商贸、海关、旅游/国内贸易", " 商贸，海关，旅游 ／ 国内贸易(含供销) "]
        {
            assert_eq!(Theme::parse(typed), Some(full), "{typed}");
        }
        assert_eq!(full.to_string(), "商贸、海关、旅游\\国内贸易（含供销）");
        assert_eq!(Theme::parse("综合政务").unwrap().second, None);
        assert_eq!(Theme::parse("综合政务\\旅游"), None);
        assert_eq!(Theme::parse(""), None);
        assert_eq!(Theme::parse("其他\\"), None);
    }

    #[test]
    fn a_near_theme_is_offered() {
        assert_eq!(Theme::nearest("政务公开").unwrap().to_string(), "综合政务\\政务公开");
        assert_eq!(Theme::nearest("商贸海关旅游\\对外经贸合作").unwrap().second_name(), Some("对外经贸合作"));
        assert_eq!(Theme::nearest("综合政物").unwrap().to_string(), "综合政务");
        assert_eq!(Theme::nearest("zzzzzzzz"), None);
    }
}
