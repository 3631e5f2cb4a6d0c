/// What a name or code may mean.
enum PlaceMeaning: Hashable {
  /// The index of a country, by name.
  case country(Int)
  /// The index of a country, by its code of two or three letters.
  case countryCode(Int)
  /// The index of a division, by name.
  case division(Int)
  /// The index of a division, by its code.
  case divisionCode(Int)
  /// The index of a city, by the name that GeoNames puts first.
  case city(Int)
  /// The index of a city, by another of its names.
  case otherCityName(Int)
  /// The index of an unofficial area.
  case area(Int)
  /// The index of a name that several countries share.
  case sharedName(Int)
}

/// The countries, divisions and cities of the world by name and code.
///
/// It is made once, on first use, from the text in `GazetteerData`: flat arrays, and the sorted hashes of all names. A
/// false hit of a name that isn't there needs two of some 10^5 hashes of 64 bits to be equal, so names aren't compared
/// again.
struct Gazetteer {
  struct Country {
    var code: String
    /// Whether a city's region is told only if it is written.
    var isWrittenRegionsOnly: Bool
    /// Whether nearly all of its people live in the city of its name, as in Singapore.
    var isCityState: Bool
    /// The people in its cities.
    var weight = 0.0
    /// The city with the most people.
    var largestCity: Int?
  }

  struct Division {
    var country: Int
    var code: String
    /// The division it lies in; nil for one of the first level.
    var above: Int?
    /// The people in its cities.
    var weight = 0.0
    /// The city with the most people.
    var largestCity: Int?
  }

  struct City {
    var name: String
    var country: Int
    var division: Int?
    /// People, within 7 %.
    var population: Double
    /// How many names GeoNames has for it, and three.
    var otherNames: Double
    var isCapital: Bool
  }

  struct Area {
    var country: Int
    var division: Int?
  }

  private(set) var countries: [Country] = []
  private(set) var divisions: [Division] = []
  private(set) var cities: [City] = []
  private(set) var areas: [Area] = []
  private(set) var sharedNames: [[Int]] = []
  private var hashes: [UInt64] = []
  private var meanings: [PlaceMeaning] = []

  /// The one gazetteer.
  static let shared = Gazetteer()

  /// Everything a hash of `PlaceKey` stands for, in a fixed order.
  func lookUp(_ hash: UInt64) -> ArraySlice<PlaceMeaning> {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count && hashes[end] == hash { end += 1 }
    return meanings[low..<end]
  }

  /// Whether one of the divisions is the other or lies in it.
  func areRelated(_ one: Int, _ other: Int) -> Bool { isWithin(one, other) || isWithin(other, one) }

  /// Whether a division is another or lies in it.
  func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    var current: Int? = inner
    while let division = current {
      if division == outer { return true }
      current = divisions[division].above
    }
    return false
  }

  private init() {
    var names: [Entry] = []
    names.reserveCapacity(120_000)
    var countryIndex: [String: Int] = [:]
    readCountries(&names, &countryIndex)
    var divisionIndex: [String: Int] = [:]
    readDivisions(&names, countryIndex, &divisionIndex)
    readAreas(&names, countryIndex, divisionIndex)
    readCities(&names, countryIndex, divisionIndex)
    weighDivisionsWithoutCities()
    names.sort { ($0.hash, $0.order) < ($1.hash, $1.order) }
    hashes = names.map(\.hash)
    meanings = names.map(\.meaning)
  }

  private struct Entry {
    var hash: UInt64
    var order: Int
    var meaning: PlaceMeaning
  }
}

// How `GazetteerData` is read.
extension Gazetteer {
  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private func add(_ meaning: PlaceMeaning, hash: UInt64, to names: inout [Entry]) {
    names.append(Entry(hash: hash, order: names.count, meaning: meaning))
  }

  private mutating func readCountries(_ names: inout [Entry], _ index: inout [String: Int]) {
    for line in Gazetteer.lines(GazetteerData.countries) {
      let fields = line.split(separator: "|")
      let codes = fields[0].split(separator: " ")
      let number = countries.count
      index[String(codes[0])] = number
      countries.append(
        Country(
          code: String(codes[0]), isWrittenRegionsOnly: codes[1].contains("*"), isCityState: codes[1].contains("!")))
      for code in codes { add(.countryCode(number), hash: PlaceKey.codeHash(code.utf8.prefix(3)), to: &names) }
      for name in fields.dropFirst() { add(.country(number), hash: PlaceKey.hash(name.utf8), to: &names) }
    }
    // The one code in common use that is no ISO code.
    if let britain = index["GB"] { add(.countryCode(britain), hash: PlaceKey.codeHash("UK".utf8), to: &names) }
    for line in Gazetteer.lines(GazetteerData.sharedNames) {
      let fields = line.split(separator: "|")
      add(.sharedName(sharedNames.count), hash: PlaceKey.hash(fields[0].utf8), to: &names)
      sharedNames.append(fields[1].split(separator: " ").compactMap { index[String($0)] })
    }
  }

