//! What a document is: its class, genre, validity, origin, and what interpretation and review it wants.

use super::term::closed_list;

closed_list! {
    /// The legal class of a document; rules and normative documents carry duties of their own (国办发〔2018〕37号).
    DocumentClass "文件类别" {
        Rule: "rule", "规章", "government rule", ["政府规章", "部门规章"];
        Normative: "normative", "行政规范性文件", "normative document", ["规范性文件"];
        Other: "other", "其他", "other document", ["其他文件", "其他政策文件", "其他主动公开文件"];
    }
}

closed_list! {
    /// 体裁: the fifteen kinds of 党政机关公文处理工作条例 (2012) art. 8, and the rest.
    Genre "体裁" {
        Resolution: "resolution", "决议", "resolution";
        Decision: "decision", "决定", "decision";
        Order: "order", "命令(令)", "order", ["命令（令）", "命令", "令", "政府令"];
        Communique: "communique", "公报", "communiqué";
        Proclamation: "proclamation", "公告", "proclamation";
        Announcement: "announcement", "通告", "announcement";
        Opinion: "opinion", "意见", "opinion";
        Notice: "notice", "通知", "notice";
        Circular: "circular", "通报", "circular";
        Report: "report", "报告", "report";
        Request: "request", "请示", "request";
        Reply: "reply", "批复", "reply";
        Proposal: "proposal", "议案", "proposal";
        Letter: "letter", "函", "letter";
        Minutes: "minutes", "纪要", "minutes", ["会议纪要"];
        Other: "other", "其他", "other", ["其它"];
    }
}

closed_list! {
    /// 有效性: the state of a document's force.
    Validity "有效性" {
        Valid: "valid", "有效", "in force", ["现行有效"];
        Lapsed: "lapsed", "失效", "lapsed", ["已失效"];
        Repealed: "repealed", "废止", "repealed", ["已废止"];
        Amended: "amended", "已修改", "amended", ["修改", "已修订"];
        PartlyLapsed: "partly-lapsed", "部分失效", "partly lapsed", ["部分有效"];
        NotYet: "not-yet", "尚未生效", "not yet in force", ["未生效", "尚未施行"];
    }
}

closed_list! {
    /// Who made the information: the duty to publish is the maker's or the first obtainer's (条例 art. 10).
    Origin "信息来源" {
        Own: "own", "本机关制作", "made by this body", ["自行制作", "制作", "原创"];
        Obtained: "obtained", "获取", "obtained from others", ["获得", "保存"];
        Reprint: "reprint", "转载", "reprinted", ["转发"];
    }
}

closed_list! {
    /// Whether the documents of an item want an interpretation.
    InterpretationNeed "解读要求" {
        Required: "required", "需要解读", "required", ["应当解读", "需解读"];
        Waived: "waived", "免予解读", "waived", ["免于解读", "可不解读"];
        None: "none", "无需解读", "none", ["不需要解读", "无"];
    }
}

closed_list! {
    /// The form an interpretation takes.
    InterpretationForm "解读形式" {
        Text: "text", "文字解读", "text", ["文字", "文本", "问答"];
        Chart: "chart", "图表解读", "charts", ["图表", "图解", "图片", "图片解读"];
        Video: "video", "视频解读", "video", ["视频", "音视频", "动画"];
        Press: "press", "新闻发布会", "press conference", ["发布会", "新闻发布"];
        Interview: "interview", "访谈解读", "interview", ["访谈", "在线访谈", "媒体访谈"];
    }
}

closed_list! {
    /// A step of 先审查后公开; the secrecy review is law (条例 art. 17; 2008: art. 14), the others are local practice.
    ReviewStep "审查环节" {
        Secrecy: "secrecy", "保密审查", "secrecy review", ["保密"];
        Content: "content", "内容审核", "content review", ["内容"];
        Approved: "approved", "审批", "approval", ["签发", "批准"];
    }
}
