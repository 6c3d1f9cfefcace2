//! The files of a run, by number. Their texts are not kept: the driver reads one again when its words are due.

/// The number of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

impl FileId {
    /// The file at place `at`.
    pub fn new(at: usize) -> Self {
        Self(u32::try_from(at).expect("a project has fewer than 2^32 files"))
    }
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A TOML file below `catalogue/`.
    Catalogue,
    /// The lock, `catalogue/index.lock`.
    Lock,
    /// A Markdown file below `content/`.
    Entry,
    /// Another file below `content/`: attachment, table, picture.
    Attachment,
    /// A file of a theme.
    Theme,
}

impl Role {
    /// The most bytes a file of this role may have: a file is read whole, so its size is bounded.
    pub fn limit(self) -> u64 {
        match self {
            Self::Entry | Self::Catalogue => 4 << 20,
            Self::Lock => 1 << 30,
            Self::Attachment => 64 << 20,
            Self::Theme => 16 << 20,
        }
    }
}

/// One file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the project's folder, with `/`, in NFC: `content/2018/批复.md`.
    pub path: Box<str>,
    /// Bytes on disk when it was found.
    pub size: u64,
    /// What it is for.
    pub role: Role,
}

/// All files of a run, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// The files, put in the order of their paths: numbers do not depend on the order in which a folder lists its files.
    pub fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The file numbered `id`.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The path of the file numbered `id`.
    pub fn path(&self, id: FileId) -> &str {
        &self.get(id).path
    }

    /// The number of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).ok().map(FileId::new)
    }

    /// The files below `folder`, by path.
    pub fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = &'s Source> {
        let is_below = move |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let first = self.files.partition_point(|it| *it.path < *folder);
        // Between a folder and what is below it stand names that go on with a sign that is less than `/`.
        self.files[first..]
            .iter()
            .take_while(move |it| it.path.starts_with(folder))
            .filter(move |it| is_below(&it.path))
    }

    /// All files with their numbers, by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId::new(at), file))
    }

    /// The name by which authors refer to an entry: its path below `content/` without `.md`.
    pub fn entry_name(&self, id: FileId) -> Option<&str> {
        let file = self.get(id);
        (file.role == Role::Entry).then(|| file.path.strip_prefix("content/")?.strip_suffix(".md")).flatten()
    }
}
