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
import jp.tsunagari.ui.design.atMost
import jp.tsunagari.ui.design.isLargeText
import jp.tsunagari.ui.design.named

/**
 * 119 and 110, which work everywhere in Japan, also where the directory does not answer, and what else is urgent. It is low
 * with large letters, so that the page above it is still there.
 */
@Composable
fun EmergencyRow(
    lines: List<EmergencyLine>,
    call: (String) -> Unit,
    modifier: Modifier = Modifier,
    title: Int = R.string.emergency_title,
) {
    var all by rememberSaveable { mutableStateOf(false) }
    val others = lines.filter { line -> line.card.ways.none { it.dial == FIRE || it.dial == POLICE } }
    val large = isLargeText()
    Ground(LocalPalette.current.urgent, modifier.fillMaxWidth(), gap = Space.small) {
        val change = { all = !all }
        // The numbers say it themselves where there is little room, but not that there is danger now.
        val said = title.takeUnless { large && it == R.string.emergency_title }
        if (said != null || others.isNotEmpty()) Head(said, all, change.takeIf { others.isNotEmpty() })
        val lost = LocalNoService.current
        if (all || lost != null) {
            Scrolled {
                lost?.let { OutOfService(it) }
                if (all) Others(others, call)
            }
        }
        if (large) LowNumbers(call) else Numbers(call)
    }
}

/** What the row is for, and the way to the other numbers, where there are some. */
@Composable
private fun Head(
    title: Int?,
    all: Boolean,
    change: (() -> Unit)?,
) {
    val more = stringResource(if (all) R.string.emergency_fewer else R.string.emergency_others)
    Row(
        Modifier.fillMaxWidth().padding(start = Space.large, end = Space.large, top = Space.small),
        Arrangement.SpaceBetween,
        Alignment.CenterVertically,
    ) {
        if (title != null) RubyText(stringResource(title), Modifier.weight(1f), Type.quiet, isHeading = true)
        if (change != null) QuietButton(more, change, if (title == null) Modifier.weight(1f) else Modifier)
    }
}

@Composable
private fun Numbers(call: (String) -> Unit) = Row(
    Modifier.fillMaxWidth().height(IntrinsicSize.Max)
        .padding(start = Space.large, end = Space.large, bottom = Space.large),
    Arrangement.spacedBy(Space.large),
) {
    val part = Modifier.weight(1f).fillMaxHeight()
    for ((number, words) in NUMBERS) {
        Number(number, stringResource(words), call, part) {
            Column(
                Modifier.fillMaxWidth().padding(Space.medium),
                Arrangement.Center,
                Alignment.CenterHorizontally,
            ) {
                RubyText(number, style = Type.number, align = TextAlign.Center)
                RubyText(stringResource(words), style = Type.quiet, align = TextAlign.Center)
            }
        }
    }
}

/** One below the other, each on a line with what it is for. */
@Composable
private fun LowNumbers(call: (String) -> Unit) =
    Column(Modifier.fillMaxWidth().padding(Space.medium), Arrangement.spacedBy(Space.medium)) {
        for ((number, words) in NUMBERS) {
            Number(number, stringResource(words), call, Modifier.fillMaxWidth()) {
                Row(
                    Modifier.fillMaxWidth().padding(Space.medium, Space.small),
                    Arrangement.spacedBy(Space.large, Alignment.CenterHorizontally),
                    Alignment.CenterVertically,
                ) {
                    RubyText(number, style = Type.number.atMost(LARGEST))
                    RubyText(stringResource(words), Modifier.weight(1f, fill = false), Type.quiet)
                }
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
    content: @Composable () -> Unit,
) {
    val name = stringResource(R.string.emergency_call, number, words)
    val pressed = modifier.named(name).clip(Shape.button).clickable(role = Role.Button) { call(number) }
    Ground(LocalPalette.current.urgentAction, pressed.heightIn(min = Space.touch)) { content() }
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
private val NUMBERS = listOf(FIRE to R.string.emergency_fire, POLICE to R.string.emergency_police)
private val LARGEST = 34.dp

/** So that what is above stays in sight. */
private val MOST = 280.dp
