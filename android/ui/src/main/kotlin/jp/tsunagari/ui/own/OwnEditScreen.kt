package jp.tsunagari.ui.own

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.listSaver
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.OwnId
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked

/** What is done on the page of an entry of one's own. */
class OwnEditDeeds(
    /** Keeps what was written, and goes back when it is kept. */
    val save: (OwnWords) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** An entry of one's own, to be written; [id] is `null` for a new one. */
@Composable
fun OwnEditScreen(
    id: OwnId?,
    asked: Asked<List<OwnEntry>>,
    doing: Doing,
    deeds: OwnEditDeeds,
    modifier: Modifier = Modifier,
) {
    val title = if (id == null) R.string.own_new_title else R.string.own_change_title
    TitledPage(stringResource(title), deeds.back, modifier) {
        val entries = asked.value
        val there = entries?.firstOrNull { it.id == id }
        asked.problem?.let { KeptGate(it, stale = entries != null, deeds.gate) }
        when {
            entries == null -> Unit
            id == null -> Fields(NOTHING, doing, deeds)
            there != null -> Fields(there.written(), doing, deeds)
            else -> DeedProblem(Doing(problem = TsunagariError.NotFound()))
        }
    }
}

@Composable
private fun Fields(
    was: OwnWords,
    doing: Doing,
    deeds: OwnEditDeeds,
) {
    // What was written stays when the list is asked for anew.
    var words by rememberSaveable(stateSaver = SAVER) { mutableStateOf(was) }
    var tried by rememberSaveable { mutableStateOf(false) }
    val refused = words.refused()
    RubyText(stringResource(R.string.own_edit_how), color = LocalTone.current.quiet)
    for (field in OwnField.entries) {
        val unnamed = tried && field == OwnField.NAME && field.of(words).isNullOrBlank()
        TextArea(
            stringResource(field.label),
            field.of(words).orEmpty(),
            { words = field.put(words, it) },
            field.limits,
            hint = field.hint?.let { stringResource(it) },
            error = if (unnamed) stringResource(R.string.own_name_needed) else null,
        )
    }
    DeedProblem(doing)
    if (tried && refused.isNotEmpty()) {
        QuietCard {
            RubyText(stringResource(R.string.own_look_at))
            refused.forEach { Point(stringResource(it.label), Type.body) }
        }
    }
    QuietButton(
        stringResource(R.string.own_save),
        { if (refused.isEmpty()) deeds.save(words) else tried = true },
        Modifier.fillMaxWidth(),
        LocalPalette.current.action,
    )
}

private val SAVER = listSaver<OwnWords, String>(
    save = { words -> OwnField.entries.map { it.of(words).orEmpty() } },
    restore = { texts -> OwnField.entries.zip(texts).fold(NOTHING) { words, (field, text) -> field.put(words, text) } },
)
