//! Installing replaces one pack whole, and only that pack.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::convert::Infallible;

use tsunagari_core::store::{
    InstallError, Match, Pack, RankText, Row, Session, SourceFileRow, SourceRowRow, Store, StoreError,
};

fn pack(id: &str, seq: u32) -> Pack {
    Pack { id: id.into(), class: "listing".into(), seq, ..Pack::default() }
}

fn row(id: &str, token: &str) -> Row {
    Row {
        id: id.into(),
        bucket: 1,
        body: id.as_bytes().to_vec(),
        rank: RankText { names: id.into(), ..RankText::default() },
        names: vec![(0, id.into())],
        tokens: format!("{token} !{token} %topic"),
        hours: vec![("Mo-Fr 09:00-17:00".into(), "PH".into())],
    }
}

fn install(store: &Store, pack: &Pack, rows: &[Row]) {
    store.install(pack, rows.iter().cloned().map(Ok::<_, Infallible>)).unwrap();
}

fn ids(session: &Session<'_>, token: &str) -> Vec<String> {
    let rows = session.matching(&Match::token(token), 100).unwrap();
    rows.into_iter().map(|row| session.record(row).unwrap().unwrap().id).collect()
}

#[test]
fn a_new_set_replaces_the_old_set_of_its_pack_only() {
    let store = Store::in_memory().unwrap();
    install(&store, &pack("national", 1), &[row("a", "相談"), row("b", "相談")]);
    install(&store, &pack("import", 1), &[row("c", "相談")]);
    install(&store, &pack("national", 2), &[row("d", "相談"), row("a", "電話")]);
    let reader = store.reader().unwrap();
    let session = reader.look();
    assert_eq!(ids(&session, "相談"), ["c", "d"]);
    assert_eq!(ids(&session, "電話"), ["a"]);
    assert!(session.named("b", 9).unwrap().is_empty());
    assert!(session.with_id("b").unwrap().is_empty());
    let packs = session.packs().unwrap();
    assert_eq!(
        packs.iter().map(|p| (p.id.as_str(), p.seq, p.installs, p.records)).collect::<Vec<_>>(),
        [("national", 2, 2, 2), ("import", 1, 1, 1)]
    );
}

#[test]
fn an_empty_set_removes_the_pack() {
    let store = Store::in_memory().unwrap();
    install(&store, &pack("import", 1), &[row("c", "相談")]);
    install(&store, &pack("import", 2), &[]);
    let reader = store.reader().unwrap();
    let session = reader.look();
    assert!(session.packs().unwrap().is_empty());
    assert!(session.hours().unwrap().is_empty());
    assert!(ids(&session, "相談").is_empty());
}

#[test]
fn rows_that_end_in_an_error_change_nothing() {
    let store = Store::in_memory().unwrap();
    install(&store, &pack("import", 1), &[row("c", "相談")]);
    let rows = vec![Ok(row("d", "相談")), Err("stopped by aoi")];
    let error = store.install(&pack("import", 2), rows).unwrap_err();
    assert!(matches!(error, InstallError::Rows("stopped by aoi")));
    let reader = store.reader().unwrap();
    assert_eq!(ids(&reader.look(), "相談"), ["c"]);
    assert_eq!(reader.look().packs().unwrap()[0].seq, 1);
}

#[test]
fn rows_come_in_the_order_of_what_helps_first() {
    let store = Store::in_memory().unwrap();
    let toilets = Row { bucket: 7, ..row("toilet", "中央") };
    let desk = Row { bucket: 0, ..row("desk", "中央") };
    install(&store, &pack("import", 1), &[toilets, row("place", "中央"), desk]);
    let reader = store.reader().unwrap();
    assert_eq!(ids(&reader.look(), "中央"), ["desk", "place", "toilet"]);
    assert_eq!(reader.look().matching(&Match::token("中央"), 2).unwrap().len(), 2);
}

#[test]
fn names_are_found_whole_and_by_their_beginning() {
    let store = Store::in_memory().unwrap();
    let names = ["たかまつ", "たかまつとしょかん", "たか", "たけ", "\u{10ffff}"];
    install(&store, &pack("import", 1), &names.map(|name| row(name, "t")));
    let reader = store.reader().unwrap();
    let session = reader.look();
    assert_eq!(session.named("たか", 9).unwrap().len(), 1);
    assert_eq!(session.named_from("たか", 9).unwrap().len(), 2);
    assert_eq!(session.named_from("た", 9).unwrap().len(), 4);
    assert!(session.named_from("\u{10ffff}", 9).unwrap().is_empty());
    assert!(session.named_from("", 9).unwrap().is_empty());
}

