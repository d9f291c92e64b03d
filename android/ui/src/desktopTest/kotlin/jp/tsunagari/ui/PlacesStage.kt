package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.places.PlacesDeeds
import jp.tsunagari.ui.places.PlacesModel
import jp.tsunagari.ui.places.PlacesScreen
import kotlinx.coroutines.flow.first

/** Places near the area of that code; with `null` none is chosen. */
@Composable
internal fun Stage.Places(area: String? = "372013") = On {
    val places = model("places $area") {
        api.home.setArea(area)
        PlacesModel(api, scope).also { model ->
            model.wish.first { it.ready }
            model.around.first { area == null || it.value != null }
        }
    }
    val wish by places.wish.collectAsState()
    val around by places.around.collectAsState()
    PlacesScreen(
        wish,
        around,
        PlacesDeeds(
            open = { press("open ${it.value}") },
            chooseArea = { press("area") },
            filter = places::filter,
            openLines = { press("lines") },
            openData = { press("data") },
            again = places::again,
            back = { press("back") },
        ),
    )
}
