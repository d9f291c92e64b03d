package jp.tsunagari.ui.design

import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

/** Letters. Japanese fills its square, so lines stand further apart than Latin ones, and nothing is spaced out. */
object Type {
    val title = style(24.sp, 1.5.em, FontWeight.Bold, LineBreak.Heading)
    val heading = style(19.sp, 1.5.em, FontWeight.Bold, LineBreak.Heading)
    val body = style(17.sp, 1.65.em, FontWeight.Normal, LineBreak.Paragraph)
    val quiet = style(15.sp, 1.6.em, FontWeight.Normal, LineBreak.Paragraph)
    val button = style(17.sp, 1.4.em, FontWeight.Bold, LineBreak.Heading)
    val number = style(26.sp, 1.3.em, FontWeight.Bold, LineBreak.Heading)

    private fun style(size: TextUnit, height: TextUnit, weight: FontWeight, breaks: LineBreak) = TextStyle(
        fontSize = size,
        fontWeight = weight,
        lineHeight = height,
        lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
        lineBreak = breaks,
        // The same characters are drawn otherwise in Chinese; also where the phone speaks English.
        localeList = LocaleList("ja"),
    )
}
