package jp.tsunagari.core

/** All that is known of one entry, in the order in which a page shows it. */
data class Detail(
    val card: Card,
    /** When it takes place, for what has a season. */
    val season: List<String>,
    /** The warning to show before anything else. */
    val traceWarning: Section?,
    /** For whom it is; for a scheme also who, what, where, how and what to bring. */
    val about: List<Section>,
    /** Where it is, and how to get there. */
    val place: List<String>,
    /** What is told of each way beside its state and cost, in the order of the ways of the card. */
    val wayDetails: Map<WayId, List<String>>,
    /** That there are ways for other areas than the one asked for. */
    val otherAreas: String?,
    /** The keys of the voice menu. */
    val menu: List<MenuKey>,
    /** 電話するとどうなる: what happens when one calls. */
    val promise: List<Fact>,
    /** What is known about going there for the first time. */
    val firstVisit: List<Fact>,
    /** Words to begin with. */
    val opening: List<String>,
    /** What is good to know before. */
    val caveats: List<String>,
    /** Steps smaller than calling. */
    val smallerSteps: List<SmallerStep>,
    /** Pages that say so. */
    val sources: List<Source>,
)

/** A title with one text, or with the points of a list. */
data class Section(
    val title: String,
    val texts: List<String>,
    val isList: Boolean,
)

/** What to press in a voice menu, and what comes then. */
data class MenuKey(val key: String, val label: String)

/** A fact with its answer. */
data class Fact(
    /** Its code, such as `anonymous`. */
    val code: String,
    /** What is asked. */
    val words: String,
    /** `null` when nobody stands behind an answer; it is shown all the same. */
    val answer: Boolean?,
    /** The answer in words. */
    val answerWords: String,
)

/** A step smaller than calling. */
data class SmallerStep(
    val id: String,
    /** It is about keeping or printing the entry. */
    val keep: Boolean,
    val words: String,
)

/** A page that says so. */
data class Source(
    /** Address or name of the page. */
    val page: String,
    /** The day on which it was read, or of which it is, where either is known. */
    val on: String?,
)
