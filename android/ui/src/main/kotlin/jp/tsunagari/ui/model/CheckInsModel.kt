package jp.tsunagari.ui.model

import java.time.LocalTime
import java.util.concurrent.atomic.AtomicBoolean
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckIn
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.PlannedCheckIn
import jp.tsunagari.core.SelfTest
import jp.tsunagari.core.Silence
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** A check-in, and when it comes next; `null` while it stays silent as things are. */
data class ShownCheckIn(val checkIn: CheckIn, val next: PlannedCheckIn?)

/** All check-ins, and how the self-test went. */
data class CheckInsShown(val all: List<ShownCheckIn>, val selfTest: SelfTest)

/** What a person did with their check-ins. */
data class CheckInsDone(
    /** The one that is being made or changed. */
    val draft: CheckInDraft? = null,
    /** The one that was taken away last, to be brought back. */
    val removed: CheckIn? = null,
    /** Why the last thing could not be done. */
    val problem: TsunagariError? = null,
)

/**
 * Check-ins and what must stay silent. There are none before somebody asks; [setter] follows at once whatever is changed
 * here. Silence is known and can be chosen with the lock on, too.
 */
class CheckInsModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val setter: AlarmSetter,
) {
    private val asked = MutableStateFlow(Asked<CheckInsShown>())
    private val hushed = MutableStateFlow<Silence?>(null)
    private val deeds = MutableStateFlow(CheckInsDone())
    private val tries = MutableStateFlow(0)
    private val turn = Mutex()
    private val making = AtomicBoolean()

    /** What of the last thing that was done is still to be done. */
    @Volatile
    private var left: (suspend () -> Unit)? = null

    val shown: StateFlow<Asked<CheckInsShown>> = asked.asStateFlow()
    val silence: StateFlow<Silence?> = hushed.asStateFlow()
    val done: StateFlow<CheckInsDone> = deeds.asStateFlow()

    init {
        scope.launch {
            combine(api.whenever(Changed.CHECK_INS, Changed.LOCK, Changed.MOOD), tries) { _, _ -> }
                .collectLatest { load() }
        }
    }

    /** Asks the same again, or does what could not be done. */
    fun again() {
        val deed = left
        if (deed == null) tries.update { it + 1 } else act { deed() }
    }

    /** Begins to make one. */
    fun make() = deeds.update { it.copy(draft = CheckInDraft(), problem = null) }

    /** Begins to change one. */
    fun edit(one: CheckIn) = deeds.update { it.copy(draft = CheckInDraft(one.id, one.rule), problem = null) }

    /** Changes what is being made. */
    fun draft(change: (CheckInDraft) -> CheckInDraft) =
        deeds.update { it.copy(draft = it.draft?.let(change), problem = null) }

    /** Nothing is made or changed. */
    fun drop() = deeds.update { it.copy(draft = null, problem = null) }

    /** Keeps what was made or changed. */
    fun save() {
        val (id, rule) = deeds.value.draft ?: return
        once {
            val clean = rule.clean()
            if (id == null) api.checkIns.add(clean) else api.checkIns.change(id, clean)
            deeds.update { it.copy(draft = null) }
        }
    }

    fun switchOn(id: CheckInId, on: Boolean) = act {
        api.checkIns.switchOn(id, on)
    }

    fun remove(one: CheckIn) = act {
        api.checkIns.remove(one.id)
        deeds.update { it.copy(removed = one) }
    }

    /** Brings back the one that was taken away last. */
    fun undo() {
        val one = deeds.value.removed ?: return
        once {
            val made = anew(one)
            repeat(one.rarer) { api.checkIns.less(made.id, setter) }
            deeds.update { it.copy(removed = null) }
        }
    }

    /** もっと少なく. */
    fun less(id: CheckInId) = act(kept = true) { api.checkIns.less(id, setter) }

    /** As often as it was chosen, after もっと少なく. */
    fun asOften(one: CheckIn) = act {
        if (api.checkIns.list().none { it.id == one.id }) return@act
        // In this order, so that none is lost when the second cannot be done.
        anew(one)
        api.checkIns.remove(one.id)
    }

    fun enoughForToday() = act(kept = true) { api.checkIns.enoughForToday(setter) }

    /** 休む for so many days, or with `null` until [endRest]. */
    fun rest(days: Int?) = act(kept = true) { api.checkIns.rest(days, setter) }

    fun endRest() = act(kept = true) { api.checkIns.endRest(setter) }

    fun setQuiet(from: LocalTime, to: LocalTime) = act {
        api.checkIns.setQuietHours(from, to)
    }

    fun setAlone(alone: Boolean) = act {
        api.checkIns.setAlone(alone)
    }

    fun beginSelfTest() = act {
        api.checkIns.beginSelfTest(setter)
        tries.update { it + 1 }
    }

    /** Begins to keep things on this device, because somebody wants to be asked. */
    fun begin() = act { api.lock.begin() }

    /** Whoever presses twice means one. */
    private fun once(deed: suspend () -> Unit) {
        if (!making.compareAndSet(false, true)) return
        act {
            try {
                deed()
            } finally {
                making.set(false)
            }
        }
    }

    /**
     * One thing at a time uses the setter, which then follows. What was [kept] although the setter threw is not done twice:
     * only the setter is asked again.
     */
    private fun act(kept: Boolean = false, deed: suspend () -> Unit) {
        scope.launch {
            turn.withLock {
                try {
                    deeds.update { it.copy(problem = null) }
                    left = if (kept) ::follow else deed
                    deed()
                    left = ::follow
                    follow()
                    left = null
                } catch (error: TsunagariError) {
                    deeds.update { it.copy(problem = error) }
                }
            }
        }
    }

    private suspend fun follow() = api.checkIns.apply(setter)

    private suspend fun anew(one: CheckIn): CheckIn {
        val made = api.checkIns.add(one.rule)
        if (!one.on) api.checkIns.switchOn(made.id, false)
        return made
    }

    private suspend fun load() {
        hushed.value = try {
            api.checkIns.silence()
        } catch (_: TsunagariError) {
            null
        }
        asked.ask {
            val planned = api.checkIns.planned()
            val all = api.checkIns.list().map { one -> ShownCheckIn(one, planned.firstOrNull { it.checkIn == one.id }) }
            CheckInsShown(all, api.checkIns.selfTest())
        }
        // What was written for a check-in hides with the rest.
        if (asked.value.value == null) deeds.update { it.copy(draft = null, removed = null) }
    }

    private fun CheckInRule.clean(): CheckInRule {
        val own = about as? CheckInAbout.Own ?: return this
        return copy(about = CheckInAbout.Own(own.text.trim()))
    }
}
