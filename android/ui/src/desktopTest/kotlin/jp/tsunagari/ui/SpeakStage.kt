package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import jp.tsunagari.ui.speak.SpeakScreen

@Composable
internal fun Stage.Speak(chosen: String? = null) = On { SpeakScreen({ press("back") }, chosen = chosen) }
