package jp.tsunagari.core.fake

import jp.tsunagari.core.Changed
import jp.tsunagari.core.Code
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.HardHours
import jp.tsunagari.core.KeepsakesApi
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.Layout
import jp.tsunagari.core.MemoField
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.OwnId
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.PlanLine
import jp.tsunagari.core.SharedMemo
import jp.tsunagari.core.TsunagariError

/** Plan, memo, favourites and entries of one's own, in memory. */
class FakeKeepsakes internal constructor(private val device: FakeDevice, private val entries: FakeEntries) :
    KeepsakesApi {
    private val said = FakeKeepsakeWords(device)

    override suspend fun favourites(): List<KeptEntry> = device.call("keepsakes.favourites") {
        device.kept.favourites.map { (id, name) -> kept(id, name) }
    }

    override suspend fun addFavourite(id: EntryId): String = device.change(
        "keepsakes.addFavourite",
        Changed.FAVOURITES,
    ) {
        val kept = device.kept
        val card = untraced(id)
        device.stored = kept.copy(favourites = kept.favourites + (id to card.name))
        card.name
    }

    override suspend fun removeFavourite(id: EntryId) =
        device.keep("keepsakes.removeFavourite", Changed.FAVOURITES) { kept ->
            if (id !in kept.favourites) throw TsunagariError.NotFound()
            kept.copy(favourites = kept.favourites - id)
        }

    override suspend fun tries(): List<EntryId> = device.call("keepsakes.tries") { device.kept.tries.toList() }

    override suspend fun plan(area: String?): HardHours = device.call("keepsakes.plan") {
        entries.area(area)
        device.kept.run { hours(plan, planNames) }
    }

    override suspend fun hardHoursWithoutPlan(area: String?): HardHours =
        device.call("keepsakes.hardHoursWithoutPlan") {
            entries.area(area)
            hours(emptyMap())
        }

    override suspend fun addToPlan(step: Int, line: NewPlanLine) = changeStep("keepsakes.addToPlan", step) { lines ->
        if (lines.size >= MOST_LINES) throw TsunagariError.Invalid("count")
        lines + checked(line)
    }

    override suspend fun changePlan(step: Int, place: Int, line: NewPlanLine) =
        changeStep("keepsakes.changePlan", step) { lines ->
            there(lines, place)
            lines.toMutableList().apply { set(place - 1, checked(line)) }
        }

    override suspend fun moveInPlan(step: Int, place: Int, to: Int) = changeStep(
        "keepsakes.moveInPlan",
        step,
    ) { lines ->
        there(lines, place)
        if (to < 1) throw TsunagariError.NotFound()
        lines.toMutableList().apply {
            val line = removeAt(place - 1)
            add((to - 1).coerceAtMost(size), line)
        }
    }

    override suspend fun removeFromPlan(step: Int, place: Int) = changeStep("keepsakes.removeFromPlan", step) { lines ->
        there(lines, place)
        lines.filterIndexed { index, _ -> index != place - 1 }
    }

    override suspend fun planPage(layout: Layout, area: String?): String = device.call("keepsakes.planPage") {
        entries.area(area)
        page(device.kept.plan.values.flatten().map { if (it is NewPlanLine.Written) it.text else "" })
    }

    override suspend fun memo(): List<MemoField> = device.call("keepsakes.memo") {
        val notes = device.kept.memo
        said.fields.map { (code, field) ->
            MemoField(code, field.title, notes[code]?.text.orEmpty(), notes[code]?.share == true)
        }
    }

    override suspend fun setMemo(field: String, text: String) = device.keep("keepsakes.setMemo", Changed.MEMO) { kept ->
        if (field !in FakeKeepsakeWords.CODES) throw TsunagariError.Invalid("field")
        val stated = stated(text, FakeKeepsakeWords.LONGEST_FIELD)
        kept.copy(memo = kept.memo + (field to FakeKept.Note(stated, kept.memo[field]?.share == true)))
    }

    override suspend fun shareMemo(fields: List<String>, share: Boolean) {
        val missing = device.change("keepsakes.shareMemo", Changed.MEMO) {
            if (fields.any { it !in FakeKeepsakeWords.CODES }) throw TsunagariError.Invalid("field")
            val (kept, filled) = device.kept.let { kept -> kept to fields.filter { it in kept.memo } }
            val shared = filled.associateWith { kept.memo.getValue(it).copy(share = share) }
            device.stored = kept.copy(memo = kept.memo + shared)
            (fields - filled.toSet()).firstOrNull()
        }
        if (missing != null) throw TsunagariError.Invalid(missing)
    }

    override suspend fun clearMemo(fields: List<String>) = device.keep("keepsakes.clearMemo", Changed.MEMO) { kept ->
        if (fields.any { it !in FakeKeepsakeWords.CODES }) throw TsunagariError.Invalid("field")
        kept.copy(memo = kept.memo - fields.toSet())
    }

    override suspend fun sharedMemo(): SharedMemo = device.call("keepsakes.sharedMemo") { shared() }

    override suspend fun memoPage(layout: Layout): String = device.call("keepsakes.memoPage") {
        page(shared().sentences)
    }

    override suspend fun memoCode(): Code = device.call("keepsakes.memoCode") { code() }

    override suspend fun memoCodePicture(): String = device.call("keepsakes.memoCodePicture") {
        code()
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>${shared().text}</title></svg>"
    }

    override suspend fun owns(): List<OwnEntry> = device.call("keepsakes.owns") {
        device.kept.owns.sortedBy { it.kana.ifEmpty { it.name } }
    }

    override suspend fun findOwn(text: String): List<OwnEntry> =
        device.call("keepsakes.findOwn") { device.kept.owns.filter { text in it.name || text in it.kana } }

    override suspend fun addOwn(words: OwnWords): OwnId = device.change("keepsakes.addOwn", Changed.OWN) {
        val kept = device.kept
        val id = OwnId(newId())
        val empty = OwnEntry(id, said.own, "", "", "", "", "", OpenState.Unknown, said.hoursUnknown, "")
        device.stored = kept.copy(owns = kept.owns + written(empty, words))
        id
    }

    override suspend fun changeOwn(id: OwnId, words: OwnWords) = device.keep(
        "keepsakes.changeOwn",
        Changed.OWN,
    ) { kept ->
        if (kept.owns.none { it.id == id }) throw TsunagariError.NotFound()
        kept.copy(owns = kept.owns.map { if (it.id == id) written(it, words) else it })
    }

    override suspend fun removeOwn(id: OwnId) = device.keep("keepsakes.removeOwn", Changed.OWN) { kept ->
        if (kept.owns.none { it.id == id }) throw TsunagariError.NotFound()
        kept.copy(owns = kept.owns.filter { it.id != id })
    }

    private fun kept(id: EntryId, name: String): KeptEntry {
        val standing = try {
            KeptEntry.Standing.Here(entries.find(id))
        } catch (_: TsunagariError.NotFound) {
            KeptEntry.Standing.Gone(said.gone)
        }
        return KeptEntry(id, name, standing)
    }

    private fun untraced(id: EntryId) =
        entries.find(id).also { if (it.traceWarning) throw TsunagariError.Invalid("traces") }

    private fun hours(plan: Map<Int, List<NewPlanLine>>, names: Map<EntryId, String> = emptyMap()) = HardHours(
        steps = said.steps.map { step ->
            val lines = plan[step.number].orEmpty().map { line ->
                when (line) {
                    is NewPlanLine.Written -> PlanLine.Written(line.text)
                    is NewPlanLine.Listed -> PlanLine.Listed(kept(line.id, names[line.id].orEmpty()))
                }
            }
            step.copy(lines = lines)
        },
        listening = entries.lines.filterNot { it.traceWarning }.take(LISTENING),
        emergency = entries.emergency,
        emergencyNotes = listOf(said.numbersHere),
    )

    private suspend fun changeStep(name: String, step: Int, change: (List<NewPlanLine>) -> List<NewPlanLine>) =
        device.keep(name, Changed.PLAN) { kept ->
            if (step !in 1..STEPS) throw TsunagariError.Invalid("step")
            val lines = change(kept.plan[step].orEmpty())
            val listed = lines.filterIsInstance<NewPlanLine.Listed>().map { it.id }
            val names = listed.associateWith { kept.planNames[it] ?: entries.find(it).name }
            kept.copy(plan = kept.plan + (step to lines), planNames = kept.planNames + names)
        }

    private fun there(lines: List<NewPlanLine>, place: Int) {
        if (place !in 1..lines.size) throw TsunagariError.NotFound()
    }

    private fun checked(line: NewPlanLine): NewPlanLine {
        when (line) {
            is NewPlanLine.Written -> return NewPlanLine.Written(stated(line.text, FakeKeepsakeWords.LONGEST_LINE))
            is NewPlanLine.Listed -> untraced(line.id)
        }
        return line
    }

    private fun shared(): SharedMemo {
        val notes = device.kept.memo
        val shown = said.fields.mapNotNull { (code, field) ->
            notes[code]?.takeIf { it.share }?.let { field to it.text }
        }
        if (shown.isEmpty()) throw TsunagariError.Invalid("share")
        return SharedMemo(
            sentences = shown.map { (field, text) -> field.before + text + field.after },
            text = shown.joinToString("\n") { (field, text) -> "${field.title}: $text" },
        )
    }

    private fun code(): Code {
        val text = shared().text
        if (text.toByteArray().size > FakeKeepsakeWords.LONGEST_CODE) throw TsunagariError.Invalid("qr")
        return FakeCode.of(text)
    }

    private fun stated(text: String, most: Int): String =
        limited(text, most).ifEmpty { throw TsunagariError.Invalid("text") }

    private fun limited(text: String, most: Int): String {
        val trimmed = text.trim()
        if (trimmed.codePointCount(0, trimmed.length) > most) throw TsunagariError.Invalid("text")
        return trimmed
    }

    private fun written(own: OwnEntry, words: OwnWords) = own.copy(
        name = stated(words.name ?: own.name, FakeKeepsakeWords.LONGEST_NAME),
        kana = limited(words.kana ?: own.kana, FakeKeepsakeWords.LONGEST_NAME),
        tel = limited(words.tel ?: own.tel, FakeKeepsakeWords.LONGEST_NAME),
        address = limited(words.address ?: own.address, FakeKeepsakeWords.LONGEST_ADDRESS),
        hours = limited(words.hours ?: own.hours, FakeKeepsakeWords.LONGEST_HOURS),
        note = limited(words.note ?: own.note, FakeKeepsakeWords.LONGEST_NOTE),
    ).let { it.copy(stateWords = if (it.hours.isEmpty()) said.hoursUnknown else said.hoursBelow) }

    private companion object {
        const val STEPS = 7
        const val MOST_LINES = 20
        const val LISTENING = 3
    }
}
