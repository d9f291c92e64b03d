package jp.tsunagari.ui.scan

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.shell.Place

/** What is done on the page that reads a code. */
class ScanDeeds(
    /** Where the picture of the camera is to be seen; `null` for nowhere. */
    val showAt: (Place?) -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    /** Opens the page of an entry. */
    val open: (EntryId) -> Unit,
    val copy: (String) -> Unit,
    /** Looks for another code, or tries the camera again. */
    val again: () -> Unit,
    /** Where the system has the camera allowed. */
    val settings: () -> Unit,
    /** To finding: what stands on a card can be typed. */
    val find: () -> Unit,
    val back: () -> Unit,
)

/** Reads a code by camera, and shows what it says: as a text, and nothing is done with it. */
@Composable
fun ScanScreen(
    shown: ScanShown,
    deeds: ScanDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.scan_title), deeds.back, modifier) {
    when (shown) {
        ScanShown.NoCamera -> Instead(R.string.scan_none, deeds)
        ScanShown.Opening, ScanShown.Looking -> Finder(looking = shown == ScanShown.Looking, deeds.showAt)
        ScanShown.Refused -> Instead(R.string.scan_refused, deeds) {
            QuietButton(stringResource(R.string.scan_settings), deeds.settings, Modifier.fillMaxWidth())
            Again(deeds)
        }
        ScanShown.Stopped -> Instead(R.string.scan_stopped, deeds) { Again(deeds) }
        is ScanShown.Read -> WhatWasRead(shown, deeds)
    }
}

/** Without a picture there is still what a person can type. */
@Composable
private fun Instead(
    words: Int,
    deeds: ScanDeeds,
    ways: @Composable () -> Unit = { },
) {
    QuietCard {
        RubyText(stringResource(words))
        ways()
    }
    QuietCard {
        RubyText(stringResource(R.string.scan_instead))
        QuietButton(stringResource(R.string.scan_find), deeds.find, Modifier.fillMaxWidth())
    }
}

@Composable
private fun Again(deeds: ScanDeeds) =
    QuietButton(stringResource(R.string.scan_again), deeds.again, Modifier.fillMaxWidth())
