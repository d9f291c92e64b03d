package jp.tsunagari.core.contract

import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Choice
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.createDirectory
import kotlin.io.path.writeText
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test as JUnitTest

/** Finding help. */
interface DirectoryContract : Worlds {
    @JUnitTest
    fun `a search in danger puts 119 first`() = test {
        val answer = api.directory.find(FindRequest("薬をたくさん飲んだ"))
        assertTrue(answer.danger)
        assertEquals("119", answer.emergency.first().card.ways.first().dial)
    }

    @JUnitTest
    fun `a search finds few cards with who assured them`() = test {
        val answer = api.directory.find(FindRequest("話し相手がほしい", limit = 2))
        assertFalse(answer.danger)
        assertTrue(answer.cards.size in 1..2) { "${answer.cards.size} cards" }
        assertTrue(answer.cards.all { it.assurance.isNotEmpty() && it.reasons.isNotEmpty() })
        assertTrue(answer.emergency.isNotEmpty())
    }

    @JUnitTest
    fun `what was ruled out does not come`() = test {
        val answer = api.directory.find(FindRequest("話し相手がほしい", filters = Filters(openNow = true)))
        val open = answer.cards.all { card ->
            card.ways.any { it.state is OpenState.Open || it.state == OpenState.Always }
        }
        assertTrue(open)
    }

    @JUnitTest
    fun `an area that is not clear is an invalid area`() = test {
        invalid("area") { api.directory.find(FindRequest("眠れない", area = "どこにもない町")) }
        invalid("area") { api.directory.emergency("どこにもない町") }
        invalid("area") { api.directory.lines("どこにもない町") }
    }

    @JUnitTest
    fun `a number that cannot be one is an invalid field`() = test {
        invalid("age") { api.directory.find(FindRequest("眠れない", filters = Filters(age = -1))) }
        invalid("limit") { api.directory.find(FindRequest("眠れない", limit = 1_000_000)) }
        invalid("limit") { api.directory.places("高松市", limit = -1) }
    }

    @JUnitTest
    fun `results tell that a search runs, and then what it found`() = test {
        val request = FindRequest("眠れない")
        val (searching, found) = api.directory.results(flowOf(request)).toList()
        assertEquals(FindState.Searching(request), searching)
        assertEquals(request, assertInstanceOf(FindState.Found::class.java, found).request)
    }

    @JUnitTest
    fun `results go on after a search that could not be done`() = test {
        val requests = MutableSharedFlow<FindRequest>(replay = 1)
        val states = CopyOnWriteArrayList<FindState>()
        requests.emit(FindRequest("眠れない", area = "どこにもない町"))
        val screen = launch(Dispatchers.Default) { api.directory.results(requests).collect(states::add) }
        eventually("the first search has failed") { states.lastOrNull() is FindState.Failed }
        requests.emit(FindRequest("眠れない"))
        eventually("the second search has found") { states.lastOrNull() is FindState.Found }
        screen.cancelAndJoin()
    }

    @JUnitTest
    fun `a request takes the place of the one before`() = test {
        val (first, second) = FindRequest("眠れ") to FindRequest("眠れない")
        val requests = MutableSharedFlow<FindRequest>(replay = 1)
        val states = CopyOnWriteArrayList<FindState>()
        val held = world.holdSearch()
        requests.emit(first)
        val screen = launch(Dispatchers.Default) { api.directory.results(requests).collect(states::add) }
        held.reached()
        requests.emit(second)
        eventually("the second search has found") { states.lastOrNull() is FindState.Found }
        assertEquals(listOf(second), states.filterIsInstance<FindState.Found>().map { it.request })
        held.letGo()
        eventually("the first search was stopped") { world.stopped() == 1L && world.running() == 0 }
        screen.cancelAndJoin()
        assertEquals(1, states.filterIsInstance<FindState.Found>().size)
    }

