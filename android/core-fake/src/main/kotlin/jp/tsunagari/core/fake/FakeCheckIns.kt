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
    /** What the platform has set, as far as it is known; never the alarm of the self-test. */
    private val set = mutableMapOf<Long, Alarm>()

    /** The platform has lost what was set, or did only a part: all of it is asked for again. */
    private var unsure = false
    private val snoozed = mutableMapOf<CheckInId, OffsetDateTime>()
    private var testCame: Instant? = null

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

    override suspend fun silence(): Silence = device.call("checkIns.silence") { hushed() }

    override suspend fun setQuietHours(from: LocalTime, to: LocalTime) =
        hush("checkIns.setQuietHours") { it.copy(quietFrom = from, quietTo = to) }

    override suspend fun setAlone(alone: Boolean) = hush("checkIns.setAlone") { it.copy(alone = alone) }

    override suspend fun rest(days: Int?, setter: AlarmSetter) {
        if (days != null && days !in 1..MOST_DAYS) throw TsunagariError.Invalid("days")
        pressed("checkIns.rest", setter) {
            val rest = days?.let { Resting.Until(device.instant() + Duration.ofDays(it.toLong())) } ?: Resting.UntilSaid
            silent { it.copy(rest = rest) }
        }
    }

    override suspend fun endRest(setter: AlarmSetter) =
        pressed("checkIns.endRest", setter) { silent { it.copy(rest = Resting.No) } }

    override suspend fun enoughForToday(setter: AlarmSetter) = pressed("checkIns.enoughForToday", setter) {
        device.stored = there().copy(enough = device.now().toLocalDate())
    }

    override suspend fun apply(setter: AlarmSetter, told: Told?) = device.call("checkIns.apply") {
        if (device.stored == null) return@call
        when (told) {
            Told.PERMISSION_LOST -> silent { it.copy(maySpeak = false) }
            Told.PERMISSION_BACK -> silent { it.copy(maySpeak = true) }
            Told.BOOT, Told.UPDATED, Told.CLOCK, Told.ZONE, null -> Unit
        }
        if (told != null && told !in listOf(Told.CLOCK, Told.ZONE)) {
            set.clear()
            unsure = true
        }
        follow(setter)
        if (told != null) device.tell(Changed.CHECK_INS)
    }

    override suspend fun fired(id: Long): Alarm? = device.change("checkIns.fired", Changed.CHECK_INS) {
        val silence = hushed()
        if (id == TEST_ID) testCame = device.instant()
        val holds = silence.rest != Resting.No || silence.enoughToday || silence.isQuiet(device.now().toLocalTime())
        set[id]?.takeUnless { holds }
    }

    override suspend fun answered(id: CheckInId) = device.change("checkIns.answered", Changed.CHECK_INS) { known(id) }

    override suspend fun dismissed(id: CheckInId) = device.change("checkIns.dismissed", Changed.CHECK_INS) { known(id) }

    override suspend fun snooze(id: CheckInId, minutes: Int, setter: AlarmSetter) {
        if (minutes < 1) throw TsunagariError.Invalid("minutes")
        pressed("checkIns.snooze", setter, id) {
            if (it != null) snoozed[id] = device.now().plusMinutes(minOf(minutes, MINUTES_OF_DAY).toLong())
        }
    }

    override suspend fun less(id: CheckInId, setter: AlarmSetter) = pressed("checkIns.less", setter, id) { one ->
        device.stored =
            there().run { copy(checkIns = checkIns.map { if (it == one) it.copy(rarer = it.rarer + 1) else it }) }
    }

    override suspend fun beginSelfTest(setter: AlarmSetter): Instant? = device.call("checkIns.beginSelfTest") {
        if (!there().silence.maySpeak) return@call null
        val at = device.now().plusMinutes(2)
        testCame = null
        device.stored = there().copy(selfTest = at)
        told { setter.set(Alarm(TEST_ID, at.toInstant(), checkIn = null, text = "")) }
        device.tell(Changed.CHECK_INS)
        at.toInstant()
    }

    override suspend fun selfTest(): SelfTest = device.call("checkIns.selfTest") {
        val at = there().selfTest?.toInstant()
        val came = testCame
        when {
            !there().silence.maySpeak -> SelfTest.NoPermission
            at == null -> SelfTest.NotBegun
            came != null -> SelfTest.Came(maxOf(Duration.between(at, came), Duration.ZERO))
            device.instant() > at + PATIENCE -> SelfTest.NotCame(at)
            else -> SelfTest.Waiting(at)
        }
    }

    /** What is kept, also with the lock on. */
    private fun there(): FakeKept = device.stored ?: throw TsunagariError.NothingKept()

    /** What must stay silent at this moment: what has passed holds nothing back. */
    private fun hushed(): Silence {
        val (kept, now) = there() to device.now()
        val rest = kept.silence.rest.takeUnless { it is Resting.Until && it.at <= now.toInstant() } ?: Resting.No
        return kept.silence.copy(rest = rest, enoughToday = kept.enough == now.toLocalDate())
    }

    private fun get(id: CheckInId): CheckIn =
        there().checkIns.firstOrNull { it.id == id } ?: throw TsunagariError.NotFound()

    private fun known(id: CheckInId) {
        get(id)
    }

    private fun words(about: CheckInAbout): String = when (about) {
        CheckInAbout.Feeling ->
            device.text("いま、どんな感じですか", "How are things right now?", "{今|いま}、どんな {気持|きも}ちですか")

        CheckInAbout.People -> device.text(
            "だれかの声を聞きたい日ですか",
            "Do you feel like hearing somebody’s voice today?",
            "だれかの {声|こえ}を {聞|き}きたい {日|ひ}ですか",
        )

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

    private suspend fun pressed(name: String, setter: AlarmSetter, press: () -> Unit) = device.call(name) {
        press()
        try {
            follow(setter)
        } finally {
            // It is kept, also when the platform did not follow.
            device.tell(Changed.CHECK_INS)
        }
    }

    /** As above, on a check-in; with the lock on nobody can look one up, and what is said of none counts for none. */
    private suspend fun pressed(name: String, setter: AlarmSetter, id: CheckInId, press: (CheckIn?) -> Unit) =
        pressed(name, setter) {
            press(if (device.stored == null || device.isOpen) get(id) else there().checkIns.find { it.id == id })
        }

    private fun follow(setter: AlarmSetter) {
        if (!there().silence.maySpeak) return
        val wanted = plan().associate { it.alarm to Alarm(it.alarm, it.at.toInstant(), it.checkIn, neutral()) }
        val gone = set.keys - wanted.keys
        val new = if (unsure) wanted else wanted.filter { set[it.key] != it.value }
        unsure = gone.isNotEmpty() || new.isNotEmpty()
        gone.forEach { told { setter.cancel(it) } }
        new.values.forEach { told { setter.set(it) } }
        set.clear()
        set += wanted
        unsure = false
    }

    /** As the core says it: the same for every check-in. */
    private fun neutral(): String =
        device.text("お時間のあるときに、どうぞ", "Whenever it suits you", "{時間|じかん}が ある ときに どうぞ")

    private fun plan(): List<PlannedCheckIn> {
        val (kept, now) = there() to device.now()
        val silence = hushed()
        if (silence.rest == Resting.UntilSaid || !silence.maySpeak) return emptyList()
        val from = (silence.rest as? Resting.Until)?.at ?: now.toInstant()
        return kept.checkIns.filter { it.on && !(silence.alone && it.rule.about == CheckInAbout.People) }
            .flatMap { times(it, now) }
            .filterNot { it.at.toInstant() < from }
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
            PlannedCheckIn(alarm, checkIn.id, it, why(checkIn))
        }
    }

    private fun why(checkIn: CheckIn): String = if (checkIn.rarer > 0) {
        device.text(
            "「もっと少なく」と決めたので、間をあけています",
            "You asked for less, so there is more time in between",
            "「もっと {少|すく}なく」と {決|き}めたので、{少|すく}なく して います",
        )
    } else {
        device.text(
            "決めた時間の中で、日ごとにちがうところを選んでいます",
            "Within the time you chose, at a different moment each day",
            "{決|き}めた {時間|じかん}の {中|なか}で、{日|ひ}に よって ちがう {時間|じかん}に します",
        )
    }

    private fun Silence.isQuiet(time: LocalTime): Boolean =
        if (quietFrom <= quietTo) time >= quietFrom && time < quietTo else time >= quietFrom || time < quietTo

    private companion object {
        const val MOST = 32
        const val MOST_DAYS = 3650
        const val MOST_HOURS = 168
        const val MINUTES_OF_DAY = 1_440
        const val DAYS_AHEAD = 28

        /** Alarms of check-ins have larger ids. */
        const val TEST_ID = 1L
        const val SPREAD = 10_000_000_000L
        val PATIENCE: Duration = Duration.ofMinutes(20)
    }
}
