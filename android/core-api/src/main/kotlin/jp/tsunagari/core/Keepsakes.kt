package jp.tsunagari.core

/** What a person writes down or sets aside for themselves. */
interface KeepsakesApi {
    /** All favourites, the oldest first, with what the directory says of them now. */
    suspend fun favourites(): List<KeptEntry>

    /**
     * Sets an entry aside, up to 500 of them. Gives its name of today, under which it is kept.
     *
     * @throws TsunagariError.NotFound
     * @throws TsunagariError.Invalid with `traces` for an entry that somebody should not find on this device, with `count`
     *   when there are too many.
     */
    suspend fun addFavourite(id: EntryId): String

    /**
     * Takes an entry off.
     *
     * @throws TsunagariError.NotFound when it was not set aside.
     */
    suspend fun removeFavourite(id: EntryId)

    /** Lines that are remembered as tried, without how often or when. */
    suspend fun tries(): List<EntryId>

    /**
     * The plan for hard hours (つらいときのメモ). Somebody looks for it in a hard hour: after any error, show
     * [hardHoursWithoutPlan].
     */
    suspend fun plan(area: String? = null): HardHours

    /** What stands below the plan, also when nothing is kept, it is locked, or it cannot be read: steps have no lines. */
    suspend fun hardHoursWithoutPlan(area: String? = null): HardHours

    /**
     * Adds a line at the end of a step (1 to 7), up to 20 of them.
     *
     * @throws TsunagariError.Invalid with `step`, `text`, `count`, or `traces` for an entry that somebody should not find
     *   on this device.
     * @throws TsunagariError.NotFound without such an entry.
     */
    suspend fun addToPlan(step: Int, line: NewPlanLine)

    /** Puts another line in the place of one. Places begin at 1. As [addToPlan], and [TsunagariError.NotFound] for a place. */
    suspend fun changePlan(step: Int, place: Int, line: NewPlanLine)

    /**
     * Moves a line to another place of its step; behind the last place is the last place.
     *
     * @throws TsunagariError.NotFound when no line stands in [place], and for [to] below 1.
     */
    suspend fun moveInPlan(step: Int, place: Int, to: Int)

    /**
     * Takes a line away.
     *
     * @throws TsunagariError.NotFound when no line stands in [place].
     */
    suspend fun removeFromPlan(step: Int, place: Int)

    /** The plan as a page of HTML, to print. */
    suspend fun planPage(layout: Layout = Layout.SHEET, area: String? = null): String

    /** All fields of the memo in the order in which they are said, for the person alone; those not filled in, too. */
    suspend fun memo(): List<MemoField>

    /**
     * Fills a field in, with up to 1,000 characters. A new one may not be shown before [shareMemo]; one that was there
     * keeps what was said.
     *
     * @throws TsunagariError.Invalid with `field` or `text`.
     */
    suspend fun setMemo(field: String, text: String)

    /**
     * Says whether fields may be shown to somebody.
     *
     * @throws TsunagariError.Invalid with `field`; with the code of the first field that is not filled in, and then the
     *   others are as they were asked for.
     */
    suspend fun shareMemo(fields: List<String>, share: Boolean)

    /** Empties fields. */
    suspend fun clearMemo(fields: List<String>)

    /**
     * What may be shown, and nothing else.
     *
     * @throws TsunagariError.Invalid with `share` when no field may be shown.
     */
    suspend fun sharedMemo(): SharedMemo

    /** What may be shown as a page of HTML, to print, with a code where one holds it. As [sharedMemo]. */
    suspend fun memoPage(layout: Layout = Layout.SHEET): String

    /**
     * What may be shown as a QR code. As [sharedMemo].
     *
     * @throws TsunagariError.Invalid with `qr` when it is longer than one code holds.
     */
    suspend fun memoCode(): Code

    /** The same code as a picture (SVG) with the white around it. */
    suspend fun memoCodePicture(): String

    /** All entries of one's own, by reading or name. */
    suspend fun owns(): List<OwnEntry>

    /** Entries of one's own that fit what was typed, best first. */
    suspend fun findOwn(text: String): List<OwnEntry>

