//! Until when the report of a year is due, by the law of that day and by the kind of body.

use crate::{
    day::Day,
    model::Organisation,
    vocabulary::{AdminLevel, OrganisationKind},
};

/// The first year that was reported on: the regulations came into force on 2008-05-01.
const FIRST: i32 = 2008;

/// The last year whose report was due under the regulations of 2008: on 2019-03-31.
pub(super) const LAST_OF_2008: i32 = 2018;

/// The last lawful day of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub last: Day,
    /// Whether the law names this kind of body: art. 49 names departments and governments from the county up, not those below.
    pub sure: bool,
}

/// The last lawful day for the report of `body` on `year`.
pub(super) fn due(body: &Organisation, year: i32) -> Option<Due> {
    let day = |month, day| Day::new(year.checked_add(1)?, month, day).ok();
    let government = body.kind == OrganisationKind::Government;
    let low = matches!(body.level, Some(AdminLevel::Township | AdminLevel::Village));
    let (last, sure) = match year {
        ..FIRST => return None,
        // 各级行政机关应当在每年3月31日前公布.
        FIRST..=LAST_OF_2008 => (day(3, 31)?, true),
        _ if government => (day(3, 31)?, !low),
        _ => (day(1, 31)?, true),
    };
    Some(Due { last, sure })
}

/// The last year whose report is past its day on `today`.
pub(super) fn last_owed(body: &Organisation, today: Day) -> Option<(i32, Due)> {
    let year = today.year();
    [year - 1, year - 2].into_iter().find_map(|it| Some((it, due(body, it).filter(|due| due.last < today)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compliance::builder::Builder;

    fn owed(kind: OrganisationKind, level: Option<AdminLevel>, today: &str) -> Option<(i32, String, bool)> {
        let mut builder = Builder::new(today);
        let body = &mut builder.model.organisations[0];
        (body.kind, body.level) = (kind, level);
        last_owed(body, today.parse().unwrap()).map(|it| (it.0, it.1.last.to_string(), it.1.sure))
    }

    #[test]
    fn the_day_and_the_kind_of_body_decide() {
        use OrganisationKind::{Agency, Authorised, Government};
        let told = |year, day: &str| Some((year, day.to_owned(), true));
        assert_eq!(owed(Agency, None, "2018-03-31"), told(2016, "2017-03-31"));
        assert_eq!(owed(Agency, None, "2018-04-01"), told(2017, "2018-03-31"));
        assert_eq!(owed(Agency, None, "2019-02-01"), told(2017, "2018-03-31"));
        assert_eq!(owed(Government, None, "2019-04-01"), told(2018, "2019-03-31"));
        for kind in [Agency, Authorised] {
            assert_eq!(owed(kind, None, "2020-01-31"), told(2018, "2019-03-31"));
            assert_eq!(owed(kind, None, "2020-02-01"), told(2019, "2020-01-31"));
        }
        assert_eq!(owed(Government, Some(AdminLevel::County), "2020-02-01"), told(2018, "2019-03-31"));
        assert_eq!(owed(Government, Some(AdminLevel::County), "2020-04-01"), told(2019, "2020-03-31"));
        let low = owed(Government, Some(AdminLevel::Township), "2020-04-01");
        assert_eq!(low, Some((2019, "2020-03-31".to_owned(), false)));
        assert_eq!(owed(Agency, None, "2009-03-31"), None);
        assert_eq!(owed(Agency, None, "2009-04-01"), told(2008, "2009-03-31"));
    }
}
