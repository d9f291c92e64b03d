package jp.tsunagari.core.rust

import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Language
import jp.tsunagari.core.Layout
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.Changed as FfiChanged
import jp.tsunagari.ffi.Language as FfiLanguage
import jp.tsunagari.ffi.Layout as FfiLayout

/** A number of the core, none of which is near the limit of [Int]. */
internal fun UInt.signed(): Int = minOf(this, Int.MAX_VALUE.toUInt()).toInt()

internal fun ULong.signed(): Long = minOf(this, Long.MAX_VALUE.toULong()).toLong()

/** A number for the core; one that it cannot take is an invalid [field]. */
internal fun Int.unsigned(field: String): UInt = within(field, UInt.MAX_VALUE.toLong()).toUInt()

internal fun Int.unsignedShort(field: String): UShort = within(field, UShort.MAX_VALUE.toLong()).toUShort()

internal fun Int.unsignedByte(field: String): UByte = within(field, UByte.MAX_VALUE.toLong()).toUByte()

/** A place in a list, which begins at 1: nothing stands below it. */
internal fun Int.toPlace(): UInt = if (this < 1) throw TsunagariError.NotFound() else toUInt()

private fun Int.within(field: String, most: Long): Int =
    if (this < 0 || this > most) throw TsunagariError.Invalid(field) else this

internal fun String.toDay(): LocalDate = LocalDate.parse(this)

internal fun String.toTime(): LocalTime = LocalTime.parse(this)

internal fun String.toLocal(): OffsetDateTime = OffsetDateTime.parse(this)

private val MINUTES = DateTimeFormatter.ofPattern("HH:mm")

internal fun LocalTime.toFfi(): String = format(MINUTES)

internal fun OffsetDateTime.toFfi(): String =
    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(truncatedTo(ChronoUnit.SECONDS))

internal fun Language.toFfi(): FfiLanguage = when (this) {
    Language.JAPANESE -> FfiLanguage.JAPANESE
    Language.EASY_JAPANESE -> FfiLanguage.EASY_JAPANESE
    Language.ENGLISH -> FfiLanguage.ENGLISH
}

internal fun Layout.toFfi(): FfiLayout = when (this) {
    Layout.SHEET -> FfiLayout.SHEET
    Layout.CARDS -> FfiLayout.CARDS
    Layout.COPY -> FfiLayout.COPY
}

internal fun FfiChanged.toDomain(): Changed = when (this) {
    FfiChanged.LOCK -> Changed.LOCK
    FfiChanged.DIRECTORY -> Changed.DIRECTORY
    FfiChanged.MOOD -> Changed.MOOD
    FfiChanged.ANSWERS -> Changed.ANSWERS
    FfiChanged.PLAN -> Changed.PLAN
    FfiChanged.MEMO -> Changed.MEMO
    FfiChanged.FAVOURITES -> Changed.FAVOURITES
    FfiChanged.OWN -> Changed.OWN
    FfiChanged.CHECK_INS -> Changed.CHECK_INS
    FfiChanged.HOME -> Changed.HOME
    FfiChanged.BACKUP -> Changed.BACKUP
}
