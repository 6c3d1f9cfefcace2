//! Projects, accounts, websites, old addresses, calendar years, registers, wordings.

use crate::{
    day::Day,
    diagnostic::Level,
    record::{
        Abbreviated, AccountRef, EntryRef, Id, Key, List, Many, OrganisationRef, Schema, Short, Table, TableKind, Text,
    },
    vocabulary::{CellType, Platform, ProjectClass, Stage},
};

/// A class of information that another body publishes.
pub enum ClassElsewhere {}

impl ClassElsewhere {
    pub const CLASS: Key<Self, ProjectClass> = Key::new(1, "class");
    pub const URL: Key<Self, Text> = Key::new(2, "url");
    pub const BY: Key<Self, Text> = Key::new(3, "by");
}

impl TableKind for ClassElsewhere {
    const SCHEMA: &'static Schema = &Schema::new(
        "project.classes",
        "由其他机关公开的一类信息",
        "a class of information that another body publishes",
        &[
            Self::CLASS.must("项目信息类别", "the class"),
            Self::URL.may("网址", "where"),
            Self::BY.may("由哪个机关公开", "by whom"),
        ],
    );
}

/// `[[project]]`.
pub enum Project {}

impl Project {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const CODE: Key<Self, Text> = Key::new(3, "code");
    pub const STAGE: Key<Self, Stage> = Key::new(4, "stage");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(5, "organisation");
    pub const CLASSES: Key<Self, Many<Table<ClassElsewhere>>> = Key::new(6, "classes");
}

impl TableKind for Project {
    const SCHEMA: &'static Schema = &Schema::new(
        "project",
        "重大建设项目",
        "a major project",
        &[
            Self::ID.must("代号，永远不变", "permanent id"),
            Self::TITLE.must("项目名称", "title"),
            Self::CODE.may("项目代码", "national project code"),
            Self::STAGE.may("进展到哪个阶段", "how far it is"),
            Self::ORGANISATION.may("责任机构", "who answers for it"),
            Self::CLASSES.may("由其他机关公开的类别", "classes that others publish"),
        ],
    );
}

/// Followers of an account on a day.
pub enum Followers {}

impl Followers {
    pub const ON: Key<Self, Day> = Key::new(1, "on");
    pub const VALUE: Key<Self, i64> = Key::new(2, "value");
}

impl TableKind for Followers {
    const SCHEMA: &'static Schema = &Schema::new(
        "account.followers",
        "某一天的关注数",
        "followers on a day",
        &[Self::ON.must("日期", "on which day"), Self::VALUE.must("关注数", "how many")],
    );
}

/// `[[account]]`.
pub enum Account {}

impl Account {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const PLATFORM: Key<Self, Platform> = Key::new(2, "platform");
    pub const NAME: Key<Self, Text> = Key::new(3, "name");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(4, "organisation");
    pub const OWNER: Key<Self, Text> = Key::new(5, "owner");
    pub const MANAGER: Key<Self, Text> = Key::new(6, "manager");
    pub const REVIEWER: Key<Self, Text> = Key::new(7, "reviewer");
    pub const FILING: Key<Self, Text> = Key::new(8, "filing");
    pub const URL: Key<Self, Text> = Key::new(9, "url");
    pub const OPENED: Key<Self, Day> = Key::new(10, "opened");
    pub const FOLLOWERS: Key<Self, List<Table<Followers>>> = Key::new(11, "followers");
    pub const CLOSED: Key<Self, Day> = Key::new(12, "closed");
    pub const INTO: Key<Self, AccountRef> = Key::new(13, "into");
}

impl TableKind for Account {
    const SCHEMA: &'static Schema = &Schema::new(
        "account",
        "政务新媒体账号",
        "an account",
        &[
            Self::ID.must("代号，永远不变", "permanent id"),
            Self::PLATFORM.may("平台", "platform"),
            Self::NAME.must("账号名称", "name on the platform"),
            Self::ORGANISATION.may("开设机构", "whose account"),
            Self::OWNER.may("主办单位", "who owns it"),
            Self::MANAGER.may("管理人", "who manages it").internal(),
            Self::REVIEWER.may("审核人", "who reviews").internal(),
            Self::FILING.may("备案号", "filing number").internal(),
            Self::URL.may("网址", "address"),
            Self::OPENED.may("开设日期", "when it was opened"),
            Self::FOLLOWERS.may("关注数", "followers by day"),
            Self::CLOSED.may("关停日期", "when it was closed"),
            Self::INTO.may("并入哪个账号", "the account it was merged into"),
        ],
    );
}

