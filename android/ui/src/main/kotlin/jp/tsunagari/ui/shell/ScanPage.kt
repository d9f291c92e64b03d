package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.scan.ScanDeeds
import jp.tsunagari.ui.scan.ScanModel
import jp.tsunagari.ui.scan.ScanScreen

@Composable
internal fun Shell.ScanPage(step: Step) {
    val scan = step.model("scan") { ScanModel(api, it, outside.camera, outside.inFront) }
    val shown by scan.shown.collectAsState()
    // Another page that lies over this one needs no camera.
    DisposableEffect(scan) {
        scan.seen(true)
        onDispose { scan.seen(false) }
    }
    val deeds = ScanDeeds(
        showAt = scan::showAt,
        call = ::call,
        open = ::entry,
        copy = { outside.copy(it, sensitive = true) },
        again = scan::again,
        settings = scan::openSettings,
        find = ::listen,
        back = ::back,
    )
    ScanScreen(shown, deeds)
}
