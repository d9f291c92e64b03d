package jp.tsunagari.ui.shell

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.semantics.clearAndSetSemantics
import java.time.Clock
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalWayBack
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.design.WayBack
import jp.tsunagari.ui.model.ChoiceStore
import jp.tsunagari.ui.settings.Chosen
import kotlinx.coroutines.Job

/**
 * The whole app over a core and a platform. [labels] has what is in it take its labels in a language, which each platform
 * does in its own way.
 */
@Composable
fun TsunagariApp(
    api: TsunagariApi,
    outside: Outside,
    choices: ChoiceStore,
    clock: Clock = Clock.systemDefaultZone(),
    labels: @Composable (Language, @Composable () -> Unit) -> Unit,
) {
    val chosen by choices.choices.collectAsState()
    val scope = rememberCoroutineScope()
    val paths = remember(api) {
        Paths(if (chosen.started) Route.Home else Route.Start, scope.coroutineContext.minusKey(Job))
    }
    DisposableEffect(paths) { onDispose(paths::end) }
    val shell = remember(paths, outside) { Shell(api, outside, choices, paths, scope, clock) }
    val spoken = spoken(shell, chosen.language)
    LeavingLocks(shell)
    NoticesLead(shell)
    LaunchedEffect(shell, chosen.look) {
        val identity = outside.identity ?: return@LaunchedEffect
        if (chosen.look != identity.current()) identity.choose(chosen.look)
    }
    Chosen(chosen) {
        labels(chosen.language) {
            TsunagariTheme {
                Ground(LocalPalette.current.page, Modifier.fillMaxSize()) {
                    if (spoken) Here(shell)
                }
            }
        }
    }
}

/**
 * The page that is seen, as it was left. What somebody typed on a page is remembered in memory alone: what the system saves of
 * a screen leaves the app, and is not encrypted.
 */
@Composable
private fun Here(shell: Shell) = CompositionLocalProvider(LocalSaveableStateRegistry provides null) {
    val holder = rememberSaveableStateHolder()
    val step = shell.paths.here
    val been = remember { mutableSetOf<Long>() }
    SideEffect {
        been += step.id
        // What was typed on a page goes with the way back to it.
        val gone = been.filter { it !in shell.paths }
        gone.forEach(holder::removeState)
        been -= gone.toSet()
    }
    val way = remember(step.id) { WayBack() }
    val back = way.deed ?: shell.wayBack(step.route)
    SideEffect {
        shell.outside.whenBack(back)
        shell.outside.hideFromRecents(shell.hides(step.route))
    }
    holder.SaveableStateProvider(step.id) {
        Ground(LocalPalette.current.page, Modifier.fillMaxSize().safeDrawingPadding()) {
            Box(if (shell.covered && shell.hides(step.route)) Modifier.unseen() else Modifier) {
                CompositionLocalProvider(LocalWayBack provides way) { shell.Page(step) }
            }
        }
    }
}

/** It is there, and neither drawn nor read aloud. */
private fun Modifier.unseen() = clearAndSetSemantics { }.drawWithContent { }

/** Whether the core speaks [language] by now: what it composes and labels change together. */
@Composable
private fun spoken(shell: Shell, language: Language): Boolean {
    var spoken by remember(shell) { mutableStateOf<Language?>(null) }
    LaunchedEffect(shell, language) {
        try {
            shell.api.speak(language)
        } catch (_: TsunagariError) {
            // It was closed, and every page says so.
        }
        if (spoken != null) shell.paths.renew()
        spoken = language
    }
    return spoken != null
}

/** Who leaves the app for longer finds it locked, where there is a lock; until that is decided, nothing private is seen. */
@Composable
private fun LeavingLocks(shell: Shell) = LaunchedEffect(shell) {
    var left: Long? = null
    shell.outside.inFront.collect { inFront ->
        val gone = left?.let { shell.clock.millis() - it }
        left = if (inFront) null else left ?: shell.clock.millis()
        if (!inFront) shell.covered = true
        if (inFront && gone != null && (gone < 0 || gone > LEFT_MILLIS)) shell.lockNow()
        if (inFront) shell.covered = false
    }
}

/** A notice that was answered leads to the page on which one answers. */
@Composable
private fun NoticesLead(shell: Shell) = LaunchedEffect(shell) {
    shell.outside.answering.collect { id ->
        if (id != null) {
            // Nobody else is led to what the owner keeps.
            if (!shell.inOtherHands) shell.open(Route.Mood)
            shell.outside.taken()
        }
    }
}

/** Long enough to look something up elsewhere or to choose a file. */
private const val LEFT_MILLIS = 60_000L
