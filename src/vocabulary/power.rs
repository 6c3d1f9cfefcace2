//! The ten types of administrative power.

use super::list::closed_list;

closed_list! {
    /// 职权类型 of the power and duty list (中办发〔2015〕21号).
    PowerType "职权类型" {
        Licensing: "licensing", "行政许可", "licensing", ["许可"];
        Penalty: "penalty", "行政处罚", "penalty", ["处罚"];
        Coercion: "coercion", "行政强制", "coercion", ["强制"];
        Levy: "levy", "行政征收", "levy", ["征收"];
        Payment: "payment", "行政给付", "payment", ["给付"];
        Inspection: "inspection", "行政检查", "inspection", ["检查", "行政监督检查"];
        Confirmation: "confirmation", "行政确认", "confirmation", ["确认"];
        Reward: "reward", "行政奖励", "reward", ["奖励"];
        Adjudication: "adjudication", "行政裁决", "adjudication", ["裁决"];
        Other: "other", "其他权力", "other power", ["其他", "其他行政权力", "其他职权"];
    }
}
