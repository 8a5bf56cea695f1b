//! The tasks of `cargo site`: build, serve and test the site, take screenshots of it and measure it.

mod assets;
pub mod build;
pub mod check;
pub mod data;
pub mod deployment;
pub mod figures;
mod head;
mod minify;
mod pages;
mod program;
mod progress;
pub mod project;
mod rasterizer;
mod robots;
pub mod screenshots;
pub mod serve;
pub mod server;
mod service_worker;
mod single_file;
mod sizes;
mod social_image;
mod template;
mod tokens;
pub mod tools;
pub mod tree;
mod web_app;
pub mod webdriver;
