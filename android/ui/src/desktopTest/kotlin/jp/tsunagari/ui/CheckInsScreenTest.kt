package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextReplacement
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.Resting
import jp.tsunagari.core.Told
import jp.tsunagari.ui.model.SetAlarms
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class CheckInsScreenTest {
    private val stage = Stage()

    @Test
    fun `before somebody asks there is nothing but the way to ask`() = stage.play({ CheckIns(CheckInsAt.NONE) }) {
        shows(stage.label("checkins_none"))
        assertEquals(0, count(stage.label("checkins_silence")) + count(stage.label("checkins_test")))
        tap(stage.label("checkins_add"))
        tap(stage.label("checkin_save"))
        shows("毎日、18:00から20:00のあいだのどこかで")
        shows("つぎは 11月24日（火） 19:00ごろ")
    }

    @Test
    fun `a check-in says why it comes then`() = stage.play({ CheckIns() }) {
        shows("決めた時間の中で、日ごとにちがうところを選んでいます")
        shows("火・金、10:00から12:00のあいだのどこかで")
        shows("6時間のうちに何か書いていれば、声をかけません")
    }

    @Test
    fun `words of one's own are asked with`() = stage.play({ CheckIns(CheckInsAt.EDIT) }) {
        onNodeWithText(stage.label("checkin_own_words")).performTextReplacement("外に出ましたか")
        tap(stage.label("checkin_save"))
        shows("外に出ましたか")
        val all = runBlocking { stage.api.checkIns.list() }
        assertEquals(CheckInAbout.Own("外に出ましたか"), all.last().rule.about)
    }

    @Test
    fun `what cannot be a check-in says what is missing, and is still there`() =
        stage.play({ CheckIns(CheckInsAt.EDIT) }) {
            onNodeWithText(stage.label("checkin_own_words")).performTextReplacement(" ")
            tap(stage.label("checkin_save"))
            shows(stage.label("checkin_bad_text"))
            tap(stage.label("checkin_drop"))
            shows("水を飲みましたか")
        }

    @Test
    fun `times go half an hour a step`() = stage.play({ CheckIns(CheckInsAt.EDIT) }) {
        tap("始まりを30分早くする")
        shows("09:30")
        tap("終わりを30分遅くする")
        shows("12:30")
    }

    @Test
    fun `one that is taken away can be brought back`() = stage.play({ CheckIns() }) {
        tap("「水を飲みましたか」をやめる")
        shows("「水を飲みましたか」の声かけをやめました。")
        tap(stage.label("checkins_undo"))
        shows("「水を飲みましたか」をやめる")
        hides("「水を飲みましたか」の声かけをやめました。")
    }

    @Test
    fun `less often can be taken back`() = stage.play({ CheckIns() }) {
        tap("「水を飲みましたか」を決めたとおりにもどす")
        hides("「水を飲みましたか」を決めたとおりにもどす")
        tap("「水を飲みましたか」をもっと少なく")
        shows("「水を飲みましたか」を決めたとおりにもどす")
    }

    @Test
    fun `rest ends when somebody says so`() = stage.play({ CheckIns() }) {
        tap(stage.label("checkins_rest_days"))
        shows("ぜんぶ休んでいます。11月27日（金） 02:00までです。")
        tap(stage.label("checkins_rest_end"))
        shows(stage.label("checkins_enough"))
        assertEquals(Resting.No, runBlocking { stage.api.checkIns.silence() }.rest)
    }

    @Test
    fun `with the lock on one can rest all the same`() = stage.play({ CheckIns() }) {
        runBlocking {
            stage.api.lock.setPin("", PIN)
            stage.api.lock.lock()
        }
        shows(stage.label("problem_locked"))
        hides("水を飲みましたか")
        tap(stage.label("checkins_rest_said"))
        shows(stage.label("checkins_resting"))
        tap(stage.label("kept_unlock"))
        assertEquals(listOf("unlock"), stage.pressed)
    }

    @Test
    fun `what can be done stands in rows of equal buttons, below each other with large text`() {
        for ((fontScale, columns) in listOf(1f to 2, 1.5f to 1)) {
            Stage().run {
                play({ CheckIns() }, fontScale) {
                    val rests = listOf("day", "days", "week", "said").map { label("checkins_rest_$it") }
                    inRows(rests, columns)
                    inRows(listOf("「水を飲みましたか」を変える", "「水を飲みましたか」をやめる"), columns)
                }
            }
        }
        Stage().run {
            play({ CheckIns(CheckInsAt.EDIT) }) { inRows("月火水木金土日".map { "$it" }, columns = 4) }
        }
    }

    private fun SkikoComposeUiTest.inRows(names: List<String>, columns: Int) {
        val nodes = names.map { name -> onNode(hasText(name) or hasContentDescription(name)).fetchSemanticsNode() }
        assertEquals(1, nodes.map { it.size }.distinct().size) { "$names" }
        val rows = nodes.groupBy { it.positionInRoot.y }.values.map { it.size }
        assertEquals(names.chunked(columns).map { it.size }, rows)
    }

    @Test
    fun `without permission to speak it says so, with a way to the phone's settings`() = stage.play({ CheckIns() }) {
        assertFalse(onAllNodes(hasText(stage.label("checkins_open_permission"))).fetchSemanticsNodes().isNotEmpty())
        runBlocking { stage.api.checkIns.apply(SetAlarms(), Told.PERMISSION_LOST) }
        tap(stage.label("checkins_open_permission"))
        shows(stage.label("checkins_test_no_permission"))
        assertEquals(listOf("permission"), stage.pressed)
    }

    @Test
    fun `quiet hours and wanting to be alone are chosen`() = stage.play({ CheckIns() }) {
        tap(stage.label("checkins_alone"))
        tap("しずかな時間の始まりを30分早くする")
        shows("毎日20:30から09:00まで、何も鳴りません")
        assertTrue(runBlocking { stage.api.checkIns.silence() }.alone)
    }

    @Test
    fun `a self-test waits for its notice`() = stage.play({ CheckIns() }) {
        tap(stage.label("checkins_test_begin"))
        shows("02:02のためしを待っています。少し遅れることがあります。")
    }

    @Test
    fun `where nothing is kept one can begin, or go on without`() = stage.play({ CheckIns(CheckInsAt.NONE) }) {
        runBlocking { stage.api.lock.forgetEverything() }
        tap(stage.label("begin_find_only"))
        assertEquals(listOf("find only"), stage.pressed)
        tap(stage.label("begin_keep"))
        shows(stage.label("checkins_none"))
    }
}
