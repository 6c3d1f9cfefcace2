//! Reports that every body owes, known by their titles, and the form that a report says it has.

use super::term::closed_list;

closed_list! {
    /// What a report is, where its title may not say.
    ReportForm "报告种类" {
        Annual: "annual", "年度报告", "annual report on disclosure", ["政府信息公开年度报告", "年报"];
        Website: "website", "网站年报", "annual report of a website", ["政府网站工作年度报表", "网站工作年度报表", "网站年度报表"];
    }
}

/// Whether a report of this title is the annual report on disclosure: `2018年政府信息公开工作年度报告`, `政府信息公开年报（2018年）`; what only speaks
/// of such reports, a notice that asks for them, is none.
pub fn names_annual_report(title: &str) -> bool {
    let title = without_end(title);
    let is_report = title.ends_with("年报") || title.ends_with("报告") && title.contains("年");
    is_report && (title.contains("政府信息公开") || title.contains("政务公开"))
}

/// Whether a report of this title is the yearly one of a website: `2018年政府网站工作年度报表`.
pub fn names_website_report(title: &str) -> bool {
    let title = without_end(title);
    let yearly = ["年度报表", "年度工作报表", "年度报告", "年报", "年报表"].iter().any(|it| title.ends_with(it));
    // That on the supervision of all websites is the government's.
    yearly && title.contains("网站") && !title.contains("监管") && !title.contains("信息公开")
}

/// The year that a title names, the last where there are several: `2018年`, `2018年度`, `二〇一八年`.
pub fn year_of_title(title: &str) -> Option<i32> {
    title.match_indices('年').rev().find_map(|(at, _)| year_before(&title[..at]))
}

fn year_before(text: &str) -> Option<i32> {
    let mut digits: Vec<u32> = text.chars().rev().map_while(digit).take(5).collect();
    digits.reverse();
    let [a, b, c, d] = digits[..] else { return None };
    let year = i32::try_from(a * 1000 + b * 100 + c * 10 + d).ok()?;
    (1949..=2100).contains(&year).then_some(year)
}

fn digit(sign: char) -> Option<u32> {
    const CHINESE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let narrow = match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '○' | '零' | 'O' | 'Ｏ' => '〇',
        _ => sign,
    };
    let chinese = || CHINESE.iter().position(|it| *it == narrow).and_then(|it| u32::try_from(it).ok());
    narrow.to_digit(10).or_else(chinese)
}

/// `title` without what stands in brackets at its end.
fn without_end(title: &str) -> &str {
    let title = title.trim().trim_end_matches(['》', '”', '"', ' ']);
    match title.strip_suffix(['）', ')', '〕', ']']) {
        Some(rest) => rest.rfind(['（', '(', '〔', '[']).map_or(title, |at| title[..at].trim_end()),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annual_reports_are_known_by_their_titles() {
        for title in [
            "2018年政府信息公开工作年度报告",
            "某局2021年度政府信息公开工作报告",
            "政府信息公开年报（2018年）",
            "某局政府信息公开工作2019年度报告",
            "二〇一八年政府信息公开年度报告",
            "2020年政务公开工作年度报告",
            "某镇人民政府关于2021年政府信息公开工作的年度报告",
        ] {
            assert!(names_annual_report(title), "{title}");
        }
        for title in [
            "关于做好2021年政府信息公开工作年度报告编制工作的通知",
            "2018年工作报告",
            "2018年政府工作报告",
            "某大学信息公开年度报告",
            "政府信息公开指南",
            "《2020年政府信息公开工作年度报告》解读",
        ] {
            assert!(!names_annual_report(title), "{title}");
        }
    }

    #[test]
    fn reports_of_websites_are_known_by_their_titles() {
        for title in ["2018年政府网站工作年度报表", "政府网站年度工作报表（2018年度）", "某局网站2020年年报"]
        {
            assert!(names_website_report(title), "{title}");
        }
        for title in ["2018年政府网站监管年度报表", "网站信息公开年度报告", "网站季度自查"] {
            assert!(!names_website_report(title), "{title}");
        }
    }

    #[test]
    fn years_are_read_from_titles() {
        for (title, year) in [
            ("2018年报", Some(2018)),
            ("２０１９年度报告", Some(2019)),
            ("二〇一八年报告", Some(2018)),
            ("二○二一年报告", Some(2021)),
            ("2019年公布的2018年报告", Some(2018)),
            ("12018年报告", None),
            ("十年报告", None),
            ("18年报告", None),
        ] {
            assert_eq!(year_of_title(title), year, "{title}");
        }
    }
}
