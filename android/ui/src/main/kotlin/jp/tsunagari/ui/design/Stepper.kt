package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign

/** A step of a [Stepper], with what a screen reader says of it. */
class Step(val name: String, val go: () -> Unit)

/** Something that is set a step at a time. How it stands is said after each step. */
@Composable
fun Stepper(
    value: String,
    less: Step,
    more: Step,
    modifier: Modifier = Modifier,
    label: String? = null,
) = Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
    if (label != null) RubyText(label, style = Type.quiet, color = LocalTone.current.quiet)
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium), Alignment.CenterVertically) {
        QuietButton("−", less.go, name = less.name)
        RubyText(
            value,
            Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
            Type.heading,
            align = TextAlign.Center,
        )
        QuietButton("＋", more.go, name = more.name)
    }
}
