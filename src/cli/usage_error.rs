//! A slip on the command line, in the user's tongue.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::command::command;
use crate::vocabulary::Lang;

/// The command line that was meant where an option begins with another dash than `--`, as word processors write it, or help is
/// asked for as a command.
fn respelt(args: &[OsString]) -> Option<String> {
    let args: Option<Vec<&str>> = args.iter().skip(1).map(|it| it.to_str()).collect();
    let args = args?;
    let root = command(Lang::En);
    let commands: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
    let is_help = |it: &&str| matches!(*it, "help" | "帮助" | "?" | "/?");
    let asked = args.iter().position(is_help);
    let first = args.first().copied().unwrap_or_default();
    if let Some(at) = asked {
        let of = args.get(at + 1).filter(|it| commands.contains(*it)).map(|it| format!(" {it}")).unwrap_or_default();
        return Some(format!("gongkai{of} --help"));
    }
    if first == "version" {
        return Some("gongkai --version".to_owned());
    }
    let of_commands = root.get_subcommands().flat_map(clap::Command::get_arguments);
    let longs: Vec<&str> = root.get_arguments().chain(of_commands).filter_map(clap::Arg::get_long).collect();
    let dash = |it: char| matches!(it, '-' | '‐'..='―' | '－' | '−' | '﹣' | '﹘');
    let proper = |arg: &str| {
        let name = arg.trim_start_matches(dash);
        let word = name.split(['=', '＝']).next().unwrap_or_default();
        let is_long = longs.contains(&word.to_ascii_lowercase().as_str());
        (name.len() < arg.len() && is_long && (!arg.starts_with("--") || word != word.to_ascii_lowercase()))
            .then(|| format!("--{}", name.replacen('＝', "=", 1).replacen(word, &word.to_ascii_lowercase(), 1)))
    };
    let mut changed = false;
    let line: Vec<String> = args
        .iter()
        .map(|&arg| {
            let right = proper(arg);
            changed |= right.is_some();
            right.unwrap_or_else(
                || if arg.contains(char::is_whitespace) { format!("\"{arg}\"") } else { arg.to_owned() },
            )
        })
        .collect();
    changed.then(|| format!("gongkai {}", line.join(" ")))
}

/// What is wrong with what was typed, `args`. English is clap's own; Chinese is told by kind.
pub fn words(error: &Error, args: &[OsString], lang: Lang) -> String {
    let unknown = matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument);
    if let Some(right) = unknown.then(|| respelt(args)).flatten() {
        return match lang {
            Lang::Zh => format!("错误：命令写得不对\n是不是想写：{right}\n"),
            Lang::En => format!("error: this is not how it is written\n\ndid you mean: {right}\n"),
        };
    }
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
