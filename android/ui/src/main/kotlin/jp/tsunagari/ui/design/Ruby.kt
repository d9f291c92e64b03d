package jp.tsunagari.ui.design

/** A text with the readings of its kanji, which are written `{漢字|かんじ}`. */
internal data class Ruby(
    /** As it is read aloud and copied: without readings. */
    val plain: String,
    val readings: List<Reading>,
) {
    /** The same text for who wants no readings. */
    fun bare() = copy(readings = emptyList())

    /** The reading of the characters of [plain] from [start] to before [end]. */
    data class Reading(
        val start: Int,
        val end: Int,
        val kana: String,
    )

    companion object {
        private val PAIR = Regex("\\{([^{}|]+)\\|([^{}|]+)\\}")

        fun of(words: String): Ruby {
            val plain = StringBuilder()
            val readings = mutableListOf<Reading>()
            var done = 0
            for (pair in PAIR.findAll(words)) {
                plain.append(words, done, pair.range.first)
                val start = plain.length
                plain.append(pair.groupValues[1])
                readings += Reading(start, plain.length, pair.groupValues[2])
                done = pair.range.last + 1
            }
            plain.append(words, done, words.length)
            return Ruby(plain.toString(), readings)
        }
    }
}

/** What a screen reader says of [words]: each kanji once. */
internal fun spoken(words: String): String = Ruby.of(words).plain
