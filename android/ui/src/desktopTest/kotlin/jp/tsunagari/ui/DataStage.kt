package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.data.DataDeeds
import jp.tsunagari.ui.data.DataModel
import jp.tsunagari.ui.data.DataScreen
import jp.tsunagari.ui.data.ImportShown
import kotlin.io.path.createDirectory
import kotlin.io.path.createTempDirectory
import kotlin.io.path.writeText
import kotlinx.coroutines.flow.first

/** Data of an area; with [brought] a folder was brought in, of which a part was left aside. */
@Composable
internal fun Stage.Data(brought: Boolean = false) = On {
    // The name of the folder is drawn: the same every time.
    val folder = model("folder") { createTempDirectory("tsunagari").resolve("takamatsu").createDirectory() }
    val data = model("data $brought") {
        folder.resolve("library.csv").writeText("名称,住所\n中央図書館,香川県高松市\n,住所だけの行\n")
        folder.resolve("gourmet.csv").writeText("名称,住所\nカレーの店,香川県高松市\n")
        folder.resolve("readme.txt").writeText("図書館のデータです\n")
        api.control.whole = !brought
        DataModel(api, scope).also { model ->
            model.state.first { it.value != null }
            if (brought) {
                model.import("$folder")
                model.import.first { it is ImportShown.Done }
                model.state.first { it.value?.packs?.size == 2 }
            }
        }
    }
    val state by data.state.collectAsState()
    val import by data.import.collectAsState()
    DataScreen(
        state,
        import,
        DataDeeds(
            pick = {
                press("pick")
                data.import("$folder")
            },
            takeAll = data::takeAll,
            cancel = data::cancel,
            openPlaces = { press("places") },
            again = data::again,
            back = { press("back") },
        ),
    )
}
