//! How often data are renewed, as lists print it: `每季度末`, `按月更新`, `1次/年`.

use super::plain::plain;
use crate::vocabulary::{UpdateCycle, Word};

/// The cycle that `text` means; none where it means another, or none.
pub fn update_cycle(text: &str) -> Option<UpdateCycle> {
    let plain = plain(text);
    let ends = ['末', '初', '底', '度'];
    let word = plain.trim_end_matches(['次', '末', '初', '底']).trim_end_matches("更新").trim_end_matches(ends);
    UpdateCycle::parse(&plain).or_else(|| UpdateCycle::parse(word)).or_else(|| {
        let (times, per) = plain.split_once('/')?;
        matches!(times, "1次" | "一次").then(|| UpdateCycle::parse(per)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_read_as_printed() {
        for (text, cycle) in [
            ("每月", UpdateCycle::Monthly),
            ("按月更新", UpdateCycle::Monthly),
            ("每季度末", UpdateCycle::Quarterly),
            ("每季度更新", UpdateCycle::Quarterly),
            ("每年底", UpdateCycle::Yearly),
            ("1次/年", UpdateCycle::Yearly),
            ("年度", UpdateCycle::Yearly),
            ("实时更新", UpdateCycle::Realtime),
            ("每半年", UpdateCycle::HalfYearly),
            ("每周 ", UpdateCycle::Weekly),
        ] {
            assert_eq!(update_cycle(text), Some(cycle), "{text}");
        }
        for text in ["", "/", "其他", "按需", "2次/年", "每三年", "变更后更新"] {
            assert_eq!(update_cycle(text), None, "{text}");
        }
    }
}
