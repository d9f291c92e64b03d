package jp.tsunagari.core

import java.time.Instant

/** Names an entry of the directory. */
@JvmInline
value class EntryId(val value: String)

/** Names a way within its entry. */
@JvmInline
value class WayId(val value: String)

/** Kind of an entry. */
enum class EntryKind {
    LINE,
    DESK,
    PLACE,
    SCHEME,
    SITE,
}

/** Kind of a way. There are more than those named here: show the words that come with the way. */
@JvmInline
value class WayKind(val code: String) {
    companion object {
        val TEL = WayKind("tel")
        val CHAT = WayKind("chat")
        val MAIL = WayKind("mail")
        val VISIT = WayKind("visit")
        val WEB = WayKind("web")
    }
}

/** One entry, ready to be drawn. Texts are in the language of the device. */
data class Card(
    val id: EntryId,
    /** `null` for one that this version does not know. */
    val kind: EntryKind?,
    val name: String,
    /** What it is, in one or a few sentences. */
    val summary: String?,
    /** What must be said about its publisher; `null` for the national pack. */
    val label: String?,
    /** Why it is shown, strongest first. */
    val reasons: List<String>,
    /** Ways of reaching it that are offered here, best first. */
    val ways: List<Way>,
    /** Kilometres from the centre of the area asked for. */
    val distanceKm: Int?,
    /** Its address, as published. */
    val address: String?,
    /** The next times it is open, for places. */
    val next: List<Span>,
    /** Who assured it and when. */
    val assurance: String,
    /** What its age means; `null` while it is fresh. */
    val age: String?,
    /** Traces of it could endanger somebody: warn first, keep nothing, print nothing unasked. */
    val traceWarning: Boolean,
    /** It stands in the emergency row. */
    val emergency: Boolean,
)

/** A time from when until when. */
data class Span(
    val from: Instant,
    val to: Instant,
    /** Both, in words. */
    val words: String,
)

/** One way of reaching an entry, at this moment, from this area. */
data class Way(
    val id: WayId,
    val kind: WayKind,
    val name: String,
    /** The number as it is read, the address of a site or of mail. */
    val target: String?,
    /** Digits for the dialler; `null` where nothing is offered for dialling. */
    val dial: String?,
    val state: OpenState,
    /** The state in words. */
    val stateWords: String,
    val fee: Fee,
    /** Cost, data and voice, in words. */
    val notes: List<String>,
    val needsData: Boolean,
    /** It can be used without speaking. */
    val noVoice: Boolean,
)

/** Open, closed or unknown now. Unknown is an answer: never draw it as open, never as closed. */
sealed interface OpenState {
    /** Open at every hour. */
    data object Always : OpenState

    /** Open now, [until] when, where that is known. */
    data class Open(val until: Instant?) : OpenState

    /** Closed now; [opensNext] where that is known. */
    data class Closed(val opensNext: Instant?) : OpenState

    /** It cannot be told for certain. */
    data object Unknown : OpenState
}

/** Cost of a way. */
enum class Fee {
    /** Free to call. */
    FREE,

    /** The caller pays. */
    CALLER,

    /** The caller pays, outside flat rates (0570). */
    NAVI,
    UNKNOWN,
    NOT_A_CALL,
}

/** A number of the emergency row. */
data class EmergencyLine(
    /** The line; without ways unless it works where the person is. */
    val card: Card,
    val worksHere: WorksHere,
)

/** Whether a number works where the person is, as far as a source says so. */
enum class WorksHere {
    /** A source names the place, or the whole country. */
    WORKS,

    /** It works in parts of the place only. */
    PART_ONLY,

    /** No source names the place. */
    NOT_NAMED,

    /** It depends on a place that is not known. */
    DEPENDS_ON_PLACE,
}
