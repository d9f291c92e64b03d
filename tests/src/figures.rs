//! Measuring: time, memory, size.

use std::path::Path;
use std::time::{Duration, Instant};

/// Anything that went wrong in a benchmark; it stops there.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// How long something took.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// By the clock on the wall.
    pub wall: Duration,
    /// On the processor, this thread alone: what it would take on a machine that does nothing else.
    pub processor: Duration,
}

/// Runs something and says how long it took.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time; nothing depends on it")]
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (start, before) = (Instant::now(), on_processor());
    let value = work();
    let processor = on_processor().saturating_sub(before);
    (value, Took { wall: start.elapsed(), processor })
}

/// Time of this thread on the processor, to the nanosecond; 0 where the system does not say.
fn on_processor() -> Duration {
    #[cfg(unix)]
    return elapsed(rustix::time::ClockId::ThreadCPUTime);
    #[cfg(not(unix))]
    Duration::ZERO
}

/// Seconds of the whole process on the processor, all its threads together; 0 where the system does not say.
#[must_use]
pub fn process_seconds() -> f64 {
    #[cfg(unix)]
    return elapsed(rustix::time::ClockId::ProcessCPUTime).as_secs_f64();
    #[cfg(not(unix))]
    0.0
}

#[cfg(unix)]
fn elapsed(clock: rustix::time::ClockId) -> Duration {
    let time = rustix::time::clock_gettime(clock);
    let part = |part: i64| u64::try_from(part).unwrap_or(0);
    Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
}

/// The value below which so many hundredths of the times lie, in milliseconds.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "figures for a table")]
pub fn percentile(times: &mut [Duration], hundredth: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * hundredth / 100).min(times.len().saturating_sub(1));
    times.get(at).map_or(0.0, |time| time.as_micros() as f64 / 1_000.0)
}

/// Most memory that this process ever had, in MiB (VmHWM); 0 where the system does not say.
#[must_use]
pub fn peak_mib() -> f64 {
    status_mib("VmHWM:")
}

/// Memory that this process has now, in MiB (VmRSS); 0 where the system does not say.
#[must_use]
pub fn resident_mib() -> f64 {
    status_mib("VmRSS:")
}

fn status_mib(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1_024.0
}

/// Bytes of a file or of all files in a folder.
#[must_use]
pub fn bytes(path: &Path) -> u64 {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        return entries.map(|entry| bytes(&entry.path())).sum();
    }
    path.metadata().map_or(0, |about| about.len())
}

/// Asks the system to forget what it has read of a file, so that the next opening reads the disk.
pub fn forget_cached(path: &Path) {
    let _best_effort = std::process::Command::new("dd")
        .args([&format!("of={}", path.display()), "oflag=nocache", "conv=notrunc,fdatasync", "count=0", "status=none"])
        .status();
}
