package jp.tsunagari.ui.connection

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.util.Locale
import jp.tsunagari.core.KeptAnswers
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.mood.UndoCard

/** What is done on the page of kept answers. */
class KeptAnswersDeeds(
    val erase: (KeptAnswers) -> Unit,
    /** Keeps what was erased last again. */
    val putBack: () -> Unit,
    /** To the questions, where nothing is kept yet. */
    val questions: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** Answers that somebody kept: what was asked and what was answered, and nothing made of it. */
@Composable
fun KeptAnswersScreen(
    asked: Asked<List<KeptAnswers>>,
    erased: KeptAnswers?,
    deeds: KeptAnswersDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.connection_kept), deeds.back, modifier) {
    asked.problem?.let { KeptGate(it, asked.value != null, deeds.gate) }
    asked.value?.let { all ->
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
            if (erased != null) {
                UndoCard(stringResource(R.string.connection_put_back), deeds.putBack) {
                    RubyText(stringResource(R.string.connection_erased))
                }
            }
            if (all.isEmpty()) None(deeds)
            for (kept in all) key(kept.id.value) { Kept(kept) { deeds.erase(kept) } }
        }
    }
}

@Composable
private fun None(deeds: KeptAnswersDeeds) = QuietCard {
    RubyText(stringResource(R.string.connection_none))
    QuietButton(stringResource(R.string.connection_to_questions), deeds.questions, Modifier.fillMaxWidth())
}

@Composable
private fun Kept(kept: KeptAnswers, erase: () -> Unit) = QuietCard {
    val quiet = LocalTone.current.quiet
    val clock = "%d:%02d".format(Locale.ROOT, kept.at.hour, kept.at.minute)
    RubyText(kept.dayWords, style = Type.heading, isHeading = true)
    RubyText(clock, style = Type.quiet, color = quiet)
    for (said in kept.said) {
        Column(Modifier.fillMaxWidth()) {
            RubyText(said.question, style = Type.quiet, color = quiet)
            RubyText(said.answer)
        }
    }
    if (kept.said.isEmpty()) RubyText(stringResource(R.string.connection_form_gone), style = Type.quiet)
    QuietButton(
        stringResource(R.string.connection_erase),
        erase,
        Modifier.fillMaxWidth(),
        name = stringResource(R.string.connection_erase_named, kept.dayWords, clock),
    )
}
