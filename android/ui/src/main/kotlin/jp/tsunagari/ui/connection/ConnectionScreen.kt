package jp.tsunagari.ui.connection

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.model.Answered
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ConnectionForms
import jp.tsunagari.ui.model.ConnectionModel

/** What is done on the pages of つながりの質問. */
class ConnectionDeeds(
    val choose: (ConnectionForm) -> Unit,
    /** Answers a question (its place, the value of the answer), or takes the answer back. */
    val answer: (Int, Int) -> Unit,
    val sayBack: () -> Unit,
    /** Back to the questions. */
    val change: () -> Unit,
    /** Back to the forms. */
    val leave: () -> Unit,
    val askFigures: () -> Unit,
    val keep: () -> Unit,
    val undoKeep: () -> Unit,
    /** To answers that were kept. */
    val kept: () -> Unit,
    /** Opens an entry of the directory. */
    val open: (EntryId) -> Unit,
    /** To finding, with all who listen. */
    val listen: () -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
) {
    constructor(
        model: ConnectionModel,
        kept: () -> Unit,
        open: (EntryId) -> Unit,
        listen: () -> Unit,
        call: (String) -> Unit,
        gate: GateDeeds,
        back: () -> Unit,
    ) : this(
        model::choose,
        model::answer,
        model::sayBack,
        model::change,
        model::leave,
        model::askFigures,
        model::keep,
        model::undoKeep,
        kept,
        open,
        listen,
        call,
        gate,
        back,
    )
}

/** つながりの質問: the forms, the questions of one on a page, and the sentence that comes back. */
@Composable
fun ConnectionScreen(
    asked: Asked<ConnectionForms>,
    answered: Answered,
    deeds: ConnectionDeeds,
    modifier: Modifier = Modifier,
) {
    val form = answered.form
    val back = answered.back
    val emergency = asked.value?.emergency.orEmpty()
    when {
        form == null -> Forms(asked, deeds, modifier)
        back == null -> Questions(form, answered, asked.value?.lines.orEmpty(), deeds, modifier)
        else -> Back(form, back, answered, emergency, deeds, modifier)
    }
}

/** Which questions, and what becomes of the answers, before anything is answered. */
@Composable
private fun Forms(
    asked: Asked<ConnectionForms>,
    deeds: ConnectionDeeds,
    modifier: Modifier,
) = TitledPage(
    stringResource(R.string.connection_title),
    deeds.back,
    modifier,
) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        RubyText(stringResource(R.string.connection_what))
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.gate.again) }
        for (form in asked.value?.forms.orEmpty()) {
            QuietCard(press = Modifier.clickable(role = Role.Button) { deeds.choose(form) }) {
                RubyText(form.name, style = Type.heading)
                form.questions.singleOrNull()?.let { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet) }
            }
        }
        asked.value?.forms?.firstOrNull()?.let { RubyText(it.noDiagnosis, style = Type.quiet) }
        QuietButton(stringResource(R.string.connection_kept), deeds.kept, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.mood_lines_all), deeds.listen, Modifier.fillMaxWidth())
    }
}