    /**
     * Writes a new entry, up to 500 of them.
     *
     * @throws TsunagariError.Invalid with `text` without a name or when a field is too long, with `count` when there are
     *   too many.
     */
    suspend fun addOwn(words: OwnWords): OwnId

    /**
     * Changes an entry.
     *
     * @throws TsunagariError.NotFound and as [addOwn].
     */
    suspend fun changeOwn(id: OwnId, words: OwnWords)

    /**
     * Erases an entry; its bytes are overwritten.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun removeOwn(id: OwnId)
}

/** An entry of the directory that was set aside, as a favourite or in the plan. */
data class KeptEntry(
    val id: EntryId,
    /** Its name of the day it was chosen. */
    val name: String,
    /** What the directory says of it now. */
    val now: Standing,
) {
    /** What the directory says of an entry. */
    sealed interface Standing {
        data class Here(val card: Card) : Standing

        /** It is gone; [words] say so. */
        data class Gone(val words: String) : Standing
    }
}

/** The plan as it is shown, and what always stands below it. */
data class HardHours(
    /** The seven steps in order, empty ones too; show those that have lines, and all of them when none has. */
    val steps: List<PlanStep>,
    /** Lines that listen, those that are open first. */
    val listening: List<Card>,
    /** The emergency row. */
    val emergency: List<EmergencyLine>,
    /** What must be said of numbers that may not work where the person is. */
    val emergencyNotes: List<String>,
)

/** A step of the plan. */
data class PlanStep(
    /** 1 to 7. */
    val number: Int,
    val title: String,
    /** What may stand in it, as a few examples. */
    val hint: String,
    /** Its lines, in the person's order. */
    val lines: List<PlanLine>,
)

/** A line of the plan. */
sealed interface PlanLine {
    /** In the person's words, word for word. */
    data class Written(val text: String) : PlanLine

    /** An entry of the directory. */
    data class Listed(val entry: KeptEntry) : PlanLine
}

/** A line that is to be written into the plan. */
sealed interface NewPlanLine {
    /** In the person's words, up to 200 characters. */
    data class Written(val text: String) : NewPlanLine

    /** An entry of the directory. */
    data class Listed(val id: EntryId) : NewPlanLine
}

/** A field of the memo, for the person alone. */
data class MemoField(
    /** Its code, such as `name`. */
    val code: String,
    val title: String,
    /** In the person's words; empty where nothing is written. */
    val text: String,
    /** The person said that it may be shown to somebody. */
    val share: Boolean,
)

/** What of the memo may be shown. */
data class SharedMemo(
    /** To be read aloud or shown large: one a field. */
    val sentences: List<String>,
    /** A line a field: what the code holds. */
    val text: String,
)

/** A QR code. Readers need white of four modules around it. */
data class Code(
    /** Modules on a side. */
    val size: Int,
    /** Whether a module is dark: row by row from the top. */
    val dark: List<Boolean>,
) {
    /** Whether the module in column [x] of row [y] is dark. */
    fun isDark(x: Int, y: Int): Boolean = dark[y * size + x]
}

/** Names an entry of one's own. */
@JvmInline
value class OwnId(val value: String)

/** What a person writes into an entry of their own; what is `null` stays as it is, or is empty in a new one. */
data class OwnWords(
    /** Up to 100 characters; a new entry needs one. */
    val name: String? = null,
    /** Reading, up to 100 characters. */
    val kana: String? = null,
    /** Telephone number, up to 100 characters. */
    val tel: String? = null,
    /** Where it is, up to 200 characters. */
    val address: String? = null,
    /** When it is open, in words of up to 500 characters. */
    val hours: String? = null,
    /** Anything else, up to 2,000 characters. */
    val note: String? = null,
)

/** An entry of one's own. It is always shown as such; fields that were not written are empty. */
data class OwnEntry(
    val id: OwnId,
    /** That the person wrote it themselves: to be shown with it. */
    val label: String,
    val name: String,
    /** Reading. */
    val kana: String,
    /** Telephone number, as written down; nobody assured it. */
    val tel: String,
    val address: String,
    /** When it is open, in words. */
    val hours: String,
    /** As far as these words are understood. */
    val state: OpenState,
    /** The state in words. */
    val stateWords: String,
    val note: String,
)
