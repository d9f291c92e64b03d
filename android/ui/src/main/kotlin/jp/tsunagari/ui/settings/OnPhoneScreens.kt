package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.dayWords
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.SettingsShown

/** What is on this phone: every file, what is in it, and whether others can read it. */
@Composable
fun OnPhoneScreen(
    shown: SettingsShown,
    back: () -> Unit,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_on_phone), back, modifier) {
    RubyText(stringResource(R.string.phone_words))
    val nothing = shown.lock == LockState.NothingKept
    RowGroup(HELD.map { held -> { HeldRow(held, missing = nothing && held.private) } })
    Part(stringResource(R.string.phone_packs)) {
        for (pack in shown.packs) {
            Point(pack.on?.let { stringResource(R.string.phone_pack_on, pack.name, dayWords(it)) } ?: pack.name)
            pack.age?.let { RubyText(it, style = Type.quiet) }
        }
    }
    RubyText(stringResource(R.string.phone_nothing_else))
}

/** What no app can hide, so that nobody relies on it. */
@Composable
fun HiddenScreen(back: () -> Unit, modifier: Modifier = Modifier) =
    TitledPage(stringResource(R.string.settings_hidden), back, modifier) {
        RubyText(stringResource(R.string.hidden_words))
        QuietCard { NOT_HIDDEN.forEach { Point(stringResource(it), Type.body) } }
        RubyText(stringResource(R.string.hidden_next))
    }

/** A file of the app. */
private class Held(
    val file: String?,
    val what: Int,
    val sealed: Boolean,
    /** It is there only where things are kept. */
    val private: Boolean,
)

@Composable
private fun HeldRow(held: Held, missing: Boolean) =
    Column(Modifier.fillMaxWidth().padding(Space.large, Space.medium), Arrangement.spacedBy(Space.small)) {
        val state = when {
            missing -> R.string.phone_not_yet
            held.sealed -> R.string.phone_sealed
            else -> R.string.phone_plain
        }
        RubyText(stringResource(held.what))
        val file = held.file ?: stringResource(R.string.phone_choices_name)
        val words = stringResource(R.string.phone_pack_on, stringResource(state), file)
        RubyText(words, style = Type.quiet, color = LocalTone.current.quiet)
    }

private val HELD = listOf(
    Held("directory.db", R.string.phone_directory, sealed = false, private = false),
    Held("private.db", R.string.phone_private, sealed = true, private = true),
    Held("duty.db", R.string.phone_duty, sealed = true, private = true),
    Held("keys", R.string.phone_keys, sealed = true, private = true),
    Held("attempts", R.string.phone_attempts, sealed = false, private = true),
    Held(null, R.string.phone_choices, sealed = false, private = false),
)

private val NOT_HIDDEN = listOf(
    R.string.hidden_apps,
    R.string.hidden_store,
    R.string.hidden_calls,
    R.string.hidden_bill,
    R.string.hidden_backups,
    R.string.hidden_copies,
)
