//! What looks like a person's name, whether it is masked, and what looks like the name of a body.

/// Surnames that more than nine in ten Chinese bear, and the common double ones.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟\
                        姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文\
                        牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛\
                        曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜\
                        冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

const DOUBLE: [&str; 10] = ["欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐"];

/// Words of offices that begin with a surname's character.
const NO_NAMES: [&str; 62] = [
    "单位",
    "金额",
    "时间",
    "方式",
    "项目",
    "余额",
    "任务",
    "成交",
    "计划",
    "安排",
    "全部",
    "高度",
    "温度",
    "程度",
    "方案",
    "方法",
    "成果",
    "成本",
    "明细",
    "明确",
    "文件",
    "文号",
    "文化",
    "安全",
    "应急",
    "应付",
    "应收",
    "和谐",
    "项次",
    "项数",
    "任职",
    "任期",
    "管理",
    "管委会",
    "常住",
    "常务",
    "华侨",
    "车辆",
    "车牌",
    "连续",
    "全额",
    "全区",
    "全市",
    "单价",
    "包干",
    "路线",
    "时限",
    "时段",
    "党员",
    "党费",
    "解除",
    "解释",
    "简介",
    "简历",
    "边界",
    "农户",
    "农业",
    "农民",
    "房屋",
    "房号",
    "古建",
    "商业",
];

/// Whether `text` is a person's whole name: two to four characters, a surname first, no word of offices.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim();
    if text.contains('·') && text.chars().count() <= 20 {
        return text.split('·').all(|part| !part.is_empty() && part.chars().all(is_han));
    }
    let count = text.chars().count();
    let double = DOUBLE.iter().any(|name| text.starts_with(name));
    (2..=4).contains(&count)
        && text.chars().all(is_han)
        && (double || (count <= 3 && text.chars().next().is_some_and(|first| SURNAMES.contains(first))))
        && !NO_NAMES.iter().any(|word| text.starts_with(word))
        && !is_body(text)
}

/// Whether a name is masked: `张*`, `李某`, `王××`, `赵○`.
pub(super) fn is_masked(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '*' | '＊' | '×' | '○' | '〇' | '●' | '█' | '■' | '□' | 'X' | 'x' | 'Ｘ' | '某' | '_' | '✕')
    })
}

/// Words in which the names of bodies end or that they contain.
const BODIES: [&str; 40] = [
    "公司",
    "中心",
    "政府",
    "委员会",
    "管委会",
    "局",
    "厅",
    "部",
    "处",
    "科",
    "室",
    "站",
    "所",
    "院",
    "学校",
    "小学",
    "中学",
    "大学",
    "幼儿园",
    "医院",
    "银行",
    "支行",
    "分行",
    "信用社",
    "合作社",
    "协会",
    "学会",
    "基金会",
    "财政",
    "国库",
    "专户",
    "工会",
    "法院",
    "检察院",
    "村委会",
    "居委会",
    "经营部",
    "商行",
    "店",
    "厂",
];

/// Whether `text` names a body, not a person.
pub(super) fn is_body(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['）', ')']);
    BODIES.iter().any(|word| text.ends_with(word) || (word.len() > 3 && text.contains(word)))
}

/// Han characters, the rare ones of names included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// The runs of Han characters (and middle dots) of `text`: words as far as they stand apart.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_han(c) && c != '·').filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        for name in ["张三", "李四光", "欧阳修", "司马相如", "买买提·艾力", "王𠮷"] {
            assert!(is_name(name), "{name}");
        }
        for word in
            ["单位", "金额", "余额", "项目名称", "张", "办公室", "王某某局", "第一条", "财政局", "", "2018", "安全生产"]
        {
            assert!(!is_name(word), "{word}");
        }
    }

    #[test]
    fn masks_and_bodies_are_seen() {
        assert!(is_masked("张*") && is_masked("李某某") && !is_masked("张三"));
        assert!(
            is_body("示例区财政局")
                && is_body("某某建材有限公司")
                && is_body("财政专户（集中支付）")
                && !is_body("张三")
        );
    }
}
