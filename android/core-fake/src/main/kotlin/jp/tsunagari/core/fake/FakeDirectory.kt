package jp.tsunagari.core.fake

import jp.tsunagari.core.Answer
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Around
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Busy
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Card
import jp.tsunagari.core.Choice
import jp.tsunagari.core.Detail
import jp.tsunagari.core.DirectoryApi
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryCode
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Fee
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.Flow
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
    private val guide = FakeGuide(device)
    private val imports = FakeImport(device, entries)

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
            wayDetails = card.ways.associate { way ->
                way.id to listOfNotNull(words.hours, words.spoken.takeIf { way.noVoice })
            },
            otherAreas = null,
            menu = emptyList(),
            promise = words.promise,
            firstVisit = entries.around.all.firstOrNull { it.card.id == id }?.firstVisit.orEmpty(),
            opening = words.opening,
            caveats = listOf(words.caveat),
            smallerSteps = words.smallerSteps.filterNot { it.keep && card.traceWarning },
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
            val named = checkNotNull(entries.area(area))
            val places = entries.around.near(named, entries.places(named), filters)
            Around(places.take(limit), entries.around.slots(named))
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
        Busy(tried.lastOrNull(), choices(tried), remembered, entries.emergency)
    }

    /** What may be open only where nothing is known to be; never a line whose traces could endanger somebody. */
    private fun choices(tried: List<Card>): List<Choice> {
        val offered = entries.lines.filterNot { it.traceWarning }
        val (again, fresh) = offered.filter { it.isOpen }.partition { it in tried }
        val unsure = offered.filter { fresh.isEmpty() && it.ways.first().state == OpenState.Unknown }
        val closed = offered.filter { it.ways.first().state is OpenState.Closed }
        return fresh.map { Choice.Line(it, it.ways.first().id) } +
            unsure.map { Choice.Unsure(it, it.ways.first().id) } +
            again.take(1).map { Choice.Again(it, it.ways.first().id) } +
            closed.take(1).map { Choice.Later(it, it.ways.first().id, entries.opens) } +
            Choice.EnoughForToday
    }

    override suspend fun guide(answers: GivenAnswers): AskStep = device.call("directory.guide") {
        val area = entries.area(answers.area)
        guide.questions(answers) ?: guide.results(
            answers,
            entries.lines.take(USUAL),
            area?.let(entries.around::slots).orEmpty(),
            entries.emergency,
        )
    }

    override suspend fun areas(text: String): AreaAnswer = device.call("directory.areas") { entries.areas(text) }

    override fun importFrom(path: String, allKinds: Boolean): Flow<ImportState> = imports.from(path, allKinds)

    override suspend fun state(): DirectoryState = device.call("directory.state") {
        DirectoryState(entries.packs, device.control.clockOk, device.control.whole)
    }

    override suspend fun paper(request: PaperRequest): String = device.call("directory.paper") {
        entries.area(request.area)
        val cards = request.ids.map(entries::find).ifEmpty { entries.lines.filterNot { it.traceWarning } }
        if (!request.traces && cards.any { it.traceWarning }) throw TsunagariError.Invalid("traces")
        page(cards.map { it.name })
    }

    override suspend fun code(id: EntryId, area: String?, traces: Boolean): EntryCode =
        device.call("directory.code") {
            entries.area(area)
            val card = entries.find(id)
            if (!traces && card.traceWarning) throw TsunagariError.Invalid("traces")
            val ways = card.ways.map { way ->
                listOfNotNull(way.name, way.target).joinToString("：") + way.notes.joinToString("、", "（", "）")
            }
            val lines = listOf(card.name) + ways + listOfNotNull(card.address, card.label, card.assurance)
            val text = lines.joinToString("\n") { it.replace(READING, "$1（$2）") }
            EntryCode(text, FakeCode.of(text))
        }

    private fun matching(filters: Filters): List<Card> {
        if (filters.age?.let { it in 0..UByte.MAX_VALUE.toInt() } == false) throw TsunagariError.Invalid("age")
        return entries.lines.filter { card ->
            val ways = card.ways.filter { filters.ways.isEmpty() || it.kind in filters.ways }
            ways.isNotEmpty() &&
                (card.isOpen || !filters.openNow) &&
                !filters.rolePlace &&
                (filters.spoken == null || (filters.spoken in FakeWords.SPOKEN && ways.any { it.noVoice })) &&
                (ways.any { it.fee == Fee.FREE } || !filters.free) &&
                (ways.any { it.noVoice } || !filters.noVoice) &&
                (filters.kinds.isEmpty() || card.kind in filters.kinds)
        }
    }

    private val Card.isOpen get() = ways.any { it.state is OpenState.Open || it.state == OpenState.Always }

    private fun own(text: String) =
        if (device.stored != null && device.isOpen) device.kept.owns.filter { text in it.name } else emptyList()

    private companion object {
        const val USUAL = 5
        val READING = Regex("\\{([^{}|]+)\\|([^{}|]+)\\}")
    }
}

/** A page of HTML. */
internal fun page(lines: List<String>): String =
    lines.joinToString("", prefix = "<!DOCTYPE html><html><body>", postfix = "</body></html>") { "<p>$it</p>" }
