//! What a list is called, what it gathers, and which kind of column it is.

use crate::{
    model::ItemId,
    site::{
        list::{ListId, theme_title},
        site::Site,
    },
    vocabulary::{Column, Disclosure, EntryKind, Facet, Word},
};

/// What the list of the documents is called that are in force no more.
pub(super) const ENDED: &str = "已废止、失效";

pub(in crate::site) fn list_title(site: &Site<'_>, list: ListId) -> String {
    match list {
        ListId::Item(id) => site.model.item(id).title.to_string(),
        ListId::Disclosure(it) => it.label().to_owned(),
        ListId::Facet(it) => it.label().to_owned(),
        ListId::Organisation(id) => site.model.organisation(id).name.to_string(),
        ListId::Year(year) => format!("{year}年"),
        ListId::Theme(place) => theme_title(place).unwrap_or_default().to_owned(),
        ListId::Documents => "政策文件".to_owned(),
        ListId::Class(class) => class.label().to_owned(),
        ListId::Ended => format!("{ENDED}的文件"),
    }
}

/// What a list gathers, in a sentence: `ColumnDescription`.
pub(super) fn list_about(site: &Site<'_>, list: ListId) -> String {
    match list {
        ListId::Item(id) => item_about(site, id),
        ListId::Disclosure(it) => match it {
            Disclosure::Decision => "决策前征求意见、决策中议定事项和决策后发布的政策文件、规划计划及其解读。",
            Disclosure::Execution => "重点任务、重要政策和重大项目的实施方案、工作进展、督查和整改情况。",
            Disclosure::Management => "权责清单、行政执法、机构职能、人事财务等管理活动的信息。",
            Disclosure::Service => "政务服务事项、办事指南、便民信息和公共企事业单位办事信息。",
            Disclosure::Result => "政策落实、项目建成、考核评价、建议提案办理和统计数据等结果信息。",
        }
        .to_owned(),
        ListId::Facet(it) => match it {
            Facet::Interpretation => "对政策文件的背景、目标任务和主要内容的解读，与政策原文相互链接。",
            Facet::Response => "对社会关切和政务舆情的回应。",
            Facet::Participation => "意见征集与采纳情况、留言与答复。",
        }
        .to_owned(),
        ListId::Organisation(id) => format!("{}公开的政府信息。", site.model.organisation(id).name),
        ListId::Year(year) => format!("{year}年公开的政府信息，按发布日期排列。"),
        ListId::Theme(place) => format!("主题分类为“{}”的政府信息。", theme_title(place).unwrap_or_default()),
        ListId::Documents => "本站公开的政策文件，已经废止、失效的另列。".to_owned(),
        ListId::Class(class) => format!("本站公开的{}，已经废止、失效的另列。", class.label()),
        ListId::Ended => "本站公开过、现已废止或者失效的文件，按废止、失效的日期排列，仅供查考。".to_owned(),
    }
}

fn item_about(site: &Site<'_>, id: ItemId) -> String {
    let item = site.model.item(id);
    let elements: Vec<&str> =
        item.elements.iter().map(|it| &*it.name).filter(|it| !matches!(*it, "标题" | "正文")).collect();
    if elements.is_empty() {
        format!("{}的公开信息。", site.model.item_title(id).replace(" / ", "——"))
    } else {
        format!("公开{}：{}。", item.title, elements.join("、"))
    }
}

/// `ColumnType` of a list (国办发〔2017〕47号).
pub(super) fn list_kind(site: &Site<'_>, list: ListId) -> &'static str {
    match list {
        ListId::Facet(it) => it.label(),
        ListId::Item(id) => item_kind(site, id),
        ListId::Documents | ListId::Class(_) | ListId::Ended => "政策文件",
        _ => "信息公开目录",
    }
}

fn item_kind(site: &Site<'_>, id: ItemId) -> &'static str {
    let item = site.model.item(id);
    let title = &*item.title;
    let named = [
        ("公开指南", "信息公开指南"),
        ("公开制度", "信息公开制度"),
        ("年度报告", "信息公开年报"),
        ("年报", "信息公开年报"),
        ("依申请公开", "依申请公开"),
        ("机构职能", "机构职能"),
        ("领导", "负责人信息"),
        ("统计", "统计数据"),
    ];
    if let Some((_, kind)) = named.iter().find(|(part, _)| title.contains(part)) {
        return kind;
    }
    let only = item.kinds.iter().next().filter(|_| item.kinds.len() == 1);
    match (only, item.column) {
        (Some(EntryKind::Interpretation), _) => "政策解读",
        (Some(EntryKind::OpinionResponse), _) => "回应关切",
        (Some(EntryKind::Message), _) => "政务咨询",
        (Some(EntryKind::Consultation | EntryKind::ConsultationResult), _) => "调查征集",
        (Some(EntryKind::Guide), _) => "办事服务",
        (_, Column::Policy) => "政策文件",
        (_, Column::News) => "工作动态",
        (_, Column::Notice) => "通知公告",
        _ => "信息公开目录",
    }
}
