//! A paper as one HTML page without scripts, fonts or pictures from elsewhere.

use std::fmt::Write;

use super::{Entry, Layout, Paper};

/// Looks of the three layouts; sizes are those of A4.
const STYLE: &str = "@page{size:A4;margin:12mm}
*{box-sizing:border-box}
body{margin:0;font-family:\"Noto Sans CJK JP\",\"Noto Sans JP\",\"Hiragino Sans\",\"Yu Gothic\",sans-serif;color:#000;\
background:#fff;font-size:11pt;line-height:1.5}
h1{font-size:16pt;margin:0 0 2mm}h2{font-size:12pt;margin:0}
p{margin:0}.number{font-weight:bold;font-size:14pt;white-space:nowrap}.small{font-size:8.5pt}
.emergency{border:1.5pt solid #000;padding:2mm;margin:2mm 0;font-weight:bold}
article{break-inside:avoid;border-top:.5pt solid #000;padding:2mm 0}
.cards{display:grid;grid-template-columns:1fr 1fr;grid-auto-rows:66mm}
.cards article{border:.5pt dashed #666;padding:4mm;overflow:hidden}
.cards .number{font-size:15pt}
.copy article{break-after:page;border:0;line-height:1.4}
.copy h2{font-size:40pt}.copy .number{font-size:64pt}.copy p{font-size:24pt}.copy .small{font-size:16pt}
rt{font-size:.5em}
.written{overflow-wrap:anywhere;line-break:strict}.copy .written{font-size:28pt}
.qr{break-inside:avoid;margin-top:4mm}.qr svg{display:block}";

/// The page.
#[must_use]
pub fn html(paper: &Paper) -> String {
    let class = match paper.layout {
        Layout::Sheet => "sheet",
        Layout::Cards => "cards",
        Layout::Copy => "copy",
    };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        if paper.language == "en" { "en" } else { "ja" },
        escape(&crate::text::strip_ruby(&paper.title)),
    );
    if paper.layout == Layout::Sheet {
        element(&mut page, "h1", "", &paper.title);
        optional(&mut page, "p", "emergency", &paper.emergency);
    }
    let _never = writeln!(page, "<main class=\"{class}\">");
    for entry in &paper.entries {
        write_entry(&mut page, entry, paper);
    }
    write_qr(&mut page, paper);
    page.push_str("</main>\n");
    if paper.layout == Layout::Sheet {
        element(&mut page, "p", "small", &paper.made);
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn write_entry(page: &mut String, entry: &Entry, paper: &Paper) {
    page.push_str("<article>\n");
    element(page, "h2", "", &entry.name);
    for way in &entry.ways {
        let (open, comma, close) = if paper.language == "en" { ("(", "; ", ")") } else { ("（", "、", "）") };
        let notes = way.notes.join(comma);
        let notes = if notes.is_empty() { notes } else { format!("{open}{notes}{close}") };
        let _never = writeln!(
            page,
            "<p>{} <span class=\"number\">{}</span> <span class=\"small\">{}</span></p>",
            ruby(&way.name),
            escape(&way.target),
            ruby(&notes)
        );
    }
    if let Some(address) = &entry.address {
        element(page, "p", "", address);
    }
    for line in entry.lines.iter().flat_map(|line| line.lines()) {
        let _never = writeln!(page, "<p class=\"written\">{}</p>", escape(line));
    }
    if paper.layout == Layout::Sheet {
        optional(page, "p", "", &entry.summary);
    }
    optional(page, "p", "small", &entry.assured);
    if paper.layout == Layout::Cards {
        element(page, "p", "small", &paper.emergency);
        element(page, "p", "small", &paper.made);
    }
    page.push_str("</article>\n");
}

/// A code as large as it is easily read, with what is said of it.
fn write_qr(page: &mut String, paper: &Paper) {
    if paper.qr.is_none() && paper.below.is_empty() {
        return;
    }
    page.push_str("<section class=\"qr\">\n");
    if let Some(qr) = &paper.qr {
        let side = qr.millimetres();
        page.push_str(&qr.svg().replacen("<svg ", &format!("<svg width=\"{side}mm\" height=\"{side}mm\" "), 1));
    }
    optional(page, "p", "small", &paper.below);
    page.push_str("</section>\n");
}

fn optional(page: &mut String, name: &str, class: &str, text: &str) {
    if !text.is_empty() {
        element(page, name, class, text);
    }
}

pub(super) fn element(page: &mut String, name: &str, class: &str, text: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let _never = writeln!(page, "<{name}{class}>{}</{name}>", ruby(text));
}

/// Readings become `<ruby>`; everything else is text.
pub(super) fn ruby(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, tail)) = after.split_once('}') else { break };
        let Some((base, reading)) = inside.split_once('|') else { break };
        out.push_str(&escape(before));
        let _never = write!(out, "<ruby>{}<rt>{}</rt></ruby>", escape(base), escape(reading));
        rest = tail;
    }
    out.push_str(&escape(rest));
    out
}

pub(super) fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_text_cannot_become_markup() {
        assert_eq!(ruby("<b>{相談|そうだん}&"), "&lt;b&gt;<ruby>相談<rt>そうだん</rt></ruby>&amp;");
        assert_eq!(ruby("{a"), "{a");
    }
}
