package jp.tsunagari.core

import java.time.Instant
import java.time.LocalDate
import kotlinx.coroutines.flow.Flow

/**
 * Finding help: in words, by questions, near a place, in an emergency, when a line is busy. Nothing of what is asked here
 * is stored. An area is said by its name or code; one that is not clear ends with [TsunagariError.Invalid] of `area`.
 */
interface DirectoryApi {
    /**
     * Searches while a person types: each request takes the place of the one before, whose search stops at once. The flow
     * ends when [requests] ends; it never fails, since a field to type in must not. The last
     * request always ends in [FindState.Found] or [FindState.Failed], also when a search of another screen stopped it.
     */
    fun results(requests: Flow<FindRequest>): Flow<FindState>

    /**
     * One search. Cancelling the coroutine stops it.
     *
     * @throws TsunagariError.Cancelled when another search began meanwhile.
     */
    suspend fun find(request: FindRequest): Answer

    /**
     * All that is known of one entry.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun show(id: EntryId, area: String? = null): Detail

    /** All lines that are there at this moment, open ones first. */
    suspend fun lines(area: String? = null, filters: Filters = Filters()): List<Card>

    /** Places to go near a place, with their next dates, and what every municipality should have there. */
    suspend fun places(area: String, filters: Filters = Filters(), limit: Int = 20): Around

    /** The emergency row for a place. */
    suspend fun emergency(area: String? = null): List<EmergencyLine>

    /**
     * What can be done when a line did not answer. It is never nothing.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun busy(request: BusyRequest): Busy

    /**
     * The next questions of the guided finder, or what the answers lead to. Every question can be left out.
     *
     * @throws TsunagariError.Invalid with `answers`.
     */
    suspend fun guide(answers: GivenAnswers): AskStep

    /** What a person means by the name or code of a place. */
    suspend fun areas(text: String): AreaAnswer

    /**
     * Imports open data, a file or a folder; with [allKinds] also what is not about help. It begins when it is collected
     * and stops when that is cancelled; all of it is stored or nothing.
     *
     * @throws TsunagariError.NotFound when nothing is there.
     * @throws TsunagariError.Invalid with `path`.
     */
    fun importFrom(path: String, allKinds: Boolean = false): Flow<ImportState>

    /** What is here, how old it is, and whether it is whole. Reads every page of the directory. */
    suspend fun state(): DirectoryState

    /**
     * A page of HTML with entries, to print or to copy by hand.
     *
     * @throws TsunagariError.Invalid with `traces` when traces of an entry could endanger somebody and the person did not
     *   say that it may be printed.
     * @throws TsunagariError.NotFound
     */
    suspend fun paper(request: PaperRequest): String

    /**
     * An entry as a code that another phone reads from the screen: its name, some ways with their cost and hours, where it
     * is, and who assured it and when, shortened to what is read at once. [traces] as in [PaperRequest].
     *
     * @throws TsunagariError.Invalid with `traces` as in [paper]; with `qr` when it is longer than one code holds.
     * @throws TsunagariError.NotFound
     */
    suspend fun code(
        id: EntryId,
        area: String? = null,
        traces: Boolean = false,
    ): EntryCode
}

/** What a person asks for. */
data class FindRequest(
    /** What they typed, as they typed it; there is no query syntax. */
    val text: String,
    /** Name or code of the area they are in or ask for. */
    val area: String? = null,
    /** What they ruled out. */
    val filters: Filters = Filters(),
    /** How many cards at most; 0 for the usual five. */
    val limit: Int = 0,
    /** Entries of their own, too, where what is kept is open. */
    val own: Boolean = false,
)

/** Conditions every card must meet. What is unknown does not meet a condition. */
data class Filters(
    /** Known to be open now. */
    val openNow: Boolean = false,
    /** At least one way costs nothing. */
    val free: Boolean = false,
    /** At least one way needs no voice. */
    val noVoice: Boolean = false,
    /** A place where one can have a part (役割がある場所). */
    val rolePlace: Boolean = false,
    /** Any of these ways will do; empty means all. */
    val ways: Set<WayKind> = emptySet(),
    /** Code of a language that is spoken there, such as `vi`. */
    val spoken: String? = null,
    /** Age in years of the person it is for. */
    val age: Int? = null,
    /** Distance from the centre of the area asked for. */
    val withinKm: Int? = null,
    /** Any of these kinds will do; empty means all. */
    val kinds: Set<EntryKind> = emptySet(),
)

/** Where a search stands. */
sealed interface FindState {
    val request: FindRequest

    /** It runs: keep what is shown. */
    data class Searching(override val request: FindRequest) : FindState

    /** It found this. */
    data class Found(override val request: FindRequest, val answer: Answer) : FindState

