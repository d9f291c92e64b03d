package jp.tsunagari.app.screen

import android.content.ContentProvider
import android.content.ContentValues
import android.content.pm.ProviderInfo
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.Bundle
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import jp.tsunagari.app.app
import org.robolectric.shadows.ShadowContentResolver

/** Another app that keeps a file of so many bytes, or does not say of how many. */
internal class PlayedPlace private constructor(private val size: Long?) : ContentProvider() {
    /** What was deleted. */
    val deleted = mutableListOf<Uri>()

    override fun onCreate() = true

    override fun query(
        uri: Uri,
        projection: Array<out String>?,
        selection: String?,
        selectionArgs: Array<out String>?,
        sortOrder: String?,
    ): Cursor = MatrixCursor(arrayOf(OpenableColumns.SIZE)).apply { addRow(arrayOf(size)) }

    @Suppress("DEPRECATION")
    override fun call(method: String, arg: String?, extras: Bundle?): Bundle {
        if (method == "android:deleteDocument") extras?.getParcelable<Uri>("uri")?.let { deleted += it }
        return Bundle()
    }

    override fun getType(uri: Uri): String = DocumentsContract.Document.MIME_TYPE_DIR

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, selection: String?, selectionArgs: Array<out String>?) = 0

    override fun update(
        uri: Uri,
        values: ContentValues?,
        selection: String?,
        selectionArgs: Array<out String>?,
    ) = 0

    companion object {
        fun at(file: Uri, size: Long?) = PlayedPlace(size).also { place ->
            place.attachInfo(app, ProviderInfo().apply { authority = file.authority })
            ShadowContentResolver.registerProviderInternal(file.authority, place)
        }
    }
}
