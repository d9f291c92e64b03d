package jp.tsunagari.ui.memo

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.MemoField
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.UndoBar
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked

/** What is done on the page of the memo. */
class MemoDeeds(
    /** Keeps what was written in a field, and says when it is kept. */
    val write: (MemoField, String, () -> Unit) -> Unit,
    /** Says whether a field may be shown. */
    val share: (MemoField, Boolean) -> Unit,
    val clear: (MemoField) -> Unit,
    /** Brings back the field that was emptied last. */
    val undo: () -> Unit,
    /** To the page that is shown to somebody. */
    val show: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** 相談メモ: every field in the order in which it is said, each with the choice whether it may be shown. */
@Composable
fun MemoScreen(
    asked: Asked<List<MemoField>>,
    doing: Doing,
    deeds: MemoDeeds,
    modifier: Modifier = Modifier,
) {
    val fields = asked.value
    TitledPage(
        stringResource(R.string.memo_title),
        deeds.back,
        modifier,
        foot = { if (doing.taken && fields != null) UndoBar(stringResource(R.string.write_removed), deeds.undo) },
    ) {
        asked.problem?.let { KeptGate(it, stale = fields != null, deeds.gate) }
        DeedProblem(doing)
        if (fields != null) {
            RubyText(stringResource(R.string.memo_how), color = LocalTone.current.quiet)
            QuietButton(
                stringResource(R.string.memo_show),
                deeds.show,
                Modifier.fillMaxWidth(),
                LocalPalette.current.door,
            )
            fields.forEach { field -> key(field.code) { MemoCard(field, deeds) } }
        }
    }
}
