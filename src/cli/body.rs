//! Whose project it is: what `init` is told of the body, by flags or by answers, and what it writes for what it was not told.

use anyhow::Result;
use clap::ArgMatches;

use super::{ask, duties, edit::quoted, profile::Profile};
use crate::{
    vocabulary::{AdminLevel, OrganisationKind, Text, Word},
    world::Usage,
};

/// Stands where something is to be filled in (2001 finds it).
pub const OPEN: &str = "（待填写）";

/// Columns before a comment.
const COLUMN: usize = 41;

/// First segments of addresses of the site's own pages: the body's id is one as well.
const OWN: [&str; 21] = [
    "account",
    "api",
    "catalogue",
    "changes",
    "coverage",
    "disclosure",
    "document",
    "exception",
    "facet",
    "index",
    "institution",
    "map",
    "organisation",
    "page",
    "plan",
    "project",
    "register",
    "search",
    "static",
    "theme",
    "year",
];

/// One thing that is asked of the body: the flag it comes by, its hole in the files, its key of the organisation, and what it is.
pub struct Detail {
    pub flag: &'static str,
    pub key: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub example: &'static str,
}

/// What is asked of a body: 条例 art. 4 wants an office and staff in charge, art. 12 the address, hours and numbers in its guide.
pub const DETAILS: [Detail; 10] = [
    Detail { flag: "short", key: "short", zh: "简称", en: "short name", example: "水利局" },
    Detail {
        flag: "leader",
        key: "leader",
        zh: "分管政府信息公开的领导（写职务）",
        en: "post of the leader in charge of disclosure",
        example: "分管副局长",
    },
    Detail {
        flag: "office",
        key: "office",
        zh: "政府信息公开工作机构",
        en: "office in charge of disclosure",
        example: "办公室",
    },
    Detail {
        flag: "staff",
        key: "staff",
        zh: "政府信息公开专职人数",
        en: "staff in charge of disclosure",
        example: "1",
    },
    Detail { flag: "address", key: "address", zh: "办公地址", en: "address", example: "某县某路1号" },
    Detail { flag: "postcode", key: "postcode", zh: "邮政编码", en: "post code", example: "341000" },
    Detail {
        flag: "hours",
        key: "hours",
        zh: "办公时间",
        en: "office hours",
        example: "工作日 8:30—12:00，14:30—17:30",
    },
    Detail { flag: "phone", key: "phone", zh: "办公电话", en: "telephone", example: "0797-8000000" },
    Detail { flag: "fax", key: "fax", zh: "传真号码", en: "fax", example: "0797-8000001" },
    Detail { flag: "email", key: "email", zh: "电子邮箱", en: "e-mail", example: "slj@linxi.gov.cn" },
];

/// A body, as far as it was told; what was not is empty.
pub struct Body {
    pub profile: Profile,
    pub name: String,
    pub id: String,
    pub url: String,
    /// Which duties of a department are its own; nothing where that was not told.
    pub duties: Option<duties::Own>,
    /// In the order of [`DETAILS`].
    pub details: [String; DETAILS.len()],
}

impl Body {
    /// The body that flags tell of.
    ///
    /// # Errors
    ///
    /// [`Usage`] for a value that cannot be.
    pub fn typed(matches: &ArgMatches) -> Result<Self> {
        let text = |flag: &str| ask::text(matches, flag);
        for flag in ["name", "id"] {
            let typed = matches.try_get_one::<String>(flag).ok().flatten();
            if typed.is_some_and(|it| it.trim().is_empty()) {
                return Err(Usage(text! {
                    zh: "--{flag} 不能是空的：写明，或者不写这一项",
                    en: "--{flag} must not be empty: say it, or leave the option out"
                })
                .into());
            }
        }
        let body = Self {
            profile: Profile { kind: kind(text("kind"))?, level: level(text("level"))? },
            name: name(text("name"))?,
            id: text("id").to_owned(),
            url: url(text("url"))?,
            duties: duties::read(text("duties"))?,
            details: details(matches)?,
        };
        body.id(&body.id)?;
        if body.duties.is_some() && !body.has_duties() {
            return Err(Usage(text! {
                zh: "--duties 只用于部门（行政机关、授权组织）：这一类单位的目录里没有要核实的职责",
                en: "--duties is for departments only: this kind of body has no duties to be verified"
            })
            .into());
        }
        Ok(body)
    }

