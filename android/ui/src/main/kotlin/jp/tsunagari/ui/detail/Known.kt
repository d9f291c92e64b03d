package jp.tsunagari.ui.detail

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Fact
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type

/**
 * What is known beside the ways: what happens, what to say, what to press, what to know, and where it comes from. [steps]
 * stand where it has been said what comes, and before what only some want to read.
 */
@Composable
internal fun Known(detail: Detail, steps: @Composable () -> Unit) {
    Facts(R.string.detail_promise, detail.promise)
    if (detail.opening.isNotEmpty()) {
        Part(stringResource(R.string.detail_opening)) {
            RubyText(stringResource(R.string.detail_opening_ours), style = Type.quiet, color = LocalTone.current.quiet)
            detail.opening.forEach { words -> QuietCard { RubyText(words) } }
        }
    }
    Points(R.string.detail_menu, detail.menu.map { stringResource(R.string.detail_menu_key, it.key, it.label) })
    Facts(R.string.detail_first_visit, detail.firstVisit)
    for (section in detail.about) {
        TitledPoints(section.title, section.texts, section.isList)
    }
    Points(R.string.detail_caveats, detail.caveats)
    steps()
    Points(R.string.detail_place, detail.place)
    Points(R.string.detail_season, detail.season)
    val sources = detail.sources.map { source ->
        source.on?.let { stringResource(R.string.detail_source_on, source.page, it) } ?: source.page
    }
    Points(R.string.detail_sources, sources)
}

/** Facts with their answers; not known is an answer. */
@Composable
private fun Facts(title: Int, facts: List<Fact>) =
    Points(title, facts.map { stringResource(R.string.detail_fact, it.words, it.answerWords) })

@Composable
private fun Points(title: Int, texts: List<String>) = TitledPoints(stringResource(title), texts, isList = true)

@Composable
private fun TitledPoints(
    title: String,
    texts: List<String>,
    isList: Boolean,
) {
    if (texts.isEmpty()) return
    Part(title) {
        texts.forEach { if (isList) Point(it, Type.body) else RubyText(it) }
    }
}
