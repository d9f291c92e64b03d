package jp.tsunagari.ui.shell

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.time.Clock
import jp.tsunagari.core.Area
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.OutFile
import jp.tsunagari.ui.handover.HandoverModel
import jp.tsunagari.ui.model.ChoiceStore
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.have
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch

/** What every page may use: the core, the platform, what was chosen, and the ways between pages. */
internal class Shell(
    val api: TsunagariApi,
    val outside: Outside,
    val choices: ChoiceStore,
    val paths: Paths,
    /** What goes on when a page is left, such as writing a file. */
    val scope: CoroutineScope,
    val clock: Clock,
) {
    /** Where the person is, as far as they said so; kept where something is kept, else as long as the app is there. */
    val area = MutableStateFlow<Area?>(null)

    fun open(route: Route) = paths.open(route)

    fun back() = paths.back()

    fun unlock() = paths.open(Route.Unlock)

    /** To everybody who listens. */
    fun listen() = paths.open(Route.Find())

    fun entry(id: EntryId) = paths.open(Route.Entry(id))

    /** Has the person say where they are; every page asks anew then. */
    fun chooseArea() = open(
        Route.Area(keep = true) {
            area.value = it
            paths.renew()
        },
    )

    /** Private pages are not to be seen: the person was away, and it is not decided yet whether the app locks. */
    var covered by mutableStateOf(false)

    /** Locks what is kept, where there is a lock. What was shown of it goes, and what was typed and not kept. */
    suspend fun lockNow() {
        val state = have {
            api.lock.lock()
            api.lock.state()
        }
        if (state == LockState.Locked) paths.forget()
    }

    /** What the system's way back does where the page has none of its own; `null` where it leaves the app. */
    fun wayBack(route: Route): (() -> Unit)? = when {
        // Out of the finder in other hands only the owner leads.
        route == Route.Handover -> ({ paths.here.shown<HandoverModel>("handover")?.back() })
        paths.canGoBack -> paths::back
        else -> null
    }

    /** Somebody else holds the phone. */
    val inOtherHands: Boolean
        get() = paths.find(Route.Handover)?.shown<HandoverModel>("handover")?.shown?.value?.visit != null

    /** Whether the page is to be seen nowhere but in the app. */
    fun hides(route: Route) =
        !route.tellsNothing || (route == Route.Home && choices.choices.value.home == HomeKind.FULL)

    /** Gives a number to the dialler, or shows it so that it can be dialled elsewhere. */
    fun call(number: String) {
        if (!outside.dial(number)) paths.open(Route.Number(number))
    }

    /** Prints a page of the core, under a name that says nothing; `false` where nothing prints. */
    suspend fun print(page: String): Boolean = outside.print(page, PAPER)

    /** Prints what a screen gives as a file. */
    fun print(file: OutFile) = end(file) {
        val page = ByteArrayOutputStream()
        file.write(page)
        if (!outside.print(page.toByteArray().decodeToString(), file.name)) throw TsunagariError.Unexpected("print")
        true
    }

    /** Asks where a file shall go, and writes it there. */
    fun save(file: OutFile) = end(file) {
        outside.saveFile(file.name, file.mediaType) { path -> File(path).outputStream().use { file.write(it) } }
    }

    /** Tells a file how it ended; `false` is that nobody wanted it after all. */
    private fun end(file: OutFile, deed: suspend () -> Boolean) {
        scope.launch {
            try {
                if (deed()) file.ended(null)
            } catch (error: TsunagariError) {
                file.ended(error)
            } catch (_: IOException) {
                file.ended(TsunagariError.Unexpected("file"))
            }
        }
    }
}

/** What the system calls a page while it waits for the printer. */
internal const val PAPER = "page"
