import Foundation

/// One picture: luminance, a byte for each point, row by row from the top.
public struct CameraFrame: Hashable, Sendable {
    /// Points in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// `width` × `height` bytes, 0 for black.
    public var luminance: Data

    public init(width: Int, height: Int, luminance: Data) {
        self.width = width
        self.height = height
        self.luminance = luminance
    }
}
