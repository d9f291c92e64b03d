package jp.tsunagari.core.rust

import java.time.DayOfWeek
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.Language
import jp.tsunagari.core.Layout
import jp.tsunagari.core.MoodChange
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.AfterEntry
import jp.tsunagari.ffi.AgeBand as FfiAgeBand
import jp.tsunagari.ffi.Answer
import jp.tsunagari.ffi.Around
import jp.tsunagari.ffi.AskPage
import jp.tsunagari.ffi.AskResults
import jp.tsunagari.ffi.BackupContent
import jp.tsunagari.ffi.BackupSchedule
import jp.tsunagari.ffi.Busy
import jp.tsunagari.ffi.Changed as FfiChanged
import jp.tsunagari.ffi.CheckIn
import jp.tsunagari.ffi.ConnectionAnswers
import jp.tsunagari.ffi.ConnectionBack
import jp.tsunagari.ffi.ConnectionFigures
import jp.tsunagari.ffi.ConnectionForm
import jp.tsunagari.ffi.Detail
import jp.tsunagari.ffi.DirectoryState
import jp.tsunagari.ffi.EmergencyHere
import jp.tsunagari.ffi.Entry
import jp.tsunagari.ffi.Fee
import jp.tsunagari.ffi.FileOutcome
import jp.tsunagari.ffi.HardHours
import jp.tsunagari.ffi.HomeChoice
import jp.tsunagari.ffi.ImportProgress
import jp.tsunagari.ffi.Imported
import jp.tsunagari.ffi.KeptEntry
import jp.tsunagari.ffi.MemoField
import jp.tsunagari.ffi.Merged
import jp.tsunagari.ffi.MonthView
import jp.tsunagari.ffi.OpenState
import jp.tsunagari.ffi.OwnEntry
import jp.tsunagari.ffi.PlannedCheckIn
import jp.tsunagari.ffi.Qr
import jp.tsunagari.ffi.QuestionKind
import jp.tsunagari.ffi.QuietLine
import jp.tsunagari.ffi.SetAlarm
import jp.tsunagari.ffi.Silence
import jp.tsunagari.ffi.TsunagariException
import jp.tsunagari.ffi.Vocabulary
import jp.tsunagari.ffi.Weekday
import jp.tsunagari.ffi.YearView
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.jvm.isAccessible
import kotlin.reflect.jvm.jvmErasure
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What has the same name on both sides has the same value. */
class MappersTest {
    private var compared = 0

    /** Properties that have another shape on the other side, by their names. */
    private val unmatched = sortedSetOf<String>()

    @Test
    fun `what comes from the core stands where it belongs`() {
        same<Answer> { it.toDomain() }
        same<Around> { it.toDomain() }
        same<AskPage>("groups") { it.toDomain() }
        same<AskResults> { it.toDomain() }
        same<Busy> { it.toDomain() }
        same<Detail> { it.toDomain() }
        same<DirectoryState> { it.toDomain() }
        same<Imported> { it.toDomain() }
        same<ImportProgress> { it.toDomain() }
        same<Entry> { it.toDomain() }
        same<Vocabulary> { it.toDomain() }
        same<AfterEntry> { it.toDomain() }
        same<Merged> { it.toDomain() }
        same<YearView> { it.toDomain() }
        same<MonthView>("month") { it.toDomain() }
        same<ConnectionForm> { it.toDomain() }
        same<ConnectionBack> { it.toDomain() }
        same<ConnectionFigures> { it.toDomain() }
        same<ConnectionAnswers> { it.toDomain() }
        same<HardHours> { it.toDomain() }
        same<KeptEntry> { it.toDomain() }
        same<MemoField> { it.toDomain() }
        same<Qr> { it.toDomain() }
        same<OwnEntry> { it.toDomain() }
        same<CheckIn> { it.toDomain() }
        same<PlannedCheckIn>("at") { it.toDomain() }
        same<Silence> { it.toDomain() }
        same<SetAlarm> { it.toDomain() }
        same<QuietLine> { it.toDomain() }
        same<HomeChoice> { it.toDomain() }
        same<BackupContent> { it.toDomain() }
        same<BackupSchedule> { it.toDomain() }
        assertTrue(compared > 1_000) { "$compared values" }
        assertEquals(RESHAPED_FROM_CORE, unmatched)
    }

