//! Where the data folder is when nobody says: as each platform has it.

use std::path::PathBuf;

use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_native_strategy};

/// `~/.local/share/tsunagari` on Linux, `~/Library/Application Support/tsunagari` on a Mac, `%APPDATA%` on Windows;
/// `None` without a home.
pub(crate) fn data_folder() -> Option<PathBuf> {
    let names = AppStrategyArgs {
        top_level_domain: "jp".to_owned(),
        author: "tsunagari".to_owned(),
        app_name: "tsunagari".to_owned(),
    };
    choose_native_strategy(names).ok().map(|strategy| strategy.data_dir())
}