    @JUnitTest
    fun `cancelling who collects ends at once and stops the search`() = test {
        val held = world.holdSearch()
        val screen = launch(Dispatchers.Default) { api.directory.results(flowOf(FindRequest("眠れない"))).collect { } }
        held.reached()
        assertEquals(1, world.running())
        screen.cancelAndJoin()
        assertEquals(0, world.stopped(), "the search is still in its middle")
        held.letGo()
        eventually("the search was stopped") { world.stopped() == 1L && world.running() == 0 }
    }

    @JUnitTest
    fun `a search that another took over is cancelled`() = test {
        val held = world.holdSearch()
        val first = async(Dispatchers.Default) { runCatching { api.directory.find(FindRequest("眠れない")) } }
        held.reached()
        assertTrue(api.directory.find(FindRequest("話し相手がほしい")).cards.isNotEmpty())
        held.letGo()
        assertInstanceOf(TsunagariError.Cancelled::class.java, first.await().exceptionOrNull())
    }

    @JUnitTest
    fun `a screen whose search another took over shows what its text finds all the same`() = test {
        val held = world.holdSearch()
        val request = FindRequest("眠れない")
        val screen = async(Dispatchers.Default) { api.directory.results(flowOf(request)).toList() }
        held.reached()
        assertTrue(api.directory.find(FindRequest("話し相手がほしい")).cards.isNotEmpty())
        held.letGo()
        val (searching, found) = screen.await()
        assertEquals(FindState.Searching(request), searching)
        assertEquals(request, assertInstanceOf(FindState.Found::class.java, found).request)
    }

    @JUnitTest
    fun `an entry is shown with all that is known of it`() = test {
        val card = api.directory.lines().first()
        val detail = api.directory.show(card.id)
        assertEquals(card.id, detail.card.id)
        assertEquals(detail.card.ways.map { it.id }.toSet(), detail.wayDetails.keys)
        fails<TsunagariError.NotFound> { api.directory.show(EntryId("nobody")) }
    }

    @JUnitTest
    fun `there is always something to do when a line is busy`() = test {
        val line = api.directory.lines().first()
        val busy = api.directory.busy(BusyRequest(listOf(line.id)))
        assertEquals(line.id, busy.line?.id)
        assertEquals(Choice.EnoughForToday, busy.choices.last())
        assertEquals(Choice.EnoughForToday, api.directory.busy(BusyRequest(emptyList())).choices.last())
        fails<TsunagariError.NotFound> { api.directory.busy(BusyRequest(listOf(EntryId("nobody")))) }
    }

    @JUnitTest
    fun `what was tried is remembered only where something is kept and only when asked`() = test {
        val line = api.directory.lines().first { !it.traceWarning }.id
        assertFalse(api.directory.busy(BusyRequest(listOf(line), remember = true)).remembered)
        api.lock.begin()
        assertFalse(api.directory.busy(BusyRequest(listOf(line))).remembered)
        assertTrue(api.directory.busy(BusyRequest(listOf(line), remember = true)).remembered)
        assertEquals(listOf(line), api.keepsakes.tries())
    }

    @JUnitTest
    fun `every question can be left out`() = test {
        val page = assertInstanceOf(AskStep.Questions::class.java, api.directory.guide(GivenAnswers()))
        assertTrue(page.questions.isNotEmpty())
        assertTrue(page.questions.all { question -> question.groups.all { it.options.isNotEmpty() } })
        val results = api.directory.guide(GivenAnswers(enough = true))
        assertTrue(assertInstanceOf(AskStep.Results::class.java, results).forAnything)
        invalid("answers") { api.directory.guide(GivenAnswers(form = "nobody")) }
    }

    @JUnitTest
    fun `a question that was passed over does not come again`() = test {
        val first = assertInstanceOf(AskStep.Questions::class.java, api.directory.guide(GivenAnswers()))
        val passed = first.questions.associate { it.id to emptySet<String>() }
        val second = assertInstanceOf(AskStep.Questions::class.java, api.directory.guide(GivenAnswers(given = passed)))
        assertTrue(second.questions.none { it.id in passed })
        val all = passed + second.questions.associate { it.id to emptySet() }
        assertInstanceOf(AskStep.Results::class.java, api.directory.guide(GivenAnswers(given = all)))
    }

