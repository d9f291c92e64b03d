package jp.tsunagari.ui.data

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.Progress
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.words

/** Bringing in a file: what that is for, how far it is, and what became of it. */
@Composable
internal fun Bringing(import: ImportShown, deeds: DataDeeds) {
    Part(stringResource(R.string.data_import)) {
        RubyText(stringResource(R.string.data_import_why))
        RubyText(stringResource(R.string.data_import_label), style = Type.quiet, color = LocalTone.current.quiet)
        when (import) {
            ImportShown.None -> Unit
            is ImportShown.Running -> Running(import.at, deeds.cancel)
            is ImportShown.Done -> Report(import.report, deeds)
            ImportShown.Stopped -> QuietCard { RubyText(stringResource(R.string.data_stopped)) }
            is ImportShown.Failed -> QuietCard {
                RubyText(stringResource(import.problem.ofFile))
                RubyText(stringResource(R.string.data_unchanged), style = Type.quiet)
            }
        }
        if (import !is ImportShown.Running) {
            val words = if (import == ImportShown.None) R.string.data_pick else R.string.data_pick_other
            QuietButton(stringResource(words), deeds.pick, Modifier.fillMaxWidth(), LocalPalette.current.action)
        }
    }
}

@Composable
private fun Running(at: ImportState.Progress?, cancel: () -> Unit) {
    QuietCard {
        RubyText(
            stringResource(R.string.data_reading),
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        )
        if (at != null) {
            RubyText(at.file, style = Type.quiet)
            Progress(if (at.totalBytes == 0L) 0f else at.bytes.toFloat() / at.totalBytes)
            val (read, all) = inWords(at.bytes, at.totalBytes) to inWords(at.totalBytes, at.totalBytes)
            RubyText(stringResource(R.string.data_bytes, read, all), style = Type.quiet)
        }
        QuietButton(stringResource(R.string.data_cancel), cancel, Modifier.fillMaxWidth())
    }
}

/** What can be done about a file that could not be brought in. */
private val TsunagariError.ofFile: Int
    get() = when (this) {
        is TsunagariError.NotFound -> R.string.data_gone
        is TsunagariError.Invalid -> if (field == "size") words else R.string.data_unreadable
        else -> words
    }

/** Both numbers of a pair in the unit that suits [all]. */
internal fun inWords(bytes: Long, all: Long): String = when {
    all < KILO -> "$bytes B"
    all < MEGA -> "${bytes / KILO} KB"
    else -> (bytes * TENTHS / MEGA).let { "${it / TENTHS}.${it % TENTHS} MB" }
}

private const val TENTHS = 10
private const val KILO = 1_000L
private const val MEGA = 1_000_000L
