package jp.tsunagari.core.rust

import jp.tsunagari.core.Keystore
import jp.tsunagari.core.LockApi
import jp.tsunagari.core.LockState
import jp.tsunagari.ffi.Lock
import jp.tsunagari.ffi.LockState as FfiLockState

internal class RustLock(private val lock: Lock, private val calls: Calls) : LockApi {
    override suspend fun state(): LockState = calls.call { lock.state().toDomain() }

    override suspend fun begin() = calls.call { lock.begin() }

    override suspend fun unlock(pin: String) = calls.call { lock.unlock(pin) }

    override suspend fun unlockWith(finger: Keystore) = calls.call { lock.unlockWith(PlatformKeystore(finger)) }

    override suspend fun lock() = calls.call { lock.lock() }

    override suspend fun setPin(old: String, new: String) = calls.call { lock.setPin(old, new) }

    override suspend fun setBiometric(pin: String, finger: Keystore?) =
        calls.call { lock.setBiometric(pin, finger?.let(::PlatformKeystore)) }

    override suspend fun forgetEverything() = calls.call { lock.forgetEverything() }
}

internal fun FfiLockState.toDomain(): LockState = when {
    !kept -> LockState.NothingKept
    open -> LockState.Open(hasLock)
    else -> LockState.Locked
}
