package jp.tsunagari.app.screen

import android.content.Intent
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.OnBackPressedCallback
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import jp.tsunagari.app.graph
import jp.tsunagari.core.Language
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.shell.Opening
import jp.tsunagari.ui.shell.TsunagariApp
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** The window of the app. What it does stands in [AndroidOutside], where it can be tested. */
class MainActivity : ComponentActivity() {
    private lateinit var outside: AndroidOutside
    private var listening: Job? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        outside = AndroidOutside(this, graph)
        // One that was there before has been answered.
        if (savedInstanceState == null) outside.came(intent)
        goBackAsTold()
        setContent {
            TsunagariTheme {
                UnlearnedTyping {
                    val ground = LocalPalette.current.page.ground
                    Box(Modifier.fillMaxSize().background(ground).safeDrawingPadding()) { Page() }
                }
            }
        }
    }

    @Composable
    private fun Page() {
        val chosen by graph.choosing.choices.collectAsState()
        val labels = @Composable { language: Language, page: @Composable () -> Unit -> Speaking(language, page) }
        Opening({ graph.opened().api }, chosen, labels, call = { outside.dial(it) }) { api ->
            TsunagariApp(api, outside, graph.choosing, labels = labels)
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        outside.came(intent)
    }

    override fun onStart() {
        super.onStart()
        outside.appear()
    }

    override fun onStop() {
        outside.vanish()
        super.onStop()
    }

    override fun onDestroy() {
        listening?.cancel()
        outside.end()
        super.onDestroy()
    }

    // What the activity is asked with is Android's own, so that it can be tested without this class.
    @Suppress("OVERRIDE_DEPRECATION", "DEPRECATION")
    override fun onActivityResult(
        requestCode: Int,
        resultCode: Int,
        data: Intent?,
    ) {
        super.onActivityResult(requestCode, resultCode, data)
        outside.questions.answered(requestCode, data.takeIf { resultCode == RESULT_OK })
    }

    @Suppress("OVERRIDE_DEPRECATION", "DEPRECATION")
    override fun onRequestPermissionsResult(
        requestCode: Int,
        permissions: Array<String>,
        grantResults: IntArray,
    ) {
        super.onRequestPermissionsResult(requestCode, permissions, grantResults)
        outside.questions.answered(requestCode, null)
    }

    private fun goBackAsTold() {
        val callback = object : OnBackPressedCallback(enabled = false) {
            override fun handleOnBackPressed() {
                outside.wayBack.value?.invoke()
            }
        }
        onBackPressedDispatcher.addCallback(callback)
        listening = graph.scope.launch {
            outside.wayBack.collect { deed -> runOnUiThread { callback.isEnabled = deed != null } }
        }
    }
}
