package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.area.AreaDeeds
import jp.tsunagari.ui.area.AreaModel
import jp.tsunagari.ui.area.AreaScreen
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.ChooseArea(text: String = "府中市") = On {
    val area = model("area") {
        api.home.setArea("372013")
        AreaModel(api, scope) { press("chosen ${it?.name}") }.also { model ->
            model.type(text)
            model.shown.first { it.kept != null }
            model.answer.first { text.isEmpty() || it.value != null }
        }
    }
    val shown by area.shown.collectAsState()
    val answer by area.answer.collectAsState()
    AreaScreen(
        shown,
        answer,
        AreaDeeds(area::type, area::choose, area::chooseForNow, area::again, { press("back") }),
    )
}
