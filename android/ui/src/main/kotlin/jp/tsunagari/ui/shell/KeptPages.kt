package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.OwnId
import jp.tsunagari.ui.kept.CardDeeds
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptDeeds
import jp.tsunagari.ui.kept.KeptModel
import jp.tsunagari.ui.kept.KeptScreen
import jp.tsunagari.ui.memo.MemoDeeds
import jp.tsunagari.ui.memo.MemoModel
import jp.tsunagari.ui.memo.MemoScreen
import jp.tsunagari.ui.memo.ShareMemoDeeds
import jp.tsunagari.ui.memo.ShareMemoModel
import jp.tsunagari.ui.memo.ShareMemoScreen
import jp.tsunagari.ui.model.Gate
import jp.tsunagari.ui.own.OwnEditDeeds
import jp.tsunagari.ui.own.OwnEditScreen
import jp.tsunagari.ui.own.OwnListDeeds
import jp.tsunagari.ui.own.OwnListScreen
import jp.tsunagari.ui.own.OwnModel

@Composable
internal fun Shell.KeptPage(step: Step) {
    val kept = step.model("kept") { KeptModel(api, it) }
    val asked by kept.entries.collectAsState()
    val doing by kept.doing.collectAsState()
    val deeds = KeptDeeds(cardDeeds(), kept::remove, kept::undo, ::listen, gate(kept::begin, kept::again), ::back)
    KeptScreen(asked, doing, deeds)
}

@Composable
internal fun Shell.OwnPage(step: Step) {
    val own = step.model("own") { OwnModel(api, it) }
    val asked by own.entries.collectAsState()
    val doing by own.doing.collectAsState()
    val edit = { id: OwnId? -> open(Route.OwnEdit(id)) }
    val deeds = OwnListDeeds(::call, edit, own::remove, own::undo, gate(own::begin, own::again), ::back)
    OwnListScreen(asked, doing, deeds)
}

@Composable
internal fun Shell.OwnEditPage(step: Step, id: OwnId?) {
    val own = step.model("own") { OwnModel(api, it) }
    val asked by own.entries.collectAsState()
    val doing by own.doing.collectAsState()
    val deeds = OwnEditDeeds({ own.save(id, it, then = ::back) }, gate(own::begin, own::again), ::back)
    OwnEditScreen(id, asked, doing, deeds)
}

@Composable
internal fun Shell.MemoPage(step: Step) {
    val memo = step.model("memo") { MemoModel(api, it) }
    val asked by memo.fields.collectAsState()
    val doing by memo.doing.collectAsState()
    val deeds = MemoDeeds(
        memo::write,
        memo::share,
        memo::clear,
        memo::undo,
        { open(Route.ShareMemo) },
        gate(memo::begin, memo::again),
        ::back,
    )
    MemoScreen(asked, doing, deeds)
}

@Composable
internal fun Shell.ShareMemoPage(step: Step) {
    val share = step.model("share memo") { ShareMemoModel(api, it) }
    val asked by share.shown.collectAsState()
    val doing by share.doing.collectAsState()
    val deeds = ShareMemoDeeds(
        { share.print(::print) },
        { open(Route.Memo) },
        gate(share::begin, share::again),
        ::back,
    )
    ShareMemoScreen(asked, doing, deeds)
}

internal fun Shell.cardDeeds() = CardDeeds(::call, ::entry)

/** Where nothing of the mood log is shown. */
internal fun Shell.gate(begin: () -> Unit, again: () -> Unit = { }) = GateDeeds(begin, ::unlock, ::listen, again)

/** Where the mood log is shown. */
internal fun Shell.gate(gate: Gate, again: () -> Unit) = GateDeeds(gate, ::unlock, ::listen, again)