    /// Whether `id` can be that of this body.
    ///
    /// # Errors
    ///
    /// [`Usage`] where it cannot.
    pub fn id(&self, id: &str) -> Result<()> {
        if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') || id.starts_with('-') {
            return Err(Usage(text! { zh: "机构标识“{id}”只能用小写字母、数字和连字符，以字母或数字开头", en: "the id `{id}` may have a-z, 0-9 and hyphens only, and begins with no hyphen" })
            .into());
        }
        if OWN.contains(&id) {
            return Err(Usage(text! { zh: "机构标识“{id}”是网站自己的页面用的地址，换一个，例如“{id}-ju”", en: "the id `{id}` is the address of a page of the site's own; choose another" })
            .into());
        }
        if self.profile.files().iter().any(|(_, text)| text.contains(&format!("[[field]]\nid = \"{id}\"\n"))) {
            return Err(Usage(text! { zh: "机构标识“{id}”与目录里的一级事项同名，换一个，例如“{id}-ju”", en: "the id `{id}` is that of a field; choose another" })
            .into());
        }
        Ok(())
    }

    /// What was not told, each with its flag, in the order asked.
    pub fn untold(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let told = [
            (&self.name, "name", "名称", "name"),
            (&self.id, "id", "标识", "id"),
            (&self.url, "url", "网址", "address of the site"),
        ];
        let details = DETAILS.iter().zip(&self.details).filter(|(it, _)| it.flag != "short");
        let details = details.map(|(it, value)| (value, it.flag, it.zh, it.en));
        told.into_iter().chain(details).filter(|it| it.0.is_empty()).map(|it| (it.1, it.2, it.3)).collect()
    }

    /// The name, or that of nobody.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { self.profile.name() } else { &self.name }
    }

    /// The id, or that of nobody.
    pub fn shown_id(&self) -> &str {
        if self.id.is_empty() { self.profile.id() } else { &self.id }
    }

    /// The files of its new project, in the order they are written.
    pub fn files(&self, today: &str) -> Vec<(&'static str, String)> {
        let texts = self.profile.files().into_iter().map(|(path, text)| {
            let text = match self.duties {
                Some(own) if is_excused(text) => self.fill(&duties::excused(text, own), today),
                Some(own) if path.ends_with("地方公开内容.toml") && self.has_duties() => {
                    self.fill(&duties::items(text, own), today)
                }
                _ => self.fill(text, today),
            };
            (path, text)
        });
        texts.collect()
    }

    /// Whether it is asked for its duties: a department is, for a government has them all.
    pub fn has_duties(&self) -> bool {
        self.profile.files().iter().any(|it| is_excused(it.1))
    }

    /// `text`, a file of the new project, with its holes filled.
    fn fill(&self, text: &str, today: &str) -> String {
        let (name, id) = (self.shown_name(), self.shown_id());
        let known = |hole: &str| -> Option<String> {
            Some(match hole {
                "name" => name.to_owned(),
                "id" => id.to_owned(),
                "today" => today.to_owned(),
                "year" => today.split('-').next().unwrap_or_default().to_owned(),
                "url" => self.url_line(),
                "phones" => list(self.detail("phone")),
                "office" => self.office().to_owned(),
                "disclosure" => self.disclosure(),
                _ => match hole.split_once(':') {
                    Some(("line", flag)) => self.line(DETAILS.iter().find(|it| it.flag == flag)?),
                    Some(("cell", flag)) => cell(self.detail(flag)),
                    _ => return None,
                },
            })
        };
        // One pass: what is filled in is not looked at again.
        let text = self.profile.fill(text);
        let text = text.replace("\"办公室\"", &quoted(self.office()));
        let mut out = String::with_capacity(text.len());
        let mut rest = &*text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            if let Some((value, after)) = after.split_once('}').and_then(|(hole, after)| Some((known(hole)?, after))) {
                out.push_str(&value);
                rest = after;
            } else {
                out.push('{');
                rest = after;
            }
        }
        out + rest
    }

    fn url_line(&self) -> String {
        if self.url.is_empty() {
            let url = format!("url = \"https://www.example.gov.cn/{}/\"", self.shown_id());
            with_comment(&url, "待填写：换成正式网址")
        } else {
            format!("url = {}", quoted(&self.url))
        }
    }

    /// What was told of the detail of `flag`.
    fn detail(&self, flag: &str) -> &str {
        DETAILS.iter().zip(&self.details).find(|it| it.0.flag == flag).map_or("", |it| it.1)
    }

    /// The office that sees to disclosure, and in the new catalogue to every item.
    fn office(&self) -> &str {
        let office = self.detail("office");
        if office.is_empty() { "办公室" } else { office }
    }

    /// The line that says who is in charge of disclosure.
    fn disclosure(&self) -> String {
        let told = ["leader", "office", "staff"].map(|it| self.detail(it));
        if told.iter().all(|it| it.is_empty()) {
            let line = "# disclosure = { leader = \"〔分管领导职务〕\", office = \"办公室\", staff = 1 }";
            return with_comment(line, "谁管政府信息公开：分管领导、工作机构、专职人数；照实改好，删去行首的“# ”");
        }
        let [leader, office, staff] = told;
        let text = |key: &str, value: &str| (!value.is_empty()).then(|| format!("{key} = {}", quoted(value)));
        let staff = (!staff.is_empty()).then(|| format!("staff = {staff}"));
        let parts: Vec<String> =
            [text("leader", leader), text("office", office), staff].into_iter().flatten().collect();
        with_comment(&format!("disclosure = {{ {} }}", parts.join(", ")), "政府信息公开：分管领导、工作机构、专职人数")
    }

    /// The line of the organisation for `detail`; a comment that shows how it is written where it was not told.
    fn line(&self, detail: &Detail) -> String {
        let value = self.detail(detail.flag);
        let Detail { key, zh, example, .. } = detail;
        if value.is_empty() {
            with_comment(&format!("# {key} = {}", quoted(&format!("〔{zh}〕"))), &format!("{zh}，例如 {example}"))
        } else {
            with_comment(&format!("{key} = {}", quoted(value)), zh)
        }
    }
}

