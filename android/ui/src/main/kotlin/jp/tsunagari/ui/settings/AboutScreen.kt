package jp.tsunagari.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.dayWords
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.SettingsShown
import jp.tsunagari.ui.start.TestDirectory

/** What the app is: its version, the directory in it, its licence, and what it promises. */
@Composable
fun AboutScreen(
    shown: SettingsShown,
    version: String,
    testDirectory: Boolean,
    back: () -> Unit,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.about_title), back, modifier) {
    Part(stringResource(R.string.about_version)) { RubyText(version) }
    Part(stringResource(R.string.about_directory)) {
        for (pack in shown.packs) {
            Point(pack.on?.let { stringResource(R.string.phone_pack_on, pack.name, dayWords(it)) } ?: pack.name)
        }
        if (testDirectory) TestDirectory()
    }
    Part(stringResource(R.string.about_promises)) { PROMISES.forEach { Point(stringResource(it), Type.body) } }
    Part(stringResource(R.string.about_licence)) {
        RubyText(LICENCE)
        RubyText(stringResource(R.string.about_licence_words))
    }
}

/** Names of licences are the same in every language. */
private const val LICENCE = "MIT / Apache-2.0"

private val PROMISES = listOf(
    R.string.promise_account,
    R.string.promise_nothing_leaves,
    R.string.promise_no_analytics,
    R.string.promise_no_score,
    R.string.promise_no_calls,
    R.string.promise_no_diagnosis,
    R.string.promise_not_lost,
    R.string.promise_sure,
)
