package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.more.MoreDoors
import jp.tsunagari.ui.more.MoreScreen

/** Everything that has no door on Home, where a lock is set and open. */
@Composable
internal fun Stage.More() = On {
    fun door(name: String) = { press(name) }
    MoreScreen(
        LockState.Open(hasLock = true),
        MoreDoors(
            door("plan"),
            door("busy"),
            door("speak"),
            door("ask"),
            door("kept"),
            door("own"),
            door("memo"),
            door("connection"),
            door("checkIns"),
            door("data"),
            door("scan"),
            door("handover"),
            door("lock"),
            door("unlock"),
            door("settings"),
            door("back"),
        ),
    )
}
