//! A project that cannot be judged at all: every page says why, until it can.

use super::{
    address::Address,
    frame::{Asked, OPENED_ALONE, asked, shell},
    panel::panel,
    request::Request,
    response::Response,
    state::{PageState, State},
    view::plain_page,
};
use crate::vocabulary::Lang;

/// Answers requests while nothing can be judged.
#[derive(Debug)]
pub struct Failed {
    /// Why, in the tongue of the author.
    pub why: String,
    pub lang: Lang,
    pub generation: String,
}

impl Failed {
    /// The answer to `request`.
    pub fn answer(&self, request: &Request) -> Response {
        let address = match request.admit() {
            Ok(address) => address,
            Err(refused) => return refused,
        };
        let state = |page: &str| State {
            generation: self.generation.clone(),
            failure: Some(self.why.clone()),
            page: PageState { address: Address::page(page), hash: self.generation.clone(), ..PageState::default() },
            ..State::default()
        };
        match asked(&address.path) {
            Asked::Answered(response) => response,
            Asked::Shell(page) => shell(&state(page), self.lang),
            Asked::Panel(page) => Response::html(200, panel(&state(page), self.lang)),
            Asked::State(page) => Response::new(200, "application/json; charset=utf-8", state(page).json()),
            Asked::Page if request.is_opened() && address.query != OPENED_ALONE => {
                Response::redirect(&format!("/_preview/page{}", super::address::encode(&address.path)))
            }
            Asked::Page => Response::html(500, plain_page(&self.why, self.lang)),
        }
    }
}
