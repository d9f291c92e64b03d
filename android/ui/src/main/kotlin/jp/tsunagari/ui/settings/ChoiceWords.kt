package jp.tsunagari.ui.settings

import jp.tsunagari.core.AgeBand
import jp.tsunagari.ui.R
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize

internal val TextSize.words: Int
    get() = when (this) {
        TextSize.USUAL -> R.string.size_usual
        TextSize.LARGER -> R.string.size_larger
        TextSize.LARGE -> R.string.size_large
        TextSize.LARGEST -> R.string.size_largest
    }

internal val HomeKind.words: Int
    get() = when (this) {
        HomeKind.SIMPLE -> R.string.home_simple
        HomeKind.FULL -> R.string.home_full
    }

internal val Look.words: Int
    get() = when (this) {
        Look.NOTE -> R.string.look_note
        Look.LIFE -> R.string.look_life
        Look.NAMED -> R.string.look_named
    }

/** The label that the platform shows for a choice of [NoticeWords], too. */
internal val NoticeWords.words: Int
    get() = when (this) {
        NoticeWords.GENTLE -> R.string.notice_gentle
        NoticeWords.PLAIN -> R.string.notice_plain
        NoticeWords.HIDDEN -> R.string.notice_hidden
    }

internal val AgeBand?.words: Int
    get() = when (this) {
        null -> R.string.age_none
        AgeBand.UNDER18 -> R.string.age_under18
        AgeBand.FROM18 -> R.string.age_from18
        AgeBand.FROM30 -> R.string.age_from30
        AgeBand.FROM50 -> R.string.age_from50
        AgeBand.FROM65 -> R.string.age_from65
    }
