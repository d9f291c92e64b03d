package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.password
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.VisualTransformation

/** A field of one line with its label above it. */
@Composable
fun LabelledField(
    label: String,
    text: String,
    type: (String) -> Unit,
    modifier: Modifier = Modifier,
) = Labelled(label, modifier) { named ->
    Typed(text, type, named, KeyboardOptions(imeAction = ImeAction.Done), KeyboardActions.Default)
}

/**
 * A field for a PIN or passphrase: nothing of it is seen, read aloud, copied or learnt by the keyboard. Keep what is typed
 * where nothing writes it to the disk, so not in what a screen saves. [done] is what the key of the keyboard does.
 */
@Composable
fun SecretField(
    label: String,
    secret: String,
    type: (String) -> Unit,
    modifier: Modifier = Modifier,
    done: (() -> Unit)? = null,
) = Labelled(label, modifier) { named ->
    Typed(
        secret,
        type,
        named.semantics { password() },
        KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Password, imeAction = ImeAction.Done),
        KeyboardActions(onDone = done?.let { { it() } }),
        PasswordVisualTransformation(),
    )
}

@Composable
private fun Labelled(
    label: String,
    modifier: Modifier,
    field: @Composable (Modifier) -> Unit,
) = Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
    // The name of the field says it already.
    Box(Modifier.clearAndSetSemantics { }) { RubyText(label, style = Type.quiet) }
    field(Modifier.semantics { contentDescription = spoken(label) })
}

@Composable
private fun Typed(
    text: String,
    type: (String) -> Unit,
    modifier: Modifier,
    keyboard: KeyboardOptions,
    actions: KeyboardActions,
    seen: VisualTransformation = VisualTransformation.None,
) {
    val tone = LocalPalette.current.input
    CompositionLocalProvider(LocalTone provides tone) {
        BasicTextField(
            value = text,
            onValueChange = type,
            modifier = modifier.fillMaxWidth().defaultMinSize(minHeight = Space.touch).clip(Shape.button)
                .background(tone.ground).border(Edge.THICK, tone.line, Shape.button),
            textStyle = Type.body.copy(color = tone.text),
            keyboardOptions = keyboard,
            keyboardActions = actions,
            singleLine = true,
            visualTransformation = seen,
            cursorBrush = SolidColor(tone.text),
            decorationBox = { field ->
                Box(Modifier.padding(Space.large, Space.medium), Alignment.CenterStart) { field() }
            },
        )
    }
}
