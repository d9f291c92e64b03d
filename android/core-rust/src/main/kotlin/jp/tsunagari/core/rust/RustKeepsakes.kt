package jp.tsunagari.core.rust

import jp.tsunagari.core.Code
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.HardHours
import jp.tsunagari.core.KeepsakesApi
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.Layout
import jp.tsunagari.core.MemoField
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.OwnId
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.PlanLine
import jp.tsunagari.core.PlanStep
import jp.tsunagari.core.SharedMemo
import jp.tsunagari.ffi.HardHours as FfiHardHours
import jp.tsunagari.ffi.Keepsakes
import jp.tsunagari.ffi.KeptEntry as FfiKeptEntry
import jp.tsunagari.ffi.MemoField as FfiMemoField
import jp.tsunagari.ffi.NewPlanLine as FfiNewPlanLine
import jp.tsunagari.ffi.OwnEntry as FfiOwnEntry
import jp.tsunagari.ffi.OwnWords as FfiOwnWords
import jp.tsunagari.ffi.PlanLine as FfiPlanLine
import jp.tsunagari.ffi.PlanStep as FfiPlanStep
import jp.tsunagari.ffi.Qr

internal class RustKeepsakes(private val keepsakes: Keepsakes, private val calls: Calls) : KeepsakesApi {
    override suspend fun favourites(): List<KeptEntry> = calls.call { keepsakes.favourites().map { it.toDomain() } }

    override suspend fun addFavourite(id: EntryId): String = calls.call { keepsakes.addFavourite(id.value) }

    override suspend fun removeFavourite(id: EntryId) = calls.call { keepsakes.removeFavourite(id.value) }

    override suspend fun tries(): List<EntryId> = calls.call { keepsakes.tries().map(::EntryId) }

    override suspend fun plan(area: String?): HardHours = calls.call { keepsakes.plan(area).toDomain() }

    override suspend fun hardHoursWithoutPlan(area: String?): HardHours =
        calls.call { keepsakes.hardHoursWithoutPlan(area).toDomain() }

    override suspend fun addToPlan(step: Int, line: NewPlanLine) =
        calls.call { keepsakes.addToPlan(step.unsigned("step"), line.toFfi()) }

    override suspend fun changePlan(step: Int, place: Int, line: NewPlanLine) =
        calls.call { keepsakes.changePlan(step.unsigned("step"), place.toPlace(), line.toFfi()) }

    override suspend fun moveInPlan(step: Int, place: Int, to: Int) =
        calls.call { keepsakes.moveInPlan(step.unsigned("step"), place.toPlace(), to.toPlace()) }

    override suspend fun removeFromPlan(step: Int, place: Int) =
        calls.call { keepsakes.removeFromPlan(step.unsigned("step"), place.toPlace()) }

    override suspend fun planPage(layout: Layout, area: String?): String =
        calls.call { keepsakes.planHtml(layout.toFfi(), area) }

    override suspend fun memo(): List<MemoField> = calls.call { keepsakes.memo().map { it.toDomain() } }

    override suspend fun setMemo(field: String, text: String) = calls.call { keepsakes.setMemo(field, text) }

    override suspend fun shareMemo(fields: List<String>, share: Boolean) =
        calls.call { keepsakes.shareMemo(fields, share) }

    override suspend fun clearMemo(fields: List<String>) = calls.call { keepsakes.clearMemo(fields) }

    override suspend fun sharedMemo(): SharedMemo =
        calls.call { SharedMemo(keepsakes.memoSentences(), keepsakes.memoText()) }

    override suspend fun memoPage(layout: Layout): String = calls.call { keepsakes.memoHtml(layout.toFfi()) }

    override suspend fun memoCode(): Code = calls.call { keepsakes.memoQr().toDomain() }

    override suspend fun memoCodePicture(): String = calls.call { keepsakes.memoQrSvg() }

    override suspend fun owns(): List<OwnEntry> = calls.call { keepsakes.owns().map { it.toDomain() } }

    override suspend fun findOwn(text: String): List<OwnEntry> =
        calls.call { keepsakes.findOwn(text).map { it.toDomain() } }

    override suspend fun addOwn(words: OwnWords): OwnId = calls.call { OwnId(keepsakes.addOwn(words.toFfi())) }

    override suspend fun changeOwn(id: OwnId, words: OwnWords) =
        calls.call { keepsakes.changeOwn(id.value, words.toFfi()) }

    override suspend fun removeOwn(id: OwnId) = calls.call { keepsakes.removeOwn(id.value) }
}

internal fun FfiKeptEntry.toDomain(): KeptEntry {
    val standing = card?.let { KeptEntry.Standing.Here(it.toDomain()) } ?: KeptEntry.Standing.Gone(gone.orEmpty())
    return KeptEntry(EntryId(id), name, standing)
}

internal fun FfiHardHours.toDomain() = HardHours(
    steps = steps.map { it.toDomain() },
    listening = listening.toCards(),
    emergency = emergency.toEmergency(),
    emergencyNotes = emergencyNotes,
)

internal fun FfiPlanStep.toDomain() = PlanStep(number.signed(), title, hint, lines.map { it.toDomain() })

internal fun FfiPlanLine.toDomain(): PlanLine =
    entry?.let { PlanLine.Listed(it.toDomain()) } ?: PlanLine.Written(text)

internal fun NewPlanLine.toFfi(): FfiNewPlanLine = when (this) {
    is NewPlanLine.Written -> FfiNewPlanLine.Written(text)
    is NewPlanLine.Listed -> FfiNewPlanLine.Listed(id.value)
}

internal fun FfiMemoField.toDomain() = MemoField(code, title, text, share)

internal fun Qr.toDomain() = Code(size.signed(), dark)

internal fun OwnWords.toFfi() = FfiOwnWords(name, kana, tel, address, hours, note)

internal fun FfiOwnEntry.toDomain() = OwnEntry(
    id = OwnId(id),
    label = label,
    name = name,
    kana = kana,
    tel = tel,
    address = address,
    hours = hours,
    state = state.toDomain(),
    stateWords = stateWords,
    note = note,
)
