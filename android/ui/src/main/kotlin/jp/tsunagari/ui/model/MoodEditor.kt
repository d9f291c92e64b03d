package jp.tsunagari.ui.model

import java.time.OffsetDateTime
import java.util.concurrent.atomic.AtomicBoolean
import jp.tsunagari.core.AfterEntry
import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.MoodChange
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/** An entry that somebody writes, and what stands beside it. */
data class Edited(
    /** As it stands on the screen; what was changed last may still be on its way to the disk. */
    val entry: MoodEntry? = null,
    /** It was erased, and can be put back. */
    val erased: MoodEntry? = null,
    /** A word of it calls for people who listen. */
    val calls: Boolean = false,
    /** Those people, where it calls for them. */
    val lines: List<Card> = emptyList(),
    /** The emergency row, where it calls for people who listen. */
    val emergency: List<EmergencyLine> = emptyList(),
    /** A small step, because somebody asked. */
    val after: AfterEntry? = null,
    /** Why the last change is not written down. */
    val problem: TsunagariError? = null,
)

/**
 * One entry of the mood log in the hands of who writes it. Each change is kept at once, also what is typed, and also when
 * the screen goes away meanwhile.
 */
class MoodEditor internal constructor(private val api: TsunagariApi, private val scope: CoroutineScope) {
    private val state = MutableStateFlow(Edited())

    /** As it is on the disk. */
    private val stored = MutableStateFlow<MoodEntry?>(null)
    private val opened = MutableStateFlow<MoodId?>(null)
    private val turn = Mutex()
    private val logging = AtomicBoolean()
    private val changed = Channel<Unit>(Channel.CONFLATED)

    val edited: StateFlow<Edited> = state.asStateFlow()

    init {
        scope.launch {
            try {
                for (change in changed) save()
            } finally {
                withContext(NonCancellable) { save() }
            }
        }
        scope.launch { api.whenever(Changed.MOOD, Changed.LOCK).collectLatest { look() } }
    }

    /** Writes a new entry down: one tap. */
    fun log(draft: MoodDraft) {
        if (!logging.compareAndSet(false, true)) return
        lasting {
            try {
                made(api.journal.log(draft))
            } finally {
                logging.set(false)
            }
        }
    }

    /** Takes up an entry that is there. */
    internal fun open(id: MoodId) {
        opened.value = id
        scope.launch { look() }
    }

    fun setLevel(level: Int) = change { it.copy(level = level) }

    fun toggleLabel(code: String) = change { it.copy(labels = it.labels.toggled(code)) }

    fun toggleContext(code: String) = change { it.copy(contexts = it.contexts.toggled(code)) }

    fun setNote(text: String) = change { it.copy(note = text) }

    fun setTime(at: OffsetDateTime) = change { it.copy(at = at) }

    /** Erases the entry. Until something else is written it can be put back. */
    fun erase() = lasting {
        val entry = state.value.entry ?: return@lasting
        api.journal.erase(entry.id)
        opened.value = null
        stored.value = null
        state.value = Edited(erased = entry)
    }

    /** Writes what was erased down again, with the same values. */
    fun putBack() = lasting {
        val entry = state.value.erased ?: return@lasting
        made(api.journal.log(MoodDraft(entry.level, entry.labels, entry.contexts, entry.note, entry.at)))
    }

    /** Leaves the entry as it is, and begins anew. */
    fun another() {
        scope.launch {
            save()
            turn.withLock {
                opened.value = null
                stored.value = null
                state.value = Edited()
            }
        }
    }

    /** A small step and a place nearby, because somebody asked. */
    fun askStep() {
        scope.launch {
            save()
            val id = stored.value?.id ?: return@launch
            try {
                val after = api.journal.stepAfter(id, area())
                state.update { it.copy(after = after) }
            } catch (error: TsunagariError) {
                state.update { it.copy(problem = error) }
            }
        }
    }

    /** Tries once more to keep what could not be kept. */
    fun again() {
        state.update { it.copy(problem = null) }
        changed.trySend(Unit)
        scope.launch { look() }
    }

    private fun change(what: (MoodEntry) -> MoodEntry) {
        state.update { it.copy(entry = it.entry?.let(what)) }
        changed.trySend(Unit)
    }

    /** What was begun is brought to its end, also when the screen goes away. */
    private fun lasting(deed: suspend () -> Unit) {
        scope.launch(start = CoroutineStart.UNDISPATCHED) {
            withContext(NonCancellable) {
                turn.withLock {
                    try {
                        deed()
                    } catch (error: TsunagariError) {
                        state.update { it.copy(problem = error) }
                    }
                }
            }
        }
    }

    private suspend fun made(entry: MoodEntry) {
        opened.value = entry.id
        stored.value = entry
        state.value = Edited(entry = entry)
        listen(entry)
    }

    private suspend fun save() = turn.withLock {
        val was = stored.value ?: return
        val now = state.value.entry?.takeIf { it.id == was.id } ?: return
        if (now.sameWords(was)) {
            // What could not be kept was taken back.
            state.update { it.copy(problem = it.problem.takeUnless { problem -> problem is TsunagariError.Invalid }) }
            return
        }
        try {
            val saved = api.journal.amend(was.id, now.since(was))
            stored.value = saved
            state.update { it.copy(entry = it.entry?.onto(saved), problem = null) }
            listen(saved)
        } catch (error: TsunagariError) {
            state.update { it.copy(problem = error) }
        }
    }

    private suspend fun look() = turn.withLock {
        val id = opened.value ?: return
        try {
            val entry = api.journal.entry(id)
            val was = stored.value
            stored.value = entry
            state.update {
                val untouched = it.entry == null || was == null || it.entry.sameWords(was)
                it.copy(
                    entry = if (untouched) entry else it.entry.onto(entry),
                    problem = it.problem.takeUnless {
                        untouched
                    },
                )
            }
            if (was == null) listen(entry)
        } catch (error: TsunagariError) {
            if (error.hides || error is TsunagariError.NotFound) {
                stored.value = null
                state.value = Edited(problem = error)
            } else {
                state.update { it.copy(problem = error) }
            }
        }
    }

    /** Says at once where people listen, when a feeling or the note calls for them. */
    private suspend fun listen(entry: MoodEntry) {
        val asks = entry.callsForLines || entry.note.isNotBlank()
        val found = if (asks) have { api.journal.stepAfter(entry.id, area()).lines } else null
        val lines = found ?: if (entry.callsForLines) have { api.journal.listening() }.orEmpty() else emptyList()
        val calls = entry.callsForLines || lines.isNotEmpty()
        val emergency = if (calls) have { api.directory.emergency(area()) }.orEmpty() else emptyList()
        state.update { it.copy(calls = calls, lines = lines, emergency = emergency) }
    }

    private suspend fun area(): String? = have { api.home.choice().area }
}

private fun Set<String>.toggled(code: String) = if (code in this) this - code else this + code

private fun MoodEntry.sameWords(other: MoodEntry) = since(other) == MoodChange()

/** What was changed since it was [other]. */
private fun MoodEntry.since(other: MoodEntry) = MoodChange(
    level = level.takeIf { it != other.level },
    labels = labels.takeIf { it != other.labels },
    contexts = contexts.takeIf { it != other.contexts },
    note = note.takeIf { it != other.note },
    at = at.takeIf { it != other.at },
)

/** What stands on the screen, with all else as it was [saved]. */
private fun MoodEntry.onto(saved: MoodEntry) =
    saved.copy(level = level, labels = labels, contexts = contexts, note = note, at = at)
