package jp.tsunagari.ui.ask

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.OptionGroup
import jp.tsunagari.core.Question
import jp.tsunagari.core.QuestionKind
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TickRow
import jp.tsunagari.ui.design.Type

/** A page of questions, other forms on the first one, and two ways on. */
internal fun LazyListScope.questions(
    step: AskStep.Questions,
    page: AskPage,
    ticks: AskTicks,
    deeds: AskDeeds,
) {
    val texts = step.questions.flatMap { question -> question.groups.flatMap { it.options } }.map { it.text }
    val twice = texts.groupingBy { it }.eachCount().filterValues { it > 1 }.keys
    item(key = "intro") { Intro(step.form) }
    if (page.isFirst) item(key = "others") { Others(step.others, deeds.begin) }
    for (question in step.questions) {
        item(key = "question ${question.id}") { Asking(question) }
        if (question.kind == QuestionKind.AREA) {
            item(key = "area ${question.id}") { Where(ticks, deeds) }
        }
        items(question.groups.size, key = { "group ${question.id} $it" }) { number ->
            Options(question, question.groups[number], ticks, twice, deeds)
        }
    }
    item(key = "on") { On(step, ticks, deeds) }
}

@Composable
private fun Intro(form: AskForm) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(form.intro)
        RubyText(stringResource(R.string.ask_nothing_kept), style = Type.quiet, color = LocalTone.current.quiet)
    }
}

@Composable
private fun Others(forms: List<AskForm>, begin: (AskForm) -> Unit) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        forms.forEach { QuietButton(it.name, { begin(it) }, Modifier.fillMaxWidth(), LocalPalette.current.door) }
    }
}

@Composable
private fun Asking(question: Question) {
    val how = when (question.kind) {
        QuestionKind.MANY -> R.string.ask_many
        QuestionKind.ONE, QuestionKind.FIRST -> R.string.ask_one
        QuestionKind.AREA -> R.string.ask_area
    }
    Column(Modifier.fillMaxWidth()) {
        RubyText(question.text, style = Type.heading, isHeading = true)
        RubyText(stringResource(how), style = Type.quiet, color = LocalTone.current.quiet)
    }
}

@Composable
private fun Options(
    question: Question,
    group: OptionGroup,
    ticks: AskTicks,
    twice: Set<String>,
    deeds: AskDeeds,
) {
    val one = question.kind != QuestionKind.MANY
    QuietCard {
        group.name?.let { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet, isHeading = true) }
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
            for (option in group.options) {
                val on = ticks.has(question.id, option.id)
                val name = stringResource(R.string.ask_option, option.text, question.text)
                TickRow(
                    option.text,
                    on,
                    one,
                    { deeds.tick(question, option.id) },
                    name.takeIf { option.text in twice },
                )
            }
        }
    }
}

@Composable
private fun Where(ticks: AskTicks, deeds: AskDeeds) {
    val area = ticks.area
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        if (area == null) {
            QuietButton(stringResource(R.string.area_title), deeds.chooseArea, Modifier.fillMaxWidth())
        } else {
            RubyText(area.name)
            QuietButton(stringResource(R.string.ask_area_other), deeds.chooseArea, Modifier.fillMaxWidth())
            QuietButton(stringResource(R.string.ask_area_none), deeds.noArea, Modifier.fillMaxWidth())
        }
    }
}

/** On with what is ticked or with nothing, or at once to what there is. */
@Composable
private fun On(
    step: AskStep.Questions,
    ticks: AskTicks,
    deeds: AskDeeds,
) {
    val answered = step.questions.any { question ->
        if (question.kind == QuestionKind.AREA) ticks.area != null else !ticks.options[question.id].isNullOrEmpty()
    }
    val next = stringResource(if (answered) R.string.ask_next else R.string.ask_pass)
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        QuietButton(next, deeds.next, Modifier.fillMaxWidth(), LocalPalette.current.action)
        QuietButton(stringResource(R.string.ask_enough), deeds.enough, Modifier.fillMaxWidth())
    }
}
