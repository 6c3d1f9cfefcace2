//! What `tests/` use of the library, item by item: no promise to anybody, and whatever else nobody uses is dead code.

pub mod check {
    pub use crate::check::run;
}

pub mod day {
    pub use crate::day::Day;
}

pub mod diagnostic {
    pub use crate::diagnostic::{
        Allow, Basis, Diagnostic, Edit, Effect, Family, Findings, Level, Policy, Report, Rule, Ungrounded, Ymd,
        finalize,
    };
}

pub mod compile {
    pub use crate::compile::{Analysis, LoadedTheme, Options, analyze, load_theme, seen_text, texts};
}

pub mod driver {
    pub use crate::driver::{Disk, DiskSite, Fault, Folders, Op, Project, Written, complete, exit_code};
}

pub mod emit {
    pub use crate::emit::{
        DEFAULT_THEME, PageShell, SectionShell, Shared, Theme, ThemeFile, page_shell, paper, render, section_shell,
    };

    pub mod search {
        pub use crate::emit::search::{Keys, Manifest, Pack, PackPlace, Posting, Records, SearchTables, TierFiles};
    }
}

pub mod markup {
    pub use crate::markup::{facts, plain};
}

pub mod office {
    pub use crate::office::{decode, read};
}

pub mod mend {
    pub use crate::mend::{Mended, MendedFile, mend};
}

pub mod print {
    pub use crate::print::{Format, Look, Texts, human, render, summary};
}

pub mod record {
    pub use crate::record::{KeySpec, Refer, Rest, Schema, Shape, TableKind};
}

pub mod resolve {
    pub use crate::resolve::Numbering;

    pub mod lock {
        pub use crate::resolve::lock::{Lock, Problem};
    }
}

pub mod publish {
    pub use crate::publish::publish;
}

pub mod rulebook {
    pub use crate::compile::rulebook::RULEBOOK;

    pub mod example {
        pub use crate::compile::rulebook::example::{BASE, bad, good};
    }
}

pub mod scan {
    pub use crate::scan::{Lexicon, catalogue, entry};
}

pub mod schema {
    pub use crate::record::schema::{Entry, TABLES, own};
}

pub mod site {
    pub use crate::site::{FileFacts, Href, PageId, Site, make, plan};

    pub mod page {
        pub use crate::site::page::{
            Account, Accounts, Alert, Anchor, Appraisal, Archive, Article, Attachment, Bar, Body, Catalogue,
            CatalogueField, CatalogueItem, Cell, Change, ChangeGroup, Changes, Channel, Chart, Chrome, Column, Contact,
            Counted, Coverage, CoverageCell, CoverageField, CoverageNote, CoverageRow, CoverageShare, CoverageState,
            Download, Element, Elsewhere, Entry, EntryRow, Event, Evidence, Exception, ExceptionGroup, Exceptions,
            Fact, FeedLink, Field, FieldItem, Footer, Group, Head, Home, Html, Indicator, Institution, Institutions,
            Item, Label, Link, Listing, MapPart, Metadata, Milestone, Missing, Moved, NavLink, NavPart, Nil, NotFound,
            Office, OpenNotice, Organisation, OwnProject, Page, Pager, Plan, PlanSection, Post, Project, ProjectClass,
            QrCode, RedHead, Register, Related, Relation, RelationKind, Search, Section, Sheet, SheetColumn, SiteMap,
            Stage, Strip, Tab, Tally, Task, TaskItem, Term, Tombstone, Volume, VolumePage, Website, Websites,
            Withdrawal,
        };
    }
}

pub mod source {
    pub use crate::source::{FileId, Lines, Place, Range, Role, Source, Sources, Span};
}

pub mod compliance {
    pub use crate::compliance::{Compliance, measure};
}

pub mod supervision {
    pub use crate::supervision::{Bars, Block, Chapter, Column, Figure, Form, Grid, Paper, Row, Target, Value};
}

pub mod syntax {
    pub use crate::syntax::{Document, catalogue, entry, reference, text};
}

pub mod table {
    pub use crate::table::{Limits, read_csv, read_xlsx};
}

pub mod text {
    pub use crate::vocabulary::{Lang, Text, Words};
}

pub mod vocabulary {
    pub use crate::vocabulary::{Disclosure, EntryKind, Facet, Set, Word};
}

pub mod world {
    pub use crate::world::{
        Cache, FileKind, MemoryCache, MemorySite, MemoryWorld, Overlay, PageKey, Scratch, SiteSink, World,
    };
}
