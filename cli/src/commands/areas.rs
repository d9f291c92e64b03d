//! `tsunagari areas`.

use tsunagari_core::directory::areas::{Area, AreaMatch};

use crate::args::AreasArgs;
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

/// An area as JSON.
#[derive(serde::Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    area: &'a Area,
    full_name: String,
}

#[derive(serde::Serialize)]
struct Answer<'a> {
    /// `one`, `several` or `none` (then the areas are suggestions).
    found: &'static str,
    areas: Vec<Line<'a>>,
}

pub(crate) fn run(session: &mut Session<'_>, wanted: &AreasArgs) -> Result<Exit, Exit> {
    let text = wanted.text.join(" ");
    let json = session.global.json;
    let (words, screen, app) = session.drawing();
    let (found, areas) = match app.areas(&text) {
        AreaMatch::One(area) => ("one", vec![area]),
        AreaMatch::Several(areas) => ("several", areas),
        AreaMatch::None(near) => ("none", near),
    };
    let table = app.area_table();
    if json {
        let areas = areas.iter().map(|area| Line { area, full_name: table.full_name(area) }).collect();
        screen.json(&Answer { found, areas });
    } else {
        let name = || [("name", text.as_str().into())];
        match found {
            "one" => {}
            "several" => screen.line(0, Look::Bold, &words.texts.with("area-which", &name())),
            _ => screen.line(0, Look::Plain, &words.texts.with("area-none", &name())),
        }
        if found == "none" {
            let names: Vec<String> = areas.iter().map(|area| table.full_name(area)).collect();
            if !names.is_empty() {
                let names = names.join(words.comma());
                screen.line(0, Look::Plain, &words.texts.with("area-suggest", &[("names", names.into())]));
            }
        } else {
            for area in &areas {
                let line = [("code", area.code.as_str().into()), ("name", table.full_name(area).into())];
                screen.line(0, Look::Plain, &words.texts.with("area-one", &line));
            }
        }
    }
    screen.print();
    Ok(if found == "none" { Exit::Nothing } else { Exit::Answer })
}