/// `[[website]]`.
pub enum Website {}

impl Website {
    pub const DOMAIN: Key<Self, Text> = Key::new(1, "domain");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(3, "organisation");
    pub const STATE: Key<Self, Text> = Key::new(4, "state");
    pub const SITE_ID: Key<Self, Text> = Key::new(5, "site_id");
    pub const FILING: Key<Self, Text> = Key::new(6, "filing");
    pub const CLOSED: Key<Self, Day> = Key::new(7, "closed");
    pub const NOTICE: Key<Self, Text> = Key::new(8, "notice");
}

impl TableKind for Website {
    const SCHEMA: &'static Schema = &Schema::new(
        "website",
        "开办的网站",
        "a website of the body",
        &[
            Self::DOMAIN.must("域名", "domain name"),
            Self::TITLE.may("网站名称", "title"),
            Self::ORGANISATION.may("主办机构", "who runs it"),
            Self::STATE
                .may("状态：正常运行、例行维护、关停整改、永久下线", "running, maintained, closed for repair, gone"),
            Self::SITE_ID.may("网站标识码", "site identification code"),
            Self::FILING.may("备案号", "filing number"),
            Self::CLOSED.may("关停日期", "when it was closed"),
            Self::NOTICE.may("关停公告的地址", "where the closing was announced"),
        ],
    );
}

/// `[[redirect]]`.
pub enum Redirect {}

impl Redirect {
    pub const FROM: Key<Self, Text> = Key::new(1, "from");
    pub const TO: Key<Self, EntryRef> = Key::new(2, "to");
}

impl TableKind for Redirect {
    const SCHEMA: &'static Schema = &Schema::new(
        "redirect",
        "旧网址转向",
        "an old address that leads to an entry",
        &[
            Self::FROM.must("旧网址，以 / 开头", "the old address, beginning with /"),
            Self::TO.must("转到哪条信息", "the entry"),
        ],
    );
}

/// `[[gone]]`.
pub enum Gone {}

impl Gone {
    pub const ADDRESS: Key<Self, Text> = Key::new(1, "address");
    pub const REASON: Key<Self, Text> = Key::new(2, "reason");
    pub const ON: Key<Self, Day> = Key::new(3, "on");
}

impl TableKind for Gone {
    const SCHEMA: &'static Schema = &Schema::new(
        "gone",
        "已撤下的网址",
        "an address taken down",
        &[
            Self::ADDRESS.must("网址，以 / 开头", "the address, beginning with /"),
            Self::REASON.may("原因", "why"),
            Self::ON.may("撤下日期", "since when"),
        ],
    );
}

/// `[[law]]`.
pub enum Law {}

impl Law {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const NUMBER: Key<Self, Many<Text>> = Key::new(2, "number");
    pub const ISSUER: Key<Self, Text> = Key::new(3, "issuer");
    pub const FROM: Key<Self, Day> = Key::new(4, "from");
    pub const UNTIL: Key<Self, Day> = Key::new(5, "until");
    pub const REPLACED_BY: Key<Self, Text> = Key::new(6, "replaced_by");
    pub const SOURCE: Key<Self, Text> = Key::new(7, "source");
}

impl TableKind for Law {
    const SCHEMA: &'static Schema = &Schema::new(
        "law",
        "公开依据中引用的地方性法规、规章、规范性文件",
        "a local text that bases cite",
        &[
            Self::TITLE.must("文件全称", "its full title").internal(),
            Self::NUMBER
                .may(
                    "文号；修正过几次的可以写几个",
                    "its number, or several where it was amended by orders of their own",
                )
                .internal(),
            Self::ISSUER.may("制定机关", "who issued it").internal(),
            Self::FROM.may("施行日期", "first day in force").internal(),
            Self::UNTIL.may("有效的最后一天；还有效就不写", "last day in force; left out while it still is").internal(),
            Self::REPLACED_BY.may("被哪个文件代替", "the text that replaced it").internal(),
            Self::SOURCE.may("在哪里查得到", "where it can be read").internal(),
        ],
    );
}

