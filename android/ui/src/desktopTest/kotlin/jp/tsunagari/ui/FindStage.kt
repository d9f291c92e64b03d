package jp.tsunagari.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import jp.tsunagari.core.Answer
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.find.Narrow
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.FindModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Find(area: String? = null, filters: Filters = Filters()) = On {
    val find = model("find") {
        FindModel(api, scope, area).also { model ->
            model.choose(filters)
            model.answer.first { it.value != null }
            if (area != null) model.place.first { it != null }
        }
    }
    val request by find.request.collectAsState()
    val asked by find.answer.collectAsState()
    val place by find.place.collectAsState()
    FindScreen(
        request,
        asked,
        place,
        FindDeeds(
            type = find::type,
            choose = find::choose,
            open = { press("open ${it.value}") },
            chooseArea = { press("chooseArea") },
            call = { press("call $it") },
            again = find::again,
            back = { press("back") },
        ),
    )
}

/** [answer], to words that were typed. */
@Composable
internal fun Stage.Found(answer: Answer) = On {
    val deeds = FindDeeds({}, {}, {}, {}, {}, {}, {})
    FindScreen(FindRequest("こえがきけない"), Asked(answer), null, deeds)
}

/** With something chosen of each kind. */
internal val CHOSEN = Filters(
    ways = setOf(WayKind.MAIL),
    spoken = "vi",
    age = 16,
    rolePlace = true,
    withinKm = 10,
)

/** もっとしぼる, all of it. */
@Composable
internal fun Stage.Narrowing() = On {
    Ground(LocalPalette.current.page, Modifier.fillMaxSize()) {
        Column(Modifier.verticalScroll(rememberScrollState()).padding(Space.large)) {
            Narrow(CHOSEN, "香川県高松市", { press("choose $it") }) { press("chooseArea") }
        }
    }
}
