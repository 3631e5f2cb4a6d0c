/// The text with character references decoded that a careless program left behind; nil where there are none.
///
/// Only references with their `;` count, by number or by a name of HTML 4 (W3C, HTML 4.01, section 24), and none
/// where the text has a `<`: then it is about markup. What was escaped several times, as `&amp;amp;`, is decoded to
/// the end.
func decodedReferences(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard var offset = bytes.firstIndex(of: ampersand), !bytes.contains(UInt8(ascii: "<")) else { return nil }
  var decoded: [UInt8] = []
  // Behind the last reference.
  var copied = 0
  while let place = bytes[offset...].firstIndex(of: ampersand) {
    offset = place + 1
    guard let reference = reference(bytes, at: place) else { continue }
    decoded += bytes[copied..<place]
    decoded += String(reference.scalar).utf8
    offset = place + reference.length
    copied = offset
  }
  guard copied > 0 else { return nil }
  return String(decoding: decoded + bytes[copied...], as: UTF8.self)
}

private let ampersand = UInt8(ascii: "&")

/// Longer names aren't known.
private let mostLetters = 9

private func reference(_ bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, length: Int)? {
  var nameStart = start + 1
  // Each further escaping has put `amp;` behind the ampersand.
  while bytes[nameStart...].starts(with: "amp;".utf8), isReference(bytes, at: nameStart + 4) { nameStart += 4 }
  guard let (scalar, end) = plainReference(bytes, at: nameStart) else { return nil }
  return (scalar, end - start)
}

private func isReference(_ bytes: [UInt8], at nameStart: Int) -> Bool {
  bytes[nameStart...].starts(with: "amp;".utf8) || plainReference(bytes, at: nameStart) != nil
}

/// The character whose name or number begins at an offset, and the offset behind its `;`.
private func plainReference(_ bytes: [UInt8], at nameStart: Int) -> (Unicode.Scalar, Int)? {
  let end = bytes[nameStart...].prefix(mostLetters + 1).firstIndex(of: UInt8(ascii: ";"))
  guard let end, end > nameStart else { return nil }
  let name = bytes[nameStart..<end]
  let scalar = name.first == UInt8(ascii: "#") ? numbered(name.dropFirst()) : named[Array(name)]
  return scalar.map { ($0, end + 1) }
}

/// The character of a number such as `39` or `x27`; numbers 128 to 159 mean windows-1252, as in HTML.
private func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
  let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
  guard text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-"),
    let number = UInt32(text, radix: isHexadecimal ? 16 : 10), number >= 0x20 || number == 9 || number == 10
  else { return nil }
  return Unicode.Scalar(mendedControl(number))
}

private let named: [[UInt8]: Unicode.Scalar] = {
  var named: [[UInt8]: Unicode.Scalar] = [:]
  for entry in namesAndCharacters.split(separator: " ") {
    guard let scalar = entry.unicodeScalars.last else { continue }
    named[Array(entry.unicodeScalars.dropLast().map { UInt8(truncatingIfNeeded: $0.value) })] = scalar
  }
  named[Array("nbsp".utf8)] = "\u{A0}"
  named[Array("ensp".utf8)] = "\u{2002}"
  named[Array("emsp".utf8)] = "\u{2003}"
  named[Array("thinsp".utf8)] = "\u{2009}"
  named[Array("shy".utf8)] = "\u{AD}"
  named[Array("zwnj".utf8)] = "\u{200C}"
  named[Array("zwj".utf8)] = "\u{200D}"
  named[Array("lrm".utf8)] = "\u{200E}"
  named[Array("rlm".utf8)] = "\u{200F}"
  return named
}()

/// Each name of HTML 4, and `apos`, with its character behind it, but for those that can't be seen.
private let namesAndCharacters = """
  AEligÆ AacuteÁ AcircÂ AgraveÀ AlphaΑ AringÅ AtildeÃ AumlÄ BetaΒ CcedilÇ ChiΧ Dagger‡ DeltaΔ ETHÐ EacuteÉ \
  EcircÊ EgraveÈ EpsilonΕ EtaΗ EumlË GammaΓ IacuteÍ IcircÎ IgraveÌ IotaΙ IumlÏ KappaΚ LambdaΛ MuΜ NtildeÑ \
  NuΝ OEligŒ OacuteÓ OcircÔ OgraveÒ OmegaΩ OmicronΟ OslashØ OtildeÕ OumlÖ PhiΦ PiΠ Prime″ PsiΨ RhoΡ ScaronŠ \
  SigmaΣ THORNÞ TauΤ ThetaΘ UacuteÚ UcircÛ UgraveÙ UpsilonΥ UumlÜ XiΞ YacuteÝ YumlŸ ZetaΖ aacuteá acircâ \
  acute´ aeligæ agraveà alefsymℵ alphaα amp& and∧ ang∠ apos' aringå asymp≈ atildeã aumlä bdquo„ betaβ \
  brvbar¦ bull• cap∩ ccedilç cedil¸ cent¢ chiχ circˆ clubs♣ cong≅ copy© crarr↵ cup∪ curren¤ dArr⇓ dagger† \
  darr↓ deg° deltaδ diams♦ divide÷ eacuteé ecircê egraveè empty∅ epsilonε equiv≡ etaη ethð eumlë euro€ \
  exist∃ fnofƒ forall∀ frac12½ frac14¼ frac34¾ frasl⁄ gammaγ ge≥ gt> hArr⇔ harr↔ hearts♥ hellip… iacuteí \
  icircî iexcl¡ igraveì imageℑ infin∞ int∫ iotaι iquest¿ isin∈ iumlï kappaκ lArr⇐ lambdaλ lang〈 laquo« \
  larr← lceil⌈ ldquo“ le≤ lfloor⌊ lowast∗ loz◊ lsaquo‹ lsquo‘ lt< macr¯ mdash— microµ middot· minus− muμ \
  nabla∇ ndash– ne≠ ni∋ notin∉ not¬ nsub⊄ ntildeñ nuν oacuteó ocircô oeligœ ograveò oline‾ omegaω omicronο \
  oplus⊕ ordfª ordmº or∨ oslashø otildeõ otimes⊗ oumlö para¶ part∂ permil‰ perp⊥ phiφ pivϖ piπ plusmn± \
  pound£ prime′ prod∏ prop∝ psiψ quot" rArr⇒ radic√ rang〉 raquo» rarr→ rceil⌉ rdquo” realℜ reg® rfloor⌋ \
  rhoρ rsaquo› rsquo’ sbquo‚ scaronš sdot⋅ sect§ sigmafς sigmaσ sim∼ spades♠ sube⊆ sub⊂ sum∑ sup1¹ sup2² \
  sup3³ supe⊇ sup⊃ szligß tauτ there4∴ thetasymϑ thetaθ thornþ tilde˜ times× trade™ uArr⇑ uacuteú uarr↑ \
  ucircû ugraveù uml¨ upsihϒ upsilonυ uumlü weierp℘ xiξ yacuteý yen¥ yumlÿ zetaζ
  """
