package jp.tsunagari.app.screen

import android.app.Activity
import android.content.pm.PackageManager
import android.print.PrintAttributes
import android.print.PrintDocumentAdapter
import android.print.PrintManager
import android.webkit.RenderProcessGoneDetail
import android.webkit.WebView
import android.webkit.WebViewClient
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.sync.Mutex

/** Pages of the core on paper, by the system's printing. On the thread that draws only. */
internal class Paper(
    private val activity: Activity,
    private val make: (Activity) -> WebView = ::WebView,
    private val hand: (name: String, page: PrintDocumentAdapter) -> Unit = { name, page ->
        activity.getSystemService(PrintManager::class.java)
            .print(name, page, PrintAttributes.Builder().setMediaSize(PrintAttributes.MediaSize.ISO_A4).build())
    },
) {
    /** Kept until the next one: the system asks it for pages as long as its own page is open. */
    private var drawn: WebView? = null
    private val turn = Mutex()

    /** Prints a page. Whoever presses again while one is drawn means that one. */
    suspend fun print(html: String, name: String): Boolean {
        if (!turn.tryLock()) return true
        return try {
            draw(html, name)
        } finally {
            turn.unlock()
        }
    }

    private suspend fun draw(html: String, name: String): Boolean {
        val features = activity.packageManager
        val prints = listOf(PackageManager.FEATURE_PRINTING, PackageManager.FEATURE_WEBVIEW)
        if (!prints.all(features::hasSystemFeature)) return false
        forget()
        val page = try {
            make(activity).also { drawn = it }
        } catch (_: RuntimeException) {
            // What draws pages is switched off, or renewed at this moment.
            return false
        }
        val there = CompletableDeferred<Boolean>()
        // Nothing in it is run, and nothing is fetched for it, from anywhere.
        page.settings.apply {
            javaScriptEnabled = false
            blockNetworkLoads = true
            allowFileAccess = false
            allowContentAccess = false
        }
        page.webViewClient = object : WebViewClient() {
            override fun onPageFinished(view: WebView, url: String?) {
                there.complete(true)
            }

            // Unanswered, it would take the app with it.
            override fun onRenderProcessGone(view: WebView, detail: RenderProcessGoneDetail?): Boolean {
                there.complete(false)
                if (view === drawn) forget()
                return true
            }
        }
        page.loadDataWithBaseURL(null, html, "text/html", "utf-8", null)
        if (!there.await()) return false
        hand(name, page.createPrintDocumentAdapter(name))
        return true
    }

    /** Lets go of what was printed. */
    fun forget() {
        drawn?.clearCache(true)
        drawn?.destroy()
        drawn = null
    }
}
