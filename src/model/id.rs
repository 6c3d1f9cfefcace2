//! Numbers of things in the model: places in its lists, one type each, so that none is taken for another.

/// Declares the number type of one list.
macro_rules! number {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The number of the thing at place `at` of its list.
            pub fn new(at: usize) -> Self {
                Self(u32::try_from(at).expect("lists are shorter than 2^32: rule beyond-limits"))
            }

            /// The place in the list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

number! {
    /// A place in `Model::organisations`.
    OrganisationId;
    /// A place in `Model::fields`.
    FieldId;
    /// A place in `Model::items`.
    ItemId;
    /// A place in `Model::plans`.
    PlanId;
    /// A place in `Model::tasks`.
    TaskId;
    /// A place in `Model::projects`.
    ProjectId;
    /// A place in `Model::accounts`.
    AccountId;
    /// A place in `Model::registers`.
    RegisterId;
    /// A place in `Model::entries`.
    EntryId;
}
