//! The forms that a paper is given.

/// What a paper is written as. All say the same figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// One page by itself, for the screen and for A4.
    #[default]
    Html,
    /// Text with tables, to be pasted or published as an entry.
    Markdown,
    /// A document for Word and WPS, to be edited and sent.
    Docx,
    /// A workbook, a sheet a table, to be sorted and reckoned with; nothing is cut.
    Xlsx,
    /// For programs; nothing is cut.
    Json,
}

impl Form {
    /// All forms, in the order that help lists them.
    pub const ALL: [Self; 5] = [Self::Html, Self::Markdown, Self::Docx, Self::Xlsx, Self::Json];
    /// What is typed for each of [`Form::ALL`]; also how the names of such files end.
    pub const NAMES: [&'static str; 5] = ["html", "md", "docx", "xlsx", "json"];

    /// What is typed for it, and how the names of its files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The form that `name` is typed for, or that a file of this ending has.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "htm" => Some(Self::Html),
            "markdown" => Some(Self::Markdown),
            _ => Self::ALL.into_iter().find(|it| it.name() == name),
        }
    }

    /// Whether it can be shown in a terminal; what cannot wants a file.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Markdown | Self::Json)
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn each_form_is_known_by_its_name() {
        assert_eq!(Form::ALL.map(Form::name), Form::NAMES);
        for form in Form::ALL {
            assert_eq!(Form::named(form.name()), Some(form));
        }
        assert_eq!((Form::named("Markdown"), Form::named("pdf")), (Some(Form::Markdown), None));
    }
}
