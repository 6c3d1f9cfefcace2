//! Gates see in an attachment what its readers see: wherever in a file a private number or a mark of secrecy stands, as Word, WPS, Excel
//! and LibreOffice write it, it is told there; and the same file without it is not accused.

mod excel;
mod files_inside;
mod hidden;
mod hostile;
mod made;
mod ofd;
mod parties;
mod picture;
mod planted;
mod told;
mod unread;
mod word;
