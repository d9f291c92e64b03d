package jp.tsunagari.ui.memo

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.MemoField
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.exceeds
import jp.tsunagari.ui.design.named

/** A field of the memo, to be read, or to be written in. */
@Composable
internal fun MemoCard(field: MemoField, deeds: MemoDeeds) {
    var writing by rememberSaveable { mutableStateOf(false) }
    when {
        writing -> QuietCard { Writing(field, deeds) { writing = false } }
        field.text.isEmpty() -> Empty(field) { writing = true }
        else -> QuietCard {
            RubyText(field.title, style = Type.heading, isHeading = true)
            RubyText(field.text)
            val share = stringResource(R.string.memo_share)
            val name = stringResource(R.string.memo_named, field.title, share)
            Choice(share, field.share, { deeds.share(field, it) }, Modifier.fillMaxWidth().named(name))
            Side {
                Half(R.string.memo_rewrite, field) { writing = true }
                Half(R.string.memo_clear, field) { deeds.clear(field) }
            }
        }
    }
}

/** A field in which nothing stands takes little room: nobody has to fill it in. */
@Composable
private fun Empty(field: MemoField, write: () -> Unit) =
    QuietCard(press = Modifier.clickable(role = Role.Button, onClick = write)) {
        RubyText(field.title, style = Type.heading)
        RubyText(stringResource(R.string.memo_write), style = Type.quiet, color = LocalTone.current.quiet)
    }

@Composable
private fun Writing(
    field: MemoField,
    deeds: MemoDeeds,
    leave: () -> Unit,
) {
    var text by rememberSaveable { mutableStateOf(field.text) }
    TextArea(field.title, text, { text = it }, FIELD)
    Side {
        Half(R.string.write_keep, field) { if (!FIELD.exceeds(text)) deeds.write(field, text, leave) }
        Half(R.string.write_leave, field, leave)
    }
}

/** A button among others; the title of the field stands in its name. */
@Composable
private fun Half(
    words: Int,
    field: MemoField,
    press: () -> Unit,
) {
    val said = stringResource(words)
    val name = stringResource(R.string.memo_named, field.title, said)
    QuietButton(said, press, name = name)
}

/** A field of the memo. */
private val FIELD = TextLimits(most = 1_000, lines = 4)
