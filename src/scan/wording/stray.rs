//! 1701: traditional writing within a simplified text.

use std::ops::Range;

use super::{
    find::Found,
    lexicon::Lexicon,
    place::{clause, is_corrected, is_hanzi, is_shown, line, quoted},
    table::{Form, form, is_simplified},
    told::{Slip, pairs, tell},
};
use crate::{
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::LANGUAGE},
    scan::subject::Subject,
};

pub static STRAY_TRADITIONAL: Rule = Rule {
    code: "GK1701",
    name: "stray-traditional",
    label: "用字和标点不规范",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[LANGUAGE.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "简体文章里夹着繁体字、全角字母数字，标点重复或者引号用错", en: "traditional characters, full-width letters, doubled signs or wrong quotation marks in a simplified text" },
    why: words! {
        zh: "政府公文用规范汉字。“政务與情”这样的字多半是从别处粘贴或者识别出来的，群众搜“舆情”搜不到，也影响公信力。",
        en: "Official texts are written in standard characters. What was pasted or recognised brings others: no search finds them, and they cost the office its credit.",
    },
    mend: words! {
        zh: "改成规范字、半角的字母数字和中文的“”；引用古籍、港澳台资料和人名、店名照原样，不用改，用 gongkai allow stray-traditional 说明。",
        en: "Write standard characters, ASCII letters and digits, and “”. What quotes another script, or is a name, stays; say so with `gongkai allow stray-traditional`.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n各科室要及时回应政务與情，完成後报送办公室。\n",
        good: "--> content/2018/通知.md\n+++\n各科室要及时回应政务舆情，完成后报送办公室。\n",
    },
};

/// Forms that stand in names of people, places and houses, where they are right as they are written.
const OF_NAMES: &str = "國華東興榮慶鳳龍麗蘭貴賢偉傑強銘鴻濤潔穎瑩瓊嬌鵬飛雲龔軍紅紹維綱聖賓寶寧靜勝達遠進學義禮書業勳顯曉暉燦爛煒燁蓮葉萬莊蘇趙陳張劉楊黃吳孫馬許鄧馮韓蔣鍾盧閻賈鄒譚賴嚴齊顧羅鄭謝鄺歐陽陸錢湯賀龐樂瀾瑋瑤環璽瑪錦鑫銀鋒鐵鋼鎮錫鈞鈺銳劍劉陽陰陳隆雙喬嶽嶺島崗灣溫潤澤滿漢漁濱淵淨湧滬灃瀋贛閩粵瓊魯魚鶴鳴鷹鴿鸞雞豐豔艷聰聲聯職興與寬憲懷恆愛惠戀應衛術裕誠詩詠語諾謙讓貞財資賽趨輝輪農連達遙鄉郵開閣閩陝隴雋霧韻頌項預頤顏飄養館駿驍驥魏麥黨點齋堯報場壽夢奧婭嫻嬋嬡孫寧將導屆岡師帥廣廬彥復徐德恩惲憶悅慮";

/// Surnames that may stand right before such a form.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// What a line is about that quotes another script, or the name of a house.
const CUES: [&str; 34] = [
    "台湾",
    "臺灣",
    "香港",
    "澳门",
    "澳門",
    "港澳",
    "繁体",
    "繁體",
    "正体字",
    "古籍",
    "碑",
    "匾",
    "题写",
    "家谱",
    "族谱",
    "原文",
    "引自",
    "题名",
    "书法",
    "摩崖",
    "楹联",
    "印章",
    "字号",
    "商标",
    "先生",
    "女士",
    "小姐",
    "酒楼",
    "酒家",
    "茶楼",
    "饭店",
    "老字号",
    "姓氏",
    "异体字",
];

pub(super) fn entry(subject: &Subject<'_>, lexicon: &Lexicon, found: &Found, findings: &mut Findings) {
    if found.strays.is_empty() {
        return;
    }
    let text = subject.text;
    // A whole text in the traditional script is what it is.
    let simplified = text.chars().filter(|it| is_simplified(*it)).take(found.strays.len() * 4 + 8).count();
    if simplified < found.strays.len() * 2 {
        return;
    }
    // What is told as a whole wording is not told by its letters.
    let in_word = |at: usize| found.words.iter().any(|it| (it.0..it.0 + lexicon.word(it.1).wrong.len()).contains(&at));
    let strays = found.strays.iter().filter(|it| !in_word(it.0));
    let slips: Vec<Slip> = strays.filter_map(|&(at, form)| slip(subject, at, form)).collect();
    if slips.is_empty() {
        return;
    }
    let (count, pairs) = (slips.len(), pairs(subject, &slips));
    let (zh, en) = (pairs.zh, pairs.en);
    let message = text! {
        zh: "简体文章里有 {count} 个繁体字：{zh}", en: "traditional characters in a simplified text: {en}"
    };
    tell(&STRAY_TRADITIONAL, subject, &slips, message, findings)
        .help(text! {
            zh: "改成规范字；人名、店名和引用的原文照原样",
            en: "write the standard ones; names and quotations stay as they are",
        })
        .key("traditional");
}

