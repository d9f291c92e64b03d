package jp.tsunagari.core.rust

import jp.tsunagari.core.Answer
import jp.tsunagari.core.Area
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Around
import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Busy
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Choice
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.EntryCode
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.FileOutcome
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.ImportedFile
import jp.tsunagari.core.Named
import jp.tsunagari.core.OptionGroup
import jp.tsunagari.core.PackState
import jp.tsunagari.core.PaperRequest
import jp.tsunagari.core.Place
import jp.tsunagari.core.Question
import jp.tsunagari.core.QuestionKind
import jp.tsunagari.core.QuestionOption
import jp.tsunagari.core.Slot
import jp.tsunagari.core.WayId
import jp.tsunagari.ffi.Answer as FfiAnswer
import jp.tsunagari.ffi.Area as FfiArea
import jp.tsunagari.ffi.AreaAnswer as FfiAreaAnswer
import jp.tsunagari.ffi.Around as FfiAround
import jp.tsunagari.ffi.AskForm as FfiAskForm
import jp.tsunagari.ffi.AskPage as FfiAskPage
import jp.tsunagari.ffi.AskResults as FfiAskResults
import jp.tsunagari.ffi.AskStep as FfiAskStep
import jp.tsunagari.ffi.Busy as FfiBusy
import jp.tsunagari.ffi.BusyRequest as FfiBusyRequest
import jp.tsunagari.ffi.Choice as FfiChoice
import jp.tsunagari.ffi.DirectoryState as FfiDirectoryState
import jp.tsunagari.ffi.EntryCode as FfiEntryCode
import jp.tsunagari.ffi.FileOutcome as FfiFileOutcome
import jp.tsunagari.ffi.Filters as FfiFilters
import jp.tsunagari.ffi.FindRequest as FfiFindRequest
import jp.tsunagari.ffi.GivenAnswer as FfiGivenAnswer
import jp.tsunagari.ffi.GivenAnswers as FfiGivenAnswers
import jp.tsunagari.ffi.ImportProgress as FfiImportProgress
import jp.tsunagari.ffi.Imported as FfiImported
import jp.tsunagari.ffi.ImportedFile as FfiImportedFile
import jp.tsunagari.ffi.PackState as FfiPackState
import jp.tsunagari.ffi.PaperRequest as FfiPaperRequest
import jp.tsunagari.ffi.Place as FfiPlace
import jp.tsunagari.ffi.Question as FfiQuestion
import jp.tsunagari.ffi.QuestionKind as FfiQuestionKind
import jp.tsunagari.ffi.Slot as FfiSlot

/** What the directory is asked, and what it answers. */
internal fun FindRequest.toFfi() = FfiFindRequest(text, area, filters.toFfi(), limit.unsignedShort("limit"), own)

internal fun Filters.toFfi() = FfiFilters(
    openNow = openNow,
    free = free,
    noVoice = noVoice,
    rolePlace = rolePlace,
    channels = ways.map { it.code },
    spoken = spoken,
    age = age?.unsignedByte("age"),
    withinKm = withinKm?.unsigned("within_km"),
    kinds = kinds.map { it.toFfi() },
)

internal fun FfiAnswer.toDomain() = Answer(
    danger = danger,
    understood = understood,
    gaps = gaps,
    cards = cards.toCards(),
    own = own.map { it.toDomain() },
    cut = cut,
    emergency = emergency.toEmergency(),
)

internal fun FfiAround.toDomain() = Around(places.map { it.toDomain() }, slots.map { it.toDomain() })

internal fun FfiPlace.toDomain() = Place(card.toDomain(), firstVisit.map { it.toDomain() })

internal fun FfiSlot.toDomain() = Slot(kind, name, filledBy.map { Named(EntryId(it.id), it.name) })

internal fun FfiEntryCode.toDomain() = EntryCode(text, qr.toDomain())

internal fun BusyRequest.toFfi() = FfiBusyRequest(
    ids = ids.map { it.value },
    kind = kind?.code,
    area = area,
    spoken = spoken,
    age = age?.unsignedByte("age"),
    remember = remember,
)

internal fun FfiBusy.toDomain() = Busy(
    line = line?.toDomain(),
    choices = choices.map { it.toDomain() },
    remembered = remembered,
    emergency = emergency.toEmergency(),
)

