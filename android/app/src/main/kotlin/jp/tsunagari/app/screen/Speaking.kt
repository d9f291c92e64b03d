package jp.tsunagari.app.screen

import android.content.Context
import android.content.ContextWrapper
import android.content.res.Resources
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalContext
import jp.tsunagari.app.inLanguage
import jp.tsunagari.core.Language

/** The labels inside are in [language], whatever the language of the phone. */
@Composable
internal fun Speaking(language: Language, content: @Composable () -> Unit) {
    val (context, configuration) = LocalContext.current to LocalConfiguration.current
    val spoken = remember(language, context, configuration) { Spoken(context, context.inLanguage(language).resources) }
    CompositionLocalProvider(
        LocalContext provides spoken,
        LocalConfiguration provides spoken.resources.configuration,
        content = content,
    )
}

/** The activity, with other texts: what needs an activity still finds it. */
private class Spoken(base: Context, private val texts: Resources) : ContextWrapper(base) {
    override fun getResources(): Resources = texts
}
