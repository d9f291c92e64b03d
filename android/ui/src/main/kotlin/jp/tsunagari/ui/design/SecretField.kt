package jp.tsunagari.ui.design

import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.password
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation

/**
 * A field for a PIN or passphrase: nothing of it is seen, read aloud, copied or learnt by the keyboard. Keep what is typed
 * where nothing writes it to the disk, so not in what a screen saves. [done] is what the key of the keyboard does.
 */
@Composable
fun SecretField(
    label: String,
    secret: String,
    type: (String) -> Unit,
    modifier: Modifier = Modifier,
    done: (() -> Unit)? = null,
) {
    val typing = Typing(
        KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Password, imeAction = ImeAction.Done),
        KeyboardActions(onDone = done?.let { { it() } }),
        singleLine = true,
        seen = PasswordVisualTransformation(),
    )
    WrittenField(label, secret, type, typing, modifier.semantics { password() })
}
