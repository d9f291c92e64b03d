package jp.tsunagari.ui.plan

import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.sp
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.PlanLine
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.CallButton
import jp.tsunagari.ui.kept.CallCard
import jp.tsunagari.ui.kept.CardDeeds
import jp.tsunagari.ui.kept.numbersIn

/** A line of the plan, to be read from an arm's length; who can be called can be called from it. */
@Composable
internal fun LineRead(
    line: PlanLine,
    step: String,
    deeds: CardDeeds,
) = when (line) {
    is PlanLine.Written -> QuietCard {
        RubyText(line.text, style = LARGE)
        for (number in numbersIn(line.text)) CallButton(number.words, step) { deeds.call(number.dial) }
    }
    is PlanLine.Listed -> when (val now = line.entry.now) {
        is KeptEntry.Standing.Here -> CallCard(now.card, deeds, where = step)
        is KeptEntry.Standing.Gone -> QuietCard {
            RubyText(line.entry.name, style = LARGE)
            RubyText(now.words, style = Type.quiet)
        }
    }
}

/** A line in a few words, for pages where it is changed. */
internal val PlanLine.words: String
    get() = when (this) {
        is PlanLine.Written -> text
        is PlanLine.Listed -> when (val now = entry.now) {
            is KeptEntry.Standing.Here -> now.card.name
            is KeptEntry.Standing.Gone -> entry.name
        }
    }

/** What the core says of a line whose entry is gone. */
internal val PlanLine.goneWords: String?
    get() = ((this as? PlanLine.Listed)?.entry?.now as? KeptEntry.Standing.Gone)?.words

private val LARGE = Type.body.copy(fontSize = 20.sp)
