package jp.tsunagari.core

import java.time.Instant

/**
 * What a screen can do something about. Nothing personal is in it, no path and no word of a person.
 *
 * Every suspending function of this module ends with a value, with one of these, or with the cancellation of its
 * coroutine.
 */
sealed class TsunagariError(message: String) : Exception(message) {
    /** Ask for the PIN or passphrase, or for the device to be unlocked. */
    class Locked : TsunagariError("locked")

    /** This PIN, passphrase, finger or face does not open it: ask again. */
    class WrongSecret : TsunagariError("wrong secret")

    /** Too many wrong tries: another one counts from [at] on. */
    class TryLater(val at: Instant) : TsunagariError("try again later")

    /** Nothing is kept on this device yet: offer to begin. */
    class NothingKept : TsunagariError("nothing is kept here yet")

    /** Something is kept here already: ask whether it shall be replaced. */
    class AlreadyKept : TsunagariError("something is kept here already")

    /** The data was sealed with another key, or its key is gone: offer a backup. It was left as it is. */
    class KeyMismatch : TsunagariError("another key sealed this")

    /** The data cannot be read. It was left as it is: offer a backup. */
    class Damaged : TsunagariError("damaged")

    /** No space is left: ask for some. Nothing was changed. */
    class Full : TsunagariError("no space left")

    /** Another program is writing: try again in a moment. */
    class Busy : TsunagariError("busy")

    /** A newer tsunagari made this: offer the update. */
    class NeedsNewerVersion : TsunagariError("a newer version is needed")

    /** There is no such entry, line or form. */
    class NotFound : TsunagariError("not found")

    /** The mood log is put away: show nothing of it. */
    class PutAway : TsunagariError("put away")

    /** What was given cannot be taken: mark [field], which is called here as in the core. */
    class Invalid(val field: String) : TsunagariError("$field is invalid")

    /** A later search took over: show nothing. */
    class Cancelled : TsunagariError("cancelled")

    /** The device was closed: open it again. */
    class Closed : TsunagariError("closed")

    /** Nothing an app can do; [code] is stable and for reports. */
    class Unexpected(val code: String) : TsunagariError("unexpected $code")
}
