package jp.tsunagari.ui

import androidx.compose.runtime.Composable

/** Every page of the app: whatever holds on all of them is tested on these, and each is drawn. */
internal enum class Pages(
    /** Height in points at which all of it is seen, with letters of usual size. */
    val height: Int,
    /** Drawn in both lights, in every language and with letters of twice the size; others are drawn in two of these. */
    val everyWay: Boolean,
    val show: @Composable Stage.() -> Unit,
) {
    HOME(HEIGHT, true, { Home() }),
    FIND(2400, true, { Find() }),
    DETAIL(3200, true, { Detail() }),
    WARNING(HEIGHT, false, { Detail("fake.warned") }),
}
