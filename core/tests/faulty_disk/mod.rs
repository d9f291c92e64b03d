//! A SQLite VFS over the one of the system whose writes fail when they are told to.

#![allow(unsafe_code, clippy::unwrap_used, clippy::missing_safety_doc)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, Ordering};

use rusqlite::ffi;

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The disk answers with an error (EIO).
    Io,
    /// There is no space left (ENOSPC).
    Full,
    /// Half of the bytes are written, then there is no space left.
    Short,
}

static WHAT: AtomicU8 = AtomicU8::new(0);
/// Calls until one fails; negative when nothing is armed.
static LEFT: AtomicI64 = AtomicI64::new(-1);
static STICKY: AtomicBool = AtomicBool::new(false);
static FIRED: AtomicBool = AtomicBool::new(false);

/// The VFS, which every database of this process uses from then on.
pub(crate) struct FaultyDisk;

impl FaultyDisk {
    pub(crate) fn install() -> Self {
        static DONE: OnceLock<()> = OnceLock::new();
        DONE.get_or_init(register);
        Self
    }

    /// The n-th writing call from now fails, and with `sticky` all after it.
    pub(crate) fn arm(&self, fault: Fault, n: i64, sticky: bool) {
        WHAT.store(fault as u8, Ordering::SeqCst);
        STICKY.store(sticky, Ordering::SeqCst);
        FIRED.store(false, Ordering::SeqCst);
        LEFT.store(n, Ordering::SeqCst);
    }

    /// Nothing fails any more; says whether something did.
    pub(crate) fn disarm(&self) -> bool {
        LEFT.store(-1, Ordering::SeqCst);
        FIRED.load(Ordering::SeqCst)
    }
}

/// Whether this call fails.
fn fails() -> Option<Fault> {
    let left = LEFT.load(Ordering::SeqCst);
    if left < 0 {
        return None;
    }
    if left > 0 {
        LEFT.store(left - 1, Ordering::SeqCst);
        return None;
    }
    FIRED.store(true, Ordering::SeqCst);
    if !STICKY.load(Ordering::SeqCst) {
        LEFT.store(-1, Ordering::SeqCst);
    }
    Some(match WHAT.load(Ordering::SeqCst) {
        0 => Fault::Io,
        1 => Fault::Full,
        _ => Fault::Short,
    })
}

/// An open file: ours in front, that of the system behind it.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    methods: ffi::sqlite3_io_methods,
}

fn system() -> *mut ffi::sqlite3_vfs {
    static SYSTEM: OnceLock<usize> = OnceLock::new();
    *SYSTEM.get_or_init(|| unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) } as usize) as *mut ffi::sqlite3_vfs
}

const OURS: usize = std::mem::size_of::<File>().next_multiple_of(16);

unsafe fn behind(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    unsafe { file.cast::<u8>().add(OURS).cast() }
}

unsafe fn methods<'a>(file: *mut ffi::sqlite3_file) -> &'a ffi::sqlite3_io_methods {
    unsafe { &*(*file).pMethods }
}

fn register() {
    unsafe {
        let mut ours = *system();
        ours.szOsFile += c_int::try_from(OURS).unwrap();
        ours.zName = c"faulty".as_ptr();
        ours.pNext = std::ptr::null_mut();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        let ours: &'static mut ffi::sqlite3_vfs = Box::leak(Box::new(ours));
        assert_eq!(ffi::sqlite3_vfs_register(ours, 1), ffi::SQLITE_OK);
        let found = CStr::from_ptr((*ffi::sqlite3_vfs_find(std::ptr::null())).zName);
        assert_eq!(found, c"faulty");
    }
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe {
        (*file).pMethods = std::ptr::null();
        if flags & ffi::SQLITE_OPEN_CREATE != 0 && fails().is_some() {
            return ffi::SQLITE_CANTOPEN;
        }
        let below = behind(file);
        let code = (*system()).xOpen.unwrap()(system(), name, below, flags, out);
        if code != ffi::SQLITE_OK {
            return code;
        }
        let file: *mut File = file.cast();
        let mut table = *(*below).pMethods;
        table.xClose = Some(close);
        table.xRead = Some(read);
        table.xWrite = Some(write);
        table.xTruncate = Some(truncate);
        table.xSync = Some(sync);
        table.xFileSize = Some(size);
        table.xLock = Some(lock);
        table.xUnlock = Some(unlock);
        table.xCheckReservedLock = Some(reserved);
        table.xFileControl = Some(control);
        table.xSectorSize = Some(sector);
        table.xDeviceCharacteristics = Some(device);
        table.xShmMap = Some(shm_map);
        table.xShmLock = Some(shm_lock);
        table.xShmBarrier = Some(shm_barrier);
        table.xShmUnmap = Some(shm_unmap);
        // No mapped reads: each goes through xRead.
        table.iVersion = table.iVersion.min(2);
        (*file).methods = table;
        (*file).base.pMethods = &raw const (*file).methods;
        code
    }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    if fails().is_some() {
        return ffi::SQLITE_IOERR_DELETE;
    }
    unsafe { (*system()).xDelete.unwrap()(system(), name, sync) }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe { methods(behind(file)).xClose.unwrap()(behind(file)) }
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    to: *mut c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    unsafe { methods(behind(file)).xRead.unwrap()(behind(file), to, length, at) }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    length: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    unsafe {
        let write = methods(behind(file)).xWrite.unwrap();
        match fails() {
            None => write(behind(file), from, length, at),
            Some(Fault::Io) => ffi::SQLITE_IOERR_WRITE,
            Some(Fault::Full) => ffi::SQLITE_FULL,
            Some(Fault::Short) => {
                write(behind(file), from, length / 2, at);
                ffi::SQLITE_FULL
            }
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: ffi::sqlite3_int64) -> c_int {
    if fails().is_some() {
        return ffi::SQLITE_IOERR_TRUNCATE;
    }
    unsafe { methods(behind(file)).xTruncate.unwrap()(behind(file), length) }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    if fails().is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    unsafe { methods(behind(file)).xSync.unwrap()(behind(file), flags) }
}

unsafe extern "C" fn size(file: *mut ffi::sqlite3_file, out: *mut ffi::sqlite3_int64) -> c_int {
    unsafe { methods(behind(file)).xFileSize.unwrap()(behind(file), out) }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, kind: c_int) -> c_int {
    unsafe { methods(behind(file)).xLock.unwrap()(behind(file), kind) }
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, kind: c_int) -> c_int {
    unsafe { methods(behind(file)).xUnlock.unwrap()(behind(file), kind) }
}

unsafe extern "C" fn reserved(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    unsafe { methods(behind(file)).xCheckReservedLock.unwrap()(behind(file), out) }
}

unsafe extern "C" fn control(file: *mut ffi::sqlite3_file, what: c_int, value: *mut c_void) -> c_int {
    unsafe { methods(behind(file)).xFileControl.unwrap()(behind(file), what, value) }
}

unsafe extern "C" fn sector(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe { methods(behind(file)).xSectorSize.unwrap()(behind(file)) }
}

unsafe extern "C" fn device(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe { methods(behind(file)).xDeviceCharacteristics.unwrap()(behind(file)) }
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    unsafe { methods(behind(file)).xShmMap.unwrap()(behind(file), page, size, extend, out) }
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, at: c_int, n: c_int, flags: c_int) -> c_int {
    unsafe { methods(behind(file)).xShmLock.unwrap()(behind(file), at, n, flags) }
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    unsafe { methods(behind(file)).xShmBarrier.unwrap()(behind(file)) }
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    unsafe { methods(behind(file)).xShmUnmap.unwrap()(behind(file), delete) }
}
