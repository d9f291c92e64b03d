package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.temporal.ChronoUnit
import jp.tsunagari.core.Legend
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.Unfold
import jp.tsunagari.ui.design.Words
import jp.tsunagari.ui.model.MoodFilesModel
import jp.tsunagari.ui.model.MoodPapers

/** A page to show to somebody: whoever shows it chooses what stands on it. */
@Composable
internal fun CounsellorPage(
    papers: MoodPapers,
    wish: PageWish,
    deeds: MoodFilesDeeds,
) = Part(stringResource(R.string.mood_page)) {
    RubyText(stringResource(R.string.mood_page_what))
    RubyText(stringResource(R.string.mood_page_days), style = Type.button)
    Days(wish, deeds)
    RubyText(stringResource(R.string.mood_page_parts), style = Type.button)
    Parts(wish, deeds)
    Unfold(stringResource(R.string.mood_page_entries), summary = leftOut(papers, wish)) {
        RubyText(stringResource(R.string.mood_page_entries_what), style = Type.quiet)
        if (papers.entries.isEmpty()) RubyText(stringResource(R.string.mood_page_none))
        for (entry in papers.entries) {
            Choice(entryName(entry, papers.words), entry.id !in wish.without, {
                deeds.toggle(entry.id)
            }, Modifier.fillMaxWidth())
        }
    }
    Go(R.string.mood_page_print, deeds.printPage)
    Go(R.string.mood_page_save, deeds.savePage)
    RubyText(stringResource(R.string.mood_page_care), style = Type.quiet, color = LocalTone.current.quiet)
}

@Composable
private fun Days(wish: PageWish, deeds: MoodFilesDeeds) = Words {
    val chosen = ChronoUnit.DAYS.between(wish.days.start, wish.days.endInclusive) + 1
    for ((words, days) in listOf(
        R.string.mood_page_week to MoodFilesModel.WEEK,
        R.string.mood_page_month to MoodFilesModel.MONTH,
        R.string.mood_page_season to MoodFilesModel.SEASON,
        R.string.mood_page_year to MoodFilesModel.YEAR,
    )) {
        Choice(stringResource(words), chosen == days, { deeds.days(days) })
    }
}

@Composable
private fun Parts(wish: PageWish, deeds: MoodFilesDeeds) = Column(
    Modifier.fillMaxWidth(),
    Arrangement.spacedBy(Space.medium),
) {
    Words {
        Choice(stringResource(R.string.mood_labels), wish.labels, { deeds.choose(wish.copy(labels = it)) })
        Choice(stringResource(R.string.mood_contexts), wish.contexts, { deeds.choose(wish.copy(contexts = it)) })
        Choice(stringResource(R.string.mood_note), wish.notes, { deeds.choose(wish.copy(notes = it)) })
    }
    RubyText(stringResource(R.string.mood_page_look), style = Type.button)
    Words {
        Choice(
            stringResource(R.string.mood_page_weather),
            wish.legend == Legend.WEATHER,
            { deeds.choose(wish.copy(legend = if (it) Legend.WEATHER else Legend.WORDS)) },
        )
        Choice(stringResource(R.string.mood_page_large), wish.large, { deeds.choose(wish.copy(large = it)) })
    }
}

/** What stands on the page, said while the list is folded. */
@Composable
private fun leftOut(papers: MoodPapers, wish: PageWish): String = stringResource(
    if (papers.entries.any { it.id in wish.without }) R.string.mood_page_some else R.string.mood_page_all,
)

@Composable
private fun entryName(entry: MoodEntry, words: Vocabulary): String {
    val level = words.levels.firstOrNull { it.number == entry.level }?.word.orEmpty()
    return stringResource(R.string.mood_page_entry, dayWords(entry.day), entry.clock(), level)
}
