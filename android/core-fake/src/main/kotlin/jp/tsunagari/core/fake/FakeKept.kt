package jp.tsunagari.core.fake

import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import jp.tsunagari.core.BackupSchedule
import jp.tsunagari.core.CheckIn
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.HomeChoice
import jp.tsunagari.core.KeptAnswers
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.Resting
import jp.tsunagari.core.Silence

/** Everything that is kept, as one value, so that a backup is a copy. */
internal data class FakeKept(
    val moods: Map<MoodId, MoodEntry> = emptyMap(),
    val moodsHidden: Boolean = false,
    val answers: List<KeptAnswers> = emptyList(),
    val favourites: Map<EntryId, String> = emptyMap(),
    val tries: Set<EntryId> = emptySet(),
    val plan: Map<Int, List<NewPlanLine>> = emptyMap(),
    val planNames: Map<EntryId, String> = emptyMap(),
    val memo: Map<String, Note> = emptyMap(),
    val owns: List<OwnEntry> = emptyList(),
    val checkIns: List<CheckIn> = emptyList(),
    val silence: Silence = Silence(
        quietFrom = LocalTime.of(21, 0),
        quietTo = LocalTime.of(9, 0),
        rest = Resting.No,
        alone = false,
        enoughToday = false,
        maySpeak = true,
    ),
    /** The day of 今日はもういい; [silence] does not hold it. */
    val enough: LocalDate? = null,
    val selfTest: OffsetDateTime? = null,
    val home: HomeChoice = HomeChoice(area = null, areaName = null, age = null, never = emptySet(), off = false),
    val schedule: BackupSchedule? = null,
) {
    /** A field of the memo that is filled in. */
    data class Note(val text: String, val share: Boolean)
}
