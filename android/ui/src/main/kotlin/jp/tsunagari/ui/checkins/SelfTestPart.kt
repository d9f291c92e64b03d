package jp.tsunagari.ui.checkins

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.Duration
import java.time.Instant
import jp.tsunagari.core.SelfTest
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.here
import jp.tsunagari.ui.timeWords

/** Whether notices come on this phone: tried once, and nothing is promised beyond what was seen. */
@Composable
internal fun SelfTestPart(test: SelfTest, deeds: CheckInsDeeds) = Part(stringResource(R.string.checkins_test)) {
    QuietCard {
        RubyText(testWords(test))
        when (test) {
            SelfTest.NotBegun -> Try(R.string.checkins_test_begin, deeds.beginSelfTest)
            SelfTest.NoPermission -> Unit
            is SelfTest.Waiting -> Unit
            is SelfTest.Came, is SelfTest.NotCame -> Try(R.string.checkins_test_again, deeds.beginSelfTest)
        }
    }
}

@Composable
private fun Try(words: Int, begin: () -> Unit) = QuietButton(stringResource(words), begin, Modifier.fillMaxWidth())

@Composable
private fun testWords(test: SelfTest): String = when (test) {
    SelfTest.NotBegun -> stringResource(R.string.checkins_test_none)
    SelfTest.NoPermission -> stringResource(R.string.checkins_test_no_permission)
    is SelfTest.Waiting -> stringResource(R.string.checkins_test_waiting, at(test.at))
    is SelfTest.NotCame -> stringResource(R.string.checkins_test_not, at(test.at))
    is SelfTest.Came -> {
        val minutes = test.late.toMinutes()
        if (test.late < LATE) {
            stringResource(R.string.checkins_test_came)
        } else {
            stringResource(R.string.checkins_test_late, minutes.toString())
        }
    }
}

private fun at(time: Instant) = timeWords(time.here())

/** What any phone may be late by. */
private val LATE: Duration = Duration.ofMinutes(5)
