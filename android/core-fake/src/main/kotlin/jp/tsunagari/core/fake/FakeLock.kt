package jp.tsunagari.core.fake

import java.time.Duration
import java.time.Instant
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.LockApi
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError

/** A lock in memory. After five wrong tries the next has to wait. */
class FakeLock internal constructor(private val device: FakeDevice) : LockApi {
    private var wrong = 0
    private var next = Instant.MIN
    private var finger: Keystore? = null

    override suspend fun state(): LockState = device.call("lock.state") {
        when {
            device.stored == null -> LockState.NothingKept
            device.isOpen -> LockState.Open(device.pin.isNotEmpty())
            else -> LockState.Locked
        }
    }

    override suspend fun begin() = device.change("lock.begin", Changed.LOCK) {
        if (device.stored != null && !device.isOpen) throw TsunagariError.Locked()
        device.stored = device.stored ?: FakeKept()
        device.isOpen = true
    }

    override suspend fun unlock(pin: String) = device.change("lock.unlock", Changed.LOCK) {
        check(pin)
        device.isOpen = true
    }

    override suspend fun unlockWith(finger: Keystore) = device.change("lock.unlockWith", Changed.LOCK) {
        if (this.finger !== finger) throw TsunagariError.WrongSecret()
        device.isOpen = true
    }

    override suspend fun lock() = device.change("lock.lock", Changed.LOCK) {
        if (device.pin.isNotEmpty()) device.isOpen = false
    }

    override suspend fun setPin(old: String, new: String) = device.change("lock.setPin", Changed.LOCK) {
        check(old)
        if (new.length in 1..3) throw TsunagariError.Invalid("pin")
        device.pin = new
        finger = null
    }

    override suspend fun setBiometric(pin: String, finger: Keystore?) = device.call("lock.setBiometric") {
        if (device.pin.isEmpty()) throw TsunagariError.Invalid("lock")
        check(pin)
        this.finger = finger
    }

    override suspend fun forgetEverything() = device.change("lock.forgetEverything", Changed.LOCK) {
        device.stored = null
        device.isOpen = false
        device.pin = ""
        finger = null
    }

    private fun check(pin: String) {
        if (device.stored == null) throw TsunagariError.NothingKept()
        if (device.instant() < next) throw TsunagariError.TryLater(next)
        if (pin == device.pin) {
            wrong = 0
            return
        }
        wrong += 1
        if (wrong >= TRIES) next = device.instant() + WAIT
        throw TsunagariError.WrongSecret()
    }

    private companion object {
        const val TRIES = 5
        val WAIT: Duration = Duration.ofMinutes(1)
    }
}