    @JUnitTest
    fun `a name can mean one place, several or none`() = test {
        val one = assertInstanceOf(AreaAnswer.One::class.java, api.directory.areas("高松市"))
        assertEquals("香川県高松市", one.area.name)
        val several = assertInstanceOf(AreaAnswer.Several::class.java, api.directory.areas("府中市"))
        assertEquals(2, several.areas.size)
        assertInstanceOf(AreaAnswer.None::class.java, api.directory.areas("どこにもない町"))
    }

    @JUnitTest
    fun `open data is imported with its progress`() = test {
        val before = api.directory.state().packs.size
        val file = world.folder.resolve("library.csv")
        file.writeText("名称,住所,緯度,経度\n中央図書館,香川県高松市昭和町1-2-20,34.3380,134.0360\n")
        val states = api.directory.importFrom(file.toString()).toList()
        val done = assertInstanceOf(ImportState.Done::class.java, states.last())
        assertEquals(1, done.entries)
        assertTrue(states.dropLast(1).all { it is ImportState.Progress })
        assertEquals(before + 1, api.directory.state().packs.size)
        val (library) = api.directory.places("高松市").places
        assertEquals("中央図書館", library.card.name)
        assertNotNull(library.card.label, "an imported entry says who published it")
    }

    @JUnitTest
    fun `a folder is imported with all that is in it`() = test {
        val folder = world.folder.resolve("open").createDirectory()
        for (name in listOf("中央図書館", "みなみ図書館")) {
            folder.resolve("$name.csv").writeText("名称,住所,緯度,経度\n$name,香川県高松市昭和町1-2-20,34.3380,134.0360\n")
        }
        val last = api.directory.importFrom(folder.toString()).toList().last()
        val done = assertInstanceOf(ImportState.Done::class.java, last)
        assertEquals(2, done.entries)
        assertEquals(2, done.files.size)
    }

    @JUnitTest
    fun `what is not there is not imported`() = test {
        val error = runCatching { api.directory.importFrom("/nowhere/at/all.csv").toList() }.exceptionOrNull()
        assertInstanceOf(TsunagariError.NotFound::class.java, error)
    }

    @JUnitTest
    fun `the directory is whole and says its age`() = test {
        val state = api.directory.state()
        assertTrue(state.whole && state.clockOk)
        assertTrue(state.packs.single().entries > 0)
    }

    @JUnitTest
    fun `paper has no entry whose traces could endanger somebody unless they said so`() = test {
        val (warned, other) = api.directory.lines().partition { it.traceWarning }.toList().map { it.first() }
        assertTrue(other.name in api.directory.paper(PaperRequest(listOf(other.id))))
        invalid("traces") { api.directory.paper(PaperRequest(listOf(warned.id))) }
        assertTrue(warned.name in api.directory.paper(PaperRequest(listOf(warned.id), traces = true)))
    }

    @JUnitTest
    fun `a code says the number and who assured it`() = test {
        val line = api.directory.lines().first { card -> !card.traceWarning && card.ways.any { it.dial != null } }
        val code = api.directory.code(line.id)
        val said = code.text.lines()
        assertEquals(line.name, said.first())
        assertTrue(line.ways.any { way -> way.dial != null && said.any { way.target.orEmpty() in it } }, code.text)
        assertTrue(line.assurance in said, code.text)
        assertEquals(code.text, api.codes.read(Camera(code.code, empty = 1)))
        fails<TsunagariError.NotFound> { api.directory.code(EntryId("nobody")) }
        invalid("area") { api.directory.code(line.id, "どこにもない町") }
    }

    @JUnitTest
    fun `an entry whose traces could endanger somebody is no code unless they said so`() = test {
        val warned = api.directory.lines().first { it.traceWarning }
        invalid("traces") { api.directory.code(warned.id) }
        assertTrue(warned.name in api.directory.code(warned.id, traces = true).text)
    }
}
