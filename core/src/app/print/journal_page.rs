//! The page for a counsellor as HTML for A4: no script, nothing from elsewhere. Notes are text and nothing else.

use std::fmt::Write;

use super::html::{element, escape, ruby};
use crate::journal::{Page, PageEntry};
use crate::text::strip_ruby;

/// Looks; large letters only change the size that everything else follows.
const STYLE: &str = "@page{size:A4;margin:16mm}
*{box-sizing:border-box}
html{font-size:11pt}html.large{font-size:18pt}
body{margin:0 auto;max-width:178mm;font-family:\"Noto Sans CJK JP\",\"Noto Sans JP\",\"Hiragino Sans\",\"Yu Gothic\",sans-serif;\
color:#000;background:#fff;line-height:1.7;line-break:strict;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0 0 .3rem;line-height:1.4}
h2{font-size:1.05rem;margin:1rem 0 0;border-bottom:.5pt solid #000;break-after:avoid}
p{margin:0}.small{font-size:.85rem}
article{break-inside:avoid;margin:.5rem 0 0 1rem}
.level{font-weight:bold}
.note{white-space:pre-wrap;margin:.2rem 0 0 1rem}
article.long{break-inside:auto}
footer{margin-top:1.5rem;border-top:.5pt solid #000;padding-top:.3rem}
ruby{ruby-position:over}rt{font-size:.5em}";
/// A note of more characters may be broken between pages.
const LONG: usize = 700;

/// The page.
#[must_use]
pub fn journal_html(page: &Page) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"{}>\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        if page.language == "en" { "en" } else { "ja" },
        if page.large { " class=\"large\"" } else { "" },
        escape(&strip_ruby(&page.title)),
    );
    element(&mut out, "h1", "", &page.title);
    element(&mut out, "p", "", &page.range);
    element(&mut out, "p", "small", &page.about);
    out.push_str("<main>\n");
    if page.days.is_empty() {
        element(&mut out, "p", "", &page.nothing);
    }
    for day in &page.days {
        out.push_str("<section>\n");
        element(&mut out, "h2", "", &day.date);
        for entry in &day.entries {
            write_entry(&mut out, entry, page);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n<footer>\n");
    element(&mut out, "p", "small", &page.no_diagnosis);
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn write_entry(out: &mut String, entry: &PageEntry, page: &Page) {
    let english = page.language == "en";
    let class = if entry.note.chars().count() > LONG { " class=\"long\"" } else { "" };
    let gap = if english { " " } else { "　" };
    let _never = writeln!(
        out,
        "<article{class}>\n<p>{}{gap}<span class=\"level\">{}</span></p>",
        escape(&entry.time),
        ruby(&entry.level)
    );
    let comma = if english { ", " } else { "、" };
    if !entry.labels.is_empty() {
        element(out, "p", "", &entry.labels.join(comma));
    }
    if !entry.contexts.is_empty() {
        let colon = if english { ": " } else { "：" };
        element(out, "p", "", &[page.around.as_str(), &entry.contexts.join(comma)].join(colon));
    }
    if !entry.note.is_empty() {
        let lines: Vec<String> = entry.note.lines().map(escape).collect();
        let _never = writeln!(out, "<p class=\"note\">{}</p>", lines.join("\n"));
    }
    out.push_str("</article>\n");
}
