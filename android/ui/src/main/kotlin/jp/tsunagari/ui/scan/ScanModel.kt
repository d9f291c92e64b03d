package jp.tsunagari.ui.scan

import jp.tsunagari.core.Card
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Place
import jp.tsunagari.ui.shell.Scan
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** Where the page that reads a code is. */
sealed interface ScanShown {
    /** This device has no camera. */
    data object NoCamera : ScanShown

    /** The camera is being switched on; the system may ask the person first. */
    data object Opening : ScanShown

    /** It looks for a code. */
    data object Looking : ScanShown

    /** It was refused, or another app has it. */
    data object Refused : ScanShown

    /** Another app has taken it, or what it saw could not be read. */
    data object Stopped : ScanShown

    /** A code was read. Nothing in it is opened, called or looked up anywhere but here. */
    data class Read(
        val text: String,
        /** There is more of it than a page shows. */
        val cut: Boolean,
        val numbers: List<ReadNumber>,
    ) : ScanShown
}

/** A telephone number in a text that was read. */
data class ReadNumber(
    /** As it was written. */
    val words: String,
    /** For the dialler. */
    val dial: String,
    /** The line of the directory that has it, with who assured it; `null` where nobody did. */
    val line: Card?,
)

/**
 * Reads a code by camera, one at a time. The camera is on while the page is seen and looks for a code, and no longer: not while
 * another page or app is in front, nor once a code was read.
 */
class ScanModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val camera: Camera?,
    inFront: StateFlow<Boolean>,
) {
    private val state = MutableStateFlow(if (camera == null) ScanShown.NoCamera else ScanShown.Opening)
    private val onPage = MutableStateFlow(false)
    private val tries = MutableStateFlow(0)
    private val place = MutableStateFlow<Place?>(null)

    val shown: StateFlow<ScanShown> = state.asStateFlow()

    init {
        scope.launch {
            combine(onPage, inFront, tries) { page, app, _ -> page && app }
                .collectLatest { seen -> if (seen) look() }
        }
    }

    /** The page is seen, or it is seen no more. */
    fun seen(seen: Boolean) {
        onPage.value = seen
    }

    /** Where the picture of the camera is to be seen. */
    fun showAt(place: Place?) {
        this.place.value = place
    }

    /** Looks for another code, or tries the camera again. */
    fun again() {
        if (camera == null) return
        state.value = ScanShown.Opening
        tries.update { it + 1 }
    }

    /** Opens the page of the system's settings on which the camera can be allowed. */
    fun openSettings() {
        camera?.openSettings()
    }

    private suspend fun look() {
        if (camera == null || state.value != ScanShown.Opening) return
        val scan = camera.open()
        state.value = if (scan == null) ScanShown.Refused else ScanShown.Looking
        if (scan == null) return
        try {
            val text = textFrom(scan)
            state.value = if (text == null) ScanShown.Stopped else read(text, lines())
        } catch (_: TsunagariError) {
            state.value = ScanShown.Stopped
        } finally {
            // Whoever comes back finds it looking again.
            state.compareAndSet(ScanShown.Looking, ScanShown.Opening)
        }
    }

    /** The text of a code; `null` when the pictures end. Whoever cancels this switches the camera off, whatever it waits for. */
    private suspend fun textFrom(scan: Scan): String? = coroutineScope {
        val finder = launch(start = CoroutineStart.UNDISPATCHED) {
            try {
                place.collect(scan::showAt)
            } finally {
                scan.close()
            }
        }
        api.codes.read(scan).also { finder.cancel() }
    }

    /** Without them no number is known. */
    private suspend fun lines(): List<Card> = try {
        api.directory.lines()
    } catch (_: TsunagariError) {
        emptyList()
    }
}
