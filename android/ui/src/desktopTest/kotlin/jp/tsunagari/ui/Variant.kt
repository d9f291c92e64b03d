package jp.tsunagari.ui

/** How a page is looked at: in a language, by day or by night, with letters of usual size or the largest. */
internal data class Variant(
    val spoken: Spoken,
    val dark: Boolean,
    val fontScale: Int,
) {
    /** As in the names of pictures. */
    val name = "${spoken.name.lowercase()}-${if (dark) "dark" else "light"}-$fontScale"

    companion object {
        private val EVERY = Spoken.entries.flatMap { spoken ->
            listOf(false, true).flatMap { dark -> listOf(1, 2).map { Variant(spoken, dark, it) } }
        }

        /** The two that differ most. */
        private val TWO =
            listOf(Variant(Spoken.JA, dark = false, fontScale = 1), Variant(Spoken.EASY, dark = true, fontScale = 2))

        fun of(page: Pages): List<Variant> = if (page.everyWay) EVERY else TWO
    }
}
