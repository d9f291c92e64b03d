package jp.tsunagari.ui.lock

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.SaidCard
import jp.tsunagari.ui.here
import jp.tsunagari.ui.model.LockSaid
import jp.tsunagari.ui.timeWords
import jp.tsunagari.ui.words

/** What came of it, said once. How many tries there were is never said. */
@Composable
internal fun LockWords(said: LockSaid) = SaidCard(
    when (said) {
        LockSaid.Wrong -> stringResource(R.string.unlock_wrong)
        LockSaid.FingerNot -> stringResource(R.string.unlock_finger_not)
        is LockSaid.Later -> stringResource(R.string.unlock_later, timeWords(said.at.here()))
        LockSaid.TooShort -> stringResource(R.string.lock_short)
        LockSaid.Differ -> stringResource(R.string.lock_differ)
        LockSaid.Set -> stringResource(R.string.lock_set_done)
        LockSaid.Altered -> stringResource(R.string.lock_changed)
        LockSaid.Taken -> stringResource(R.string.lock_taken)
        LockSaid.FingerOn -> stringResource(R.string.lock_finger_on)
        LockSaid.FingerOff -> stringResource(R.string.lock_finger_off)
        is LockSaid.Problem -> stringResource(said.error.words)
    },
)
