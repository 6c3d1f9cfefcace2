//! Words that are names, and parts of longer words that may be.

use crate::scan::person::{is_body, is_han, is_masked, is_name};

/// Words that begin with a surname's character and are no names; notices are full of them.
const COMMON: &str = "高效 方便 文明 时任 曾任 曾用名 任何 包括 方向 常用 时期 平台 党校 党委 党组 党内 党纪 党政 白班 \
     满意 满分 满额 成绩 成立 成员 成年 成熟 成人 文书 文字 文学 文凭 文体 文物 任用 任教 任免 任前 \
     任意 方可 安置 安装 安保 安徽 江西 江苏 云南 海南 湖南 管辖 管护 管控 应届 应聘 应当 应为 应用 \
     应试 时候 时事 时政 常识 常规 常态 单项 单独 单亲 单身 项下 连同 全体 全程 全日制 全国 全省 全县 \
     和谐 施工 施行 车间 段落 凌晨 计算机 计分 金融 汤圆 段位 于是 申请 申报 申诉 申领 申明 章程 章节 \
     明显 明年 明细 明知 解决 解聘 路面 路段 关于 关系 关注 关爱 关联 关闭 向上 万元 万人 马上 严格 \
     严重 严肃 严禁 游客 司法 司机 司龄 符合 顾问 顾客 康复 查询 查看 查处 查实 查明 查验 迟到 席位 \
     景区 费用 尤其 荣誉 荣获 甄别 仲裁 巩固 师范 师傅 师资 边境 左右 季度 毕业 易地 齐全 洪水 武装 \
     夏季 石油 陆续 陆军 范围 程序 杜绝 田间 曾经 许可 谢绝 谢谢 郑重 罗列 林业 林地 何时 何种 何地 \
     周末 周边 周期 周年 黄金 陈述 张贴 张榜 安家 安居 党建 党籍 党龄 车祸 车费 房产 房屋 房租 商店 \
     商品 商贸 商标 农场 农民工 农药 包含 包装 简要 简称 简化 古城 华人 连带 段次 单选 单科 全员 全年 \
     全文 全家 全职 常住 常委 时长 时效 成交 成效 成都 项目 计生 计时 高校 高级 高考 高龄 高层 高温 \
     高职 金牌 金额 温度 文秘 文员 文职 文中 文教 方面 方针 方圆 任课 任务 管道 管网 和解 农家 祝贺 \
     祝愿 贺信 龙头 雷电 钱款 牛羊 白天 水利 尚未 尚需 尚在 应试者 应扣 于此 于下 干事 麻烦 鲁莽 强制 \
     颜色 伍佰 柳州 贵州 莫名 史料 江南 江北 盛大 游戏 经济 冷静 边远 边防 边缘 池塘 明天 明文 向前 \
     向后 向社会 向示例 单据 单证 左侧 右侧 全部 常见 常驻 安抚 安葬 万分 金色 高于 低于 石头 米粉 \
     谷物 余下 余款 余数 房补 房贷";

/// Such words that begin some names as well.
const COMMON_ALONE: &str = "周一 周二 周三 周四 周五 周六 周日 许多 高中 文科 金秋 温泉 黄河 长江 江河 常年 明明 安宁 方正 \
     向阳 时代 温馨 安静 宁静 阳光 童年 和平 安心 时刻 明亮 文静";

/// In what places, peoples, posts and papers end.
const ENDINGS: [&str; 36] = [
    "族", "县", "市", "区", "镇", "乡", "村", "街", "路", "省", "组", "岗", "屯", "庄", "寨", "社", "社区", "员", "师",
    "长", "证", "表", "书", "号", "费", "款", "期", "类", "型", "级", "度", "率", "额", "位", "权", "法",
];

