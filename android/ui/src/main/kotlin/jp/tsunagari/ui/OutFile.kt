package jp.tsunagari.ui

import java.io.OutputStream

/** A file that a person wants to have: the platform asks where to, or prints it, and lets it be written there. */
class OutFile(
    /** A name that does not say what is in it. */
    val name: String,
    val mediaType: String,
    /** Writes all of it, and leaves the stream open. What it throws, the screen says; what was begun is to be erased. */
    val write: suspend (OutputStream) -> Unit,
)
