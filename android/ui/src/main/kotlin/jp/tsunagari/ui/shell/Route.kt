package jp.tsunagari.ui.shell

import java.time.LocalDate
import java.time.Year
import java.time.YearMonth
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.OwnId
import jp.tsunagari.ui.settings.SettingsPage

/** A page, and what it was opened with. It lives as long as the app is there: nothing of it is written down. */
sealed interface Route {
    /** The three cards of the first start. */
    data object Start : Route

    data object Home : Route

    /** Everything that has no door on Home. */
    data object More : Route

    /** Finding, [words] typed already. */
    data class Find(val words: String = "") : Route

    /** An entry. */
    data class Entry(val id: EntryId) : Route

    /** An entry as a code for another phone; with [traces] the person said that it may stand there. */
    data class Code(val id: EntryId, val traces: Boolean) : Route

    /** A number very large, where there is no dialler to give it to. */
    data class Number(val number: String) : Route

    /** A line did not answer. */
    data class Busy(val request: BusyRequest) : Route

    data object Places : Route

    /** Choosing a place, which is kept with [keep] where something is kept; [chosen] hears of it. */
    data class Area(val keep: Boolean, val chosen: (jp.tsunagari.core.Area?) -> Unit) : Route

    /** The guided finder. */
    data object Ask : Route

    /** What is known here, how old it is, and imports. */
    data object Data : Route

    /** The card that asks for an interpreter. */
    data object Speak : Route

    /** Reading a code by camera. */
    data object Scan : Route

    /** The phone is in the hands of somebody else. */
    data object Handover : Route

    data object Mood : Route

    data class MoodDay(val day: LocalDate) : Route

    data class MoodMonth(val month: YearMonth? = null) : Route

    data class MoodYear(val year: Year? = null) : Route

    data class MoodEntry(val id: MoodId) : Route

    /** Writing the log out, and taking it in. */
    data object MoodFiles : Route

    /** つながりの質問. */
    data object Connection : Route

    data object KeptAnswers : Route

    /** つらいときのメモ. */
    data object Plan : Route

    data object PlanEdit : Route

    /** One of its seven steps. */
    data class PlanStep(val number: Int) : Route

    data object Memo : Route

    data object ShareMemo : Route

    /** お守り: what was set aside. */
    data object Kept : Route

    /** Entries of one's own. */
    data object Own : Route

    /** Writing one, or a new one. */
    data class OwnEdit(val id: OwnId?) : Route

    data object CheckIns : Route

    /** Opening the lock. */
    data object Unlock : Route

    /** Setting, changing or taking away the PIN. */
    data object Pin : Route

    /** Settings, or a page of them. */
    data class Settings(val page: SettingsPage? = null) : Route
}
