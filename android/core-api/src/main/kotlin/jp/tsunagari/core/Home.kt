package jp.tsunagari.core

import java.time.Instant

/** The one quiet line of Home. It is chosen on this device alone. */
interface HomeApi {
    /** The line of today, if there is one: at most one a week, none while resting. Asking keeps that it was shown. */
    suspend fun line(): QuietLine?

    /** What was chosen about the line. */
    suspend fun choice(): HomeChoice

    /**
     * Says where the person is, by the name or code of an area; `null` takes it back.
     *
     * @throws TsunagariError.Invalid with `area` when none or several have that name.
     */
    suspend fun setArea(area: String?)

    /** Says about how old the person is; `null` takes it back. */
    suspend fun setAge(age: AgeBand?)

    /**
     * もう出さない: this line does not come again.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun neverAgain(id: String)

    /** Keeps every line away, or lets them come again. What was refused stays refused. */
    suspend fun setOff(off: Boolean)
}

/** The line of today. */
data class QuietLine(
    val id: String,
    val text: String,
    /** なぜこれが出たか, a sentence each. */
    val why: List<String>,
    /** The entry that it leads to. */
    val entry: EntryId?,
    /** Words to search for that it leads to. */
    val search: String?,
)

/** About how old somebody is, if they said so. */
enum class AgeBand {
    UNDER18,
    FROM18,
    FROM30,
    FROM50,
    FROM65,
}

/** What a person chose about the line. */
data class HomeChoice(
    /** Code of the area they are in, if they said so. */
    val area: String?,
    val areaName: String?,
    val age: AgeBand?,
    /** Lines that they do not want again. */
    val never: Set<String>,
    /** No line at all. */
    val off: Boolean,
)

/** Backups: all that a person keeps, in one file under a passphrase. Making and opening one takes seconds. */
interface BackupApi {
    /**
     * Writes everything into one file under a passphrase of at least eight characters, and reads it back. A file that was
     * there stays until the new one is whole.
     *
     * @throws TsunagariError.Invalid with `passphrase`.
     * @throws TsunagariError.NotFound when the folder is not there.
     */
    suspend fun backUp(path: String, passphrase: String): BackupContent

    /**
     * Opens and checks a backup, and says what it holds. Nothing is touched.
     *
     * @throws TsunagariError.WrongSecret
     * @throws TsunagariError.Damaged when it is none or was changed.
     * @throws TsunagariError.NotFound
     */
    suspend fun check(path: String, passphrase: String): BackupContent

    /**
     * Puts a backup in place of what is kept here, all of it or nothing; where something is kept already, only with
     * [replace]. Let [CheckInsApi.apply] follow.
     *
     * @throws TsunagariError.AlreadyKept
     */
    suspend fun restore(path: String, passphrase: String, replace: Boolean = false): BackupContent

    /**
     * Chooses a folder for a backup every so many days. The passphrase is kept with everything else.
     *
     * @throws TsunagariError.Invalid with `passphrase`.
     * @throws TsunagariError.NotFound when the folder is not there.
     */
    suspend fun schedule(folder: String, passphrase: String, everyDays: Int)

    /** No more scheduled backups; those that are there stay. */
    suspend fun endSchedule()

    /** How scheduled backups go; `null` when nobody asked for them. */
    suspend fun scheduleState(): BackupSchedule?

    /** Makes the scheduled backup when it is due, and says whether it did. The one before stays beside it. */
    suspend fun backUpIfDue(): Boolean
}

/** What a backup holds. */
data class BackupContent(val made: Instant, val rows: Long)

/** How scheduled backups go. */
data class BackupSchedule(
    val folder: String,
    val everyDays: Int,
    /** When one last worked. */
    val worked: Instant?,
    /** None has worked for two weeks: say so, and ask whether the folder is there. */
    val inTrouble: Boolean,
)