/// Whether `text` is surely the whole name of a person.
pub(super) fn is_person(text: &str) -> bool {
    is_name(text)
        && !is_masked(text)
        && !COMMON.split(' ').any(|word| text.starts_with(word))
        && !COMMON_ALONE.split(' ').any(|word| word == text)
        && (text.contains('·') || text.chars().count() < 3 || !ENDINGS.iter().any(|it| text.ends_with(it)))
        && !(text.chars().count() == 2
            && ["族", "县", "市", "区", "镇", "乡", "村", "街", "路", "省", "庄", "号"]
                .iter()
                .any(|it| text.ends_with(it)))
}

/// Whether `text` is, or begins with, a word that looks like a name and is none.
pub(in crate::scan) fn is_common(text: &str) -> bool {
    COMMON.split(' ').any(|word| text.starts_with(word)) || COMMON_ALONE.split(' ').any(|word| word == text)
}

/// Whether `text` may be a name where a name is expected.
pub(super) fn is_perhaps(text: &str) -> bool {
    let count = text.chars().count();
    let han = text.chars().all(|char| is_han(char) || char == '·')
        && (2..=if text.contains('·') { 24 } else { 5 }).contains(&count);
    let latin = count > 3
        && count <= 60
        && text.chars().all(|char| char.is_ascii_alphabetic() || matches!(char, ' ' | '.' | '-' | '\''));
    (han || latin)
        && !is_body(text)
        && !is_masked(text)
        && !is_no_answer(text)
        && !COMMON.split(' ').any(|word| word == text)
        && !COMMON_ALONE.split(' ').any(|word| word == text)
}

/// Words that stand where a name was asked for and none is given.
fn is_no_answer(text: &str) -> bool {
    const NONE: [&str; 22] = [
        "见附件",
        "附后",
        "详见",
        "如下",
        "下列",
        "以下",
        "无",
        "不详",
        "略",
        "空缺",
        "待定",
        "同上",
        "暂无",
        "本人",
        "身份证",
        "名单",
        "人员",
        "见下表",
        "另附",
        "男",
        "女",
        "电话",
    ];
    const MANY: [&str; 20] = [
        "全体", "各", "有关", "村民", "居民", "市民", "公民", "职工", "群众", "企业", "单位", "学生", "教师", "干部",
        "党员", "社会", "家庭", "农户", "以上", "符合",
    ];
    MANY.iter().any(|it| text.contains(it))
        || NONE.iter().any(|it| text.starts_with(it))
        || text.ends_with("名单")
        || text.ends_with("表")
}

/// `text` without the words that announce what follows.
pub(super) fn unannounced(text: &str) -> &str {
    const WORDS: [&str; 26] = [
        "公示",
        "公布",
        "通报",
        "现公示",
        "经研究",
        "现将",
        "兹将",
        "拟将",
        "决定",
        "同意",
        "其中",
        "包括",
        "以及",
        "我局",
        "本局",
        "我县",
        "本县",
        "我市",
        "本市",
        "我区",
        "本区",
        "我校",
        "本校",
        "现有",
        "分别是",
        "拟",
    ];
    let mut rest = text.trim();
    while let Some(after) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after;
    }
    rest
}

/// What at the end of `run` may be a name: every ending that is one. The whole where it is no longer than a name.
pub(super) fn tails(run: &str) -> Vec<String> {
    let run = run.trim();
    if run.contains('·') {
        return run
            .split(|char: char| !is_han(char) && char != '·')
            .filter(|it| is_name(it))
            .map(str::to_owned)
            .collect();
    }
    let starts: Vec<usize> = run.char_indices().map(|it| it.0).collect();
    let tail = |length: usize| starts.len().checked_sub(length).map(|at| &run[starts[at]..]);
    [2, 3, 4].into_iter().filter_map(tail).filter(|it| is_person(it)).map(str::to_owned).collect()
}

/// What at the start of `text` may be a name.
pub(super) fn candidates(text: &str) -> impl Iterator<Item = &str> {
    [2, 3, 4].into_iter().filter_map(move |length| {
        let end = text.char_indices().nth(length).map_or(text.len(), |it| it.0);
        let name = &text[..end];
        (name.chars().count() == length && is_person(name)).then_some(name)
    })
}