internal fun FfiChoice.toDomain(): Choice = when (this) {
    is FfiChoice.OtherWay -> Choice.OtherWay(way.toDomain())
    is FfiChoice.Line -> Choice.Line(card.toDomain(), WayId(way))
    is FfiChoice.Unsure -> Choice.Unsure(card.toDomain(), WayId(way))
    is FfiChoice.Again -> Choice.Again(card.toDomain(), WayId(way))
    is FfiChoice.Later -> Choice.Later(card.toDomain(), WayId(way), opens)
    is FfiChoice.EnoughForToday -> Choice.EnoughForToday
}

internal fun FfiAreaAnswer.toDomain(): AreaAnswer = when (this) {
    is FfiAreaAnswer.One -> AreaAnswer.One(area.toDomain())
    is FfiAreaAnswer.Several -> AreaAnswer.Several(areas.map { it.toDomain() })
    is FfiAreaAnswer.None -> AreaAnswer.None(near.map { it.toDomain() })
}

internal fun FfiArea.toDomain() = Area(code, name, kana)

internal fun FfiDirectoryState.toDomain() =
    DirectoryState(packs.map { it.toDomain() }, clockOk = clockOk, whole = whole)

internal fun FfiPackState.toDomain() = PackState(id, name, entries.signed(), on?.toDay(), age)

internal fun PaperRequest.toFfi() = FfiPaperRequest(ids.map { it.value }, layout.toFfi(), area, traces)

internal fun GivenAnswers.toFfi() = FfiGivenAnswers(
    form = form,
    given = given.map { (question, options) -> FfiGivenAnswer(question, options.toList()) },
    area = area,
    enough = enough,
)

internal fun FfiAskStep.toDomain(): AskStep = when (this) {
    is FfiAskStep.Questions -> page.toDomain()
    is FfiAskStep.Results -> results.toDomain()
}

internal fun FfiAskPage.toDomain() = AskStep.Questions(
    form = form.toDomain(),
    questions = questions.map { it.toDomain() },
    others = others.map { it.toDomain() },
)

internal fun FfiAskForm.toDomain() = AskForm(id, name, intro)

internal fun FfiQuestion.toDomain(): Question {
    val names = groups.associate { it.id to it.name }
    // Options stay in their order; those that follow each other below one heading stand together.
    val together = options.fold(mutableListOf<Pair<String?, MutableList<QuestionOption>>>()) { runs, option ->
        if (runs.isEmpty() || runs.last().first != option.group) runs += option.group to mutableListOf()
        runs.apply { last().second += QuestionOption(option.id, option.text) }
    }
    return Question(id, kind.toDomain(), text, together.map { (group, options) -> OptionGroup(names[group], options) })
}

internal fun FfiQuestionKind.toDomain(): QuestionKind = when (this) {
    FfiQuestionKind.MANY -> QuestionKind.MANY
    FfiQuestionKind.ONE -> QuestionKind.ONE
    FfiQuestionKind.FIRST -> QuestionKind.FIRST
    FfiQuestionKind.AREA -> QuestionKind.AREA
}

internal fun FfiAskResults.toDomain() = AskStep.Results(
    danger = danger,
    forAnything = forAnything,
    cards = cards.toCards(),
    relaxed = relaxed,
    gaps = gaps,
    slots = slots.map { it.toDomain() },
    emergency = emergency.toEmergency(),
)

internal fun FfiImportProgress.toDomain() =
    ImportState.Progress(file, bytes.signed(), totalBytes.signed(), rows.signed())

internal fun FfiImported.toDomain() = ImportState.Done(
    entries = entries.signed(),
    rows = rows.signed(),
    refusedRows = refusedRows.signed(),
    files = files.map { it.toDomain() },
)

internal fun FfiImportedFile.toDomain() = ImportedFile(file, outcome.toDomain(), words, entries.signed(), noticed)

internal fun FfiFileOutcome.toDomain(): FileOutcome = when (this) {
    FfiFileOutcome.IMPORTED -> FileOutcome.IMPORTED
    FfiFileOutcome.SET_ASIDE -> FileOutcome.SET_ASIDE
    FfiFileOutcome.REFUSED -> FileOutcome.REFUSED
    FfiFileOutcome.NOT_DATA -> FileOutcome.NOT_DATA
}
