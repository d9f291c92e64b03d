import Foundation

// What an app gives to the core. Everything here is called from any thread.

/// The clock of the phone.
public protocol DeviceClock: AnyObject, Sendable {
    /// The instant.
    func now() throws(CoreError) -> Date

    /// The zone in which the person is, as in the IANA database: `Asia/Tokyo`.
    func zone() throws(CoreError) -> String
}

/// The keychain of the phone: what it seals, only this phone opens.
public protocol SecretBox: AnyObject, Sendable {
    /// Seals bytes.
    func seal(_ plain: Data) throws(CoreError) -> Data

    /// Opens what ``seal(_:)`` gave. ``CoreError/locked`` when the phone has to be unlocked first,
    /// ``CoreError/keyMismatch`` when another key sealed it.
    func open(_ sealed: Data) throws(CoreError) -> Data

    /// Throws the key away: nothing that it sealed opens again.
    func shred() throws(CoreError)
}

/// Alarms of the phone.
public protocol AlarmSetter: AnyObject, Sendable {
    /// Cancels an alarm; one that is not set is no mistake.
    func cancel(_ id: Alarm.ID) throws(CoreError)

    /// Sets an alarm; one with that id is replaced.
    func set(_ alarm: Alarm) throws(CoreError)
}

/// Pictures of the camera.
public protocol FrameSource: AnyObject, Sendable {
    /// The next picture; `nil` ends the reading.
    func next() throws(CoreError) -> CameraFrame?
}
