package jp.tsunagari.app

import android.content.Context
import android.content.res.Configuration
import java.util.Locale
import jp.tsunagari.core.Language

/** The language that the person chose for the app, which need not be that of the phone; until then that of the phone. */
internal var KeyValues.language: Language
    get() = Language.entries.find { it.name == this[LANGUAGE] } ?: ofPhone()
    set(language) {
        this[LANGUAGE] = language.name
    }

/** Its folder of resources. */
internal val Language.locale: Locale
    get() = when (this) {
        Language.JAPANESE -> Locale.JAPANESE
        Language.EASY_JAPANESE -> Locale.forLanguageTag("ja-Hira")
        Language.ENGLISH -> Locale.ENGLISH
    }

/** The same context with the texts of [language]. */
internal fun Context.inLanguage(language: Language): Context =
    createConfigurationContext(Configuration(resources.configuration).apply { setLocale(language.locale) })

/** As the system can show it: a kanji with its reading behind it, `漢字（かんじ）`. */
internal fun withoutRuby(text: String): String = text.replace(READING) { "${it.groupValues[1]}（${it.groupValues[2]}）" }

private fun ofPhone(): Language =
    if (Locale.getDefault().language == Locale.JAPANESE.language) Language.JAPANESE else Language.ENGLISH

private const val LANGUAGE = "language"
private val READING = Regex("\\{([^{}|]+)\\|([^{}|]+)\\}")
