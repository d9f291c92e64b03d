package jp.tsunagari.core.rust

import java.time.Year
import java.time.YearMonth
import jp.tsunagari.core.AfterEntry
import jp.tsunagari.core.AnsweredQuestion
import jp.tsunagari.core.AnswersId
import jp.tsunagari.core.ConnectionBack
import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.ConnectionOption
import jp.tsunagari.core.ConnectionShare
import jp.tsunagari.core.DayCell
import jp.tsunagari.core.KeptAnswers
import jp.tsunagari.core.Legend
import jp.tsunagari.core.Merged
import jp.tsunagari.core.MonthView
import jp.tsunagari.core.MoodChange
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.core.MoodWord
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.SmallStep
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.core.YearView
import jp.tsunagari.ffi.AfterEntry as FfiAfterEntry
import jp.tsunagari.ffi.ConnectionAnswers as FfiConnectionAnswers
import jp.tsunagari.ffi.ConnectionBack as FfiConnectionBack
import jp.tsunagari.ffi.ConnectionFigures as FfiConnectionFigures
import jp.tsunagari.ffi.ConnectionForm as FfiConnectionForm
import jp.tsunagari.ffi.DayCell as FfiDayCell
import jp.tsunagari.ffi.Entry as FfiEntry
import jp.tsunagari.ffi.Merged as FfiMerged
import jp.tsunagari.ffi.MonthView as FfiMonthView
import jp.tsunagari.ffi.MoodChange as FfiMoodChange
import jp.tsunagari.ffi.MoodDraft as FfiMoodDraft
import jp.tsunagari.ffi.MoodLevel as FfiMoodLevel
import jp.tsunagari.ffi.MoodWord as FfiMoodWord
import jp.tsunagari.ffi.PageWish as FfiPageWish
import jp.tsunagari.ffi.Vocabulary as FfiVocabulary
import jp.tsunagari.ffi.YearView as FfiYearView

/** The mood log and つながりの質問. */
internal val Legend.isWeather: Boolean get() = this == Legend.WEATHER

internal fun FfiVocabulary.toDomain() = Vocabulary(
    levels = levels.map { it.toDomain() },
    labels = labels.map { it.toDomain() },
    contexts = contexts.map { it.toDomain() },
)

internal fun FfiMoodLevel.toDomain() = MoodLevel(number.signed(), code, word, weather, mark)

internal fun FfiMoodWord.toDomain() = MoodWord(code, name, callsForLines = lines)

internal fun MoodDraft.toFfi() = FfiMoodDraft(
    level = level.unsigned("level"),
    labels = labels.toList(),
    contexts = contexts.toList(),
    note = note,
    at = at?.toFfi(),
)

internal fun MoodChange.toFfi() = FfiMoodChange(
    level = level?.unsigned("level"),
    labels = labels?.toList(),
    contexts = contexts?.toList(),
    note = note,
    at = at?.toFfi(),
)

internal fun FfiEntry.toDomain() = MoodEntry(
    id = MoodId(id),
    at = at.toLocal(),
    dayWords = dayWords,
    level = level.signed(),
    labels = labels.toSet(),
    contexts = contexts.toSet(),
    note = note,
    logged = logged,
    amended = amended,
    callsForLines = lines,
)

internal fun FfiMonthView.toDomain() = MonthView(YearMonth.of(year, month.signed()), title, weeks.toCells())

internal fun FfiYearView.toDomain() = YearView(Year.of(year), title, months.toCells())

private fun List<List<FfiDayCell>>.toCells() = map { days -> days.map { it.toDomain() } }

internal fun FfiDayCell.toDomain() = DayCell(day.toDay(), within, levels.map { it.signed() })

internal fun FfiAfterEntry.toDomain() = AfterEntry(
    step = step?.let { SmallStep(it.id, it.text, it.why) },
    lines = lines.toCards(),
    place = place?.toDomain(),
    noPlace = noPlace,
)

internal fun FfiMerged.toDomain() = Merged(added.signed(), same.signed(), replaced.signed(), older.signed())

internal fun PageWish.toFfi() = FfiPageWish(
    from = days.start.toString(),
    to = days.endInclusive.toString(),
    notes = notes,
    labels = labels,
    contexts = contexts,
    weather = legend.isWeather,
    large = large,
    without = without.map { it.value },
)

internal fun FfiConnectionForm.toDomain() = ConnectionForm(
    id = id,
    name = name,
    source = source,
    questions = questions,
    options = options.map { ConnectionOption(it.value.signed(), it.text) },
    noDiagnosis = noDiagnosis,
    hasFigures = hasFigures,
)

internal fun FfiConnectionBack.toDomain() = ConnectionBack(sentence, caution, noDiagnosis, lines.toCards())

internal fun FfiConnectionFigures.toDomain() = ConnectionFigures(
    what = what,
    source = source,
    caution = caution,
    shares = shares.map { ConnectionShare(it.answer, it.tenths.signed(), it.words) },
)

internal fun FfiConnectionAnswers.toDomain() = KeptAnswers(
    id = AnswersId(id),
    at = at.toLocal(),
    dayWords = dayWords,
    form = form,
    answers = answers.map { it.signed() },
    said = said.map { AnsweredQuestion(it.question, it.answer) },
)
