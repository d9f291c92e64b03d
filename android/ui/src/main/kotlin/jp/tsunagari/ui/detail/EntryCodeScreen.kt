package jp.tsunagari.ui.detail

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.EntryCode
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.PlainText
import jp.tsunagari.ui.design.QrCode
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked

/** An entry as a code that another phone reads from this screen, and what that phone shows then. */
@Composable
fun EntryCodeScreen(
    asked: Asked<EntryCode>,
    again: () -> Unit,
    back: () -> Unit,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.detail_code), back, modifier) {
    asked.problem?.let { problem ->
        when {
            problem.isTooLong -> RubyText(stringResource(R.string.detail_code_long))
            else -> ProblemCard(problem, stale = asked.value != null, again = again)
        }
    }
    asked.value?.let {
        RubyText(stringResource(R.string.detail_code_how), style = Type.quiet)
        QrCode(it.code, stringResource(R.string.detail_code_name))
        QuietCard { PlainText(it.text) }
    }
}

/** Paper holds it all the same. */
private val TsunagariError.isTooLong get() = this is TsunagariError.Invalid && field == "qr"