/// The slip that `form` at byte `at` is; none where it may belong.
fn slip(subject: &Subject<'_>, at: usize, form: Form) -> Option<Slip> {
    let text = subject.text;
    let range = at..at + form.traditional.len_utf8();
    let around = line(text, &range);
    let (strays, simplified) = counted(around);
    if strays > simplified || is_spoken_of(text, &range, around) {
        return None;
    }
    let clause = clause(text, &range);
    let (strays, simplified) = counted(&text[clause.clone()]);
    let letters = text[clause.clone()].chars().count();
    // Several with no simplified one among them are a name or a quotation, and so may be one in a few letters.
    if simplified == 0 && (strays > 1 || letters <= 3) || is_name(text, &clause, at, form) {
        return None;
    }
    is_shown(subject, at).then(|| Slip {
        mended: Some(form.simplified.to_string()),
        safe: form.tells && !OF_NAMES.contains(form.traditional),
        range,
    })
}

/// Whether the line speaks of another script, or quotes it.
fn is_spoken_of(text: &str, range: &Range<usize>, around: &str) -> bool {
    CUES.iter().any(|it| around.contains(it)) || is_corrected(around) || is_quotation(text, range)
}

/// Whether a traditional wording at `range` stands among others of its script, or is spoken of.
pub(super) fn belongs(text: &str, range: &Range<usize>) -> bool {
    let around = line(text, range);
    let (strays, simplified) = counted(around);
    strays > 1 && strays > simplified || is_spoken_of(text, range, around)
}

/// How many traditional and how many simplified forms stand in `text`.
fn counted(text: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    for letter in text.chars().filter(|it| is_hanzi(*it)) {
        if form(letter).is_some() {
            counts.0 += 1;
        } else if is_simplified(letter) {
            counts.1 += 1;
        }
    }
    counts
}

/// Whether what is quoted around `range` has no simplified form in it.
fn is_quotation(text: &str, range: &Range<usize>) -> bool {
    quoted(text, range).is_some_and(|it| counted(it).1 == 0)
}

/// Whether the form may be part of somebody's name, or of that of a place or a house.
fn is_name(text: &str, clause: &Range<usize>, at: usize, form: Form) -> bool {
    if !OF_NAMES.contains(form.traditional) {
        return false;
    }
    let before = &text[clause.start..at];
    let near = before
        .chars()
        .rev()
        .take(2)
        .any(|it| SURNAMES.contains(it) || self::form(it).is_some_and(|it| SURNAMES.contains(it.simplified)));
    let after: String = text[at + form.traditional.len_utf8()..clause.end].chars().take(4).collect();
    let house = [
        "公司", "酒店", "商行", "书院", "寺", "庙", "祠", "堂", "斋", "轩", "路", "街", "村", "镇", "山", "同志", "等",
        "店", "楼", "苑", "园",
    ];
    near || before.is_empty() || SURNAMES.contains(form.simplified) || house.iter().any(|it| after.contains(it))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    fn strays(text: &str) -> Vec<String> {
        told(text).into_iter().filter(|it| it.0 == "GK1701").map(|it| it.1).collect()
    }

    #[test]
    fn strays_are_told_once_a_document() {
        for (text, part) in [
            ("各科室完成任务後报送办公室，責任到人。", "“後”改为“后”，“責”改为“责”"),
            ("为规范管理，現制定本办法。", "“現”改为“现”"),
            ("各镇（鄉）人民政府要落实责任。", "“鄉”改为“乡”"),
            ("财务部門负责资金管理。", "“門”改为“门”"),
            ("群众意见應当在五个工作日内答复。", "“應”改为“应”"),
            ("| 项目 | 备注 |\n| --- | --- |\n| 维修工程 | 待验收後支付 |", "“後”改为“后”"),
        ] {
            let told = strays(text);
            assert!(told.len() == 1 && told[0].contains(part), "{text}: {told:?}");
        }
    }

    #[test]
    fn names_quotations_and_other_scripts_are_left() {
        for text in [
            "乾隆年间修建，著作权归单位所有，皇后镇瞭望台由於先生看护。",
            "任命张國华同志为办公室主任，免去李傑的职务。",
            "店名为“鴻運樓”的餐饮单位已经整改到位。",
            "鴻運樓",
            "查处单位名称：鴻運酒樓，地址：示例路1号。",
            "台湾同胞陳先生办理了居住證，工作人员帮助登记。",
            "碑文写道：大清乾隆年間重修，紳民樂捐。经专家鉴定属实。",
            "据《贛州府志》记载，该桥建于宋代。",
            "本會定於明日開會，請準時出席，並攜帶證件。",
            "见[通知](http://www.example.gov.cn/後續/)，共2个问题。",
            "编码规则写成 `國家` 不影响系统运行。",
            "“後续”应为“后续”，特此更正，并向读者致歉。",
        ] {
            assert_eq!(strays(text), Vec::<String>::new(), "{text}");
        }
    }
}
