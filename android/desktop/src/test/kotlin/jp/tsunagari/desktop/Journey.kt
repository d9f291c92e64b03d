package jp.tsunagari.desktop

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isToggleable
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import java.nio.file.Path
import java.time.Duration
import java.time.OffsetDateTime
import java.time.ZoneOffset
import jp.tsunagari.core.Language
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.contract.MovableClock
import jp.tsunagari.core.rust.RustTsunagari
import jp.tsunagari.ui.desktop.StringFiles
import jp.tsunagari.ui.shell.TsunagariApp
import kotlin.io.path.createDirectories
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.runBlocking

/** A phone with the app on the real core, on data of its own. What is on it stays from one [on] to the next. */
internal class Phone(at: OffsetDateTime = MovableClock.NIGHT) : AutoCloseable {
    val folder: Path = createTempDirectory("phone")
    val clock = MovableClock(at)
    val spy = Spy(folder.resolve("files").createDirectories())

    /** Starts the app, goes through [way] in it, and ends it. */
    @OptIn(ExperimentalTestApi::class)
    fun on(way: Way.() -> Unit) {
        val choices = FileChoices(folder.resolve("choices.properties"))
        open(choices.choices.value.language).use { api ->
            // High, so that all of a page is there without scrolling.
            runSkikoComposeUiTest(Size(WIDTH, HEIGHT), Density(1f)) {
                setContent {
                    TsunagariApp(api, spy, choices, clock) { language, content -> Labels(language, content) }
                }
                Way(this, api, spy).way()
            }
        }
    }

    /** Starts the phone itself: alarms are gone, what was open is locked, and the platform tells the core of it. */
    fun startsAgain() {
        spy.set.clear()
        open(Language.JAPANESE).use { runBlocking { it.checkIns.apply(spy.alarms, Told.BOOT) } }
    }

    /** The person looks at something else for some time. */
    fun away(time: Duration) {
        spy.inFront.value = false
        clock.moveTo(clock.instant().plus(time).atOffset(ZoneOffset.ofHours(TOKYO)))
        spy.inFront.value = true
    }

    private fun open(language: Language): TsunagariApi = runBlocking {
        RustTsunagari.open(folder.resolve("data").toString(), language, FileKeystore(folder.resolve("key")), clock)
    }

    override fun close() {
        folder.toFile().deleteRecursively()
    }

    private companion object {
        const val WIDTH = 360f
        const val HEIGHT = 6000f
        const val TOKYO = 9
    }
}

/** What a person does and sees. Labels are named as in `strings.xml`, and what the core says stands in quotes. */
@OptIn(ExperimentalTestApi::class)
internal class Way(
    private val test: SkikoComposeUiTest,
    val api: TsunagariApi,
    val spy: Spy,
) {
    var language = Language.JAPANESE

    /** The label of a name, with its parts filled in. */
    fun label(name: String, vararg parts: Any): String {
        val folder = when (language) {
            Language.JAPANESE -> StringFiles.JAPANESE
            Language.EASY_JAPANESE -> StringFiles.EASY_JAPANESE
            Language.ENGLISH -> StringFiles.ENGLISH
        }
        return StringFiles.of(folder).getValue(name).format(*parts)
    }

    /** Through the first start, keeping something or finding only. */
    fun begins(keep: Boolean) {
        presses(label("start_next"))
        presses(label("start_next"))
        presses(label(if (keep) "start_keep" else "start_search_only"))
        sees(label("home_title"))
    }

    /** Presses what has this name. */
    fun presses(name: String) = pressesWhat(named(name) and hasClickAction())

    /** Presses the first of those of whose name this is a part. */
    fun pressesFirst(part: String) = pressesWhat(partOf(part) and hasClickAction())

    /** Turns the switch with this name. */
    fun turns(name: String) = pressesWhat(named(name) and isToggleable())

    /** Goes the system's own way back so many times, each from the page that is there by then. */
    fun goesBack(times: Int) = repeat(times) {
        spy.pressBack()
        test.waitForIdle()
    }

    /** Types into the field with this name. */
    fun types(field: String, text: String) {
        val there = named(field) and hasSetTextAction()
        await("a field $field") { test.onAllNodes(there).fetchSemanticsNodes().isNotEmpty() }
        test.onNode(there).performTextInput(text)
        test.waitForIdle()
    }

    /** Types into the only field there is. */
    fun typesAnywhere(text: String) {
        await("a field") { test.onAllNodes(hasSetTextAction()).fetchSemanticsNodes().size == 1 }
        test.onNode(hasSetTextAction()).performTextInput(text)
        test.waitForIdle()
    }

    /** Waits until this is a part of what stands there. */
    fun sees(part: String) = await(part) { isThere(part) }

    /** Waits until this is a part of nothing that stands there. */
    fun seesNoMore(part: String) = await("no more: $part") { !isThere(part) }

    fun isThere(part: String) =
        test.onAllNodes(partOf(part), useUnmergedTree = true).fetchSemanticsNodes().isNotEmpty()

    /** Waits for what happens beside what is seen. */
    fun await(what: String, condition: () -> Boolean) = try {
        test.waitUntil(what, PATIENCE_MILLIS, condition)
    } catch (late: ComposeTimeoutException) {
        throw AssertionError("$what\nstands there: ${all().joinToString(" | ")}", late)
    }

    private fun pressesWhat(there: SemanticsMatcher) {
        await("something to press: ${there.description}") { test.onAllNodes(there).fetchSemanticsNodes().isNotEmpty() }
        // As a screen reader presses: what comes in meanwhile can move it from under a finger.
        test.onAllNodes(there).onFirst().performSemanticsAction(SemanticsActions.OnClick)
        test.waitForIdle()
    }

    private fun all(): List<String> = test.onAllNodes(SemanticsMatcher("all") { true }).fetchSemanticsNodes().map {
        it.config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString()
            ?: it.config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString { text -> text.text }
    }.filter(String::isNotEmpty)

    private fun named(name: String) = hasText(name) or hasContentDescription(name)

    private fun partOf(text: String) = hasText(text, substring = true) or hasContentDescription(text, substring = true)

    private companion object {
        /** Long, since a slow machine is no mistake. */
        const val PATIENCE_MILLIS = 30_000L
    }
}
