//! Typed tables: what a cell may hold, and how data are shared and opened.

use super::term::closed_list;

closed_list! {
    /// The type of a register's column.
    CellType "列类型" {
        Text: "text", "文本", "text", ["文字"];
        Integer: "integer", "整数", "integer", ["数字"];
        Decimal: "decimal", "小数", "decimal", ["数值"];
        Money: "money", "金额", "money";
        Date: "date", "日期", "date";
        YesNo: "yes-no", "是否", "yes or no", ["是/否"];
        OneOf: "one-of", "单选", "one of", ["选项"];
        ManyOf: "many-of", "多选", "many of";
        Code: "code", "编码", "code", ["代码"];
        Phone: "phone", "电话", "phone", ["联系电话"];
        Url: "url", "网址", "web address", ["链接"];
        CreditCode: "credit-code", "统一社会信用代码", "credit code", ["信用代码"];
        DocumentNumber: "document-number", "发文字号", "document number", ["文号"];
        WorkingDays: "working-days", "工作日", "working days", ["工作日数"];
        Person: "person", "姓名", "person", ["人名", "个人"];
    }
}

closed_list! {
    /// 共享类型 of a data resource (发改高技〔2017〕1272号).
    Sharing "共享类型" {
        Unconditional: "unconditional", "无条件共享", "shared without condition", ["无条件"];
        Conditional: "conditional", "有条件共享", "shared on condition", ["有条件"];
        Refused: "refused", "不予共享", "not shared", ["不共享", "不予"];
    }
}

closed_list! {
    /// 开放属性 of a data resource: whether the public may have it.
    Opening "开放属性" {
        Unconditional: "unconditional", "无条件开放", "open", ["开放", "向社会开放", "是"];
        Conditional: "conditional", "有条件开放", "open on condition", ["有条件", "依申请开放"];
        Refused: "refused", "不予开放", "not open", ["不开放", "不向社会开放", "否"];
    }
}
