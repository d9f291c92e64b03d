//! The payload of a pack: one map of five entries in canonical CBOR.

use minicbor::{Decoder, Encoder};

use super::{Pack, PackError};
use crate::directory::pack::cbor;

// Keys sorted by length, then bytes, as RFC 8949 §4.2.1 sorts their encodings.
const KEYS: [&str; 5] = ["built", "files", "title", "records", "publisher"];

type InMemory = minicbor::encode::Error<std::convert::Infallible>;

pub(super) fn encode(pack: &Pack) -> Result<Vec<u8>, PackError> {
    let mut records: Vec<(&str, Vec<u8>)> = Vec::with_capacity(pack.records.len());
    for record in &pack.records {
        records.push((&record.id, cbor::encode(record)?));
    }
    records.sort_by_key(|(id, _)| *id);
    if let Some([(id, _), _]) = records.array_windows().find(|[(a, _), (b, _)]| a == b) {
        return Err(PackError::IdTwice((*id).to_owned()));
    }
    write_map(pack, &records).map_err(|e| PackError::Malformed(e.to_string()))
}

fn write_map(pack: &Pack, records: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, InMemory> {
    let [built, files, title, records_key, publisher] = KEYS;
    let mut encoder = Encoder::new(Vec::new());
    encoder.map(KEYS.len() as u64)?;
    encoder.str(built)?.str(&pack.built)?;
    let mut sorted: Vec<(&String, &Vec<u8>)> = pack.files.iter().collect();
    sorted.sort_by_key(|(name, _)| (name.len(), name.as_bytes()));
    encoder.str(files)?.map(sorted.len() as u64)?;
    for (name, bytes) in sorted {
        encoder.str(name)?.bytes(bytes)?;
    }
    encoder.str(title)?.str(&pack.title)?;
    encoder.str(records_key)?.array(records.len() as u64)?;
    for (_, bytes) in records {
        encoder.bytes(bytes)?;
    }
    encoder.str(publisher)?.str(&pack.publisher)?;
    Ok(encoder.into_writer())
}

pub(super) fn decode(bytes: &[u8]) -> Result<Pack, PackError> {
    let mut decoder = Decoder::new(bytes);
    let pack = read_map(&mut decoder)?;
    // One form only: the same comparison as for a record.
    if encode(&pack)? == bytes { Ok(pack) } else { Err(PackError::Malformed("it is not in canonical form".to_owned())) }
}

fn read_map(decoder: &mut Decoder<'_>) -> Result<Pack, PackError> {
    if decoder.map().map_err(malformed)? != Some(KEYS.len() as u64) {
        return Err(PackError::Malformed("it does not have five parts".to_owned()));
    }
    let mut pack = Pack::default();
    for key in KEYS {
        if decoder.str().map_err(malformed)? != key {
            return Err(PackError::Malformed(format!("its part `{key}` is missing")));
        }
        match key {
            "built" => pack.built = text(decoder)?,
            "title" => pack.title = text(decoder)?,
            "publisher" => pack.publisher = text(decoder)?,
            "files" => read_files(decoder, &mut pack)?,
            _ => read_records(decoder, &mut pack)?,
        }
    }
    Ok(pack)
}

// Room is made as parts are read, never as much as a length claims.
fn read_files(decoder: &mut Decoder<'_>, pack: &mut Pack) -> Result<(), PackError> {
    for _ in 0..decoder.map().map_err(malformed)?.unwrap_or(0) {
        let name = text(decoder)?;
        pack.files.insert(name, decoder.bytes().map_err(malformed)?.to_vec());
    }
    Ok(())
}

fn read_records(decoder: &mut Decoder<'_>, pack: &mut Pack) -> Result<(), PackError> {
    for _ in 0..decoder.array().map_err(malformed)?.unwrap_or(0) {
        let bytes = decoder.bytes().map_err(malformed)?;
        let number = pack.records.len() + 1;
        pack.records.push(cbor::decode(bytes).map_err(|error| PackError::Record { number, error })?);
    }
    Ok(())
}

fn text(decoder: &mut Decoder<'_>) -> Result<String, PackError> {
    decoder.str().map(str::to_owned).map_err(malformed)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn malformed(error: minicbor::decode::Error) -> PackError {
    PackError::Malformed(error.to_string())
}
