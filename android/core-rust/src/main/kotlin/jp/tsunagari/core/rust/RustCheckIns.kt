package jp.tsunagari.core.rust

import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
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
import jp.tsunagari.ffi.CheckIn as FfiCheckIn
import jp.tsunagari.ffi.CheckInAbout as FfiCheckInAbout
import jp.tsunagari.ffi.CheckInRule as FfiCheckInRule
import jp.tsunagari.ffi.CheckIns
import jp.tsunagari.ffi.PlannedCheckIn as FfiPlannedCheckIn
import jp.tsunagari.ffi.Resting as FfiResting
import jp.tsunagari.ffi.SelfTest as FfiSelfTest
import jp.tsunagari.ffi.SetAlarm
import jp.tsunagari.ffi.Silence as FfiSilence
import jp.tsunagari.ffi.Told as FfiTold
import jp.tsunagari.ffi.Weekday

internal class RustCheckIns(private val checkIns: CheckIns, private val calls: Calls) : CheckInsApi {
    override suspend fun list(): List<CheckIn> = calls.call { checkIns.list().map { it.toDomain() } }

    override suspend fun add(rule: CheckInRule): CheckIn = calls.call { checkIns.add(rule.toFfi()).toDomain() }

    override suspend fun change(id: CheckInId, rule: CheckInRule) =
        calls.call { checkIns.change(id.value, rule.toFfi()) }

    override suspend fun switchOn(id: CheckInId, on: Boolean) = calls.call { checkIns.switchOn(id.value, on) }

    override suspend fun remove(id: CheckInId) = calls.call { checkIns.remove(id.value) }

    override suspend fun planned(): List<PlannedCheckIn> = calls.call { checkIns.planned().map { it.toDomain() } }

    override suspend fun silence(): Silence = calls.call { checkIns.silence().toDomain() }

    override suspend fun setQuietHours(from: LocalTime, to: LocalTime) =
        calls.call { checkIns.setQuietHours(from.toFfi(), to.toFfi()) }

    override suspend fun setAlone(alone: Boolean) = calls.call { checkIns.setAlone(alone) }

    override suspend fun rest(days: Int?, setter: AlarmSetter) =
        calls.call { checkIns.rest(days?.unsignedShort("days"), PlatformAlarms(setter)) }

    override suspend fun endRest(setter: AlarmSetter) = calls.call { checkIns.endRest(PlatformAlarms(setter)) }

    override suspend fun enoughForToday(setter: AlarmSetter) =
        calls.call { checkIns.enoughForToday(PlatformAlarms(setter)) }

    override suspend fun apply(setter: AlarmSetter, told: Told?) =
        calls.call { checkIns.apply(PlatformAlarms(setter), told?.toFfi()) }

    override suspend fun fired(id: Long): Alarm? = calls.call { checkIns.fired(id)?.toDomain() }

    override suspend fun answered(id: CheckInId) = calls.call { checkIns.answered(id.value) }

    override suspend fun dismissed(id: CheckInId) = calls.call { checkIns.dismissed(id.value) }

    override suspend fun snooze(id: CheckInId, minutes: Int, setter: AlarmSetter) =
        calls.call { checkIns.snooze(id.value, minutes.toSnooze(), PlatformAlarms(setter)) }

    override suspend fun less(id: CheckInId, setter: AlarmSetter) =
        calls.call { checkIns.less(id.value, PlatformAlarms(setter)) }

    override suspend fun beginSelfTest(setter: AlarmSetter): Instant? =
        calls.call { checkIns.beginSelfTest(PlatformAlarms(setter)) }

    override suspend fun selfTest(): SelfTest = calls.call { checkIns.selfTest().toDomain() }
}

private fun Int.toSnooze(): UShort =
    if (this < 1) throw TsunagariError.Invalid("minutes") else minOf(this, MINUTES_OF_DAY).toUShort()

private const val MINUTES_OF_DAY = 1_440

internal fun SetAlarm.toDomain() = Alarm(id, at, checkIn.ifEmpty { null }?.let(::CheckInId), text)

internal fun CheckInRule.toFfi() = FfiCheckInRule(
    about = about.toFfi(),
    days = days.sorted().map { Weekday.entries[it.ordinal] },
    from = from.toFfi(),
    to = to.toFfi(),
    unlessLoggedHours = unlessLoggedHours.unsignedByte("unless_logged_hours"),
)

internal fun FfiCheckInRule.toDomain() = CheckInRule(
    about = about.toDomain(),
    days = days.map { DayOfWeek.entries[it.ordinal] }.toSet(),
    from = from.toTime(),
    to = to.toTime(),
    unlessLoggedHours = unlessLoggedHours.toInt(),
)

internal fun CheckInAbout.toFfi(): FfiCheckInAbout = when (this) {
    is CheckInAbout.Feeling -> FfiCheckInAbout.Feeling
    is CheckInAbout.People -> FfiCheckInAbout.People
    is CheckInAbout.Own -> FfiCheckInAbout.Own(text)
}

internal fun FfiCheckInAbout.toDomain(): CheckInAbout = when (this) {
    is FfiCheckInAbout.Feeling -> CheckInAbout.Feeling
    is FfiCheckInAbout.People -> CheckInAbout.People
    is FfiCheckInAbout.Own -> CheckInAbout.Own(text)
}

internal fun FfiCheckIn.toDomain() =
    CheckIn(CheckInId(id), rule.toDomain(), text, rarer.toInt(), since.toDay(), on)

internal fun FfiPlannedCheckIn.toDomain() = PlannedCheckIn(id, CheckInId(checkIn), local.toLocal(), why)

internal fun FfiSilence.toDomain() = Silence(
    quietFrom = quietFrom.toTime(),
    quietTo = quietTo.toTime(),
    rest = rest.toDomain(),
    alone = alone,
    enoughToday = enoughToday,
    maySpeak = maySpeak,
)

internal fun FfiResting.toDomain(): Resting = when (this) {
    is FfiResting.No -> Resting.No
    is FfiResting.Until -> Resting.Until(at)
    is FfiResting.UntilSaid -> Resting.UntilSaid
}

internal fun Told.toFfi(): FfiTold = when (this) {
    Told.BOOT -> FfiTold.BOOT
    Told.UPDATED -> FfiTold.UPDATED
    Told.CLOCK -> FfiTold.CLOCK
    Told.ZONE -> FfiTold.ZONE
    Told.PERMISSION_LOST -> FfiTold.PERMISSION_LOST
    Told.PERMISSION_BACK -> FfiTold.PERMISSION_BACK
}

internal fun FfiSelfTest.toDomain(): SelfTest = when (this) {
    is FfiSelfTest.NotBegun -> SelfTest.NotBegun
    is FfiSelfTest.NoPermission -> SelfTest.NoPermission
    is FfiSelfTest.Waiting -> SelfTest.Waiting(at)
    is FfiSelfTest.Came -> SelfTest.Came(Duration.ofSeconds(lateSeconds))
    is FfiSelfTest.NotCame -> SelfTest.NotCame(at)
}
