//! The columns of a platform that are known by what their pages say of themselves.

use super::term::closed_list;

closed_list! {
    /// Whose page it is: pages of other columns are welcome, and known by their own words.
    PageColumn "页面栏目" {
        Guide: "disclosure-guide", "政府信息公开指南", "disclosure guide", ["信息公开指南", "公开指南", "政府信息公开工作指南"];
        Rules: "disclosure-rules", "政府信息公开制度", "disclosure rules", ["信息公开制度", "公开制度", "政务公开制度"];
        Report: "annual-report", "政府信息公开年报", "annual report on disclosure", ["政府信息公开年度报告", "政府信息公开工作年度报告", "信息公开年报", "公开年报"];
        Request: "on-request", "依申请公开", "disclosure on application", ["依申请公开政府信息", "依申请公开指南", "申请公开"];
        Privacy: "privacy", "隐私声明", "privacy statement", ["隐私政策", "隐私保护", "隐私保护声明", "隐私权声明", "隐私条款", "用户隐私声明", "个人信息保护声明", "个人信息保护政策"];
        Functions: "functions", "机构职能", "functions", ["机构职责", "部门职责", "机关职能"];
        Leaders: "leaders", "领导信息", "leaders", ["负责人信息", "领导分工", "领导之窗"];
        Services: "services", "办事服务", "services", ["办事指南", "政务服务"];
        Fees: "fees", "收费项目", "fees", ["行政事业性收费"];
    }
}
