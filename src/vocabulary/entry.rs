//! The kinds of entries, and how grave what an answer to public opinion answers is.

use super::term::closed_list;

closed_list! {
    /// What an entry is; each kind has keys, duties and a page of its own.
    EntryKind "内容类型" {
        Document: "document", "政策文件", "document", ["文件", "规划计划", "公文"];
        Decision: "decision", "会议议定事项", "decision of a meeting", ["议定事项", "会议公开", "重大行政决策"];
        Interpretation: "interpretation", "政策解读", "interpretation", ["解读"];
        Consultation: "consultation", "意见征集", "consultation", ["征求意见", "征集意见", "民意征集"];
        ConsultationResult: "consultation-result", "采纳情况", "result of a consultation", ["意见采纳情况", "征集结果", "结果反馈"];
        Notice: "notice", "公告公示", "notice", ["公示", "公告", "通知公告", "公示公告"];
        News: "news", "工作动态", "news", ["动态", "动态要闻", "政务动态"];
        OpinionResponse: "opinion-response", "舆情回应", "response to public opinion", ["回应关切", "政务舆情回应"];
        Message: "message", "留言答复", "answered message", ["留言", "咨询答复", "网民留言"];
        Project: "project", "重大建设项目", "project event", ["重大项目", "项目"];
        Register: "register", "清单", "register", ["目录清单", "清单目录", "台账"];
        Dataset: "dataset", "数据资源", "data resource", ["数据集", "数据开放", "开放数据"];
        Guide: "guide", "办事指南", "service guide", ["服务指南"];
        Budget: "budget", "预决算", "budget and accounts", ["财政预决算", "预算", "决算", "部门预决算"];
        Procurement: "procurement", "政府采购", "procurement", ["采购"];
        Personnel: "personnel", "人事招录", "personnel", ["人事", "人事信息", "考录招聘", "人事任免"];
        ProposalReply: "proposal-reply", "建议提案办理", "reply to a proposal", ["建议提案", "建议提案答复"];
        InspectionResult: "inspection-result", "抽查结果", "result of an inspection", ["双随机抽查结果", "检查结果"];
        Penalty: "penalty", "行政处罚", "penalty", ["处罚", "行政处罚决定"];
        Licence: "licence", "行政许可", "licence", ["许可", "行政许可决定"];
        Report: "report", "报告", "report", ["年度报告", "年报", "统计信息", "统计数据", "网站工作年度报表"];
        Post: "post", "新媒体发布", "post", ["两微发布", "微博", "微信"];
        Evaluation: "evaluation", "考核评议", "evaluation", ["考核", "评议", "社会评议", "评价结果"];
        Page: "page", "固定页面", "page", ["页面", "单页", "概况信息"];
    }
}

closed_list! {
    /// Decides the clock of a response: 5 h and 24 h for major emergencies (国办发〔2016〕80号), 48 h else (国办发〔2016〕61号).
    Severity "舆情等级" {
        Major: "major", "重大突发", "major emergency",
            ["特别重大", "重大", "重大突发事件", "特别重大、重大突发事件", "重大舆情", "突发"];
        Ordinary: "ordinary", "一般", "ordinary", ["一般舆情", "普通", "其他"];
    }
}
