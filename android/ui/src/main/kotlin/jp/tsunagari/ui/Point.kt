package jp.tsunagari.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.BasicText
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.FirstBaseline
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.TextStyle
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** A point of a list: its lines stand below each other, and the dot is not read. */
@Composable
internal fun Point(words: String, style: TextStyle = Type.quiet) {
    val tone = LocalTone.current
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        BasicText("・", Modifier.alignBy(FirstBaseline).clearAndSetSemantics { }, style.copy(color = tone.quiet))
        RubyText(words, Modifier.weight(1f).alignBy(FirstBaseline), style)
    }
}

/** A part of a page with its title. */
@Composable
internal fun Part(title: String, content: @Composable () -> Unit) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(title, style = Type.heading, isHeading = true)
        content()
    }
}
