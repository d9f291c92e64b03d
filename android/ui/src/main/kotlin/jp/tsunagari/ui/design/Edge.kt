package jp.tsunagari.ui.design

import androidx.compose.ui.unit.dp

/** How edges are drawn. */
internal object Edge {
    val THIN = 1.dp
    val THICK = 2.dp

    /** Edges that only please, where the ground already shows where something ends. */
    const val FAINT = 0.35f
}
