package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Language
import jp.tsunagari.core.fake.FakeTsunagari
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.desktop.StringFiles
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking

/** A language to show screens in. */
internal enum class Spoken(val folder: String, val language: Language) {
    JA(StringFiles.JAPANESE, Language.JAPANESE),
    EASY(StringFiles.EASY_JAPANESE, Language.EASY_JAPANESE),
    EN(StringFiles.ENGLISH, Language.ENGLISH),
}

/** A fake for screens to show, and what was pressed on them. Each feature puts its screens on it in a file of its own. */
internal class Stage(val spoken: Spoken = Spoken.JA, private val dark: Boolean = false) : AutoCloseable {
    /** Two in the night of a Tuesday, always. */
    val clock: Clock = Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneId.of("Asia/Tokyo"))
    val api = FakeTsunagari(clock = clock)
    val scope = CoroutineScope(Dispatchers.Default + SupervisorJob())

    /** What was pressed, in order. */
    val pressed = CopyOnWriteArrayList<String>()
    private val models = ConcurrentHashMap<Any, Any>()

    init {
        runBlocking {
            api.speak(spoken.language)
            api.lock.begin()
        }
    }

    /** The model of a screen, made when it is first shown; [make] waits until there is something to see. */
    @Suppress("UNCHECKED_CAST")
    fun <M : Any> model(name: Any, make: suspend () -> M): M =
        models.computeIfAbsent(name) { runBlocking { make() } } as M

    /** The label of a name. */
    fun label(name: String) = StringFiles.of(spoken.folder).getValue(name)

    /** Notes that something was pressed. */
    fun press(what: String) {
        pressed += what
    }

    @Composable
    fun On(content: @Composable () -> Unit) = CompositionLocalProvider(LocalStrings provides spoken.folder) {
        TsunagariTheme(dark, content)
    }

    override fun close() {
        scope.cancel()
        api.close()
    }
}
