package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.shell.NotOpened

@Composable
internal fun Stage.OpeningFailed() = On {
    NotOpened(TsunagariError.Full(), { press("again") }, { press("call $it") })
}
