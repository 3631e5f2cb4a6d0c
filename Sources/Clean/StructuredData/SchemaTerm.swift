/// The term of a type or property by its full name, where that is one of schema.org; any other name as it stands.
func schemaTerm(_ name: String) -> String {
  for prefix in ["https://schema.org/", "http://schema.org/", "http://www.schema.org/", "https://www.schema.org/"]
  where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
  return name.hasPrefix("schema:") ? String(name.dropFirst(7)) : name
}
