package import Records

/// What became of one document.
package struct Cleaned: Hashable, Sendable {
  /// nil exactly when a reject is among the diagnostics.
  package var page: Page?
  package var diagnostics: [Diagnostic]

  package init(page: Page?, diagnostics: [Diagnostic]) {
    self.page = page
    self.diagnostics = diagnostics
  }
}
