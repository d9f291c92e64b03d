//! Paper: well-formed HTML, a PDF with a font that is named, and no paper where it could betray somebody.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, out};

/// Every element that is opened is closed, in order.
fn is_well_formed(page: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        if tag.starts_with('!') || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else {
            open.push(name);
        }
    }
    open.is_empty()
}

#[test]
fn pages_are_well_formed_and_fetch_nothing() {
    let run = Run::new();
    for args in [vec!["sheet"], vec!["card", "jp.yorisoi"], vec!["card", "jp.yorisoi", "--copy"]] {
        for language in ["ja", "ja-easy", "en"] {
            let page = out(&run.at_night(&[args.as_slice(), &["--lang", language]].concat()));
            assert!(is_well_formed(&page), "{args:?} {language}");
            assert!(page.contains("0120-279-338"));
            assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"));
        }
    }
}

#[test]
fn eight_cards_of_one_entry_fill_a_page() {
    let run = Run::new();
    assert_eq!(out(&run.at_night(&["card", "jp.yorisoi"])).matches("<article>").count(), 8);
}

#[test]
fn a_pdf_names_its_font_or_the_one_that_is_missing() {
    let run = Run::new();
    let pdf = run.path("sheet.pdf");
    let output = run.at_night(&["sheet", "--pdf", pdf.to_str().unwrap()]);
    if code(&output) == 0 {
        let bytes = std::fs::read(&pdf).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.ends_with(b"%%EOF"));
        assert!(out(&output).contains("字："), "{}", out(&output));
    } else {
        assert!(err(&output).contains("fonts-noto-cjk"), "{}", err(&output));
        assert!(!pdf.exists());
    }
}

#[test]
fn no_paper_that_could_betray_somebody_without_asking() {
    let run = Run::new();
    let refused = run.at_night(&["card", "jp.dv-plus"]);
    assert_eq!(code(&refused), 2);
    assert!(out(&refused).is_empty() && err(&refused).contains("--i-know"));
    assert_eq!(code(&run.at_night(&["card", "jp.dv-plus", "--i-know"])), 0);
    assert!(!out(&run.at_night(&["sheet"])).contains("DV相談"));
}

/// The sheet that nobody chose is one page, in every language that fits a terminal, too.
#[test]
fn the_sheet_for_everyone_is_one_page() {
    let run = Run::new();
    for language in ["ja", "en"] {
        let pdf = run.path("sheet.pdf");
        let output = run.at_night(&["sheet", "--pdf", pdf.to_str().unwrap(), "--lang", language]);
        if code(&output) == 0 {
            let text = String::from_utf8_lossy(&std::fs::read(&pdf).unwrap()).into_owned();
            assert_eq!(text.matches("/MediaBox").count(), 1, "{language}");
        }
    }
}

#[test]
fn a_sheet_for_an_area_names_what_is_near_with_its_label() {
    let run = Run::new();
    let csv = "名称,住所,電話番号,緯度,経度\n城北コミュニティセンター,香川県高松市番町1-1,087-000-0001,34.34,134.04\n";
    let path = run.write("takamatsu/community_center.csv", csv);
    assert_eq!(code(&run.at_night(&["import", path.parent().unwrap().to_str().unwrap()])), 0);
    let sheet = out(&run.at_night(&["sheet", "--area", "高松市"]));
    assert!(sheet.contains("城北コミュニティセンター") && sheet.contains("自分で取り込んだ公開データ"), "{sheet}");
    assert!(sheet.contains("<h1>話せるところ・行けるところ</h1>") && sheet.contains("0120-279-338"), "{sheet}");
    let everyone = out(&run.at_night(&["sheet"]));
    assert!(everyone.contains("<h1>話せるところ</h1>") && !everyone.contains("城北"), "{everyone}");
}
