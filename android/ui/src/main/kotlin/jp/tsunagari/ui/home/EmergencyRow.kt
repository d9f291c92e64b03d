package jp.tsunagari.ui.home

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.WorksHere
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.named

/** 119 and 110, which work everywhere in Japan, also where the directory does not answer, and what else is urgent. */
@Composable
fun EmergencyRow(
    lines: List<EmergencyLine>,
    call: (String) -> Unit,
    modifier: Modifier = Modifier,
    title: Int = R.string.emergency_title,
) {
    var all by rememberSaveable { mutableStateOf(false) }
    val others = lines.filter { line -> line.card.ways.none { it.dial == FIRE || it.dial == POLICE } }
    Ground(LocalPalette.current.urgent, modifier.fillMaxWidth(), gap = Space.small) {
        Row(
            Modifier.fillMaxWidth().padding(start = Space.large, end = Space.medium, top = Space.small),
            Arrangement.SpaceBetween,
            Alignment.CenterVertically,
        ) {
            RubyText(stringResource(title), Modifier.weight(1f), Type.quiet, isHeading = true)
            if (others.isNotEmpty()) {
                val words = stringResource(if (all) R.string.emergency_fewer else R.string.emergency_others)
                QuietButton(words, { all = !all })
            }
        }
        val lost = LocalNoService.current
        if (all || lost != null) {
            Scrolled {
                lost?.let { OutOfService(it) }
                if (all) Others(others, call)
            }
        }
        Row(
            Modifier.fillMaxWidth().height(IntrinsicSize.Max)
                .padding(start = Space.large, end = Space.large, bottom = Space.large),
            Arrangement.spacedBy(Space.large),
        ) {
            val part = Modifier.weight(1f).fillMaxHeight()
            Number(FIRE, stringResource(R.string.emergency_fire), call, part)
            Number(POLICE, stringResource(R.string.emergency_police), call, part)
        }
    }
}

/** A number to press, with what it is for. */
@Composable
private fun Number(
    number: String,
    words: String,
    call: (String) -> Unit,
    modifier: Modifier,
) {
    val name = stringResource(R.string.emergency_call, number, words)
    val pressed = modifier.named(name).clip(Shape.button).clickable(role = Role.Button) { call(number) }
    Ground(LocalPalette.current.urgentAction, pressed.heightIn(min = Space.touch)) {
        Column(
            Modifier.fillMaxWidth().padding(Space.medium),
            Arrangement.Center,
            Alignment.CenterHorizontally,
        ) {
            RubyText(number, style = Type.number, align = TextAlign.Center)
            RubyText(words, style = Type.quiet, align = TextAlign.Center)
        }
    }
}

/** What stands above the numbers scrolls, so that they stay where they are. */
@Composable
private fun Scrolled(content: @Composable () -> Unit) {
    val scrolled = Modifier.heightIn(max = MOST).verticalScroll(rememberScrollState())
    Column(scrolled.padding(horizontal = Space.large), Arrangement.spacedBy(Space.medium)) { content() }
}

/** The others, with what is known of where they work. One that does not work here is named, and not to be pressed. */
@Composable
private fun Others(lines: List<EmergencyLine>, call: (String) -> Unit) {
    for (line in lines) {
        val dial = line.card.ways.firstNotNullOfOrNull { it.dial }
        if (dial == null) {
            RubyText(line.card.name, style = Type.quiet)
        } else {
            QuietButton(line.card.name, { call(dial) }, Modifier.fillMaxWidth())
        }
        val where = when (line.worksHere) {
            WorksHere.WORKS -> null
            WorksHere.PART_ONLY -> R.string.emergency_part
            WorksHere.NOT_NAMED, WorksHere.DEPENDS_ON_PLACE -> R.string.emergency_unsure
        }
        if (where != null) RubyText(stringResource(where), style = Type.quiet)
    }
}

private const val FIRE = "119"
private const val POLICE = "110"

/** So that what is above stays in sight. */
private val MOST = 280.dp