/// Whether a file of a new project supposes duties to be those of others.
fn is_excused(text: &str) -> bool {
    text.contains("= \"（待核实）")
}

fn with_comment(line: &str, comment: &str) -> String {
    let width: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    format!("{line}{}# {comment}", " ".repeat(COLUMN.saturating_sub(width).max(1)))
}

/// `value` as the text of a cell.
fn cell(value: &str) -> String {
    if value.is_empty() {
        return OPEN.to_owned();
    }
    let mut out = String::new();
    for c in value.chars() {
        if matches!(c, '|' | '\\' | '`' | '*' | '<' | '[' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A name as it is copied: with quotes and blanks around it.
///
/// # Errors
///
/// [`Usage`] for one that no file could hold.
pub fn name(typed: &str) -> Result<String> {
    let name = typed.trim_matches(|c: char| c.is_whitespace() || "“”‘’\"'「」『』《》".contains(c));
    if name.chars().any(|c| matches!(c, '"' | '\\' | '\u{fffd}') || c.is_control()) {
        return Err(Usage(text! { zh: "机构名称“{name}”中不能有英文引号、反斜杠和换行", en: "a name has no quotes, backslashes or line ends" })
        .into());
    }
    Ok(name.to_owned())
}

/// An address of a site, with the slash it ends with.
///
/// # Errors
///
/// [`Usage`] for what is none.
pub fn url(typed: &str) -> Result<String> {
    let typed = typed.trim();
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let good = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/:%".contains(&b))
    };
    match rest {
        _ if typed.is_empty() => Ok(String::new()),
        Some(rest) if good(rest) => Ok(format!("{}/", typed.trim_end_matches('/'))),
        _ => Err(Usage(text! { zh: "网址“{typed}”要写成 https://www.linxi.gov.cn/shuili/ 这样，以 https:// 或 http:// 开头，只有字母、数字和 - . _ ~ /", en: "the address `{typed}` must begin with https:// or http:// and have letters, digits and - . _ ~ / only" })
        .into()),
    }
}

fn details(matches: &ArgMatches) -> Result<[String; DETAILS.len()]> {
    let mut out = DETAILS.map(|_| String::new());
    for (detail, value) in DETAILS.iter().zip(&mut out) {
        *value = detail.read(ask::text(matches, detail.flag))?;
    }
    Ok(out)
}

fn list(value: &str) -> String {
    if value.is_empty() { "[]".to_owned() } else { format!("[{}]", quoted(value)) }
}

impl Detail {
    /// It as it is typed.
    ///
    /// # Errors
    ///
    /// [`Usage`] for one with characters that nobody sees, and for a number that is none.
    pub fn read(&self, typed: &str) -> Result<String> {
        let value = plain(typed)?;
        if self.flag != "staff" || value.is_empty() {
            return Ok(value);
        }
        let number = value.trim_end_matches(['人', '名']).parse::<u16>();
        number.map(|it| it.to_string()).map_err(|_| {
            Usage(text! { zh: "人数“{value}”要写成数字，例如 1", en: "`{value}` is no number of people" }).into()
        })
    }
}

fn plain(typed: &str) -> Result<String> {
    let value = typed.trim();
    if value.chars().any(|c| c.is_control() || c == '\u{fffd}') {
        return Err(Usage(text! { zh: "“{value}”里有换行或者看不见的字符", en: "`{value}` has line ends or characters that nobody sees" }).into());
    }
    Ok(value.to_owned())
}

/// The kind typed: an administrative organ where nothing is.
///
/// # Errors
///
/// [`Usage`] for what is none.
pub fn kind(typed: &str) -> Result<OrganisationKind> {
    word(typed, "kind", OrganisationKind::Agency, OrganisationKind::ALL)
}

/// The levels that a project can be made for.
pub const LEVELS: [AdminLevel; 3] = [AdminLevel::City, AdminLevel::County, AdminLevel::Township];

/// The level typed: a county's where nothing is.
///
/// # Errors
///
/// [`Usage`] for what is none.
pub fn level(typed: &str) -> Result<AdminLevel> {
    word(typed, "level", AdminLevel::County, &LEVELS)
}

fn word<W: Word + PartialEq>(typed: &str, name: &str, default: W, among: &[W]) -> Result<W> {
    if typed.is_empty() {
        return Ok(default);
    }
    let unknown = || -> Text {
        let zh = among.iter().map(|word| word.label()).collect::<Vec<_>>().join("、");
        let en = among.iter().map(|word| word.key()).collect::<Vec<_>>().join(", ");
        text! { zh: "--{name} 没有“{typed}”；可用：{zh}", en: "there is no {name} `{typed}`: {en}" }
    };
    W::parse(typed).filter(|word| among.contains(word)).ok_or_else(|| Usage(unknown()).into())
}

#[cfg(test)]
mod tests {
    use super::{cell, name, url};

    #[test]
    fn what_is_copied_is_brought_into_form_or_refused() {
        assert_eq!(name("“某县水利局” ").unwrap(), "某县水利局");
        assert!(name("某县\"某局\"").is_err());
        assert_eq!(url(" https://www.linxi.gov.cn/slj ").unwrap(), "https://www.linxi.gov.cn/slj/");
        assert_eq!(url("").unwrap(), "");
        for bad in ["www.linxi.gov.cn", "https://", "https://某县.gov.cn/", "https://a b/", "ftp://a/", "https://a/?b"]
        {
            assert!(url(bad).is_err(), "{bad}");
        }
        assert_eq!(cell("a|b<c"), "a\\|b\\<c");
        assert_eq!(cell(""), "（待填写）");
    }
}
