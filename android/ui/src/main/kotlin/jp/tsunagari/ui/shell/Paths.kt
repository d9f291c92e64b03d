package jp.tsunagari.ui.shell

import androidx.compose.runtime.Stable
import androidx.compose.runtime.mutableStateListOf
import java.util.concurrent.atomic.AtomicLong
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel

/**
 * Where a person is, and the way back. What a page asked for and shows is kept while there is a way back to it; [context] is
 * where that runs: on the thread that draws, which alone may go from page to page.
 */
@Stable
class Paths(start: Route, private val context: CoroutineContext) {
    private val steps = mutableStateListOf(Step(start, context))

    /** The page that is seen. */
    val here: Step get() = steps.last()

    /** There is a way back. */
    val canGoBack: Boolean get() = steps.size > 1

    /** There is a way back to the step that is named so. */
    operator fun contains(id: Long) = steps.any { it.id == id }

    /** The last step to a page, if there is a way back to one. */
    fun find(route: Route): Step? = steps.findLast { it.route == route }

    fun open(route: Route) {
        if (here.route == route) return
        steps += Step(route, context)
    }

    fun back() {
        if (canGoBack) steps.removeAt(steps.lastIndex).end()
    }

    /** In the place of the page that is seen. */
    fun replace(route: Route) {
        steps += Step(route, context)
        steps.removeAt(steps.lastIndex - 1).end()
    }

    /** There, and nowhere to go back to. */
    fun startAt(route: Route) {
        val gone = steps.toList()
        steps += Step(route, context)
        steps.removeRange(0, gone.size)
        gone.forEach(Step::end)
    }

    /** Back to the first page. */
    fun home() {
        while (canGoBack) back()
    }

    /** The same pages, all of them asked for anew, as after another language was chosen. */
    fun renew() = anew { it }

    /**
     * The same pages, without what was typed on them or asked for, as after the app was locked. What somebody else does who
     * holds the phone goes on, since it is not the owner's; an import goes on, too, and tells nothing of them.
     */
    fun forget() = anew { route ->
        when (route) {
            Route.Handover, Route.Data -> null
            is Route.Find -> Route.Find()
            else -> route
        }
    }

    /** In the place of each page the one that [other] gives; the page stays as it is where it gives none. */
    private fun anew(other: (Route) -> Route?) = steps.toList().forEachIndexed { place, old ->
        val route = other(old.route) ?: return@forEachIndexed
        steps[place] = Step(route, context)
        old.end()
    }

    /** Ends all that runs for pages. */
    fun end() = steps.forEach(Step::end)
}

/** A page on the way, with what belongs to it as long as there is a way back to it. */
@Stable
class Step internal constructor(val route: Route, context: CoroutineContext) {
    /** Names the step among all there ever were. */
    val id: Long = next.getAndIncrement()

    /** Ends when there is no way back any more. */
    val scope = CoroutineScope(SupervisorJob() + context)
    private val models = mutableMapOf<String, Any>()
    private val files = mutableListOf<AutoCloseable>()

    /** The model [name] of the page; made once. To be asked from the thread that draws. */
    @Suppress("UNCHECKED_CAST")
    fun <M : Any> model(name: String, make: (CoroutineScope) -> M): M = models.getOrPut(name) { make(scope) } as M

    /** The model [name], if the page has made it. */
    @Suppress("UNCHECKED_CAST")
    fun <M : Any> shown(name: String): M? = models[name] as M?

    /** Closes [file] when there is no way back to the page any more. */
    fun keep(file: AutoCloseable) {
        files += file
    }

    internal fun end() {
        scope.cancel()
        files.forEach(AutoCloseable::close)
    }

    private companion object {
        val next = AtomicLong()
    }
}
