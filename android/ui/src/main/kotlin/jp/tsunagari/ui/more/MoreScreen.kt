package jp.tsunagari.ui.more

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.ListRow
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.TitledPage

/** Where もっと leads. */
class MoreDoors(
    /** つらいときのメモ. */
    val plan: () -> Unit,
    /** A line did not answer. */
    val busy: () -> Unit,
    /** The card that asks for an interpreter. */
    val speak: () -> Unit,
    /** The guided finder. */
    val ask: () -> Unit,
    /** What was set aside. */
    val kept: () -> Unit,
    /** Entries of one's own. */
    val own: () -> Unit,
    /** 相談メモ. */
    val memo: () -> Unit,
    /** つながりの質問. */
    val connection: () -> Unit,
    val checkIns: () -> Unit,
    /** What is known here, and how old it is. */
    val data: () -> Unit,
    /** Reading a code by camera. */
    val scan: () -> Unit,
    /** Giving the phone to somebody else. */
    val handover: () -> Unit,
    /** Locks at once. */
    val lock: () -> Unit,
    val unlock: () -> Unit,
    val settings: () -> Unit,
    val back: () -> Unit,
)

/** Everything that has no door on Home; what one may need in a hurry first. [lock] is `null` until it is known. */
@Composable
fun MoreScreen(
    lock: LockState?,
    doors: MoreDoors,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.more), doors.back, modifier) {
    Part(stringResource(R.string.more_now)) {
        RowGroup(
            { ListRow(stringResource(R.string.more_plan), doors.plan) },
            { ListRow(stringResource(R.string.more_busy), doors.busy) },
            { ListRow(stringResource(R.string.more_ask), doors.ask) },
            { ListRow(stringResource(R.string.more_speak), doors.speak) },
        )
    }
    Part(stringResource(R.string.more_mine)) {
        RowGroup(
            { ListRow(stringResource(R.string.more_kept), doors.kept) },
            { ListRow(stringResource(R.string.more_own), doors.own) },
            { ListRow(stringResource(R.string.more_memo), doors.memo) },
            { ListRow(stringResource(R.string.more_connection), doors.connection) },
            { ListRow(stringResource(R.string.more_checkins), doors.checkIns) },
        )
    }
    Part(stringResource(R.string.more_phone)) {
        RowGroup(
            buildList {
                add { ListRow(stringResource(R.string.more_scan), doors.scan) }
                add { ListRow(stringResource(R.string.more_handover), doors.handover) }
                when (lock) {
                    LockState.Locked -> add { ListRow(stringResource(R.string.more_unlock), doors.unlock) }
                    is LockState.Open -> if (lock.hasLock) {
                        add {
                            ListRow(stringResource(R.string.more_lock), doors.lock)
                        }
                    }
                    LockState.NothingKept, null -> Unit
                }
                add { ListRow(stringResource(R.string.more_data), doors.data) }
                add { ListRow(stringResource(R.string.more_settings), doors.settings) }
            },
        )
    }
}
