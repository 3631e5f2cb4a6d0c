/// What a named character reference of HTML stands for, such as `eacute`; nil where there is no such name.
package func namedCharacters(_ name: String) -> String? { CharacterReferences.characters[name] }

/// The character of a numeric reference by the HTML standard: windows-1252 for 0x80...0x9F, U+FFFD for what is none.
package func numberedCharacter(_ number: UInt32) -> Unicode.Scalar { CharacterReferences.scalar(number) }