#[test]
fn source_rows_come_back_as_they_were() {
    let store = Store::in_memory().unwrap();
    let mut install = store.begin(&pack("import", 1)).unwrap();
    install.source_file(&SourceFileRow { file: "aed".into(), about: vec![1] }).unwrap();
    let rows: Vec<SourceRowRow> = (1..=5)
        .map(|line| SourceRowRow {
            file: "aed".into(),
            line,
            record: (line > 1).then(|| format!("r{line}")),
            body: vec![0, 255, u8::try_from(line).unwrap()],
        })
        .collect();
    for row in &rows {
        install.source_row(row).unwrap();
    }
    install.row(row("r2", "相談")).unwrap();
    install.finish().unwrap();
    let reader = store.reader().unwrap();
    let session = reader.look();
    let first = session.source_rows("import", "aed", 0, 3).unwrap();
    let rest = session.source_rows("import", "aed", first[2].0, 9).unwrap();
    let back: Vec<SourceRowRow> = first.into_iter().chain(rest).map(|(_, row)| row).collect();
    assert_eq!(back, rows);
    assert_eq!(session.sources_of("r3").unwrap(), [rows[2].clone()]);
    assert_eq!(session.source_files("import").unwrap().len(), 1);
}

#[test]
fn a_new_search_stops_the_last_one() {
    let store = Store::in_memory().unwrap();
    let reader = store.reader().unwrap();
    std::thread::scope(|scope| {
        let (started, wait) = std::sync::mpsc::channel();
        let reader = &reader;
        let old = scope.spawn(move || {
            let session = reader.search(reader.ticket());
            started.send(()).unwrap();
            loop {
                if let Err(error) = session.matching(&Match::token("相談"), 10) {
                    return error;
                }
            }
        });
        wait.recv().unwrap();
        let new = reader.search(reader.ticket());
        assert!(new.matching(&Match::token("相談"), 10).is_ok());
        assert_eq!(old.join().unwrap(), StoreError::Interrupted);
    });
}

#[test]
fn a_search_that_was_stopped_before_it_began_never_runs_and_stops_no_later_one() {
    let store = Store::in_memory().unwrap();
    let reader = store.reader().unwrap();
    let (stopped, later) = (reader.ticket(), reader.ticket());
    reader.stop(stopped);
    assert_eq!(reader.search(stopped).still_wanted(), Err(StoreError::Interrupted));
    assert_eq!(reader.search(later).still_wanted(), Ok(()));
    reader.stop(stopped);
    assert_eq!(reader.search(later).still_wanted(), Ok(()));
    reader.stop(later);
    assert_eq!(reader.search(later).still_wanted(), Err(StoreError::Interrupted));
}

#[test]
fn a_reader_can_change_nothing_and_sees_whole_sets_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().join("directory.db")).unwrap();
    install(&store, &pack("import", 1), &[row("old", "相談")]);
    let reader = store.reader().unwrap();
    let mut half = store.begin(&pack("import", 2)).unwrap();
    half.row(row("new", "相談")).unwrap();
    assert_eq!(ids(&reader.look(), "相談"), ["old"]);
    drop(half);
    assert_eq!(ids(&reader.look(), "相談"), ["old"]);
}

#[test]
fn what_is_written_beside_the_caller_keeps_its_order_and_lasts_only_when_finished() {
    let store = Store::in_memory().unwrap();
    let ids = |reader: &tsunagari_core::store::Reader| -> Vec<String> {
        reader.look().records_after(-1, None, 1_000).unwrap().into_iter().map(|found| found.id).collect()
    };
    let names: Vec<String> = (0..300).map(|n| format!("r{n:03}")).collect();
    let mut writing = store.write(&pack("import", 1)).unwrap();
    names.iter().for_each(|name| writing.row(row(name, "相談")).unwrap());
    assert_eq!(writing.finish().unwrap().records, 300);
    let reader = store.reader().unwrap();
    assert_eq!(ids(&reader), names);
    let mut left = store.write(&pack("import", 2)).unwrap();
    names.iter().for_each(|name| left.row(row(&format!("new-{name}"), "相談")).unwrap());
    drop(left);
    assert_eq!(ids(&reader), names);
    assert_eq!(reader.look().packs().unwrap()[0].seq, 1);
}

#[test]
fn every_row_is_indexed_however_much_text_there_is_and_whatever_comes_first() {
    let store = Store::in_memory().unwrap();
    // About 12 MB of tokens, the later rows before the earlier ones.
    let filler = (0..4_000).map(|n| format!("t{n:07}")).collect::<Vec<_>>().join(" ");
    let rows: Vec<Row> = (0..320_u16)
        .map(|n| Row {
            bucket: u8::try_from(7 - n % 8).unwrap(),
            ..row(&format!("r{n}"), &format!("相談 n{n} {filler}"))
        })
        .collect();
    install(&store, &pack("import", 1), &rows);
    let reader = store.reader().unwrap();
    let session = reader.look();
    let found = session.matching(&Match::token("相談"), 1_000).unwrap();
    assert_eq!(
        found,
        session.records_after(-1, None, 1_000).unwrap().iter().map(|found| found.row).collect::<Vec<_>>()
    );
    assert_eq!(found.len(), 320);
    assert!((0..320).all(|n| self::ids(&session, &format!("n{n}")) == [format!("r{n}")]));
}
