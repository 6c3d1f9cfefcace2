//! `gongkai host SERVER`: the configuration of a web server for the project's site.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use clap::{
    Arg, ArgAction, ArgMatches, Command, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
    value_parser,
};

use super::{ask, ask::Ask, output, progress::Bar, report_to, say};
use crate::{
    compile::{LoadedTheme, Options, SitePlan},
    driver::{DiskWorld, Session, Timings},
    emit,
    emit::{HostSettings, Server},
    publish::publish_one,
    resolve::Numbering,
    site::{HostRules, host_rules},
    vocabulary::{Lang, Words},
    world::{MemorySite, Usage},
};

/// The command as clap sees it.
pub fn declared(lang: Lang) -> Command {
    let say = |words: Words| words.get(lang);
    let option = |name: &'static str, value: &'static str, help: Words| {
        Arg::new(name).long(name).value_name(value).help(help.get(lang))
    };
    let servers = Server::NAMES.map(PossibleValue::new);
    Command::new("host")
        .about(say(words! {
            zh: "给 Web 服务器用的配置：旧网址转向和撤下（410）、安全响应头、缓存、压缩、跨域、出错页",
            en: "the configuration of a web server: redirects and 410s, security headers, caching, packing, CORS, error pages"
        }))
        .arg(
            Arg::new("server")
                .value_name("nginx|caddy|apache")
                .required(true)
                .value_parser(PossibleValuesParser::new(servers))
                .hide_possible_values(true)
                .help(say(words! { zh: "哪一种服务器", en: "which server" })),
        )
        .arg(output::option(lang))
        .arg(
            option(
                "root",
                "DIR",
                words! {
                    zh: "网站放在服务器的哪个文件夹（默认本机上生成网站的文件夹）",
                    en: "the folder on the server in which the site lies (default: where it is built here)"
                },
            )
            .value_hint(ValueHint::DirPath),
        )
        .arg(option(
            "server-name",
            "NAME",
            words! { zh: "域名（默认取 [site] 的 url）", en: "the name of the host (default: that of url in [site])" },
        ))
        .arg(option(
            "listen",
            "PORT|ADDRESS:PORT",
            words! {
                zh: "监听的端口或者地址加端口（默认 80；Caddy 按网址自动使用 HTTPS）",
                en: "the port, or address and port, to listen to (default: 80; Caddy uses HTTPS by itself where the url does)"
            },
        ))
        .arg(
            option(
                "old-host",
                "NAME",
                words! {
                    zh: "这个旧域名也指向这台服务器，它上面的旧网址一起转；可以写几次",
                    en: "another host that leads to this server, whose old addresses are answered as well; repeatable"
                },
            )
            .action(ArgAction::Append),
        )
        .arg(
            option(
                "out",
                "DIR",
                words! { zh: "网站写到哪里（默认 public）", en: "where the site is written (default: public)" },
            )
            .value_hint(ValueHint::DirPath)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option(
                "theme",
                "DIR",
                words! { zh: "主题文件夹（默认用内置主题）", en: "a theme's folder (default: the built-in theme)" },
            )
            .value_hint(ValueHint::DirPath)
            .value_parser(value_parser!(PathBuf)),
        )
        .after_help(say(words! {
            zh: "例：\n  gongkai host nginx --root /srv/www/cyzsj --output gongkai.conf\n  gongkai host caddy --listen 8080\n  gongkai host apache --server-name www.linxi.gov.cn",
            en: "Examples:\n  gongkai host nginx --root /srv/www/cyzsj --output gongkai.conf\n  gongkai host caddy --listen 8080\n  gongkai host apache --server-name www.linxi.gov.cn"
        }))
}

/// Makes the configuration and writes it.
///
/// # Errors
///
/// [`Usage`] for what no configuration can say; as [`Session::plan`]; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let server = Server::named(ask::text(matches, "server")).expect("clap lets no other through");
    let output = output::typed(matches);
    let world = ask.world()?;
    let target = output.map(|path| {
        let target = report_to::target(path, "output")?;
        report_to::outside(path, &target, "output", world.project())?;
        ours(path, &target)?;
        Ok::<_, anyhow::Error>((path, target))
    });
    let target = target.transpose()?;
    let root = root(matches, &world)?;
    let listen = listen(ask::text(matches, "listen"))?;
    let bar = Bar::new(ask, words! { zh: "正在编制配置", en: "making the configuration" });
    let timings = Timings::start(&bar);
    let options = Options { pages: true, ..ask.options(Numbering::Tell) };
    let made = Session::new(&world, &timings, ask.cached).plan(&options, |plan, theme| {
        let rules = host_rules(&plan.site);
        let typed = ask::text(matches, "server-name");
        let (own, port) = split_port(&rules.host);
        let name = if typed.is_empty() { own } else { typed };
        plain(name, "server-name")?;
        plain(&rules.base, "url")?;
        let own_listen = port.filter(|_| typed.is_empty());
        let old_hosts = old_hosts(matches, &rules)?;
        let policy = policy(plan, theme, &world)?;
        let settings = HostSettings {
            lang: ask.lang(),
            title: &plan.analysis.model.site.title.replace(char::is_control, " "),
            root: &root,
            name,
            listen: listen.or(own_listen),
            policy: policy.as_deref(),
            rules: &rules,
            old_hosts: &old_hosts,
        };
        Ok((emit::host(server, &settings), plan.report().stops()))
    });
    let ((text, stops), analysis) = made?;
    bar.done();
    match &target {
        Some((path, target)) => output::write(ask, path, target, text.as_bytes())?,
        None => say::out(&text)?,
    }
    if stops && !ask.quiet {
        let told = text! {
            zh: "目录里还有不改正就不能发布的问题（gongkai check --stop-only），配置按现在能读出的内容编制，改正以后请重新生成",
            en: "there are findings that keep the site from being published (`gongkai check --stop-only`): make the configuration again when they are mended"
        };
        say::err(told.get(ask.lang()));
    }
    ask.timings(&timings)?;
    std::mem::forget(analysis);
    Ok(0)
}

