//! Posts of accounts, whether they are entries or rows of a register of posts.

use crate::{
    check::sheet::{Rows, registers},
    day::Day,
    model::{Account, Entry, Model},
    record::schema,
    table::{Row, plain},
    vocabulary::EntryKind,
};

/// The day of each post of each account, as far as they are known.
pub(super) struct Posts<'m> {
    days: Vec<(&'m Account, Day)>,
}

impl<'m> Posts<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut days = Vec::new();
        let entries = model.entries.iter().filter(|it| it.kind == EntryKind::Post && it.is_published());
        for entry in entries {
            let account = entry.record.get(schema::Entry::ACCOUNT).and_then(|it| find(model, it));
            days.extend(account.zip(day(entry)));
        }
        for rows in registers_of_posts(model) {
            let (Some(account), Some(on)) = (rows.column("账号"), rows.column("发布日期")) else { continue };
            days.extend(rows.rows().filter_map(|row| Some((find(model, row.text(account))?, cell_day(row, on)?))));
        }
        days.retain(|it| it.1 <= model.today);
        Self { days }
    }

    /// Whether nobody keeps posts here.
    pub(super) fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The last day on which `account` posted something.
    pub(super) fn last(&self, account: &Account) -> Option<Day> {
        self.days.iter().filter(|it| std::ptr::eq(it.0, account)).map(|it| it.1).max()
    }
}

/// When a post was posted.
pub(super) fn day(entry: &Entry) -> Option<Day> {
    entry.record.get(schema::Entry::POSTED).map(|it| it.day).or(entry.published_day())
}

/// Registers of posts: the one built in, or an author's of that id.
pub(super) fn registers_of_posts(model: &Model) -> impl Iterator<Item = Rows<'_>> {
    registers(model).filter(|it| it.schema.id == "posts")
}

/// The day in a cell.
pub(super) fn cell_day(row: Row<'_>, at: usize) -> Option<Day> {
    let text = row.text(at);
    Day::guess(&plain(text)).or_else(|| Day::guess(text.split([' ', 'T']).next()?))
}

/// The account that `name` means: by id, or by its name on the platform, with a remark in brackets or without.
fn find<'m>(model: &'m Model, name: &str) -> Option<&'m Account> {
    let name = plain(name);
    let bare = |it: &str| plain(it).split('(').next().unwrap_or_default().to_owned();
    let by_name = |it: &&Account| plain(&it.name) == name || bare(&it.name) == bare(&name);
    model.accounts.iter().find(|it| *it.id == *name).or_else(|| {
        let mut called = model.accounts.iter().filter(by_name);
        // Two of one name on two platforms are not told apart.
        called.next().filter(|_| called.next().is_none())
    })
}

/// Whether `account` is open on the day of judgement.
pub(super) fn is_open(model: &Model, account: &Account) -> bool {
    let opened = account.record.get(schema::Account::OPENED);
    account.closed.is_none_or(|it| it > model.today) && opened.is_none_or(|it| it <= model.today)
}
