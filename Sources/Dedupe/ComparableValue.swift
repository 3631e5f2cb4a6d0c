package import Records
import Text

/// The form in which values are compared for equality: texts without regard to case, white space and composition; nil
/// for a missing or empty one.
package func comparable(_ value: Value) -> String? {
  switch value {
  case .null: return nil
  case .text(let text):
    let form = comparisonForm(text)
    return form.isEmpty ? nil : form
  case .integer(let number): return String(number)
  case .real(let number): return String(number)
  case .boolean(let truth): return String(truth)
  }
}

/// What a linkage or a text comparison reads of a value; nil for a missing or empty one.
package func comparedText(_ value: Value) -> String? {
  switch value {
  case .null: nil
  case .text(let text): text.isEmpty ? nil : text
  case .integer(let number): String(number)
  case .real(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  case .boolean(let truth): String(truth)
  }
}

/// Whether two values are equal in the form in which they are compared; two missing ones are.
package func areEqual(_ a: Value, _ b: Value) -> Bool { comparable(a) == comparable(b) }
