package jp.tsunagari.ui.model

import jp.tsunagari.core.Merged
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.OutFile
import kotlinx.coroutines.flow.MutableStateFlow

/** What became of a file. */
data class MoodFilesDone(
    /** Something was written out. */
    val written: Boolean = false,
    /** What taking a log in did. */
    val merged: Merged? = null,
    val problem: TsunagariError? = null,
)

internal const val HTML = "text/html"

/**
 * A file of what is kept. Its text is asked for when it is written, so that nothing of it lies anywhere before; that it is
 * written out is said when it is where the person wanted it.
 */
internal fun MutableStateFlow<MoodFilesDone>.file(
    name: String,
    mediaType: String,
    text: suspend () -> String,
) = OutFile(
    name,
    mediaType,
    write = { out -> out.write(text().toByteArray()) },
    ended = { problem -> value = MoodFilesDone(written = problem == null, problem = problem) },
)
