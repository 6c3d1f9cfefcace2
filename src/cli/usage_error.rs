//! A slip on the command line, in the user's tongue.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::vocabulary::Lang;

/// What is wrong with what was typed. English is clap's own; Chinese is told by kind.
pub fn words(error: &Error, lang: Lang) -> String {
    if lang == Lang::En {
        return error.render().to_string();
    }
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let arg = get(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", get(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("不认识“{arg}”"),
        ErrorKind::MissingRequiredArgument => format!("还缺少：{arg}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, valid) = (get(ContextKind::InvalidValue), get(ContextKind::ValidValue));
            let valid = if valid.is_empty() { String::new() } else { format!("；可用：{valid}") };
            if value.is_empty() {
                format!("“{arg}”要有一个值{valid}")
            } else {
                format!("“{value}”不能用作 {arg}{valid}")
            }
        }
        ErrorKind::ArgumentConflict => format!("“{arg}”不能与“{}”同用", get(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("“{arg}”的值个数不对")
        }
        ErrorKind::MissingSubcommand => "还缺少一个命令".to_owned(),
        _ => format!("命令写得不对（{arg}）"),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(get)
        .find(|it| !it.is_empty())
        .map(|it| format!("\n是不是想写“{it}”？"))
        .unwrap_or_default();
    format!("错误：{what}{near}\n用 --help 查看写法\n")
}
