package jp.tsunagari.ui

import java.io.OutputStream
import jp.tsunagari.core.TsunagariError

/** A file that a person wants to have: the platform asks where to, or prints it, and lets it be written there. */
class OutFile(
    /** A name that does not say what is in it. */
    val name: String,
    val mediaType: String,
    /** Writes all of it, and leaves the stream open. What it throws, the screen says; what was begun is to be erased. */
    val write: suspend (OutputStream) -> Unit,
    /** Hears that it is where the person wanted it, or why not: `Unexpected` with `print` where nothing prints. */
    val ended: (TsunagariError?) -> Unit = { },
)
