//! How grave a matter of public opinion is.

use super::list::closed_list;

closed_list! {
    /// Decides the clock of a response: 5 h and 24 h for major emergencies (国办发〔2016〕80号), 48 h else (国办发〔2016〕61号).
    Severity "舆情等级" {
        Major: "major", "重大突发", "major emergency",
            ["特别重大", "重大", "重大突发事件", "特别重大、重大突发事件", "重大舆情", "突发"];
        Ordinary: "ordinary", "一般", "ordinary", ["一般舆情", "普通", "其他"];
    }
}
