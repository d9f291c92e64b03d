import Testing

/// Waits until something on the screen is so; records an issue when it never is.
@MainActor
func until(_ what: Comment, _ condition: () -> Bool) async {
    for _ in 0..<2_000 {
        if condition() { return }
        try? await Task.sleep(for: .milliseconds(1))
    }
    Issue.record(what)
}
