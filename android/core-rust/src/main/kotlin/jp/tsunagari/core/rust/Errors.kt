package jp.tsunagari.core.rust

import java.time.Instant
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.TsunagariException

internal fun TsunagariException.toDomain(): TsunagariError = when (this) {
    is TsunagariException.Locked -> TsunagariError.Locked()
    is TsunagariException.WrongSecret -> TsunagariError.WrongSecret()
    is TsunagariException.TryLater -> TsunagariError.TryLater(Instant.ofEpochSecond(at))
    is TsunagariException.NothingKept -> TsunagariError.NothingKept()
    is TsunagariException.AlreadyKept -> TsunagariError.AlreadyKept()
    is TsunagariException.KeyMismatch -> TsunagariError.KeyMismatch()
    is TsunagariException.Damaged -> TsunagariError.Damaged()
    is TsunagariException.Full -> TsunagariError.Full()
    is TsunagariException.Busy -> TsunagariError.Busy()
    is TsunagariException.NeedsNewerVersion -> TsunagariError.NeedsNewerVersion()
    is TsunagariException.NotFound -> TsunagariError.NotFound()
    is TsunagariException.PutAway -> TsunagariError.PutAway()
    is TsunagariException.Invalid -> TsunagariError.Invalid(field)
    is TsunagariException.Cancelled -> TsunagariError.Cancelled()
    is TsunagariException.Closed -> TsunagariError.Closed()
    is TsunagariException.Unexpected -> TsunagariError.Unexpected(code)
}

internal fun TsunagariError.toFfi(): TsunagariException = when (this) {
    is TsunagariError.Locked -> TsunagariException.Locked()
    is TsunagariError.WrongSecret -> TsunagariException.WrongSecret()
    is TsunagariError.TryLater -> TsunagariException.TryLater(at.epochSecond)
    is TsunagariError.NothingKept -> TsunagariException.NothingKept()
    is TsunagariError.AlreadyKept -> TsunagariException.AlreadyKept()
    is TsunagariError.KeyMismatch -> TsunagariException.KeyMismatch()
    is TsunagariError.Damaged -> TsunagariException.Damaged()
    is TsunagariError.Full -> TsunagariException.Full()
    is TsunagariError.Busy -> TsunagariException.Busy()
    is TsunagariError.NeedsNewerVersion -> TsunagariException.NeedsNewerVersion()
    is TsunagariError.NotFound -> TsunagariException.NotFound()
    is TsunagariError.PutAway -> TsunagariException.PutAway()
    is TsunagariError.Invalid -> TsunagariException.Invalid(field)
    is TsunagariError.Cancelled -> TsunagariException.Cancelled()
    is TsunagariError.Closed -> TsunagariException.Closed()
    is TsunagariError.Unexpected -> TsunagariException.Unexpected(code)
}