  private mutating func readDivisions(
    _ names: inout [Entry], _ countryIndex: [String: Int], _ index: inout [String: Int]
  ) {
    var aboves: [(Int, String)] = []
    for line in Gazetteer.lines(GazetteerData.divisions) {
      let fields = line.split(separator: "|")
      guard let country = countryIndex[String(fields[0])] else { continue }
      for field in fields.dropFirst() {
        let keys = field.split(separator: "=")
        let codes = keys[0].split(separator: "/")
        let number = divisions.count
        divisions.append(Division(country: country, code: String(codes[0]), above: nil))
        index["\(fields[0]) \(codes[0])"] = number
        if codes.count > 1 { aboves.append((number, "\(fields[0]) \(codes[1])")) }
        add(.divisionCode(number), hash: PlaceKey.codeHash(codes[0].utf8), to: &names)
        for key in keys.dropFirst() { add(.division(number), hash: PlaceKey.hash(key.utf8), to: &names) }
      }
    }
    for (number, above) in aboves { divisions[number].above = index[above] }
  }

  private mutating func readAreas(
    _ names: inout [Entry], _ countryIndex: [String: Int], _ divisionIndex: [String: Int]
  ) {
    for line in Gazetteer.lines(GazetteerData.areas) {
      let fields = line.split(separator: "|")
      let head = fields[0].split(separator: " ")
      guard let country = countryIndex[String(head[0])] else { continue }
      for key in fields.dropFirst() { add(.area(areas.count), hash: PlaceKey.hash(key.utf8), to: &names) }
      areas.append(Area(country: country, division: divisionIndex[String(fields[0])]))
    }
  }

  private mutating func readCities(
    _ names: inout [Entry], _ countryIndex: [String: Int], _ divisionIndex: [String: Int]
  ) {
    for line in Gazetteer.lines(GazetteerData.cities) {
      guard let bar = line.utf8.firstIndex(of: UInt8(ascii: "|")),
        let country = countryIndex[String(line.prefix(2))]
      else { continue }
      let division = divisionIndex[String(line[..<bar])]
      for entry in line[line.utf8.index(after: bar)...].utf8.split(separator: UInt8(ascii: "|")) {
        readCity(entry, country, division, &names)
      }
    }
  }

  private mutating func readCity(
    _ entry: Substring.UTF8View.SubSequence, _ country: Int, _ division: Int?, _ names: inout [Entry]
  ) {
    guard let sign = entry.first, let namesSign = entry.dropFirst().first else { return }
    let isCapital = entry.dropFirst(2).first == UInt8(ascii: "*")
    let keys = entry.dropFirst(isCapital ? 3 : 2).split(separator: UInt8(ascii: "="))
    let name = String(Substring(keys[0]))
    let number = cities.count
    // The signs count fifths of doublings, from 500 people and from one name on, as the generator writes them.
    let population = 500 * power(of: Int(sign) - 33)
    let otherNames = power(of: Int(namesSign) - 33)
    cities.append(
      City(
        name: name, country: country, division: division, population: population, otherNames: otherNames,
        isCapital: isCapital))
    add(.city(number), hash: PlaceKey.hash(PlaceKey.words(name)[...]), to: &names)
    for key in keys.dropFirst() { add(.otherCityName(number), hash: PlaceKey.hash(key), to: &names) }
    countries[country].weight += population
    if population > countries[country].largestCity.map({ cities[$0].population }) ?? 0 {
      countries[country].largestCity = number
    }
    count(number, in: division)
  }

  private mutating func count(_ city: Int, in division: Int?) {
    var current = division
    while let number = current {
      divisions[number].weight += cities[city].population
      let largest = divisions[number].largestCity.map { cities[$0].population } ?? 0
      if cities[city].population > largest { divisions[number].largestCity = city }
      current = divisions[number].above
    }
  }

  /// Gives a division of the second layer by which the cities aren't counted, such as an English county, its even share of
  /// what it lies in.
  private mutating func weighDivisionsWithoutCities() {
    var siblings: [Int: Int] = [:]
    for above in divisions.compactMap(\.above) { siblings[above, default: 0] += 1 }
    for number in divisions.indices where divisions[number].weight == 0 {
      guard let above = divisions[number].above, let count = siblings[above] else { continue }
      divisions[number].weight = divisions[above].weight / Double(count)
    }
  }

  /// Two to the power of so many fifths.
  private func power(of fifths: Int) -> Double {
    let steps = [1, 1.148_698_355, 1.319_507_911, 1.515_716_567, 1.741_101_127]
    return Double(1 << max(0, fifths / 5)) * steps[max(0, fifths % 5)]
  }
}
