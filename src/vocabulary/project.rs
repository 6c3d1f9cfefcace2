//! Works and tasks: what must be published of a project and when, and how far a task is.

use super::term::closed_list;

closed_list! {
    /// What a piece of evidence for a task is of.
    EvidenceKind "佐证类别" {
        Meeting: "meeting", "会议", "meeting", ["部署会", "工作会议", "会议部署"];
        Training: "training", "培训", "training", ["业务培训"];
        Staff: "staff", "人员", "staff", ["人员配备", "机构人员"];
        Rules: "rules", "制度", "rules", ["工作制度", "机制"];
        Other: "other", "其他", "other", ["其它"];
    }
}

closed_list! {
    /// The eight classes of information of 国办发〔2017〕94号.
    ProjectClass "项目信息类别" {
        ApprovalService: "approval-service", "批准服务信息", "approval services", ["批准服务"];
        ApprovalResult: "approval-result", "批准结果信息", "approval results", ["批准结果", "审批结果信息"];
        Tender: "tender", "招标投标信息", "tenders", ["招标投标", "招投标信息", "招投标"];
        Land: "land", "征收土地信息", "land taking", ["征收土地", "征地信息", "土地征收信息"];
        DesignChange: "design-change", "重大设计变更信息", "major design changes", ["重大设计变更", "设计变更信息"];
        Construction: "construction", "施工有关信息", "construction", ["施工信息", "施工"];
        QualitySafety: "quality-safety", "质量安全监督信息", "quality and safety", ["质量安全监督", "质量安全信息"];
        Completion: "completion", "竣工有关信息", "completion", ["竣工信息", "竣工"];
    }
}

closed_list! {
    /// Where a project stands; a class of information falls due with its stage.
    Stage "项目阶段" {
        Approval: "approval", "批准", "approval", ["立项", "审批"];
        Tender: "tender", "招标", "tender", ["招标投标", "招投标"];
        Land: "land", "征地", "land taking", ["征收土地"];
        Works: "works", "施工", "works", ["建设", "在建"];
        Completion: "completion", "竣工", "completion", ["竣工验收", "完工"];
    }
}

closed_list! {
    /// How a website of the body stands, as the national register of government websites has it.
    WebsiteState "网站状态" {
        Running: "running", "正常运行", "running", ["正常", "运行", "在运行", "正常使用", "运行中"];
        Maintained: "maintained", "例行维护", "under maintenance", ["维护", "维护中", "系统维护"];
        Suspended: "suspended", "关停整改", "closed for repair", ["暂停", "整改", "关停", "临时关停", "暂停服务", "临时下线"];
        Closed: "closed", "永久下线", "closed for good", ["下线", "已下线", "永久关停", "关闭", "永久关闭", "注销", "已注销"];
    }
}

closed_list! {
    /// 任务完成情况, as measured on the day of judgement.
    TaskState "任务状态" {
        Done: "done", "已完成", "done", ["完成"];
        Partly: "partly", "部分完成", "partly done", ["正在推进"];
        Late: "late", "逾期未完成", "late", ["逾期"];
        DoneLate: "done-late", "逾期完成", "done late", ["已完成（逾期）"];
        NotDue: "not-due", "未到期", "not due yet", ["未到时限"];
    }
}
