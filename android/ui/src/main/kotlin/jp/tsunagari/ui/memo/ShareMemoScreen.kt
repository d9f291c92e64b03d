package jp.tsunagari.ui.memo

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.sp
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QrCode
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked

/** What is done on the page that is shown to somebody. */
class ShareMemoDeeds(
    /** Prints what may be shown. */
    val print: () -> Unit,
    /** Back to the memo, to choose or shorten. */
    val edit: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** What of the memo may be shown: sentences to read aloud or show, a code to scan, and paper. */
@Composable
fun ShareMemoScreen(
    asked: Asked<MemoShown>,
    doing: Doing,
    deeds: ShareMemoDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.memo_show_title), deeds.back, modifier) {
    asked.problem?.let { KeptGate(it, stale = asked.value != null, deeds.gate) }
    DeedProblem(doing)
    asked.value?.let { if (it.sentences.isEmpty()) NothingChosen(deeds.edit) else Chosen(it, deeds) }
}

@Composable
private fun NothingChosen(edit: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.memo_none_chosen))
    QuietButton(stringResource(R.string.memo_choose), edit, Modifier.fillMaxWidth())
}

@Composable
private fun Chosen(shown: MemoShown, deeds: ShareMemoDeeds) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        shown.sentences.forEach { RubyText(it, style = LARGE) }
    }
    Part(stringResource(R.string.memo_code)) {
        val code = shown.code
        if (code == null) {
            TooLong(shown.longest, deeds.edit)
        } else {
            QrCode(code, stringResource(R.string.memo_code_name))
            RubyText(stringResource(R.string.memo_code_how), style = Type.quiet)
        }
    }
    QuietButton(stringResource(R.string.memo_print), deeds.print, Modifier.fillMaxWidth())
}

/** Sentences and paper hold it all the same. */
@Composable
private fun TooLong(longest: List<String>, edit: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.memo_code_long))
    Column { longest.forEach { Point(it, Type.body) } }
    QuietButton(stringResource(R.string.memo_choose), edit, Modifier.fillMaxWidth())
}

private val LARGE = Type.body.copy(fontSize = 22.sp)