/// `[[year]]`.
pub enum Year {}

impl Year {
    pub const YEAR: Key<Self, i64> = Key::new(1, "year");
    pub const OFF: Key<Self, Many<Text>> = Key::new(2, "off");
    pub const WORK: Key<Self, Many<Text>> = Key::new(3, "work");
    pub const BASIS: Key<Self, Text> = Key::new(4, "basis");
}

impl TableKind for Year {
    const SCHEMA: &'static Schema = &Schema::new(
        "year",
        "一年的放假和调休安排",
        "holidays and working weekends of a year",
        &[
            Self::YEAR.must("年份", "the year"),
            Self::OFF.may("放假的日期，例如 \"01-01\"", "days off, e.g. \"01-01\""),
            Self::WORK.may("调休上班的日期", "weekend days that are worked"),
            Self::BASIS.may("依据的通知", "the notice it stands on"),
        ],
    );
}

/// A column of a register.
pub enum RegisterColumn {}

impl RegisterColumn {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const TYPE: Key<Self, CellType> = Key::new(2, "type");
    pub const REQUIRED: Key<Self, bool> = Key::new(3, "required");
    pub const UNIQUE: Key<Self, bool> = Key::new(4, "unique");
    pub const VALUES: Key<Self, Many<Text>> = Key::new(5, "values");
}

impl TableKind for RegisterColumn {
    const SCHEMA: &'static Schema = &Schema::new(
        "register.columns",
        "清单的一列",
        "a column of a register",
        &[
            Self::NAME.must("列名", "its name"),
            Self::TYPE.may("填什么；不写则为文本", "what a cell holds; text without it"),
            Self::REQUIRED.may("是否必填", "whether a cell must be filled"),
            Self::UNIQUE.may("是否不得重复", "whether no two rows may be equal"),
            Self::VALUES.may("可以填的词（单选、多选）", "the words to choose from"),
        ],
    );
}

impl Abbreviated for RegisterColumn {
    const SHORT: &'static str = Self::NAME.name;
}

/// `[[register]]`.
pub enum Register {}

impl Register {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const COLUMNS: Key<Self, List<Short<RegisterColumn>>> = Key::new(3, "columns");
    pub const PUBLIC: Key<Self, bool> = Key::new(4, "public");
}

impl TableKind for Register {
    const SCHEMA: &'static Schema = &Schema::new(
        "register",
        "清单（逐列规定填什么）",
        "a typed table",
        &[
            Self::ID.must("代号，永远不变", "permanent id"),
            Self::TITLE.must("清单名称", "title"),
            Self::COLUMNS.must("各列", "columns"),
            Self::PUBLIC.may("是否公开", "whether it is public"),
        ],
    );
}

/// `[[word]]`.
pub enum Word {}

impl Word {
    pub const WRONG: Key<Self, Text> = Key::new(1, "wrong");
    pub const RIGHT: Key<Self, Text> = Key::new(2, "right");
    pub const LEVEL: Key<Self, Level> = Key::new(3, "level");
    pub const UNRELATED: Key<Self, bool> = Key::new(4, "unrelated");
}

impl TableKind for Word {
    const SCHEMA: &'static Schema = &Schema::new(
        "word",
        "规范用语",
        "a wording to be put right",
        &[
            Self::WRONG.must("错误写法", "wrong").internal(),
            Self::RIGHT
                .must("规范写法；unrelated = true 的不用写", "right; not asked where `unrelated = true`")
                .internal(),
            Self::LEVEL.may("级别", "level").internal(),
            Self::UNRELATED
                .may("新媒体发布有这个词的，可能与职能无关", "whether a post that has it may be unrelated")
                .internal(),
        ],
    );
}

/// `[[synonym]]`.
pub enum Synonym {}

impl Synonym {
    pub const WORD: Key<Self, Text> = Key::new(1, "word");
    pub const OFFICIAL: Key<Self, Many<Text>> = Key::new(2, "official");
}

impl TableKind for Synonym {
    const SCHEMA: &'static Schema = &Schema::new(
        "synonym",
        "群众常用的说法",
        "a word that citizens use",
        &[Self::WORD.must("群众的说法", "the citizens' word"), Self::OFFICIAL.must("公文里的说法", "official words")],
    );
}
