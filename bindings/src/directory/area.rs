//! Areas by name or code.

use tsunagari_core::app::App;
use tsunagari_core::directory::areas::{self, AreaMatch};

/// What a person means by the name or code of a place.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum AreaAnswer {
    /// This one.
    One {
        /// The area.
        area: Area,
    },
    /// One of several with that name: ask which.
    Several {
        /// The areas.
        areas: Vec<Area>,
    },
    /// None has that name.
    None {
        /// Areas with a name like it.
        near: Vec<Area>,
    },
}

/// A prefecture, municipality or ward.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Area {
    /// Two digits, or six with a check digit.
    pub code: String,
    /// Name with its prefecture and city.
    pub name: String,
    /// Reading of its own name.
    pub kana: String,
}

impl AreaAnswer {
    pub(super) fn of(app: &App, text: &str) -> Self {
        let area = |area: &areas::Area| Area {
            code: area.code.to_string(),
            name: app.area_table().full_name(area),
            kana: area.kana.clone(),
        };
        match app.areas(text) {
            AreaMatch::One(found) => Self::One { area: area(found) },
            AreaMatch::Several(found) => Self::Several { areas: found.into_iter().map(area).collect() },
            AreaMatch::None(near) => Self::None { near: near.into_iter().map(area).collect() },
        }
    }
}
