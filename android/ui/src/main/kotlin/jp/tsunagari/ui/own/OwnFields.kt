package jp.tsunagari.ui.own

import androidx.compose.ui.text.input.KeyboardType
import jp.tsunagari.core.OwnWords
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.exceeds

/** The fields of an entry of one's own, with what the core takes in each. */
internal enum class OwnField(
    val label: Int,
    val limits: TextLimits,
    val of: (OwnWords) -> String?,
    val hint: Int? = null,
) {
    NAME(R.string.own_name, TextLimits(100, lines = 1), { it.name }),
    TEL(R.string.own_tel, TextLimits(100, lines = 1, keyboard = KeyboardType.Phone), { it.tel }),
    HOURS(R.string.own_hours, TextLimits(500, lines = 2), { it.hours }, R.string.own_hours_hint),
    ADDRESS(R.string.own_address, TextLimits(200, lines = 2), { it.address }),
    NOTE(R.string.own_note, TextLimits(2_000, lines = 4), { it.note }, R.string.own_note_hint),
    KANA(R.string.own_kana, TextLimits(100, lines = 1), { it.kana }, R.string.own_kana_hint),
    ;

    /** These words with another text in this field. */
    fun put(words: OwnWords, text: String): OwnWords = when (this) {
        NAME -> words.copy(name = text)
        TEL -> words.copy(tel = text)
        HOURS -> words.copy(hours = text)
        ADDRESS -> words.copy(address = text)
        NOTE -> words.copy(note = text)
        KANA -> words.copy(kana = text)
    }
}

/** Fields that the core would refuse: it does not say which. */
internal fun OwnWords.refused(): Set<OwnField> = OwnField.entries.filter { field ->
    val text = field.of(this).orEmpty()
    field.limits.exceeds(text) || field == OwnField.NAME && text.isBlank()
}.toSet()

/** An entry in which nothing is written yet. */
internal val NOTHING = OwnWords("", "", "", "", "", "")
