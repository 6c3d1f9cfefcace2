//! What becomes of an item of a catalogue.

use super::term::closed_list;

closed_list! {
    /// 目录变动: what became of an item, for the public log of changes.
    CatalogueChange "目录变动" {
        Added: "added", "新增", "added", ["增加", "增列"];
        Removed: "removed", "取消", "removed", ["删除", "移出", "撤销"];
        Moved: "moved", "移动", "moved", ["移位", "调整位置"];
        Changed: "changed", "修改", "changed", ["变更", "调整"];
    }
}
