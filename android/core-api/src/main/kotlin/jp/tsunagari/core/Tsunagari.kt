package jp.tsunagari.core

import kotlinx.coroutines.flow.Flow

/**
 * One device: finding help, what a person keeps, and who listens to changes. Any thread may ask; nothing here blocks the
 * thread that asks, unless it says so.
 */
interface TsunagariApi : AutoCloseable {
    /** Finding help. */
    val directory: DirectoryApi

    /** The lock of what is kept. */
    val lock: LockApi

    /** The mood log and つながりの質問. */
    val journal: JournalApi

    /** Plan, memo, favourites and entries of one's own. */
    val keepsakes: KeepsakesApi

    /** Check-ins and what must stay silent. */
    val checkIns: CheckInsApi

    /** The one quiet line of Home. */
    val home: HomeApi

    /** Backups of all that is kept. */
    val backups: BackupApi

    /** Codes that the camera sees. */
    val codes: CodeApi

    /**
     * What changes while it is collected. [Changed.EVERYTHING] comes first, as soon as no change is missed any more: a
     * screen asks for all that it shows then, and need not ask before. Who collects slowly finds a kind once, however
     * often it changed meanwhile. It completes when the device is closed; [TsunagariError.Closed] after that.
     */
    fun changes(): Flow<Changed>

    /** Composed texts are in this language from now on. */
    suspend fun speak(language: Language)

    /**
     * Closes the device: what is asked from now on ends with [TsunagariError.Closed], what is running comes to its end.
     * Twice is no mistake. It may wait for the disk.
     */
    override fun close()
}

/** Language of composed texts. */
enum class Language {
    JAPANESE,

    /** やさしい日本語; readings stand in `{漢字|かんじ}`. */
    EASY_JAPANESE,
    ENGLISH,
}

/** What has changed, so that a screen that shows it asks again. It never says what was written. */
enum class Changed {
    /** The first of every collection: ask for all that is shown, since what changed before was not heard. */
    EVERYTHING,

    /** What is kept was opened, locked, made or forgotten. */
    LOCK,

    /** Imported entries. */
    DIRECTORY,

    /** The mood log, or whether it is shown. */
    MOOD,

    /** Kept answers to つながりの質問. */
    ANSWERS,

    /** The plan for hard hours. */
    PLAN,

    /** The consultation memo. */
    MEMO,

    /** Favourites. */
    FAVOURITES,

    /** Entries of one's own. */
    OWN,

    /** Check-ins and silence. */
    CHECK_INS,

    /** The line on Home. */
    HOME,

    /** When backups are made. */
    BACKUP,
}
