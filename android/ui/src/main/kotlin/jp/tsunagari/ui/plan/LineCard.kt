package jp.tsunagari.ui.plan

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.PlanLine
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.exceeds

/** A line with what can be done with it. */
@Composable
internal fun LineCard(
    at: LineAt,
    last: Boolean,
    deeds: PlanStepDeeds,
) {
    var changing by rememberSaveable { mutableStateOf(false) }
    QuietCard {
        val line = at.line
        if (changing && line is PlanLine.Written) {
            Change(at, line.text, deeds) { changing = false }
        } else {
            RubyText(line.words)
            line.goneWords?.let { RubyText(it, style = Type.quiet) }
            Buttons(at, last, deeds) { changing = true }
        }
    }
}

@Composable
private fun Change(
    at: LineAt,
    was: String,
    deeds: PlanStepDeeds,
    leave: () -> Unit,
) {
    var text by rememberSaveable { mutableStateOf(was) }
    TextArea(stringResource(R.string.plan_change_field, at.place), text, { text = it }, LINE)
    Side {
        Half(R.string.write_keep, at) { if (!LINE.exceeds(text)) deeds.change(at, text, leave) }
        Half(R.string.write_leave, at, leave)
    }
}

@Composable
private fun Buttons(
    at: LineAt,
    last: Boolean,
    deeds: PlanStepDeeds,
    change: () -> Unit,
) = Side {
    if (at.place > 1) Half(R.string.plan_up, at) { deeds.up(at) }
    if (!last) Half(R.string.plan_down, at) { deeds.down(at) }
    if (at.line is PlanLine.Written) Half(R.string.plan_change, at, change)
    Half(R.string.plan_remove, at) { deeds.remove(at) }
}

/** A button among others; the line and its place stand in its name. */
@Composable
private fun Half(
    words: Int,
    at: LineAt,
    press: () -> Unit,
) {
    val said = stringResource(words)
    val name = stringResource(R.string.plan_line_named, at.place, at.line.words, said)
    QuietButton(said, press, name = name)
}
