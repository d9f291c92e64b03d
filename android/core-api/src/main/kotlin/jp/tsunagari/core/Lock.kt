package jp.tsunagari.core

/** The lock of what is kept. */
interface LockApi {
    /** How it stands. */
    suspend fun state(): LockState

    /** Begins to keep things on this device. Without it nothing private is ever made (さがすだけ). */
    suspend fun begin()

    /**
     * Opens what is kept with the PIN or passphrase. A try is counted before it is made.
     *
     * @throws TsunagariError.WrongSecret
     * @throws TsunagariError.TryLater
     */
    suspend fun unlock(pin: String)

    /**
     * Opens what is kept with a finger or a face, through a keystore that asks for it.
     *
     * @throws TsunagariError.WrongSecret when it was not allowed, or who is enrolled has changed: the PIN opens it then.
     */
    suspend fun unlockWith(finger: Keystore)

    /** Locks it, where there is a PIN. */
    suspend fun lock()

    /**
     * Sets, changes or (with an empty [new]) takes away the PIN or passphrase of at least four characters; [old] is empty
     * where there is none. A finger or face has to be allowed again.
     *
     * @throws TsunagariError.WrongSecret
     * @throws TsunagariError.Invalid with `pin`.
     */
    suspend fun setPin(old: String, new: String)

    /**
     * Allows a finger or a face beside the PIN, or with `null` no more.
     *
     * @throws TsunagariError.WrongSecret
     * @throws TsunagariError.Invalid with `lock` where there is no PIN.
     */
    suspend fun setBiometric(pin: String, finger: Keystore?)

    /** Forgets everything that is kept, keys first. The directory stays, backups elsewhere stay. */
    suspend fun forgetEverything()
}

/** How what is kept stands. */
sealed interface LockState {
    /** Nothing is kept on this device. */
    data object NothingKept : LockState

    /** It needs the PIN. */
    data object Locked : LockState

    /** It opens without asking; [hasLock] says whether a PIN is set. */
    data class Open(val hasLock: Boolean) : LockState
}
