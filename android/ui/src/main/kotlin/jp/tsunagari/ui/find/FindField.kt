package jp.tsunagari.ui.find

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Cross
import jp.tsunagari.ui.design.Edge
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.named
import jp.tsunagari.ui.design.spoken

/** The field to type in. It keeps what is typed itself, so that no letter waits for a search. */
@Composable
internal fun FindField(typed: String, type: (String) -> Unit) {
    val tone = LocalPalette.current.input
    val hint = stringResource(R.string.find_hint)
    var text by rememberSaveable { mutableStateOf(typed) }
    val change = { new: String ->
        text = new
        type(new)
    }
    CompositionLocalProvider(LocalTone provides tone) {
        Row(
            Modifier.fillMaxWidth().clip(Shape.button).background(tone.ground)
                .border(Edge.THICK, tone.line, Shape.button),
            verticalAlignment = Alignment.CenterVertically,
        ) {
            BasicTextField(
                value = text,
                onValueChange = change,
                modifier = Modifier.weight(1f).defaultMinSize(minHeight = Space.touch)
                    .semantics { contentDescription = spoken(hint) },
                textStyle = Type.body.copy(color = tone.text),
                keyboardOptions = KeyboardOptions(imeAction = ImeAction.Search),
                singleLine = true,
                cursorBrush = SolidColor(tone.text),
                decorationBox = { field ->
                    Box(Modifier.padding(Space.large, Space.medium), Alignment.CenterStart) {
                        // The name of the field says it already.
                        if (text.isEmpty()) {
                            Box(Modifier.clearAndSetSemantics { }) { RubyText(hint, color = tone.quiet) }
                        }
                        field()
                    }
                },
            )
            if (text.isNotEmpty()) {
                Box(
                    Modifier.named(stringResource(R.string.find_clear)).clip(Shape.button)
                        .clickable(role = Role.Button) { change("") }
                        .defaultMinSize(Space.touch, Space.touch),
                    Alignment.Center,
                ) { Cross() }
            }
        }
    }
}