    /** It could not be done. */
    data class Failed(override val request: FindRequest, val error: TsunagariError) : FindState
}

/** What was found. */
data class Answer(
    /** A danger now: show 119 and 110 before anything else. */
    val danger: Boolean,
    /** What was understood, in words. */
    val understood: String?,
    /** Sentences, one for each need for which the directory holds nothing. */
    val gaps: List<String>,
    /** Few cards, best first. */
    val cards: List<Card>,
    /** Entries of the person's own. */
    val own: List<OwnEntry>,
    /** More matched than was looked at. */
    val cut: Boolean,
    /** The emergency row for the area. */
    val emergency: List<EmergencyLine>,
)

/** Places around a place. */
data class Around(
    /** Nearest and soonest first. */
    val places: List<Place>,
    /** What every municipality should have there. */
    val slots: List<Slot>,
)

/** A place to go. */
data class Place(
    val card: Card,
    /** What is known about going there for the first time. */
    val firstVisit: List<Fact>,
)

/** What every municipality should have. */
data class Slot(
    /** Its code. */
    val kind: String,
    val name: String,
    /** Entries that fill it; empty when nothing is known yet, which is shown. */
    val filledBy: List<Named>,
)

/** An entry by its name. */
data class Named(val id: EntryId, val name: String)

/** A line did not answer. */
data class BusyRequest(
    /** Entries that did not answer, the latest last; none where it was some other line. */
    val ids: List<EntryId>,
    /** The way that was tried. */
    val kind: WayKind? = null,
    /** Name or code of the area the person is in. */
    val area: String? = null,
    /** Code of the language they want to speak. */
    val spoken: String? = null,
    /** Their age in years. */
    val age: Int? = null,
    /** Remember for 24 hours what was tried, and do not offer it first; only if the person said so. */
    val remember: Boolean = false,
)

/** What can be done when a line did not answer. */
data class Busy(
    /** The line that did not answer just now. */
    val line: Card?,
    /** What can be done, side by side; never empty, and the last is to stop for today. */
    val choices: List<Choice>,
    /** What was tried is remembered for 24 hours. */
    val remembered: Boolean,
    /** The emergency row. */
    val emergency: List<EmergencyLine>,
)

/** One thing that can be done. */
sealed interface Choice {
    /** Another way to the same line. */
    data class OtherWay(val way: Way) : Choice

    /** Another line that is open. */
    data class Line(val card: Card, val way: WayId) : Choice

    /** Another line that may be open. */
    data class Unsure(val card: Card, val way: WayId) : Choice

    /** The same again. */
    data class Again(val card: Card, val way: WayId) : Choice

    /** The line that opens next. */
    data class Later(
        val card: Card,
        val way: WayId,
        val opens: Instant,
    ) : Choice

    /** To stop for today. */
    data object EnoughForToday : Choice
}

/** What a person means by the name or code of a place. */
sealed interface AreaAnswer {
    /** This one. */
    data class One(val area: Area) : AreaAnswer

    /** One of several with that name: ask which. */
    data class Several(val areas: List<Area>) : AreaAnswer

    /** None has that name; [near] have one like it. */
    data class None(val near: List<Area>) : AreaAnswer
}

/** A prefecture, municipality or ward. */
data class Area(
    /** Two digits, or six with a check digit. */
    val code: String,
    /** Name with its prefecture and city. */
    val name: String,
    /** Reading of its own name. */
    val kana: String,
)

/** What is here and how old it is. */
data class DirectoryState(
    /** The national pack and what was imported. */
    val packs: List<PackState>,
    /** The clock of the device can be right. */
    val clockOk: Boolean,
    /** The stored directory is whole. Answers come from what the app carries in any case. */
    val whole: Boolean,
)

/** A set of entries. */
data class PackState(
    val id: String,
    val name: String,
    val entries: Int,
    /** The day on which it was made, or imported. */
    val on: LocalDate?,
    /** What its age means; `null` while it is fresh. */
    val age: String?,
)

/** A paper with entries. */
data class PaperRequest(
    /** The entries; empty for the lines one can begin with, and what is near. */
    val ids: List<EntryId> = emptyList(),
    val layout: Layout = Layout.SHEET,
    /** Name or code of the area. */
    val area: String? = null,
    /** Also entries whose traces could endanger somebody: the person was warned and said so. */
    val traces: Boolean = false,
)

/** An entry as a code. */
data class EntryCode(
    /** What the code says, word for word: lines without readings to be drawn. */
    val text: String,
    val code: Code,
)

/** How entries are laid out on paper. */
enum class Layout {
    /** A sheet: entries below each other. */
    SHEET,

    /** Cards to cut out. */
    CARDS,

    /** 書き写し: very large, to copy by hand. */
    COPY,
}
