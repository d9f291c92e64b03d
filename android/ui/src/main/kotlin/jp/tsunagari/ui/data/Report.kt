package jp.tsunagari.ui.data

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.FileOutcome
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.ImportedFile
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type

/** What an import did, in all and by file. */
@Composable
internal fun Report(report: ImportState.Done, deeds: DataDeeds) {
    QuietCard {
        if (report.entries == 0L) {
            RubyText(stringResource(R.string.data_nothing))
            RubyText(stringResource(R.string.data_unchanged), style = Type.quiet)
        } else {
            RubyText(stringResource(R.string.data_done, report.entries))
            QuietButton(stringResource(R.string.data_places), deeds.openPlaces, Modifier.fillMaxWidth())
        }
        if (report.refusedRows > 0) {
            RubyText(stringResource(R.string.data_refused_rows, report.refusedRows), style = Type.quiet)
        }
    }
    report.files.forEach { FileCard(it) }
    if (report.files.any { it.outcome == FileOutcome.SET_ASIDE }) {
        QuietCard {
            RubyText(stringResource(R.string.data_take_all_why))
            QuietButton(stringResource(R.string.data_take_all), deeds.takeAll, Modifier.fillMaxWidth())
        }
    }
}

/** What became of a file; what was noticed in it is for whoever wants to know. */
@Composable
private fun FileCard(file: ImportedFile) {
    var all by rememberSaveable(file.file) { mutableStateOf(false) }
    QuietCard {
        RubyText(file.file, style = Type.heading)
        val outcome = when (file.outcome) {
            FileOutcome.IMPORTED -> stringResource(R.string.data_file_done, file.entries)
            FileOutcome.SET_ASIDE -> stringResource(R.string.data_file_aside)
            FileOutcome.REFUSED -> stringResource(R.string.data_file_refused)
            FileOutcome.NOT_DATA -> stringResource(R.string.data_file_no_data)
        }
        RubyText(outcome)
        file.words?.let { RubyText(it, style = Type.quiet) }
        if (file.noticed.isNotEmpty()) {
            val words = stringResource(if (all) R.string.data_noticed_less else R.string.data_noticed)
            val name = stringResource(R.string.data_noticed_of, words, file.file)
            QuietButton(words, { all = !all }, Modifier.fillMaxWidth(), name = name)
            if (all) file.noticed.forEach { Point(it) }
        }
    }
}
