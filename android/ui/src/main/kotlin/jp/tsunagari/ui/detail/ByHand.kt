package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.sized

/** 書き写し: the name, the numbers and the hours, so large that they can be copied onto paper with a pen. */
@Composable
internal fun ByHand(
    detail: Detail,
    close: () -> Unit,
    modifier: Modifier = Modifier,
) {
    TitledPage(detail.card.name, close, modifier, titleStyle = Type.title.sized(NAME)) {
        copied(detail.card.ways).forEach { CopiedWay(it, detail.wayDetails[it.id].orEmpty()) }
        detail.card.address?.let { RubyText(it, style = Type.body.sized(WORDS)) }
        RubyText(detail.card.assurance, style = Type.quiet, color = LocalTone.current.quiet)
    }
}

/** Addresses of sites are long; they are copied where there is nothing else. */
private fun copied(ways: List<Way>): List<Way> {
    val reached = ways.filter { it.target != null || it.dial != null }
    return reached.filterNot { it.kind == WayKind.WEB }.ifEmpty { reached }
}

@Composable
private fun CopiedWay(way: Way, told: List<String>) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(way.name, style = Type.heading)
        Groups((way.target ?: way.dial).orEmpty())
        told.forEach { RubyText(it, style = Type.body.sized(WORDS)) }
        if (way.notes.isNotEmpty()) RubyText(way.notes.joinToString("・"), style = Type.body.sized(WORDS))
    }
}

private val NAME = 40.dp
private val WORDS = 28.dp
