//! The site is written all at once or not at all: harm at every step of the writer, real kills, full disks, readers.

mod foreign;
mod kill;
mod machine;
mod made;
mod readers;
mod slow;
mod steps;
