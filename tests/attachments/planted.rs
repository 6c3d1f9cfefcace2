//! What is planted in a file is told where it stands, and the same file without it is not accused.

use super::{
    excel::EXCEL,
    made::Made,
    ofd::OFD,
    picture::PICTURES,
    told::{IDENTITY, MARK, PHONE, told},
    word::WORD,
};

fn all() -> impl Iterator<Item = &'static Made> {
    [WORD, EXCEL, OFD, PICTURES].into_iter().flatten()
}

#[test]
fn what_is_planted_is_told_where_it_stands() {
    let mut faults = Vec::new();
    for (place, name, make, _) in all() {
        for (token, code) in [(IDENTITY, "GK0801"), (PHONE, "GK0802"), (MARK, "GK0702")] {
            let told = told(name, make(token));
            let at: Vec<_> = told.iter().filter(|it| it.0 == code).collect();
            if at.len() != 1 || !at[0].1.contains(place) {
                faults.push(format!("{name} {token}: {told:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_same_without_it_is_not_accused() {
    let mut faults = Vec::new();
    for (_, name, make, but) in all() {
        for text in
            ["防汛物资", "投诉电话0797-8000000", "保守国家秘密、机密文件管理办法", "2018年6月20日至2019年12月31日"]
        {
            let told = told(name, make(text));
            if told.iter().any(|it| !but.contains(&it.0)) || told.len() > but.len() {
                faults.push(format!("{name} {text}: {told:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
