//! The columns of the national catalogue table that take words from closed lists.

use super::Word;
use super::nearness::nearest_of;
use super::term::closed_list;

closed_list! {
    /// 公开对象: everyone, or a group that the catalogue must name.
    Audience "公开对象" {
        All: "all", "全社会", "everyone", ["面向全社会", "全社会公众", "社会公众", "公众"];
        Group: "group", "特定群体", "a certain group", ["特定群众", "特定对象", "特定人群"];
    }
}

closed_list! {
    /// 公开渠道和载体: the thirteen of the national tables, in printed order.
    Channel "公开渠道和载体" {
        Website: "website", "政府网站", "government website", ["门户网站", "政府门户网站", "部门网站"];
        Gazette: "gazette", "政府公报", "government gazette", ["公报"];
        WechatWeiboApp: "wechat-weibo-app", "两微一端", "WeChat, Weibo and app", ["政务新媒体", "两微", "微博微信", "新媒体", "微信公众号", "政务微信", "政务微博", "微博", "微信"];
        PressHearing: "press-hearing", "发布会/听证会", "press conference or hearing",
            ["发布会听证会", "发布会、听证会", "发布会", "听证会", "新闻发布会"];
        Broadcast: "broadcast", "广播电视", "radio and television", ["广播", "电视"];
        PrintMedia: "print-media", "纸质媒体", "print media", ["报刊", "报纸", "纸质载体"];
        ReadingPoint: "reading-point", "公开查阅点", "reading point", ["查阅点", "政府信息公开查阅点", "公共查阅点"];
        ServiceCenter: "service-center", "政务服务中心", "government service centre",
            ["行政服务中心", "政务服务大厅", "便民服务中心", "政府服务中心", "政务大厅"];
        ConvenienceStation: "convenience-station", "便民服务站", "convenience station", ["便民服务点"];
        OnSite: "on-site", "入户/现场", "house visits or on the spot", ["入户现场", "入户、现场", "入户", "现场", "入户/现场宣传", "入户宣传", "现场宣传"];
        BulletinBoard: "bulletin-board", "社区/企事业单位/村公示栏（电子屏）", "notice board or screen",
            ["社区/企事业单位/村公示栏(电子屏)", "社区、企事业单位、村公示栏（电子屏）", "社区/企事业单位/村公示栏", "公示栏", "村公示栏",
             "社区公示栏", "电子屏", "公开栏", "社区/企事业单位、村公示栏（电子屏）", "村务公开栏", "村（居）务公开栏", "政务公开栏"];
        TargetedPush: "targeted-push", "精准推送", "targeted messages", ["精准发送"];
        Other: "other", "其他", "other", ["其它"];
    }
}

/// Channels of single fields that print under 其他 with their name (seen in the national and local tables).
pub const FIELD_CHANNELS: &[&str] = &[
    "投资项目在线审批监管平台",
    "公共资源交易平台",
    "征地信息公开平台",
    "国家企业信用信息公示系统",
    "招标投标公共服务平台",
    "信用中国网站",
    "信用中国",
    "12345政务服务热线",
    "法律服务网",
    "管理部门网站",
    "政务服务网",
    "江西政务服务网",
    "广东政务服务网",
];

impl Channel {
    /// Reads a channel as printed: a word of the list, a channel of one field (其他 with its name), or `其他：text`.
    pub fn read(typed: &str) -> Option<(Self, Option<&str>)> {
        let typed = typed.trim();
        if let Some(channel) = Self::parse(typed) {
            return Some((channel, None));
        }
        if FIELD_CHANNELS.contains(&typed) {
            return Some((Self::Other, Some(typed)));
        }
        let rest = typed.strip_prefix("其他").or_else(|| typed.strip_prefix("其它"))?;
        let text = rest.trim_start_matches(['：', ':', '（', '(', '_', ' ', '\u{3000}']);
        let text = text.trim_end_matches(['）', ')', '_', ' ', '\u{3000}']);
        (text.len() < rest.len() && !text.is_empty()).then_some((Self::Other, Some(text)))
    }

    /// The same, where a channel that no list has is kept as another one of that name.
    pub fn kept(typed: &str) -> (Self, Option<&str>) {
        Self::read(typed).unwrap_or((Self::Other, Some(typed.trim())))
    }

