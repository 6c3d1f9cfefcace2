//! Who takes the events of a body: a list, the plain text, or nobody.

use super::event::Event;

/// Takes the events of a body in order, each once.
pub(super) trait Sink<'a> {
    fn take(&mut self, event: Event<'a>);
}

impl<'a> Sink<'a> for Vec<Event<'a>> {
    fn take(&mut self, event: Event<'a>) {
        self.push(event);
    }
}

/// A sink for callers that want the facts only: no event is kept.
pub(super) struct NullSink;

impl Sink<'_> for NullSink {
    fn take(&mut self, _: Event<'_>) {}
}
