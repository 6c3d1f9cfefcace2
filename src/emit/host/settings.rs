//! What a configuration is made of.

use crate::{
    site::{HostRules, OldHost},
    vocabulary::Lang,
};

/// A web server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    Nginx,
    Caddy,
    Apache,
}

impl Server {
    pub const NAMES: [&'static str; 3] = ["nginx", "caddy", "apache"];

    /// The one called `name`.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Nginx, Self::Caddy, Self::Apache];
        all.into_iter().zip(Self::NAMES).find(|it| it.1 == name).map(|it| it.0)
    }
}

/// What a configuration says, whichever server it is for.
#[derive(Clone, Copy, Debug)]
pub struct HostSettings<'a> {
    /// The tongue of its comments.
    pub lang: Lang,
    /// The site's title, on one line.
    pub title: &'a str,
    /// The folder on the host in which the site lies: without quotes, braces, `$` and `\`, and without a stroke at the end.
    pub root: &'a str,
    /// The name of the host.
    pub name: &'a str,
    /// Address and port, `80`, `127.0.0.1:8080`; the server's own choice where none is given.
    pub listen: Option<&'a str>,
    /// The content security policy of the pages; none where a theme has none.
    pub policy: Option<&'a str>,
    pub rules: &'a HostRules,
    /// The other hosts whose old addresses are answered, too.
    pub old_hosts: &'a [String],
}

impl HostSettings<'_> {
    /// Headers of every answer: name and value. What pages may load they say themselves; who may frame them only a header can say.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let policy = self.policy.map(|it| it.trim_end_matches([';', ' '])).filter(|it| !it.is_empty());
        let frames = "frame-ancestors 'self'";
        let policy = match policy {
            Some(policy) if policy.contains("frame-ancestors") => policy.to_owned(),
            Some(policy) => format!("{policy};{frames}"),
            None => frames.to_owned(),
        };
        let fixed = [
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "SAMEORIGIN"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ];
        let policy = std::iter::once(("Content-Security-Policy", policy));
        policy.chain(fixed.map(|(name, value)| (name, value.to_owned()))).collect()
    }

    /// The other hosts whose old addresses are answered, with those.
    pub fn others(&self) -> impl Iterator<Item = (&str, &OldHost)> {
        self.old_hosts.iter().filter_map(|it| Some((&**it, self.rules.elsewhere.get(it)?)))
    }

    /// What is said before another host.
    pub fn about_other(&self, host: &str) -> String {
        let said = text! {
            zh: "域名 {host} 上的旧网址",
            en: "The old addresses of {host}"
        };
        format!("\n# {}\n", said.get(self.lang))
    }

    /// A comment on old addresses at other hosts, which this configuration does not answer.
    pub fn elsewhere(&self, indent: &str) -> String {
        let left = self.rules.elsewhere.iter().filter(|it| !self.old_hosts.contains(it.0));
        let hosts: Vec<String> = left.map(|(host, all)| format!("{host} ({})", all.len())).collect();
        if hosts.is_empty() {
            return String::new();
        }
        let hosts = hosts.join(", ").replace(|it: char| it.is_control() || "@{}".contains(it), "");
        let said = text! {
            zh: "别的域名上的旧网址这里没有：域名已经指向这台服务器的，加 --old-host 域名；其余的请那边的管理员对照 api/v1/addresses.json 设置：{hosts}",
            en: "Old addresses on other hosts are not here: write --old-host NAME for one that leads to this server; for the others see api/v1/addresses.json: {hosts}"
        };
        format!("{indent}# {}\n", said.get(self.lang))
    }
}

/// A year, for what never changes under its name.
pub const LASTING: &str = "public, max-age=31536000, immutable";
