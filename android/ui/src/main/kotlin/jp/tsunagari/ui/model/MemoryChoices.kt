package jp.tsunagari.ui.model

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** Choices that last as long as the program: for previews and tests. */
class MemoryChoices(first: Choices = Choices()) : ChoiceStore {
    private val kept = MutableStateFlow(first)

    override val choices: StateFlow<Choices> = kept.asStateFlow()

    override fun change(change: (Choices) -> Choices) = kept.update(change)
}
