package jp.tsunagari.ui.model

import jp.tsunagari.core.Language
import kotlinx.coroutines.flow.StateFlow

/** How the app looks and speaks on this phone. Nothing in it is about the person, so it is stored as it is. */
data class Choices(
    val language: Language = Language.JAPANESE,
    /** Readings above kanji; `null` until somebody chose: then they come with やさしい日本語 only. */
    val readings: Boolean? = null,
    val textSize: TextSize = TextSize.USUAL,
    val home: HomeKind = HomeKind.SIMPLE,
    val look: Look = Look.NOTE,
    val notice: NoticeWords = NoticeWords.GENTLE,
    /** A finger or a face was allowed beside the PIN. */
    val finger: Boolean = false,
    /** The three cards of the first start were seen, or left. */
    val started: Boolean = false,
) {
    /** Readings are drawn. */
    val showsReadings: Boolean get() = readings ?: (language == Language.EASY_JAPANESE)
}

/** How large letters are, beside what the system says. */
enum class TextSize(val factor: Float) {
    USUAL(1f),
    LARGER(1.25f),
    LARGE(1.5f),
    LARGEST(2f),
}

/** Which first screen. */
enum class HomeKind {
    /** かんたん: three doors. */
    SIMPLE,

    /** With what was set aside. */
    FULL,
}

/** Icon and name among the apps of the phone. The first is what it has at first. */
enum class Look {
    /** Neutral: ノート, a notebook. */
    NOTE,

    /** Neutral: くらし, a leaf. */
    LIFE,

    /** つながり, two rings. */
    NAMED,
}

/** What a notice says where others can see it. None says what it is about. */
enum class NoticeWords {
    /** The words of the core. */
    GENTLE,

    /** お知らせ. */
    PLAIN,

    /** Nothing while the phone is locked. */
    HIDDEN,
}

/** Where [Choices] are kept: the platform stores them, and begins with those it stored. */
interface ChoiceStore {
    val choices: StateFlow<Choices>

    /** Changes them at once; they are stored soon after. */
    fun change(change: (Choices) -> Choices)
}
