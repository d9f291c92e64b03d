package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.Type

/** All ways of an entry: open or not and why, what it costs, and what can be pressed; and what to do when nobody answers. */
@Composable
internal fun Ways(detail: Detail, shown: Shown) {
    val ways = detail.card.ways
    var copied by remember { mutableStateOf<Way?>(null) }
    var tried by rememberSaveable { mutableStateOf<String?>(null) }
    Part(stringResource(R.string.detail_ways)) {
        for (way in ways) {
            val pressed = Pressed(shown, way == copied, { copied = way }) { tried = way.kind.code }
            WayCard(way, detail.wayDetails[way.id].orEmpty(), pressed)
        }
        detail.otherAreas?.let {
            RubyText(it, style = Type.quiet)
            QuietButton(stringResource(R.string.detail_choose_area), shown.doors.chooseArea, Modifier.fillMaxWidth())
        }
        ways.firstOrNull { it.dial != null || it.kind == WayKind.CHAT }?.let { first ->
            val kind = tried?.let(::WayKind) ?: first.kind
            QuietButton(stringResource(R.string.detail_busy), { shown.doors.busy(kind) }, Modifier.fillMaxWidth())
        }
    }
}

/** What pressing does on one way. */
private class Pressed(
    val shown: Shown,
    val copied: Boolean,
    val copy: () -> Unit,
    val tried: () -> Unit,
)

@Composable
private fun WayCard(
    way: Way,
    told: List<String>,
    pressed: Pressed,
) {
    QuietCard {
        RubyText(way.name, style = Type.heading)
        OpenChip(way.state, way.stateWords)
        if (way.notes.isNotEmpty()) RubyText(way.notes.joinToString("・"), style = Type.quiet)
        told.forEach { Point(it) }
        (way.target ?: way.dial)?.let { target ->
            Reach(way, target, pressed)
            Hand(way, target, pressed)
        }
    }
}

/** Calls, or opens the address; what is neither is read. */
@Composable
private fun Reach(
    way: Way,
    target: String,
    pressed: Pressed,
) {
    val (dial, address) = way.dial to way.address
    val action = LocalPalette.current.action
    val reach = { there: Boolean ->
        pressed.tried()
        if (!there) pressed.shown.large(target)
    }
    if (dial == null) RubyText(target)
    if (dial != null) {
        val name = stringResource(R.string.detail_call_named, target, way.name)
        val words = stringResource(R.string.detail_call, target)
        QuietButton(words, { reach(pressed.shown.deeds.call(dial)) }, Modifier.fillMaxWidth(), action, name)
    } else if (address != null) {
        val name = stringResource(R.string.detail_browse_named, target, way.name)
        val words = stringResource(if (way.kind == WayKind.MAIL) R.string.detail_mail else R.string.detail_browse)
        QuietButton(words, { reach(pressed.shown.deeds.browse(address)) }, Modifier.fillMaxWidth(), action, name)
    }
}

/** What another app opens. */
private val Way.address: String?
    get() = when {
        target?.startsWith("https://") == true || target?.startsWith("http://") == true -> target
        kind == WayKind.MAIL -> target?.let { "mailto:$it" }
        else -> null
    }

/** To take it somewhere else. The name of the way stands in the name of what is pressed, since an entry has several. */
@Composable
private fun Hand(
    way: Way,
    target: String,
    pressed: Pressed,
) {
    val (copy, named) = when (pressed.copied) {
        true -> R.string.detail_copied to R.string.detail_copied_named
        false -> R.string.detail_copy to R.string.detail_copy_named
    }
    Side {
        QuietButton(
            stringResource(copy),
            {
                pressed.copy()
                pressed.shown.deeds.copy(target)
            },
            // What has become of it is also said.
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
            name = stringResource(named, target, way.name),
        )
        val large = stringResource(R.string.detail_large_named, target, way.name)
        QuietButton(stringResource(R.string.detail_large), { pressed.shown.large(target) }, name = large)
    }
}
