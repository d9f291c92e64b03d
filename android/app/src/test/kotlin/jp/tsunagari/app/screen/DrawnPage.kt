package jp.tsunagari.app.screen

import android.print.PrintDocumentAdapter
import android.webkit.WebView
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.annotation.RealObject
import org.robolectric.shadows.ShadowWebView

/** A page that is drawn, with something to print of it. */
@Implements(WebView::class)
class DrawnPage : ShadowWebView() {
    @RealObject
    private lateinit var page: WebView

    @Implementation
    fun createPrintDocumentAdapter(name: String): PrintDocumentAdapter {
        check(name.isNotEmpty())
        return object : PrintDocumentAdapter() {
            override fun onLayout(
                before: android.print.PrintAttributes?,
                after: android.print.PrintAttributes?,
                stop: android.os.CancellationSignal?,
                answer: LayoutResultCallback?,
                extras: android.os.Bundle?,
            ) = Unit

            override fun onWrite(
                pages: Array<out android.print.PageRange>?,
                target: android.os.ParcelFileDescriptor?,
                stop: android.os.CancellationSignal?,
                answer: WriteResultCallback?,
            ) = Unit
        }
    }

    @Implementation
    override fun loadDataWithBaseURL(
        baseUrl: String?,
        data: String?,
        mimeType: String?,
        encoding: String?,
        historyUrl: String?,
    ) {
        last = page
        super.loadDataWithBaseURL(baseUrl, data, mimeType, encoding, historyUrl)
    }

    companion object {
        /** The page that was loaded last. */
        var last: WebView? = null
    }
}
