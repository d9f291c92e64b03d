package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.detail.LargeNumber
import jp.tsunagari.ui.settings.SettingsPage
import jp.tsunagari.ui.speak.SpeakScreen

/** The page of a step. */
@Composable
internal fun Shell.Page(step: Step) = when (val route = step.route) {
    Route.Start -> StartPage(step)
    Route.Home -> HomePage(step)
    Route.More -> MorePage()
    is Route.Find -> FindPage(step, route.words)
    is Route.Entry -> EntryPage(step, route.id)
    is Route.Code -> EntryCodePage(step, route.id, route.traces)
    is Route.Number -> LargeNumber(route.number, ::back)
    is Route.Busy -> BusyPage(step, route.request)
    Route.Places -> PlacesPage(step)
    is Route.Area -> AreaPage(step, route.keep, route.chosen)
    Route.Ask -> AskPage(step)
    Route.Data -> DataPage(step)
    Route.Speak -> SpeakScreen(::back)
    Route.Scan -> ScanPage(step)
    Route.Handover -> HandoverPage(step)
    Route.Mood -> MoodPage(step)
    is Route.MoodDay -> MoodDayPage(step, route.day)
    is Route.MoodMonth -> MoodMonthPage(step, route.month)
    is Route.MoodYear -> MoodYearPage(step, route.year)
    is Route.MoodEntry -> MoodEntryPage(step, route.id)
    Route.MoodFiles -> MoodFilesPage(step)
    Route.Connection -> ConnectionPage(step)
    Route.KeptAnswers -> KeptAnswersPage(step)
    Route.Plan -> PlanPage(step)
    Route.PlanEdit -> PlanEditPage(step)
    is Route.PlanStep -> PlanStepPage(step, route.number)
    Route.Memo -> MemoPage(step)
    Route.ShareMemo -> ShareMemoPage(step)
    Route.Kept -> KeptPage(step)
    Route.Own -> OwnPage(step)
    is Route.OwnEdit -> OwnEditPage(step, route.id)
    Route.CheckIns -> CheckInsPage(step)
    Route.Unlock -> UnlockPage(step)
    Route.Pin -> LockPage(step)
    is Route.Settings -> SettingsPart(step, route.page)
}

/**
 * Whether a page shows nothing that tells of the person: only such a page stays in sight among recent apps. What somebody
 * searches for tells of them, too.
 */
internal val Route.tellsNothing: Boolean
    get() = when (this) {
        Route.Start, Route.Home, Route.More, Route.Speak, Route.Data, is Route.Area -> true
        is Route.Settings -> page != SettingsPage.ABOUT_ME
        else -> false
    }

/** Does something as soon as the lock is found open. */
@Composable
internal fun WhenOpen(state: LockState?, deed: () -> Unit) {
    LaunchedEffect(state is LockState.Open) { if (state is LockState.Open) deed() }
}
