//! Lists.

use toml::{Spanned, de::DeValue};

use super::{Reader, Scope, table::Line};
use crate::record::{EncodedValue, Shape};

impl Reader<'_> {
    /// A list, or for [`Shape::Many`] one value as a list.
    pub(super) fn list(
        &mut self,
        line: &Line<'_, '_>,
        value: &Spanned<DeValue<'_>>,
        shape: &Shape,
        inner: &'static Shape,
        scope: &Scope<'_>,
    ) -> Option<EncodedValue> {
        let range = self.place(value);
        if let (DeValue::String(typed), Shape::Word(list)) = (value.get_ref(), inner)
            && let Some(words) = self.joined(typed, list, range, false)
        {
            return Some(EncodedValue::list(words));
        }
        if let (DeValue::String(typed), Shape::Text | Shape::Short(..)) = (value.get_ref(), inner)
            && let Some(words) = self.run_together((line.name, inner), typed, range, false)
        {
            return Some(EncodedValue::list(words));
        }
        let DeValue::Array(items) = value.get_ref() else {
            if !matches!(shape, Shape::Many(_)) {
                let raw = self.raw(range).to_owned();
                let right = (!raw.contains('\n') && !raw.starts_with('[')).then(|| format!("[{raw}]"));
                self.wrong(line.name, shape, value.get_ref(), range, right.as_deref());
            }
            let one = self.value(line, value, inner, scope)?;
            return Some(EncodedValue::list([(range, one)]));
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let range = self.place(item);
            if let (DeValue::String(typed), Shape::Word(list)) = (item.get_ref(), inner)
                && let Some(words) = self.joined(typed, list, range, true)
            {
                values.extend(words);
            } else if let (DeValue::String(typed), Shape::Text | Shape::Short(..)) = (item.get_ref(), inner)
                && let Some(words) = self.run_together((line.name, inner), typed, range, true)
            {
                values.extend(words);
            } else if let Some(value) = self.value(line, item, inner, scope) {
                values.push((range, value));
            }
        }
        // A list of which nothing could be read is no empty list.
        (items.is_empty() || !values.is_empty()).then(|| EncodedValue::list(values))
    }
}
