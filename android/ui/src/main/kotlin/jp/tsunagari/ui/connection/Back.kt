package jp.tsunagari.ui.connection

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.ConnectionBack
import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.Unfold
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Answered
import jp.tsunagari.ui.mood.Listening
import jp.tsunagari.ui.mood.UndoCard

/** A sentence back, that it is no diagnosis, and who listens. All else only for who asks. */
@Composable
internal fun Back(
    form: ConnectionForm,
    back: ConnectionBack,
    answered: Answered,
    emergency: List<EmergencyLine>,
    deeds: ConnectionDeeds,
    modifier: Modifier,
) = TitledPage(form.name, deeds.change, modifier, foot = { EmergencyRow(emergency, deeds.call) }) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        QuietCard(tone = LocalPalette.current.door) {
            RubyText(back.sentence, style = Type.heading)
            back.caution?.let { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet) }
            RubyText(back.noDiagnosis, style = Type.quiet)
        }
    }
    Listening(back.lines, deeds.open, deeds.listen)
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        answered.problem?.let { KeptGate(it, stale = false, deeds.gate) }
        Keep(answered, deeds)
        if (form.hasFigures) Figures(answered.figures, deeds.askFigures)
        QuietButton(stringResource(R.string.connection_leave), deeds.leave, Modifier.fillMaxWidth())
    }
}

/** Nothing is kept that nobody asked for. */
@Composable
private fun Keep(answered: Answered, deeds: ConnectionDeeds) {
    val kept = answered.kept
    if (kept == null) {
        QuietButton(stringResource(R.string.connection_keep), deeds.keep, Modifier.fillMaxWidth())
        RubyText(
            stringResource(R.string.connection_not_kept),
            style = Type.quiet,
            color = LocalTone.current.quiet,
        )
    } else {
        UndoCard(stringResource(R.string.connection_keep_undo), deeds.undoKeep) {
            RubyText(stringResource(R.string.connection_is_kept))
        }
    }
}

/** What others answered, behind a second tap: one says first what it is. */
@Composable
private fun Figures(
    figures: ConnectionFigures?,
    ask: () -> Unit,
) = Unfold(stringResource(R.string.connection_figures)) {
    if (figures == null) {
        RubyText(stringResource(R.string.connection_figures_what))
        QuietButton(stringResource(R.string.connection_figures_show), ask, Modifier.fillMaxWidth())
    } else {
        RubyText(figures.what)
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
            for (share in figures.shares) Point(share.words)
        }
        figures.caution?.let { RubyText(it, style = Type.quiet) }
        RubyText(
            stringResource(R.string.connection_source, figures.source),
            style = Type.quiet,
            color = LocalTone.current.quiet,
        )
    }
}
