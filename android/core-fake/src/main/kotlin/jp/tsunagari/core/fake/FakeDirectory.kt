package jp.tsunagari.core.fake

import java.io.IOException
import java.nio.file.Path
import jp.tsunagari.core.Answer
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Around
import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Busy
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Choice
import jp.tsunagari.core.Detail
import jp.tsunagari.core.DirectoryApi
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Fee
import jp.tsunagari.core.FileOutcome
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.ImportedFile
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.OptionGroup
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.Place
import jp.tsunagari.core.Question
import jp.tsunagari.core.QuestionKind
import jp.tsunagari.core.QuestionOption
import jp.tsunagari.core.Slot
import jp.tsunagari.core.SmallerStep
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.transformLatest
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** A directory of a few invented entries. Of two searches the later one stops the earlier one. */
class FakeDirectory internal constructor(private val device: FakeDevice, private val entries: FakeEntries) :
    DirectoryApi {
    private val again = Mutex()

    @Volatile
    private var latest = 0
    private val words = FakeWords(device)

    @OptIn(ExperimentalCoroutinesApi::class)
    override fun results(requests: Flow<FindRequest>): Flow<FindState> = requests.transformLatest { request ->
        emit(FindState.Searching(request))
        val state = try {
            FindState.Found(request, findInTurn(request))
        } catch (error: TsunagariError) {
            FindState.Failed(request, error)
        }
        emit(state)
    }

    private suspend fun findInTurn(request: FindRequest): Answer {
        try {
            return find(request)
        } catch (_: TsunagariError.Cancelled) {
            return again.withLock { find(request) }
        }
    }

    override suspend fun find(request: FindRequest): Answer {
        val ticket = synchronized(this) { ++latest }
        return device.call("directory.find") {
            if (ticket != latest) throw TsunagariError.Cancelled()
            if (request.limit !in 0..UShort.MAX_VALUE.toInt()) throw TsunagariError.Invalid("limit")
            entries.area(request.area)
            val danger = device.control.dangerWords.any { it in request.text }
            val fitting = matching(request.filters)
            Answer(
                danger = danger,
                understood = null,
                gaps = emptyList(),
                cards = fitting.take(if (request.limit == 0) USUAL else request.limit),
                own = if (request.own) own(request.text) else emptyList(),
                cut = false,
                emergency = entries.emergency,
            )
        }
    }

    override suspend fun show(id: EntryId, area: String?): Detail = device.call("directory.show") {
        entries.area(area)
        val card = entries.find(id)
        Detail(
            card = card,
            season = emptyList(),
            traceWarning = words.warning.takeIf { card.traceWarning },
            about = emptyList(),
            place = listOfNotNull(card.address),
            wayDetails = card.ways.associate { it.id to listOf(words.hours) },
            otherAreas = null,
            menu = emptyList(),
            promise = words.promise,
            firstVisit = emptyList(),
            opening = words.opening,
            caveats = listOf(words.caveat),
            smallerSteps = listOf(SmallerStep("memo", keep = false, words.memo)),
            sources = emptyList(),
        )
    }

    override suspend fun lines(area: String?, filters: Filters): List<Card> = device.call("directory.lines") {
        entries.area(area)
        matching(filters)
    }

    override suspend fun places(area: String, filters: Filters, limit: Int): Around =
        device.call("directory.places") {
            if (limit !in 0..UShort.MAX_VALUE.toInt()) throw TsunagariError.Invalid("limit")
            val places = entries.area(area)?.let(entries::places).orEmpty()
            Around(
                places = places.take(limit).map { Place(it, emptyList()) },
                slots = listOf(Slot("library", device.text("図書館", "Library"), emptyList())),
            )
        }

    override suspend fun emergency(area: String?): List<EmergencyLine> = device.call("directory.emergency") {
        entries.area(area)
        entries.emergency
    }

    override suspend fun busy(request: BusyRequest): Busy = device.call("directory.busy") {
        entries.area(request.area)
        val tried = request.ids.map(entries::find)
        val remembered = request.remember && device.stored != null && device.isOpen
        if (remembered) {
            val kept = device.kept
            val ids = tried.filterNot { it.traceWarning }.map { it.id }
            device.stored = kept.copy(tries = kept.tries + ids)
        }
        val others = entries.lines.filter { it !in tried }.map { Choice.Line(it, it.ways.first().id) }
        Busy(tried.lastOrNull(), others + Choice.EnoughForToday, remembered, entries.emergency)
    }

    override suspend fun guide(answers: GivenAnswers): AskStep = device.call("directory.guide") {
        entries.area(answers.area)
        val known = answers.form in listOf(null, FORM) && answers.given.keys.all { it == QUESTION }
        if (!known) throw TsunagariError.Invalid("answers")
        if (answers.enough || answers.given.isNotEmpty()) {
            AskStep.Results(
                danger = false,
                forAnything = answers.given.isEmpty(),
                cards = entries.lines.take(USUAL),
                relaxed = emptyList(),
                gaps = emptyList(),
                slots = emptyList(),
                emergency = entries.emergency,
            )
        } else {
            AskStep.Questions(AskForm(FORM, device.text("だれでも", "Everyone"), ""), listOf(question()), emptyList())
        }
    }

    override suspend fun areas(text: String): AreaAnswer = device.call("directory.areas") { entries.areas(text) }

    override fun importFrom(path: String, allKinds: Boolean): Flow<ImportState> = flow {
        val place = Path.of(path)
        val read = device.call("directory.importFrom") {
            if (!place.exists()) throw TsunagariError.NotFound()
            val files = if (place.isDirectory()) place.listDirectoryEntries("*.csv").sorted() else listOf(place)
            try {
                files.associateWith(::rows)
            } catch (_: IOException) {
                throw TsunagariError.Invalid("path")
            }
        }
        val rows = read.values.flatten()
        val (bytes, count) = read.keys.sumOf { it.fileSize() } to rows.size.toLong()
        read.keys.forEach { emit(ImportState.Progress(it.name, bytes, bytes, count)) }
        device.change("directory.import", Changed.DIRECTORY) { entries.import(place.name, rows) }
        val told = read.map { (file, rows) ->
            ImportedFile(file.name, FileOutcome.IMPORTED, null, rows.size.toLong(), emptyList())
        }
        emit(ImportState.Done(entries = count, rows = count, refusedRows = 0, files = told))
    }

    private fun rows(file: Path): List<Pair<String, String>> =
        file.readLines().drop(1).map { row -> row.split(",").let { it[0] to it.getOrElse(1) { "" } } }

    override suspend fun state(): DirectoryState = device.call("directory.state") {
        DirectoryState(entries.packs, clockOk = true, whole = true)
    }

    override suspend fun paper(request: PaperRequest): String = device.call("directory.paper") {
        entries.area(request.area)
        val cards = request.ids.map(entries::find).ifEmpty { entries.lines.filterNot { it.traceWarning } }
        if (!request.traces && cards.any { it.traceWarning }) throw TsunagariError.Invalid("traces")
        page(cards.map { it.name })
    }

    private fun matching(filters: Filters): List<Card> {
        if (filters.age?.let { it in 0..UByte.MAX_VALUE.toInt() } == false) throw TsunagariError.Invalid("age")
        return entries.lines.filter { card ->
            val ways = card.ways.filter { filters.ways.isEmpty() || it.kind in filters.ways }
            val open = ways.any { it.state is OpenState.Open || it.state == OpenState.Always }
            ways.isNotEmpty() &&
                (open || !filters.openNow) &&
                (ways.any { it.fee == Fee.FREE } || !filters.free) &&
                (ways.any { it.noVoice } || !filters.noVoice) &&
                (filters.kinds.isEmpty() || card.kind in filters.kinds)
        }
    }

    private fun own(text: String) =
        if (device.stored != null && device.isOpen) device.kept.owns.filter { text in it.name } else emptyList()

    private fun question() = Question(
        id = QUESTION,
        kind = QuestionKind.MANY,
        text = device.text("いま、どんなことで困っていますか", "What is hard just now?"),
        groups = listOf(OptionGroup(null, listOf(QuestionOption("lonely", device.text("さみしい", "Lonely"))))),
    )

    private companion object {
        const val USUAL = 5
        const val FORM = "everyone"
        const val QUESTION = "trouble"
    }
}

/** A page of HTML. */
internal fun page(lines: List<String>): String =
    lines.joinToString("", prefix = "<!DOCTYPE html><html><body>", postfix = "</body></html>") { "<p>$it</p>" }
