package jp.tsunagari.core.rust

import jp.tsunagari.core.Answer
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Around
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Busy
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Card
import jp.tsunagari.core.Detail
import jp.tsunagari.core.DirectoryApi
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryCode
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.Directory
import jp.tsunagari.ffi.Import
import jp.tsunagari.ffi.ImportProgress
import jp.tsunagari.ffi.ImportWatcher
import jp.tsunagari.ffi.Search
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.channelFlow
import kotlinx.coroutines.flow.transformLatest
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

internal class RustDirectory(private val directory: Directory, private val calls: Calls) : DirectoryApi {
    private val again = Mutex()

    @OptIn(ExperimentalCoroutinesApi::class)
    override fun results(requests: Flow<FindRequest>): Flow<FindState> = requests.transformLatest { request ->
        emit(FindState.Searching(request))
        val found = try {
            FindState.Found(request, findInTurn(request))
        } catch (error: TsunagariError) {
            FindState.Failed(request, error)
        }
        emit(found)
    }

    /** Searches again when a search of another screen took over: this one still shows its text. */
    private suspend fun findInTurn(request: FindRequest): Answer {
        try {
            return find(request)
        } catch (_: TsunagariError.Cancelled) {
            // One screen at a time, so that two do not stop each other for ever.
            return again.withLock { find(request) }
        }
    }

    override suspend fun find(request: FindRequest): Answer =
        calls.call({ directory.find(request.toFfi()) }, Search::cancel) { it.run().toDomain() }

    override suspend fun show(id: EntryId, area: String?): Detail =
        calls.call { directory.show(id.value, area).toDomain() }

    override suspend fun lines(area: String?, filters: Filters): List<Card> =
        calls.call { directory.lines(area, filters.toFfi()).toCards() }

    override suspend fun places(area: String, filters: Filters, limit: Int): Around =
        calls.call { directory.places(area, filters.toFfi(), limit.unsignedShort("limit")).toDomain() }

    override suspend fun emergency(area: String?): List<EmergencyLine> =
        calls.call { directory.emergency(area).toEmergency() }

    override suspend fun busy(request: BusyRequest): Busy = calls.call { directory.busy(request.toFfi()).toDomain() }

    override suspend fun guide(answers: GivenAnswers): AskStep =
        calls.call { directory.guide(answers.toFfi()).toDomain() }

    override suspend fun areas(text: String): AreaAnswer = calls.call { directory.areas(text).toDomain() }

    override fun importFrom(path: String, allKinds: Boolean): Flow<ImportState> = channelFlow {
        // Who shows progress slowly misses some of it, never the end.
        val watcher = ProgressWatcher { trySend(it) }
        val done = calls.call({ directory.importFrom(path, allKinds) }, Import::cancel) { it.run(watcher).toDomain() }
        send(done)
    }

    override suspend fun state(): DirectoryState = calls.call { directory.state().toDomain() }

    override suspend fun paper(request: PaperRequest): String = calls.call { directory.paper(request.toFfi()) }

    override suspend fun code(id: EntryId, area: String?, traces: Boolean): EntryCode =
        calls.call { directory.code(id.value, area, traces).toDomain() }
}

private class ProgressWatcher(private val told: (ImportState.Progress) -> Unit) : ImportWatcher {
    override fun progress(progress: ImportProgress) = toCore { told(progress.toDomain()) }
}
