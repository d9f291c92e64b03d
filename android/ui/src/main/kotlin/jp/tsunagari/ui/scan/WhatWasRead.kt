package jp.tsunagari.ui.scan

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.core.Card
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.PlainText
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.CallButton

/** The text of a code, that nobody stands behind it, and what can be done with it. */
@Composable
internal fun WhatWasRead(read: ScanShown.Read, deeds: ScanDeeds) {
    Part(stringResource(R.string.scan_text)) {
        if (read.text.isEmpty()) {
            RubyText(stringResource(R.string.scan_empty))
        } else {
            RubyText(stringResource(R.string.scan_anybody))
            QuietCard { PlainText(read.text) }
            if (read.cut) RubyText(stringResource(R.string.scan_cut), style = Type.quiet)
            Copy(read.text, deeds.copy)
        }
    }
    if (read.numbers.isNotEmpty()) {
        Part(stringResource(R.string.scan_numbers)) { read.numbers.forEach { Number(it, deeds) } }
    }
    QuietButton(stringResource(R.string.scan_another), deeds.again, Modifier.fillMaxWidth())
}

@Composable
private fun Copy(text: String, copy: (String) -> Unit) {
    var copied by rememberSaveable(text) { mutableStateOf(false) }
    QuietButton(
        stringResource(if (copied) R.string.scan_copied else R.string.scan_copy),
        {
            copied = true
            copy(text)
        },
        // What has become of it is also said.
        Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite },
    )
}

/** A number, with who assured it. */
@Composable
private fun Number(number: ReadNumber, deeds: ScanDeeds) = QuietCard {
    val line = number.line
    if (line == null) {
        RubyText(stringResource(R.string.scan_number_nobody))
        CallButton(number.words, stringResource(R.string.scan_number)) { deeds.call(number.dial) }
    } else {
        Known(line, number, deeds)
    }
}

/** What leaves traces that could endanger somebody is called from its own page, which warns first. */
@Composable
private fun Known(
    line: Card,
    number: ReadNumber,
    deeds: ScanDeeds,
) {
    RubyText(stringResource(R.string.scan_number_known, line.name))
    RubyText(line.assurance, style = Type.quiet)
    if (!line.traceWarning) CallButton(number.words, line.name) { deeds.call(number.dial) }
    val named = stringResource(R.string.kept_open_named, line.name)
    QuietButton(
        stringResource(R.string.kept_open),
        { deeds.open(line.id) },
        Modifier.fillMaxWidth(),
        name = named,
    )
}
