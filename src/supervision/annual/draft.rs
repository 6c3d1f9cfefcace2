//! The report as an entry: front matter with its figures, then its parts. It is a draft until its holes are filled.

use super::{
    annual::{body, foreign, parts, title},
    outline::outline,
    sheet::HOLE,
};
use crate::supervision::{Dossier, ordinal};

/// The entry of the report on `year`, to be saved in `content/`.
pub fn draft(of: &Dossier<'_>, year: i32) -> String {
    let model = of.model;
    let body = body(of);
    let mut items = model.items().map(|it| it.1).filter(|it| it.is_annual_report());
    let item = items.find(|it| body.is_none() || it.organisation.or(model.site.organisation) == body);
    let outline = outline(item, year);
    let item = item.map_or(HOLE, |it| &*it.id);
    let next = year + 1;
    let mut out = format!(
        "+++\ntitle = {}\nitem = {}\nkind = \"report\"\nyear = {year}\nperiod = \"{year}\"\n\
         summary = {}\n\
         # 草稿，不发布；填好“{HOLE}”、审查以后删去这一行，并把下面带 # 的两行和 [review] 照实改好\n\
         draft = true\n\
         # made = {next}-01-01\n\
         # published = {next}-01-01\n\
         # [review]\n\
         # secrecy = {{ by = \"{HOLE}\", on = {next}-01-01 }}\n",
        quoted(&title(of, year)),
        quoted(item),
        quoted(&format!("报告{year}年政府信息公开工作情况。")),
    );
    if outline.wants_number {
        out.push_str(&format!("# number = \"{HOLE}\"\n"));
    }
    if let Some(told) = foreign(of, year) {
        out.push_str(&format!("# {told}\n"));
    }
    let parts = parts(of, year);
    for sheet in parts.iter().flat_map(|it| &it.sheets) {
        out.push_str(&sheet.figures());
    }
    out.push_str("+++\n");
    let law = match year {
        ..2019 => "根据《中华人民共和国政府信息公开条例》第三十一条、第三十二条编制",
        _ => "根据《中华人民共和国政府信息公开条例》第四十九条、第五十条编制",
    };
    out.push_str(&format!("\n本报告{law}，数据统计期限为{year}年1月1日至12月31日。\n"));
    let ahead = outline.ahead.len();
    for (name, nth) in outline.ahead.iter().zip(1..) {
        out.push_str(&format!("\n## {}、{name}\n\n{HOLE}\n", ordinal(nth)));
    }
    for (part, (heading, nth)) in parts.iter().zip(outline.parts.iter().zip(ahead + 1..)) {
        out.push_str(&format!("\n## {}、{}\n", ordinal(nth), heading.title));
        for text in &part.texts {
            out.push_str(&format!("\n{text}\n"));
        }
        if !part.sheets.is_empty() {
            out.push_str("\n数字见“报表数字”。\n");
        }
        for name in &heading.within {
            out.push_str(&format!("\n### {name}\n\n{HOLE}\n"));
        }
    }
    out
}

/// `text` as a value of TOML.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
