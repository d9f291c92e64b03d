package jp.tsunagari.ui.connection

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.Card
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Edge
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Tick
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.named
import jp.tsunagari.ui.model.Answered
import jp.tsunagari.ui.mood.Listening

/** All questions of a form on one page. Whoever leaves it has answered nothing. */
@Composable
internal fun Questions(
    form: ConnectionForm,
    answered: Answered,
    lines: List<Card>,
    deeds: ConnectionDeeds,
    modifier: Modifier,
) = TitledPage(form.name, deeds.leave, modifier) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        RubyText(form.noDiagnosis)
        form.questions.forEachIndexed { place, question ->
            QuietCard {
                RubyText(question, style = Type.button, isHeading = true)
                Options(form, place, answered.answers[place]) { deeds.answer(place, it) }
            }
        }
        answered.problem?.let { ProblemCard(it, stale = false, again = deeds.gate.again) }
        if (answered.isWhole) {
            QuietButton(
                stringResource(R.string.connection_say),
                deeds.sayBack,
                Modifier.fillMaxWidth(),
                LocalPalette.current.action,
            )
        } else {
            RubyText(stringResource(R.string.connection_open))
        }
        val quiet = LocalTone.current.quiet
        RubyText(stringResource(R.string.connection_source, form.source), style = Type.quiet, color = quiet)
    }
    Listening(lines, deeds.open, deeds.listen)
}

@Composable
private fun Options(
    form: ConnectionForm,
    place: Int,
    chosen: Int?,
    answer: (Int) -> Unit,
) = Column(Modifier.fillMaxWidth().selectableGroup(), Arrangement.spacedBy(Space.medium)) {
    for (option in form.options) {
        // Several questions have the same answers.
        val name = if (form.questions.size == 1) {
            null
        } else {
            stringResource(R.string.connection_answer_named, (place + 1).toString(), option.text)
        }
        val on = option.value == chosen
        val tone = LocalPalette.current.run { if (on) door else input }
        CompositionLocalProvider(LocalTone provides tone) {
            Row(
                Modifier.named(name).clip(Shape.button).selectable(on, role = Role.RadioButton) { answer(option.value) }
                    .fillMaxWidth().background(tone.ground)
                    .border(if (on) Edge.THICK else Edge.THIN, tone.line, Shape.button)
                    .defaultMinSize(minHeight = Space.touch)
                    .padding(horizontal = Space.large, vertical = Space.medium),
                Arrangement.spacedBy(Space.large),
                Alignment.CenterVertically,
            ) {
                RubyText(option.text, Modifier.weight(1f))
                Box { if (on) Tick() }
            }
        }
    }
}
