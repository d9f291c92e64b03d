package jp.tsunagari.core.rust

import jp.tsunagari.core.Card
import jp.tsunagari.core.Detail
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.EntryKind
import jp.tsunagari.core.Fact
import jp.tsunagari.core.Fee
import jp.tsunagari.core.MenuKey
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.Section
import jp.tsunagari.core.SmallerStep
import jp.tsunagari.core.Source
import jp.tsunagari.core.Span
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayId
import jp.tsunagari.core.WayKind
import jp.tsunagari.core.WorksHere
import jp.tsunagari.ffi.Card as FfiCard
import jp.tsunagari.ffi.Detail as FfiDetail
import jp.tsunagari.ffi.EmergencyHere as FfiEmergencyHere
import jp.tsunagari.ffi.EmergencyLine as FfiEmergencyLine
import jp.tsunagari.ffi.Fact as FfiFact
import jp.tsunagari.ffi.Fee as FfiFee
import jp.tsunagari.ffi.OpenState as FfiOpenState
import jp.tsunagari.ffi.Section as FfiSection
import jp.tsunagari.ffi.Span as FfiSpan
import jp.tsunagari.ffi.Way as FfiWay

/** Entries and their ways. */
internal fun FfiCard.toDomain() = Card(
    id = EntryId(id),
    kind = kind.toEntryKind(),
    name = name,
    summary = summary,
    label = label,
    reasons = reasons,
    ways = ways.map { it.toDomain() },
    distanceKm = distanceKm?.signed(),
    address = address,
    next = next.map { it.toDomain() },
    assurance = assurance,
    age = age,
    traceWarning = traceWarning,
    emergency = emergency,
)

private val KINDS = EntryKind.entries.associateBy { it.toFfi() }

internal fun EntryKind.toFfi(): String = name.lowercase()

// One that is not known here must not take the other cards away.
private fun String.toEntryKind(): EntryKind? = KINDS[this]

internal fun FfiWay.toDomain() = Way(
    id = WayId(id),
    kind = WayKind(kind),
    name = name,
    target = target,
    dial = dial,
    state = state.toDomain(),
    stateWords = stateWords,
    fee = fee.toDomain(),
    notes = notes,
    needsData = needsData,
    noVoice = noVoice,
)

internal fun FfiOpenState.toDomain(): OpenState = when (this) {
    is FfiOpenState.Open -> if (always) OpenState.Always else OpenState.Open(until)
    is FfiOpenState.Closed -> OpenState.Closed(opensNext)
    is FfiOpenState.Unknown -> OpenState.Unknown
}

internal fun FfiFee.toDomain(): Fee = when (this) {
    FfiFee.FREE -> Fee.FREE
    FfiFee.CALLER -> Fee.CALLER
    FfiFee.NAVI -> Fee.NAVI
    FfiFee.UNKNOWN -> Fee.UNKNOWN
    FfiFee.NOT_A_CALL -> Fee.NOT_A_CALL
}

internal fun FfiSpan.toDomain() = Span(from, to, words)

internal fun FfiEmergencyLine.toDomain() = EmergencyLine(card.toDomain(), worksHere.toDomain())

internal fun FfiEmergencyHere.toDomain(): WorksHere = when (this) {
    FfiEmergencyHere.WORKS -> WorksHere.WORKS
    FfiEmergencyHere.PART_ONLY -> WorksHere.PART_ONLY
    FfiEmergencyHere.NOT_NAMED -> WorksHere.NOT_NAMED
    FfiEmergencyHere.DEPENDS_ON_PLACE -> WorksHere.DEPENDS_ON_PLACE
}

internal fun List<FfiCard>.toCards(): List<Card> = map { it.toDomain() }

internal fun List<FfiEmergencyLine>.toEmergency(): List<EmergencyLine> = map { it.toDomain() }

internal fun FfiDetail.toDomain() = Detail(
    card = card.toDomain(),
    season = season,
    traceWarning = traceWarning?.toDomain(),
    about = about.map { it.toDomain() },
    place = place,
    wayDetails = wayDetails.associate { WayId(it.way) to it.texts },
    otherAreas = otherAreas,
    menu = menu.map { MenuKey(it.key, it.label) },
    promise = promise.map { it.toDomain() },
    firstVisit = firstVisit.map { it.toDomain() },
    opening = opening,
    caveats = caveats,
    smallerSteps = smallerSteps.map { SmallerStep(it.id, it.keep, it.words) },
    sources = sources.map { Source(it.page, it.on.ifEmpty { null }) },
)

internal fun FfiFact.toDomain() = Fact(code, words, answer, answerWords)

internal fun FfiSection.toDomain() = Section(title, texts, isList = points)
