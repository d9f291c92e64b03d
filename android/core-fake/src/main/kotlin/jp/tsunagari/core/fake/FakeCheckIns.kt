package jp.tsunagari.core.fake

import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import java.time.OffsetDateTime
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckIn
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.CheckInsApi
import jp.tsunagari.core.PlannedCheckIn
import jp.tsunagari.core.Resting
import jp.tsunagari.core.SelfTest
import jp.tsunagari.core.Silence
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError

/** Check-ins in memory, planned four weeks ahead, in the middle of their windows. */
class FakeCheckIns internal constructor(private val device: FakeDevice) : CheckInsApi {
    private val set = mutableMapOf<Long, Alarm>()
    private val snoozed = mutableMapOf<CheckInId, OffsetDateTime>()
    private var testCame: Duration? = null

    override suspend fun list(): List<CheckIn> = device.call("checkIns.list") { device.kept.checkIns }

    override suspend fun add(rule: CheckInRule): CheckIn = device.change("checkIns.add", Changed.CHECK_INS) {
        val kept = device.kept
        if (kept.checkIns.size >= MOST) throw TsunagariError.Invalid("count")
        val today = device.now().toLocalDate()
        val made = CheckIn(CheckInId(newId()), checked(rule), words(rule.about), rarer = 0, since = today, on = true)
        device.stored = kept.copy(checkIns = kept.checkIns + made)
        made
    }

    override suspend fun change(id: CheckInId, rule: CheckInRule) =
        put("checkIns.change", id) { it.copy(rule = checked(rule), text = words(rule.about)) }

    override suspend fun switchOn(id: CheckInId, on: Boolean) =
        put("checkIns.switchOn", id) { it.copy(rule = checked(it.rule), on = on) }

    override suspend fun remove(id: CheckInId) = device.keep("checkIns.remove", Changed.CHECK_INS) { kept ->
        get(id)
        kept.copy(checkIns = kept.checkIns.filter { it.id != id })
    }

    override suspend fun planned(): List<PlannedCheckIn> = device.call("checkIns.planned") {
        device.kept
        plan()
    }

    override suspend fun silence(): Silence = device.call("checkIns.silence") { there().silence }

    override suspend fun setQuietHours(from: LocalTime, to: LocalTime) =
        hush("checkIns.setQuietHours") { it.copy(quietFrom = from, quietTo = to) }

    override suspend fun setAlone(alone: Boolean) = hush("checkIns.setAlone") { it.copy(alone = alone) }

    override suspend fun rest(days: Int?, setter: AlarmSetter) = pressed("checkIns.rest", setter) {
        if (days != null && days !in 1..MOST_DAYS) throw TsunagariError.Invalid("days")
        val rest = days?.let { Resting.Until(device.instant() + Duration.ofDays(it.toLong())) } ?: Resting.UntilSaid
        silent { it.copy(rest = rest) }
    }

    override suspend fun endRest(setter: AlarmSetter) =
        pressed("checkIns.endRest", setter) { silent { it.copy(rest = Resting.No) } }

    override suspend fun enoughForToday(setter: AlarmSetter) =
        pressed("checkIns.enoughForToday", setter) { silent { it.copy(enoughToday = true) } }

    override suspend fun apply(setter: AlarmSetter, told: Told?) = device.call("checkIns.apply") {
        if (device.stored == null) return@call
        when (told) {
            Told.BOOT, Told.UPDATED -> set.clear()
            Told.PERMISSION_LOST -> silent { it.copy(maySpeak = false) }.also { set.clear() }
            Told.PERMISSION_BACK -> silent { it.copy(maySpeak = true) }
            Told.CLOCK, Told.ZONE, null -> Unit
        }
        follow(setter)
    }

    override suspend fun fired(id: Long): Alarm? = device.change("checkIns.fired", Changed.CHECK_INS) {
        val silence = there().silence
        val alarm = set.remove(id)
        if (alarm != null && alarm.checkIn == null) testCame = Duration.between(alarm.at, device.instant())
        alarm.takeIf { silence.maySpeak && silence.rest == Resting.No && !silence.enoughToday }
    }

    override suspend fun answered(id: CheckInId) = device.change("checkIns.answered", Changed.CHECK_INS) { known(id) }

    override suspend fun dismissed(id: CheckInId) = device.change("checkIns.dismissed", Changed.CHECK_INS) { known(id) }

    override suspend fun snooze(id: CheckInId, minutes: Int, setter: AlarmSetter) = pressed("checkIns.snooze", setter) {
        get(id)
        snoozed[id] = device.now().plusMinutes(minutes.toLong())
    }

    override suspend fun less(id: CheckInId, setter: AlarmSetter) = pressed("checkIns.less", setter) {
        val one = get(id)
        device.stored = device.kept.run { copy(checkIns = checkIns - one + one.copy(rarer = one.rarer + 1)) }
    }

    override suspend fun beginSelfTest(setter: AlarmSetter): Instant? =
        device.change("checkIns.beginSelfTest", Changed.CHECK_INS) {
            if (!there().silence.maySpeak) return@change null
            val at = device.now().plusMinutes(2)
            testCame = null
            device.stored = there().copy(selfTest = at)
            val alarm = Alarm(0, at.toInstant(), checkIn = null, text = "")
            setter.set(alarm)
            set[alarm.id] = alarm
            alarm.at
        }

