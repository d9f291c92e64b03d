package jp.tsunagari.ui.shell

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.nio.file.Path
import java.time.Clock
import jp.tsunagari.core.Area
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.OutFile
import jp.tsunagari.ui.handover.HandoverModel
import jp.tsunagari.ui.model.ChoiceStore
import jp.tsunagari.ui.model.HomeKind
import kotlin.io.path.outputStream
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

    /** Locks what is kept, where there is a lock; what was shown of it is asked for anew, which says so. */
    suspend fun lockNow() {
        attempt { api.lock.lock() }
    }

    /** What the system's way back does; `null` where it leaves the app. */
    fun wayBack(route: Route): (() -> Unit)? = when {
        // Out of the finder in other hands only the owner leads.
        route == Route.Handover -> ({ paths.here.shown<HandoverModel>("handover")?.back() })
        paths.canGoBack -> paths::back
        else -> null
    }

    /** Whether the page is to be seen nowhere but in the app. */
    fun hides(route: Route) =
        !route.tellsNothing || (route == Route.Home && choices.choices.value.home == HomeKind.FULL)

    /** Gives a number to the dialler, or shows it so that it can be dialled elsewhere. */
    fun call(number: String) {
        if (!outside.dial(number)) paths.open(Route.Number(number))
    }

    /** Prints a page of the core, under a name that says nothing. */
    fun print(page: String) {
        scope.launch { outside.print(page, PAPER) }
    }

    /** Prints what a screen gives as a file. */
    fun print(file: OutFile) {
        scope.launch {
            val page = ByteArrayOutputStream()
            attempt { file.write(page) } ?: return@launch
            outside.print(page.toString(Charsets.UTF_8), file.name)
        }
    }

    /** Asks where a file shall go, and writes it there. */
    fun save(file: OutFile) {
        scope.launch {
            attempt {
                outside.saveFile(file.name, file.mediaType) { path ->
                    Path.of(path).outputStream().use { file.write(it) }
                }
            }
        }
    }

    /** What a screen has told already is not told twice; `null` when it went wrong. */
    private suspend fun <T : Any> attempt(deed: suspend () -> T): T? = try {
        deed()
    } catch (_: TsunagariError) {
        null
    } catch (_: IOException) {
        null
    }
}

/** What the system calls a page while it waits for the printer. */
internal const val PAPER = "page"
