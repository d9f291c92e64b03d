/// How what is kept stands.
public struct LockState: Hashable, Sendable {
    /// Something is kept on this device.
    public var kept: Bool
    /// It opens at this moment without a PIN.
    public var open: Bool
    /// A PIN or passphrase is set.
    public var hasLock: Bool

    public init(kept: Bool, open: Bool, hasLock: Bool) {
        self.kept = kept
        self.open = open
        self.hasLock = hasLock
    }
}
