package jp.tsunagari.ui.shell

import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Keystore
import kotlinx.coroutines.flow.StateFlow

/**
 * What only the platform can do. The shell hands parts of it to screens as lambdas; on Android it is the activity, on a
 * desktop a window.
 *
 * All of it may be called from the thread that draws, and comes back at once; what suspends waits for a person. Nothing here
 * throws, except where it says so: what a platform cannot do answers with `false` or `null`, and the screen offers
 * another way.
 */
interface Outside {
    /**
     * Opens the dialler with [number] in it. The call is made by the person, never by the app. `false` where there is no
     * dialler: show the number large then.
     */
    fun dial(number: String): Boolean

    /** Opens an address (`https:`, `mailto:`) in another app; `false` where none takes it. */
    fun browse(address: String): Boolean

    /**
     * Puts [text] on the clipboard. [sensitive] keeps it out of previews, and should be so for all that could tell about
     * the person; the number of a line, too.
     */
    fun copy(text: String, sensitive: Boolean)

    /** Hands [text] to an app that the person chooses; `false` where there is none. */
    fun share(text: String): Boolean

    /**
     * Opens the system's printing with a page of the core. [name] is how the system calls it while it waits: a neutral
     * one. Nothing in the page is run and nothing is fetched for it. `false` where the platform does not print.
     */
    suspend fun print(html: String, name: String): Boolean

    /**
     * Has a file chosen; `null` when none was. To be closed when it was read, whatever came of it.
     *
     * @throws jp.tsunagari.core.TsunagariError.Full when there is no space for the copy, `Invalid` with `size` when it is
     *   larger than the core takes, `Unexpected` with `read` when it could not be read.
     */
    suspend fun pickFile(): PickedFile?

    /**
     * Asks where a file shall go, has [fill] write it to a path of the app's own, and takes it there. What was written on
     * the way is deleted. `false` when the person chose no place; [fill] is not called then.
     *
     * @throws jp.tsunagari.core.TsunagariError.Full when there is no space, `Unexpected` with `save` when it could not be
     *   taken there; also what [fill] throws. Nothing half written is left in these cases.
     */
    suspend fun saveFile(
        name: String,
        mediaType: String,
        fill: suspend (path: String) -> Unit,
    ): Boolean

    /** A folder for scheduled backups, which a person reaches with a cable or the system's app for files. */
    val backupFolder: String

    /** Whether the system lets the app show notices. */
    fun maySpeak(): Boolean

    /**
     * Asks for it. `false` when it was refused, also without a question when it had been refused before: offer
     * [openSystemSettings] then.
     */
    suspend fun askToSpeak(): Boolean

    /** Opens the page of the system's settings about the app's notices. */
    fun openSystemSettings()

    /**
     * A keystore whose key only opens to a finger or a face; `null` while the phone has none enrolled. It asks by itself,
     * and its calls wait for the answer. The same one every time.
     */
    fun finger(): Keystore?

    /** The camera; `null` without one. */
    val camera: Camera?

    /** Whether the picture of the app among recent apps, screenshots and mirroring show nothing of it. */
    fun hideFromRecents(hide: Boolean)

    /** Goes out of sight at once, to where the person was before. Locking is a matter of the shell. */
    fun leave()

    /** What the system's own way back does; with `null` it leaves the app, as on the first page. */
    fun whenBack(deed: (() -> Unit)?)

    /** Under which name and picture the app stands among others; `null` where that cannot be chosen. */
    val identity: Identity?

    /**
     * Sets the alarms of check-ins, where a page asks for it at once. Whatever else changes the plan, the platform follows
     * by itself: it has to when no page is there, too.
     */
    val alarms: AlarmSetter

    /** Cancels every alarm and takes every notice away, as when everything was forgotten. */
    fun silence()

    /** The version of the app. */
    val version: String

    /**
     * Whether the phone reaches a network for calls, be it for emergency calls only. `false` is 圏外 (or flight mode), and only
     * said when the phone is sure; what cannot be known is `true`.
     */
    val service: StateFlow<Boolean>

    /** Whether the person sees the app: what to ask again when they come back, and when to think of locking. */
    val inFront: StateFlow<Boolean>

    /**
     * The check-in that somebody answers in its notice, until [taken]. The core was told by then: what is left is to show
     * the page on which one answers, after the lock.
     */
    val answering: StateFlow<CheckInId?>

    /** The page of [answering] is shown. */
    fun taken()
}

/** A copy of a chosen file, for the app alone. */
interface PickedFile : AutoCloseable {
    /** Where the copy is. */
    val path: String

    /** What the file is called, for the person. */
    val name: String

    /** Deletes the copy. Twice is no mistake. */
    override fun close()
}