/// Refuses to replace what this command did not make: at `target`, typed as `path`, may lie the server's own configuration.
fn ours(path: &Path, target: &Path) -> Result<()> {
    let Ok(there) = fs::read(target) else { return Ok(()) };
    let first = there.split(|it| *it == b'\n').next().unwrap_or_default();
    if there.is_empty() || String::from_utf8_lossy(first).contains("gongkai host") {
        return Ok(());
    }
    let shown = path.display();
    Err(Usage(text! {
        zh: "{shown} 已经有了，不是 gongkai host 生成的，没有改写：换一个文件名，或者先把它改名、移走",
        en: "{shown} is there already, `gongkai host` did not make it, and it was not touched: name another file, or move that one first"
    })
    .into())
}

/// The hosts typed as `--old-host`, each once.
fn old_hosts(matches: &ArgMatches, rules: &HostRules) -> Result<Vec<String>> {
    let mut hosts: Vec<String> = Vec::new();
    for typed in matches.get_many::<String>("old-host").into_iter().flatten() {
        let host = typed.to_ascii_lowercase();
        plain(&host, "old-host")?;
        if !rules.elsewhere.contains_key(&host) {
            let there: Vec<&str> = rules.elsewhere.keys().map(String::as_str).collect();
            let (zh, en) = (there.join("、"), there.join(", "));
            return Err(Usage(text! {
                zh: "--old-host：目录里没有 {typed} 上的旧网址；有旧网址的别的域名：{zh}",
                en: "--old-host: there are no old addresses of {typed}; other hosts that have any: {en}"
            })
            .into());
        }
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    Ok(hosts)
}

/// The folder of the site on the host: as typed, else where it is built here.
fn root(matches: &ArgMatches, world: &DiskWorld) -> Result<String> {
    let project = world.project();
    let typed = ask::text(matches, "root");
    let root = if typed.is_empty() { project.out.clone() } else { project.here.join(typed) };
    let root = root.to_string_lossy().into_owned();
    plain(&root, "root")?;
    let bare = root.trim_end_matches('/');
    if bare.is_empty() {
        return Err(Usage(text! {
            zh: "--root 不能是整个磁盘（/）：写网站所在的文件夹",
            en: "--root cannot be the whole disk (/): name the folder of the site"
        })
        .into());
    }
    Ok(bare.to_owned())
}

/// Refuses `text`, of the option or key `name`, where a configuration would take a part of it for something else.
fn plain(text: &str, name: &str) -> Result<()> {
    let bad = |it: char| it.is_control() || "\"'`$\\{}<>;#".contains(it);
    let Some(it) = text
        .chars()
        .find(|it| bad(*it) || matches!(name, "server-name" | "old-host") && (it.is_whitespace() || *it == '/'))
    else {
        return Ok(());
    };
    let it = it.escape_debug();
    Err(Usage(text! {
        zh: "{name}：“{text}”里有“{it}”，服务器的配置里不能这样写",
        en: "{name}: `{text}` holds `{it}`, which no configuration can say"
    })
    .into())
}

/// A host and its port.
fn split_port(host: &str) -> (&str, Option<&str>) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|it| it.is_ascii_digit()) => (name, Some(port)),
        _ => (host, None),
    }
}

/// What is typed as `--listen`: a port, or an address with one.
fn listen(typed: &str) -> Result<Option<&str>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let port = typed.rsplit(':').next().unwrap_or(typed);
    let address = typed.strip_suffix(port).unwrap_or_default();
    let is_port = port.parse::<u16>().is_ok_and(|it| it > 0) && port.bytes().all(|it| it.is_ascii_digit());
    let fits = |it: char| it.is_ascii_alphanumeric() || ".:*[]-".contains(it);
    if is_port && address.chars().all(fits) && address != ":" {
        return Ok(Some(typed));
    }
    Err(Usage(text! {
        zh: "--listen：“{typed}”不是端口，写成 8080 或者 127.0.0.1:8080 这样",
        en: "--listen: `{typed}` is no port: write 8080 or 127.0.0.1:8080"
    })
    .into())
}

/// The content security policy that the home page carries: whatever theme makes it.
fn policy(plan: &SitePlan<'_>, theme: &LoadedTheme, world: &DiskWorld) -> Result<Option<String>> {
    let Some(theme) = &theme.theme else { return Ok(None) };
    let site = MemorySite::default();
    publish_one(plan, theme, world, &site, "/index.html")?;
    let page = site.file("/index.html").unwrap_or_default();
    let page = String::from_utf8_lossy(&page);
    let Some((_, after)) = page.split_once("http-equiv=\"Content-Security-Policy\"") else { return Ok(None) };
    let policy =
        after.split('>').next().and_then(|it| it.split_once("content=\"")).and_then(|it| it.1.split('"').next());
    let policy = policy.map(|it| it.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&"));
    Ok(policy.filter(|it| !it.contains(|it: char| it.is_control() || "\"$\\{}".contains(it))))
}
