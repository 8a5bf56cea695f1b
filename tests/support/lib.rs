//! What all tests share: the files of the repository, its data and the invented reports.

pub mod archive;
pub mod forms;
pub mod repository;
pub mod synthetic;