    override suspend fun selfTest(): SelfTest = device.call("checkIns.selfTest") {
        val at = there().selfTest?.toInstant()
        val late = testCame
        when {
            !there().silence.maySpeak -> SelfTest.NoPermission
            at == null -> SelfTest.NotBegun
            late != null -> SelfTest.Came(late)
            device.instant() > at + PATIENCE -> SelfTest.NotCame(at)
            else -> SelfTest.Waiting(at)
        }
    }

    /** What is kept, also with the lock on. */
    private fun there(): FakeKept = device.stored ?: throw TsunagariError.NothingKept()

    private fun get(id: CheckInId): CheckIn =
        there().checkIns.firstOrNull { it.id == id } ?: throw TsunagariError.NotFound()

    private fun known(id: CheckInId) {
        get(id)
    }

    private fun words(about: CheckInAbout): String = when (about) {
        CheckInAbout.Feeling -> device.text("いまの気もちは", "How are you?")
        CheckInAbout.People -> device.text("だれかと話しましたか", "Have you talked to somebody?")
        is CheckInAbout.Own -> about.text
    }

    private fun checked(rule: CheckInRule): CheckInRule {
        val silence = device.kept.silence
        val minutes = generateSequence(rule.from) { it.plusMinutes(1) }.takeWhile { it < rule.to } + rule.to
        val field = when {
            rule.days.isEmpty() -> "days"
            rule.about.let { it is CheckInAbout.Own && it.text.isBlank() } -> "text"
            rule.from > rule.to -> "window"
            rule.unlessLoggedHours !in 0..MOST_HOURS -> "unless_logged_hours"
            minutes.all { silence.isQuiet(it) } -> "quiet"
            else -> null
        }
        return if (field == null) rule else throw TsunagariError.Invalid(field)
    }

    private suspend fun put(name: String, id: CheckInId, change: (CheckIn) -> CheckIn) =
        device.keep(name, Changed.CHECK_INS) { kept ->
            val old = get(id)
            kept.copy(checkIns = kept.checkIns.map { if (it == old) change(it) else it })
        }

    private suspend fun hush(name: String, change: (Silence) -> Silence) =
        device.keep(name, Changed.CHECK_INS) { it.copy(silence = change(it.silence)) }

    private fun silent(change: (Silence) -> Silence) {
        device.stored = there().run { copy(silence = change(silence)) }
    }

    private suspend fun pressed(name: String, setter: AlarmSetter, press: () -> Unit) =
        device.change(name, Changed.CHECK_INS) {
            press()
            follow(setter)
        }

    private fun follow(setter: AlarmSetter) {
        val wanted = plan().associate { it.alarm to Alarm(it.alarm, it.at.toInstant(), it.checkIn, "") }
        (set.keys - wanted.keys).forEach { id ->
            setter.cancel(id)
            set.remove(id)
        }
        wanted.filter { set[it.key] != it.value }.forEach { (id, alarm) ->
            setter.set(alarm)
            set[id] = alarm
        }
    }

    private fun plan(): List<PlannedCheckIn> {
        val kept = there()
        val now = device.now()
        val silence = kept.silence
        val resting = when (val rest = silence.rest) {
            Resting.No -> false
            is Resting.Until -> rest.at > now.toInstant()
            Resting.UntilSaid -> true
        }
        if (resting || !silence.maySpeak) return emptyList()
        return kept.checkIns.filter { it.on && !(silence.alone && it.rule.about == CheckInAbout.People) }
            .flatMap { times(it, now) }
            .filterNot { silence.enoughToday && it.at.toLocalDate() == now.toLocalDate() }
            .sortedBy { it.at }
    }

    private fun times(checkIn: CheckIn, now: OffsetDateTime): List<PlannedCheckIn> {
        val (rule, silence) = checkIn.rule to there().silence
        val middle = rule.from.plus(Duration.between(rule.from, rule.to).dividedBy(2))
        val days = (0L until DAYS_AHEAD).map { now.toLocalDate().plusDays(it) }.filter { it.dayOfWeek in rule.days }
        val times = days.filterIndexed { number, _ -> number % (checkIn.rarer + 1) == 0 }
            .map { it.atTime(if (silence.isQuiet(middle)) rule.to else middle).atOffset(now.offset) }
        return (times + listOfNotNull(snoozed[checkIn.id])).filter {
            it > now && !silence.isQuiet(it.toLocalTime())
        }.map {
            val alarm = checkIn.id.hashCode().toLong() * SPREAD + it.toEpochSecond()
            PlannedCheckIn(alarm, checkIn.id, it, device.text("決めた時間", "the time you chose"))
        }
    }

    private fun Silence.isQuiet(time: LocalTime): Boolean =
        if (quietFrom <= quietTo) time >= quietFrom && time < quietTo else time >= quietFrom || time < quietTo

    private companion object {
        const val MOST = 32
        const val MOST_DAYS = 3650
        const val MOST_HOURS = 168
        const val DAYS_AHEAD = 28
        const val SPREAD = 10_000_000_000L
        val PATIENCE: Duration = Duration.ofMinutes(10)
    }
}
