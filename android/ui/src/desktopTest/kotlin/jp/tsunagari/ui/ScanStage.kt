package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.Code
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.scan.PlayedCamera
import jp.tsunagari.ui.scan.ScanDeeds
import jp.tsunagari.ui.scan.ScanModel
import jp.tsunagari.ui.scan.ScanScreen
import jp.tsunagari.ui.scan.ScanShown
import jp.tsunagari.ui.shell.Camera
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first

/** The page that reads a code, once it has come to what [camera] lets it. */
@Composable
internal fun Stage.Scan(camera: Camera? = PlayedCamera(), prepare: suspend Stage.() -> Unit = { }) = On {
    val scan = model("scan") {
        prepare()
        ScanModel(api, scope, camera, MutableStateFlow(true)).also { model ->
            model.seen(true)
            model.shown.first { it != ScanShown.Opening }
            if (camera is PlayedCamera && camera.code != null) model.shown.first { it is ScanShown.Read }
        }
    }
    val shown by scan.shown.collectAsState()
    DisposableEffect(scan) { onDispose { scan.seen(false) } }
    ScanScreen(
        shown,
        ScanDeeds(
            showAt = scan::showAt,
            call = { press("call $it") },
            open = { press("open ${it.value}") },
            copy = { press("copy $it") },
            again = scan::again,
            settings = scan::openSettings,
            find = { press("find") },
            back = { press("back") },
        ),
    )
}

/** A code that has a number of the directory and one that nobody knows. */
internal suspend fun Stage.codeOfSomebody(): Code {
    val night = api.directory.code(EntryId("fake.night")).text
    val home = said("はなの家 087-000-0009", "はなの いえ 087-000-0009", "Hana at home 087-000-0009")
    return api.control.code("$night\n$home")
}
