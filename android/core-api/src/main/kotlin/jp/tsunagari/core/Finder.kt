package jp.tsunagari.core

/** What was answered so far in the guided finder. */
data class GivenAnswers(
    /** The form, such as `under-18`; `null` for the one people begin with. */
    val form: String? = null,
    /** Options that were ticked, by question: none for one that was passed over. One that is not there is asked. */
    val given: Map<String, Set<String>> = emptyMap(),
    /** Name or code of the area. */
    val area: String? = null,
    /** Lead to results with what is known. */
    val enough: Boolean = false,
)

/** What comes next. */
sealed interface AskStep {
    /** A page of questions. */
    data class Questions(
        /** The form that is being filled in. */
        val form: AskForm,
        /** Its questions on this page. */
        val questions: List<Question>,
        /** Other forms: for somebody under 18, for somebody who worries about another … */
        val others: List<AskForm>,
    ) : AskStep

    /** Few cards, each with its rule. */
    data class Results(
        /** A danger now: show 119 and 110 before anything else. */
        val danger: Boolean,
        /** Nothing was chosen: these are for everything. */
        val forAnything: Boolean,
        /** Few cards, best first. */
        val cards: List<Card>,
        /** Wishes that nothing met, in words. */
        val relaxed: List<String>,
        /** Sentences, one for each need for which the directory holds nothing. */
        val gaps: List<String>,
        /** What every municipality should have, for the one that was named. */
        val slots: List<Slot>,
        /** The emergency row. */
        val emergency: List<EmergencyLine>,
    ) : AskStep
}

/** A form: its code, what it is called and what stands above it. */
data class AskForm(
    val id: String,
    val name: String,
    val intro: String,
)

/** A question. */
data class Question(
    val id: String,
    val kind: QuestionKind,
    val text: String,
    /** Options, those with a heading below it, in order. */
    val groups: List<OptionGroup>,
)

/** Options that stand together. */
data class OptionGroup(
    /** The heading, where there is one. */
    val name: String?,
    val options: List<QuestionOption>,
)

/** An option. */
data class QuestionOption(val id: String, val text: String)

/** How a question is answered. */
enum class QuestionKind {
    /** Any number of options. */
    MANY,

    /** One option. */
    ONE,

    /** One option, which leads to the rest. */
    FIRST,

    /** With an area. */
    AREA,
}
