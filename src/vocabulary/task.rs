//! The state of a task of the year's plan.

use super::list::closed_list;

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