    @Test
    fun `what goes to the core stands where it belongs`() {
        same<FindRequest> { it.toFfi() }
        same<BusyRequest> { it.toFfi() }
        same<PaperRequest> { it.toFfi() }
        same<MoodDraft> { it.toFfi() }
        same<MoodChange> { it.toFfi() }
        same<PageWish> { it.toFfi() }
        same<OwnWords> { it.toFfi() }
        same<CheckInRule> { it.toFfi() }
        assertTrue(compared > 100) { "$compared values" }
        assertEquals(RESHAPED_TO_CORE, unmatched)
    }

    @Test
    fun `every constant is itself on the other side`() {
        named(FfiChanged.entries) { it.toDomain() }
        assertEquals(Changed.entries.drop(1).map { it.name }, FfiChanged.entries.map { it.name })
        named(Language.entries) { it.toFfi() }
        named(Layout.entries) { it.toFfi() }
        named(Told.entries) { it.toFfi() }
        named(AgeBand.entries) { it.toFfi() }
        named(FfiAgeBand.entries) { it.toDomain() }
        named(Fee.entries) { it.toDomain() }
        named(EmergencyHere.entries) { it.toDomain() }
        named(QuestionKind.entries) { it.toDomain() }
        named(FileOutcome.entries) { it.toDomain() }
        assertEquals(DayOfWeek.entries.map { it.name }, Weekday.entries.map { it.name })
    }

    private fun <T : Enum<T>> named(constants: List<T>, map: (T) -> Enum<*>) {
        assertTrue(constants.size > 2)
        assertEquals(constants.map { it.name }, constants.map { map(it).name })
    }

    @Test
    fun `every error is itself on the other side`() {
        val errors = TsunagariException::class.sealedSubclasses
        assertEquals(TsunagariError::class.sealedSubclasses.size, errors.size)
        for (error in errors) {
            val thrown = Samples(0).of(error) as TsunagariException
            assertEquals(error.simpleName, thrown.toDomain()::class.simpleName)
            compare(thrown, thrown.toDomain().toFfi(), "$error", setOf("message", "cause"))
        }
    }

    /** Maps several samples, so that no two truths of one are the same in all of them. [but] has another meaning there. */
    private inline fun <reified T : Any> same(vararg but: String, map: (T) -> Any) {
        for (pattern in 0 until PATTERNS) {
            val sample = Samples(pattern).of(T::class) as T
            compare(sample, map(sample), T::class.simpleName.orEmpty(), but.toSet())
        }
    }

    private fun compare(from: Any?, to: Any?, where: String, but: Set<String> = emptySet()) {
        val (one, other) = plain(from) to plain(to)
        when {
            one is List<*> && other is List<*> -> {
                assertEquals(one.size, other.size, where)
                one.zip(other).forEach { (left, right) -> compare(left, right, "$where[]", but) }
            }
            one == null || other == null || one is String || other is String -> {
                compared += 1
                assertEquals(one, other, where)
            }
            // Of another shape there.
            one is List<*> || other is List<*> -> Unit
            else -> {
                if (one::class.supertypes.any { it.jvmErasure.isSealed }) {
                    // Open around the clock is a case of its own.
                    val always = one is OpenState.Open && one.always
                    assertEquals(if (always) "Always" else one::class.simpleName, other::class.simpleName, where)
                }
                val theirs = other::class.memberProperties.associateBy { it.name }
                for (mine in one::class.memberProperties.filter { it.name !in but }) {
                    val name = "${one::class.simpleName}.${mine.name}"
                    val their = theirs[RENAMED[name] ?: mine.name]
                    if (their == null) {
                        unmatched += name
                        continue
                    }
                    mine.isAccessible = true
                    their.isAccessible = true
                    compare(mine.getter.call(one), their.getter.call(other), "$where.${mine.name}", but)
                }
            }
        }
    }

