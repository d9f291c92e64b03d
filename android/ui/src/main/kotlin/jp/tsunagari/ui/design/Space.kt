package jp.tsunagari.ui.design

import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.ui.unit.dp

/** Distances. */
object Space {
    val none = 0.dp
    val small = 4.dp
    val medium = 8.dp
    val large = 16.dp
    val huge = 24.dp

    /** What is pressed is at least so high and wide. */
    val touch = 48.dp
}

/** Outlines. */
object Shape {
    val card = RoundedCornerShape(16.dp)
    val button = RoundedCornerShape(12.dp)
    val chip = RoundedCornerShape(8.dp)
}
