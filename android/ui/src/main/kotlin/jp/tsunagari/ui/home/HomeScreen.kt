package jp.tsunagari.ui.home

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import jp.tsunagari.core.QuietLine
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.atMost
import jp.tsunagari.ui.design.isLargeText
import jp.tsunagari.ui.model.HomeShown

/** Where Home leads. */
class HomeDoors(
    val talk: () -> Unit,
    val go: () -> Unit,
    val mood: () -> Unit,
    val more: () -> Unit,
    /** Where the quiet line leads. */
    val line: (QuietLine) -> Unit,
    val neverAgain: () -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
)

/**
 * かんたん home: three doors and もっと, at most one quiet line, and the emergency row where the thumb is. With large letters
 * the doors only say their names, so that all of them are in sight.
 */
@Composable
fun HomeScreen(
    shown: HomeShown,
    doors: HomeDoors,
    modifier: Modifier = Modifier,
) {
    TitledPage(
        stringResource(R.string.home_title),
        back = null,
        modifier,
        gap = if (isLargeText()) Space.medium else Space.large,
        titleStyle = name(),
        foot = { EmergencyRow(shown.emergency, doors.call) },
    ) {
        Door(DoorMark.TALK, R.string.door_talk, R.string.door_talk_hint, doors.talk)
        Door(DoorMark.GO, R.string.door_go, R.string.door_go_hint, doors.go)
        Door(DoorMark.MOOD, R.string.door_mood, R.string.door_mood_hint, doors.mood)
        QuietButton(stringResource(R.string.more), doors.more, Modifier.fillMaxWidth())
        shown.line?.let { Line(it, doors) }
    }
}

@Composable
private fun Door(
    mark: DoorMark,
    name: Int,
    hint: Int,
    open: () -> Unit,
) {
    val large = isLargeText()
    QuietCard(
        tone = LocalPalette.current.door,
        press = Modifier.clickable(role = Role.Button, onClick = open),
        edge = if (large) Space.medium else Space.large,
    ) {
        if (large) {
            RubyText(stringResource(name), style = name())
        } else {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large), Alignment.CenterVertically) {
                Drawn(mark)
                Column(Modifier.weight(1f)) {
                    RubyText(stringResource(name), style = name())
                    RubyText(stringResource(hint), style = Type.quiet, color = LocalTone.current.quiet)
                }
            }
        }
    }
}

/** Names of the page and of its doors. */
@Composable
private fun name() = Type.title.atMost(LARGEST).let { if (isLargeText()) it.copy(lineHeight = LOW) else it }

@Composable
internal fun Line(line: QuietLine, doors: HomeDoors) {
    var why by rememberSaveable(line.id) { mutableStateOf(false) }
    QuietCard {
        RubyText(line.text)
        QuietButton(stringResource(R.string.line_why), { why = !why }, Modifier.fillMaxWidth())
        if (why) Why(line, doors)
    }
}

@Composable
private fun Why(line: QuietLine, doors: HomeDoors) {
    line.why.forEach { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet) }
    if (line.entry != null || line.search != null) {
        QuietButton(stringResource(R.string.line_open), { doors.line(line) }, Modifier.fillMaxWidth())
    }
    QuietButton(stringResource(R.string.line_never), doors.neverAgain, Modifier.fillMaxWidth())
}

private val LARGEST = 34.dp
private val LOW = 1.35.em
