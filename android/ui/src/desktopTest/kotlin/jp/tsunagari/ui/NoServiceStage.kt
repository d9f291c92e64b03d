package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.nio.file.Files
import jp.tsunagari.core.fake.FakeTsunagari
import jp.tsunagari.ui.home.LocalNoService
import jp.tsunagari.ui.model.NoServiceModel
import kotlin.io.path.deleteExisting
import kotlin.io.path.writeText
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first

/** Home where the phone reaches no network, in a city whose library has a telephone. */
@Composable
internal fun Stage.HomeWithoutService() {
    val lost = model("no service") {
        api.importLibrary()
        api.home.setArea("高松市")
        NoServiceModel(api, scope, MutableStateFlow(false)).also { model -> model.shown.first { it?.building != null } }
    }
    val shown by lost.shown.collectAsState()
    CompositionLocalProvider(LocalNoService provides shown) { Home() }
}

internal suspend fun FakeTsunagari.importLibrary(tel: String = "087-000-0001") {
    val file = Files.createTempFile("library", ".csv")
    try {
        file.writeText("名称,住所,緯度,経度,電話番号\n中央図書館,香川県高松市昭和町1-2-20,34.3,134.0,$tel\n")
        directory.importFrom(file.toString()).collect { }
    } finally {
        file.deleteExisting()
    }
}