    /** Numbers, times, codes and identifiers as text; collections as lists. */
    private fun plain(value: Any?): Any? = when {
        value is OffsetDateTime -> plain(value.toFfi())
        value is Enum<*> -> value.name.lowercase()
        value is String -> value.lowercase().ifEmpty { null }
        value is Boolean || value is Number || value is Instant -> value.toString()
        value is UByte || value is UShort || value is UInt || value is ULong -> value.toString()
        value is LocalDate || value is LocalTime || value is java.time.Year -> value.toString()
        value is Collection<*> -> value.toList()
        value != null && value::class.isValue -> plain(value::class.memberProperties.first().getter.call(value))
        else -> value
    }

    /** Values by the names of their fields. */
    private class Samples(private val pattern: Int) {
        private var number = 0

        fun of(kind: KClass<*>): Any {
            kind.objectInstance?.let { return it }
            if (kind.isSealed) return of(kind.sealedSubclasses.let { it[pattern % it.size] })
            if (kind.java.isEnum) return kind.java.enumConstants[pattern % kind.java.enumConstants.size]
            val constructor = checkNotNull(kind.primaryConstructor) { "$kind" }
            constructor.isAccessible = true
            return constructor.callBy(constructor.parameters.associateWith { value(it, kind) })
        }

        private fun value(parameter: KParameter, owner: KClass<*>): Any {
            val name = parameter.name.orEmpty()
            number += 1
            return when {
                parameter.type.jvmErasure == String::class -> text(name, owner)
                parameter.type.jvmErasure == Boolean::class -> parameter.index + 1 shr pattern % BITS and 1 == 1
                else -> value(parameter.type)
            }
        }

        /** Texts of which the other side makes something else. */
        private fun text(name: String, owner: KClass<*>): String = when {
            name == "kind" && owner.simpleName == "Card" -> "line"
            name in DAYS && owner.simpleName != "Source" -> "2026-11-22"
            name == "local" || name == "at" -> "2026-11-22T03:00:00+09:00"
            name in TIMES -> "0${name.length}:30"
            else -> "$name $number"
        }

        private fun value(type: KType): Any = when (val kind = type.jvmErasure) {
            String::class -> "text $number"
            Boolean::class -> true
            Int::class -> number % 100 + 1
            Long::class -> number.toLong()
            UByte::class -> number.toUByte()
            UShort::class -> number.toUShort()
            UInt::class -> (number % 12 + 1).toUInt()
            ULong::class -> number.toULong()
            Instant::class -> Instant.ofEpochSecond(number.toLong())
            OffsetDateTime::class -> OffsetDateTime.parse("2026-11-22T03:00:00+09:00").plusSeconds(number.toLong())
            LocalTime::class -> LocalTime.of(number % 24, 30)
            DayOfWeek::class -> DayOfWeek.of(number % 7 + 1)
            ClosedRange::class -> LocalDate.of(2026, 11, 1)..LocalDate.of(2026, 11, 30)
            List::class -> listOf(value(checkNotNull(type.arguments.single().type)))
            Set::class -> setOf(value(checkNotNull(type.arguments.single().type)))
            else -> of(kind)
        }
    }

    private companion object {
        /** More than any enumeration has constants, or any sealed class has subclasses. */
        const val PATTERNS = 12
        const val BITS = 4

        /** What is called otherwise there. */
        val RENAMED = mapOf(
            "Entry.lines" to "callsForLines",
            "Filters.ways" to "channels",
            "MoodWord.lines" to "callsForLines",
            "PlannedCheckIn.id" to "alarm",
            "PlannedCheckIn.local" to "at",
            "QuietLine.record" to "entry",
            "Section.points" to "isList",
        )

        /** What has another shape there, or is said in words beside it: each has a test of its own in the contract. */
        val RESHAPED_FROM_CORE = sortedSetOf(
            "ConnectionBack.verified",
            "ConnectionFigures.verified",
            "KeptEntry.card",
            "KeptEntry.gone",
            "MonthView.year",
            "Open.always",
            "Open.until",
            "PlanLine.text",
            "Question.options",
        )
        val RESHAPED_TO_CORE = sortedSetOf("PageWish.days", "PageWish.legend")
        val DAYS = setOf("on", "day", "since")
        val TIMES = setOf("from", "to", "quietFrom", "quietTo")
    }
}
