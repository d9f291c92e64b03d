//! What the import tests share.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use tsunagari_core::directory::areas::Areas;
use tsunagari_core::directory::import::{
    Gathered, ImportError, ImportReport, Municipalities, Options, Sink, Unwatched, import,
};

/// The folder of real data beside the repository, or a printed reason and nothing.
pub fn data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jp");
    if root.is_dir() {
        return Some(root);
    }
    println!("skipped: {} is not here", root.display());
    None
}

pub fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// The municipality table of the national pack.
pub fn municipalities() -> Municipalities {
    Municipalities::of(&Areas::from_tsv(include_str!("../../national/municipalities.tsv")).unwrap())
}

/// A small table with every trap of names: shared between prefectures, twice in one, wards.
pub fn own_municipalities() -> Municipalities {
    let rows = [
        ("370002", "prefecture", "香川県", "かがわけん"),
        ("220001", "prefecture", "静岡県", "しずおかけん"),
        ("170003", "prefecture", "石川県", "いしかわけん"),
        ("130001", "prefecture", "東京都", "とうきょうと"),
        ("340006", "prefecture", "広島県", "ひろしまけん"),
        ("010006", "prefecture", "北海道", "ほっかいどう"),
        ("372013", "municipality", "高松市", "たかまつし"),
        ("222127", "municipality", "焼津市", "やいづし"),
        ("172065", "municipality", "加賀市", "かがし"),
        ("132063", "municipality", "府中市", "ふちゅうし"),
        ("342084", "municipality", "府中市", "ふちゅうし"),
        ("014036", "municipality", "泊村", "とまりむら"),
        ("016969", "municipality", "泊村", "とまりむら"),
        ("011011", "ward", "札幌市中央区", "さっぽろしちゅうおうく"),
    ];
    let table: String = rows.map(|(code, level, name, kana)| format!("{code}\t{level}\t{name}\t{kana}\t\t\n")).concat();
    Municipalities::of(&Areas::from_tsv(&table).unwrap())
}

/// Imports several made-up files as one folder.
pub fn import_folder(files: &[(&str, &[u8])], options: &Options) -> (Result<ImportReport, ImportError>, Gathered) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let mut sink = Gathered::default();
    let report = import(folder.path(), options, &mut sink, &mut Unwatched, &AtomicBool::new(false));
    (report, sink)
}

/// A workbook with these sheets; every cell is text.
pub fn import_workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    use std::fmt::Write as _;
    let texts: Vec<(&str, String)> = sheets
        .iter()
        .map(|(name, rows)| {
            let mut data = String::new();
            for (row, cells) in (1..).zip(*rows) {
                write!(data, r#"<row r="{row}">"#).unwrap();
                for (column, cell) in ('A'..='Z').zip(*cells) {
                    write!(data, r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#).unwrap();
                }
                data.push_str("</row>");
            }
            (*name, format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>"#))
        })
        .collect();
    workbook_of(&texts)
}

/// A workbook whose one sheet is this XML.
pub fn workbook_with(sheet: &str) -> Vec<u8> {
    workbook_of(&[("一覧", sheet.to_owned())])
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn workbook_of(sheets: &[(&str, String)]) -> Vec<u8> {
    use std::fmt::Write as _;
    let (mut list, mut links) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, text)) in (1..).zip(sheets) {
        write!(list, r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#).unwrap();
        let target = format!("worksheets/sheet{number}.xml");
        write!(links, r#"<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="{target}"/>"#).unwrap();
        parts.push((format!("xl/{target}"), text.clone()));
    }
    let root =
        r#"<Relationship Id="rId1" Type="OFFICE/officeDocument" Target="xl/workbook.xml"/>"#.replace("OFFICE", OFFICE);
    parts.push(("_rels/.rels".into(), format!(r#"<Relationships xmlns="{PACKAGE}">{root}</Relationships>"#)));
    let book = format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{list}</sheets></workbook>"#);
    parts.push(("xl/workbook.xml".into(), book));
    let links = format!(r#"<Relationships xmlns="{PACKAGE}">{links}</Relationships>"#);
    parts.push(("xl/_rels/workbook.xml.rels".into(), links));
    zipped(&parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes().to_vec())).collect::<Vec<_>>()).unwrap()
}

/// A zip archive with these parts.
pub fn zipped(parts: &[(&str, Vec<u8>)]) -> std::io::Result<Vec<u8>> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes)?;
    }
    Ok(archive.finish().unwrap().into_inner())
}

pub fn import_into(path: &Path, table: &Municipalities, sink: &mut dyn Sink) -> Result<ImportReport, ImportError> {
    let options = Options {
        all_kinds: std::env::var_os("IMPORT_ALL").is_some(),
        municipalities: table.clone(),
        today: Some("2026-11-22".into()),
        ..Options::default()
    };
    import(path, &options, sink, &mut Unwatched, &AtomicBool::new(false))
}

/// Imports made-up bytes under a name (which may have a folder) in a folder of its own.
pub fn import_bytes(name: &str, bytes: &[u8]) -> (Result<ImportReport, ImportError>, Gathered) {
    import_with(name, bytes, &Options { municipalities: municipalities(), ..Options::default() })
}

pub fn import_with(name: &str, bytes: &[u8], options: &Options) -> (Result<ImportReport, ImportError>, Gathered) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let mut sink = Gathered::default();
    let report = import(&path, options, &mut sink, &mut Unwatched, &AtomicBool::new(false));
    (report, sink)
}
