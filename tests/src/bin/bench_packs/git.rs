//! The same records as files under git, one file each, in a folder for each shard.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::model::Scalar;
use tsunagari_tests::figures::{Result, timed};

/// Two commits; the second one as a thin pack for who has the first, and a clone of the first.
pub(crate) fn publish(
    folder: &Path,
    before: &BTreeMap<String, Vec<Storable>>,
    after: &BTreeMap<String, Vec<Storable>>,
) -> Result<usize> {
    let (desk, phone) = (folder.join("desk"), folder.join("phone"));
    std::fs::create_dir_all(&desk)?;
    git(&desk, &["init", "--quiet", "--initial-branch=main"], &[])?;
    let commit = |records: &BTreeMap<String, Vec<Storable>>| -> Result<String> {
        for (shard, records) in records {
            std::fs::create_dir_all(desk.join(shard))?;
            for record in records {
                std::fs::write(desk.join(shard).join(format!("{}.json", record.id)), json_of(record)?)?;
            }
        }
        git(&desk, &["add", "--all"], &[])?;
        git(&desk, &["commit", "--quiet", "--message=Records"], &[])?;
        text(git(&desk, &["rev-parse", "HEAD"], &[])?)
    };
    let old = commit(before)?;
    git(&desk, &["repack", "-a", "-d", "--quiet"], &[])?;
    let clone = ["clone", "--quiet", "--no-local", &desk.to_string_lossy(), &phone.to_string_lossy()];
    git(folder, &clone, &[])?;
    let new = commit(after)?;
    let wanted = format!("{new}\n^{old}\n");
    let thin = ["pack-objects", "--thin", "--stdout", "--revs", "--delta-base-offset", "--quiet"];
    let pack = git(&desk, &thin, wanted.as_bytes())?;
    std::fs::write(folder.join("pack"), &pack)?;
    std::fs::write(folder.join("old"), old)?;
    std::fs::write(folder.join("new"), new)?;
    Ok(pack.len())
}

/// Takes the pack in and brings the files up to it: milliseconds. Afterwards everything is as before.
#[expect(clippy::disallowed_methods, reason = "the pack goes again, so that the next turn has to take it in, too")]
pub(crate) fn take(folder: &Path) -> Result<Value> {
    let phone = folder.join("phone");
    let (pack, old) = (std::fs::read(folder.join("pack"))?, std::fs::read_to_string(folder.join("old"))?);
    let new = std::fs::read_to_string(folder.join("new"))?;
    let (name, time) = timed(|| -> Result<String> {
        let name = text(git(&phone, &["index-pack", "--stdin", "--fix-thin"], &pack)?)?;
        git(&phone, &["reset", "--hard", "--quiet", &new], &[])?;
        Ok(name)
    });
    let name = name?;
    git(&phone, &["reset", "--hard", "--quiet", &old], &[])?;
    let hash = name.rsplit('\t').next().unwrap_or_default();
    for end in ["pack", "idx", "rev", "keep"] {
        // Not each version of git writes each of them.
        let _not_there = std::fs::remove_file(phone.join(format!(".git/objects/pack/pack-{hash}.{end}")));
    }
    Ok(json!({ "ms": time.wall.as_secs_f64() * 1_000.0 }))
}

fn json_of(record: &Storable) -> Result<String> {
    let fields = record.fields.iter().map(|(key, value)| {
        let value = match value {
            Scalar::Text(text) => Value::from(text.as_str()),
            Scalar::Int(number) => Value::from(*number),
            Scalar::Bool(yes) => Value::from(*yes),
        };
        (key.clone(), value)
    });
    Ok(serde_json::to_string_pretty(&Value::Object(Map::from_iter(fields)))? + "\n")
}

fn text(bytes: Vec<u8>) -> Result<String> {
    Ok(String::from_utf8(bytes)?.trim().to_owned())
}

/// What a git that knows no settings of this machine prints.
fn git(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>> {
    use std::io::Write as _;
    let mut child = Command::new("git")
        .args(["-c", "gc.auto=0", "-c", "core.fsync=all", "-c", "user.name=hana", "-c", "user.email=hana@example.org"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()?;
    child.stdin.take().ok_or("git takes nothing in")?.write_all(input)?;
    let output = child.wait_with_output()?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("git {arguments:?} failed").into()) }
}
