package jp.tsunagari.core.fake

import java.io.IOException
import java.nio.file.Path
import jp.tsunagari.core.Changed
import jp.tsunagari.core.FileOutcome
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.ImportedFile
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.exists
import kotlin.io.path.extension
import kotlin.io.path.fileSize
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * Imports tables of names and addresses. A file with `gourmet` in its name is not about help; one that is no table holds
 * no data; rows without a name cannot be read.
 */
internal class FakeImport(private val device: FakeDevice, private val entries: FakeEntries) {
    fun from(path: String, allKinds: Boolean): Flow<ImportState> = flow {
        val place = Path.of(path)
        val read = device.call("directory.importFrom") {
            if (!place.exists()) throw TsunagariError.NotFound()
            val files = if (place.isDirectory()) place.listDirectoryEntries("*.*").sorted() else listOf(place)
            try {
                files.map { Table(it, allKinds) }
            } catch (_: IOException) {
                throw TsunagariError.Invalid("path")
            }
        }
        val bytes = read.sumOf { it.bytes }
        var (done, rows) = 0L to 0L
        for (table in read) {
            done += table.bytes
            rows += table.all.size
            emit(ImportState.Progress(table.file.name, done, bytes, rows))
        }
        val named = read.flatMap { it.named }
        if (named.isEmpty()) {
            device.call("directory.import") { }
        } else {
            device.change("directory.import", Changed.DIRECTORY) { entries.import(place.name, named) }
        }
        val refused = read.sumOf { it.refused }
        emit(ImportState.Done(named.size.toLong(), rows, refused, read.map(::told)))
    }

    private fun told(table: Table): ImportedFile {
        val words = when (table.outcome) {
            FileOutcome.IMPORTED -> device.text("図書館", "Library", "{図書館|としょかん}")
            FileOutcome.SET_ASIDE -> device.text("食べものの店の地図", "A map of places to eat", "{店|みせ}の {地図|ちず}")
            else -> null
        }
        val nameless = device.text("名称のない行です", "A row without a name", "{名前|なまえ}が ない {行|ぎょう}です")
        val noticed = if (table.refused > 0) listOf(nameless) else emptyList()
        return ImportedFile(table.file.name, table.outcome, words, table.named.size.toLong(), noticed)
    }

    private class Table(val file: Path, allKinds: Boolean) {
        val bytes = file.fileSize()
        val outcome = when {
            file.extension != "csv" -> FileOutcome.NOT_DATA
            "gourmet" in file.name && !allKinds -> FileOutcome.SET_ASIDE
            else -> FileOutcome.IMPORTED
        }
        private val lines = if (file.extension == "csv") file.readLines().map { it.split(",") } else emptyList()
        private val number = lines.firstOrNull()?.indexOf("電話番号") ?: -1
        val all = lines.drop(1).map { FakeEntries.Row(it[0], it.getOrElse(1) { "" }, it.getOrNull(number)) }
        val named = if (outcome == FileOutcome.IMPORTED) all.filter { it.name.isNotBlank() } else emptyList()
        val refused = if (outcome == FileOutcome.IMPORTED) all.size.toLong() - named.size else 0
    }
}
