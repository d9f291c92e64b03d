/// The lock of what is kept.
public protocol Lock: Sendable {
    /// How it stands.
    func state() async throws(CoreError) -> LockState

    /// Begins to keep things on this phone. Without it nothing private is ever made (さがすだけ).
    func begin() async throws(CoreError)

    /// Opens what is kept with the PIN or passphrase. A try is counted before it is made. Throws
    /// ``CoreError/wrongSecret`` and ``CoreError/tryLater(at:)``.
    func unlock(pin: String) async throws(CoreError)

    /// Opens what is kept with a finger or a face, through a keychain that asks for it. Throws
    /// ``CoreError/wrongSecret`` when it was not allowed, or who is enrolled has changed: the PIN opens it then.
    func unlock(with finger: any SecretBox) async throws(CoreError)

    /// Locks it, where there is a PIN.
    func lock() async throws(CoreError)

    /// Sets, changes or (with an empty `new`) takes away the PIN or passphrase of at least four characters; `old` is
    /// empty where there is none. A finger or face has to be allowed again. Throws ``CoreError/wrongSecret`` and
    /// ``CoreError/invalid(field:)`` with `pin`.
    func setPin(old: String, new: String) async throws(CoreError)

    /// Allows a finger or a face beside the PIN, or with `nil` no more. Throws ``CoreError/invalid(field:)`` with `lock`
    /// where there is no PIN.
    func setBiometric(pin: String, finger: (any SecretBox)?) async throws(CoreError)

    /// Forgets everything that is kept, keys first. The directory stays, backups elsewhere stay. When it throws, calling
    /// it again goes on.
    func forgetEverything() async throws(CoreError)
}