    /// The word nearest to `typed`, also among the channels of single fields.
    pub fn nearest(typed: &str) -> Option<&'static str> {
        nearest_of(FIELD_CHANNELS.iter().copied(), typed, 0.6)
            .or_else(|| Self::VOCABULARY.nearest(typed).map(|term| term.zh))
    }
}

closed_list! {
    /// Which freshness arithmetic of the website inspection an item falls under (国办秘函〔2019〕19号; 国办发〔2015〕15号).
    Column "栏目类别" {
        News: "news", "动态要闻", "news", ["动态", "要闻", "工作动态", "政务动态"];
        Notice: "notice", "通知公告", "notices", ["公告公示", "公示公告", "通知"];
        Policy: "policy", "政策文件", "policy", ["政策", "政策法规"];
        Other: "other", "其他", "other", ["其它"];
    }
}

closed_list! {
    /// When an item has anything to publish: always, period by period, or only when it happens.
    Occurs "发生方式" {
        Standing: "standing", "常年", "standing", ["长期", "常态"];
        Periodic: "periodic", "定期", "periodic", ["周期", "按期"];
        Event: "event", "发生时", "when it happens", ["有则公开", "按发生", "不定期"];
    }
}

closed_list! {
    /// 更新周期, of items and of data resources (发改高技〔2017〕1272号).
    UpdateCycle "更新周期" {
        Realtime: "realtime", "实时", "in real time", ["即时"];
        Daily: "daily", "每日", "daily", ["每天", "按日", "日"];
        Weekly: "weekly", "每周", "weekly", ["按周", "每星期", "周"];
        Monthly: "monthly", "每月", "monthly", ["按月", "每个月", "月"];
        Quarterly: "quarterly", "每季度", "quarterly", ["每季", "按季度", "按季", "季度"];
        HalfYearly: "half-yearly", "每半年", "half-yearly", ["半年", "按半年"];
        Yearly: "yearly", "每年", "yearly", ["年度", "每年度", "按年", "年"];
        Irregular: "irregular", "不定期", "irregular", ["不固定", "适时"];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_read_as_printed() {
        assert_eq!(Channel::read(" 行政服务中心 "), Some((Channel::ServiceCenter, None)));
        assert_eq!(Channel::read("政务新媒体"), Some((Channel::WechatWeiboApp, None)));
        assert_eq!(Channel::read("信用中国网站"), Some((Channel::Other, Some("信用中国网站"))));
        assert_eq!(Channel::read("其他：村民微信群"), Some((Channel::Other, Some("村民微信群"))));
        assert_eq!(Channel::read("其他（村民微信群）"), Some((Channel::Other, Some("村民微信群"))));
        assert_eq!(Channel::read("其他____"), None, "an empty line names no channel");
        assert_eq!(Channel::read("其他"), Some((Channel::Other, None)));
        assert_eq!(Channel::read("布告栏"), None);
        assert_eq!(Channel::read("其他村"), None);
    }

    #[test]
    fn a_near_channel_is_offered() {
        assert_eq!(Channel::nearest("政府网"), Some("政府网站"));
        assert_eq!(Channel::nearest("公共资源交易平台网"), Some("公共资源交易平台"));
    }
}

closed_list! {
    /// The five disclosures (五公开) of 中办发〔2016〕8号 and 国办发〔2016〕80号.
    Disclosure "五公开" {
        Decision: "decision", "决策公开", "Decisions", ["决策"];
        Execution: "execution", "执行公开", "Execution", ["执行"];
        Management: "management", "管理公开", "Management", ["管理"];
        Service: "service", "服务公开", "Services", ["服务"];
        Result: "result", "结果公开", "Results", ["结果"];
    }
}

closed_list! {
    /// What a catalogue must show beside the five disclosures.
    Facet "公开要求" {
        Interpretation: "interpretation", "政策解读", "Interpretation of policy", ["解读"];
        Response: "response", "舆情回应", "Response to public opinion", ["回应关切", "政务舆情回应", "回应", "舆情"];
        Participation: "participation", "公众参与", "Public participation", ["参与", "决策预公开", "互动交流"];
    }
}

closed_list! {
    /// 公开方式: whether a body publishes of itself, on application, or not at all (条例 arts 13–16).
    Way "公开方式" {
        Active: "active", "主动", "published actively", ["主动公开"];
        OnRequest: "on-request", "依申请", "on request", ["依申请公开"];
        Withheld: "withheld", "不予公开", "withheld", ["不公开", "不予"];
    }
}
