package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Card
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.find.EntryCard
import jp.tsunagari.ui.home.EmergencyRow

/** People who listen: the first of them, and the way to all. */
@Composable
internal fun Listening(
    lines: List<Card>,
    open: (EntryId) -> Unit,
    all: () -> Unit,
) = Part(stringResource(R.string.mood_lines)) {
    lines.take(FIRST).forEach { card -> EntryCard(card) { open(card.id) } }
    QuietButton(stringResource(R.string.mood_lines_all), all, Modifier.fillMaxWidth())
}

/** The same where the thumb is, in sight whatever else the page shows: to who listens, and 119 and 110. */
@Composable
internal fun ListeningFoot(
    emergency: List<EmergencyLine>,
    listen: () -> Unit,
    call: (String) -> Unit,
) = Column(Modifier.fillMaxWidth()) {
    val palette = LocalPalette.current
    Ground(palette.urgent, Modifier.fillMaxWidth()) {
        QuietButton(
            stringResource(R.string.mood_lines_now),
            listen,
            Modifier.fillMaxWidth().padding(start = Space.large, end = Space.large, top = Space.large),
            palette.action,
        )
    }
    EmergencyRow(emergency, call)
}

private const val FIRST = 3
