//! The tasks of `cargo site`: build, serve and test the site, take screenshots of it and measure it.

mod app;
mod assets;
pub mod build;
mod cards;
pub mod check;
pub mod data;
mod drawn;
pub mod figures;
mod head;
mod minify;
mod offline;
mod pages;
pub mod place;
mod program;
mod progress;
pub mod project;
mod robots;
pub mod serve;
pub mod server;
mod shell;
pub mod shots;
mod single;
mod sizes;
mod tokens;
pub mod tools;
pub mod tree;
pub mod webdriver;
