//! The lists that every office keeps, with the columns that the national texts name.

mod all;
mod contact;
mod data;
mod duties;
mod form;
mod services;

pub use all::builtin;
