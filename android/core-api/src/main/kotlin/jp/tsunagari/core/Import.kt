package jp.tsunagari.core

/** How far an import is. */
sealed interface ImportState {
    /** It has come so far. */
    data class Progress(
        /** The file being read. */
        val file: String,
        /** Bytes read so far, of all files. */
        val bytes: Long,
        /** Bytes of all files. */
        val totalBytes: Long,
        /** Rows read so far. */
        val rows: Long,
    ) : ImportState

    /** It is done, and all of it is stored. */
    data class Done(
        /** Entries that were stored. */
        val entries: Long,
        /** Rows that were read. */
        val rows: Long,
        /** Rows that could not be read. */
        val refusedRows: Long,
        /** Every file, in the order in which it was read. */
        val files: List<ImportedFile>,
    ) : ImportState
}

/** What became of a file. */
data class ImportedFile(
    /** Path below what was imported. */
    val file: String,
    val outcome: FileOutcome,
    /** What it is about, or why it was refused, in words. */
    val words: String?,
    /** Entries that it made. */
    val entries: Long,
    /** What was noticed, in words, most often first. */
    val noticed: List<String>,
)

/** What became of a file. */
enum class FileOutcome {
    IMPORTED,

    /** It is not about help. */
    SET_ASIDE,

    /** It cannot be read. */
    REFUSED,

    /** It holds no data. */
    NOT_DATA,
}
