/// Writes Cyrillic Kazakh in its other alphabets: the inverse of what is tested, made by hand.
package struct AlphabetWriter: Sendable {
  /// The alphabet that reads it (`Dictionaries/kk/alphabets`).
  package let alphabet: String
  /// What this way of writing is called.
  package let name: String
  private let pairs: [(from: [Unicode.Scalar], to: String)]
  private let marksFrontWords: Bool

  private init(_ alphabet: String, _ table: String, name: String? = nil, marksFrontWords: Bool = false) {
    self.alphabet = alphabet
    self.name = name ?? alphabet
    self.marksFrontWords = marksFrontWords
    pairs = table.split { $0 == " " || $0 == "\n" }.map { pair in
      let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
      return (Array(sides[0].unicodeScalars), sides.count > 1 ? String(sides[1]) : "")
    }.sorted { $0.0.count > $1.0.count }
  }

  /// The text, words in capitals as such.
  package func write(_ cyrillic: String) -> String {
    cyrillic.split(separator: " ", omittingEmptySubsequences: false)
      .map { word(Array(String($0).unicodeScalars)) }.joined(separator: " ")
  }

  private func word(_ scalars: [Unicode.Scalar]) -> String {
    var out = ""
    let letters = scalars.filter(\.properties.isAlphabetic)
    let isUpper = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
    let small = scalars.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
    var at = 0
    while at < small.count {
      guard
        let pair = pairs.first(where: { pair in
          at + pair.from.count <= small.count && small[at..<(at + pair.from.count)].elementsEqual(pair.from)
        })
      else {
        out.unicodeScalars.append(scalars[at])
        at += 1
        continue
      }
      if isUpper {
        out += upper(pair.to)
      } else if scalars[at].properties.isUppercase, let first = pair.to.first {
        out += upper(String(first)) + pair.to.dropFirst()
      } else {
        out += pair.to
      }
      at += pair.from.count
    }
    guard marksFrontWords else { return out }
    let front = Set("әөүі".unicodeScalars)
    let clear = Set("екгэаоұықғ".unicodeScalars)
    guard small.contains(where: front.contains), !small.contains(where: clear.contains),
      let start = out.unicodeScalars.firstIndex(where: \.properties.isAlphabetic)
    else { return out }
    out.unicodeScalars.insert("ٴ", at: start)
    return out
  }

  private func upper(_ text: String) -> String {
    text == "i" && alphabet == "latin-2021" ? "İ" : text.uppercased()
  }

  private static let consonants = "б=b в=v г=g д=d ж=j з=z к=k қ=q л=l м=m н=n п=p р=r с=s т=t ф=f ь= ъ= "

  package static let all: [AlphabetWriter] = [
    .init(
      "latin-2021",
      consonants + """
        а=a ә=ä ғ=ğ е=e э=e ё=io и=i й=i ң=ñ о=o ө=ö у=u ұ=ū ү=ü х=h һ=h ц=ts ч=ç ш=ş щ=şş ы=y і=ı ю=iu я=ia
        ия=ia ию=iu
        """),
    .init(
      "latin-2018",
      consonants + """
        а=a ә=á ғ=ǵ е=e э=e ё=ıo и=ı й=ı ң=ń о=o ө=ó у=ý ұ=u ү=ú х=h һ=h ц=ts ч=ch ш=sh щ=shsh ы=y і=i ю=ıý
        я=ıa
        """),
    .init(
      "latin-2017",
      consonants + """
        а=a ә=a' ғ=g' е=e э=e ё=i'o и=i' й=i' ң=n' о=o ө=o' у=y' ұ=u ү=u' х=h һ=h ц=ts ч=c' ш=s' щ=s's' ы=y
        і=i ю=i'y' я=i'a
        """),
    .init(
      "latin-kazinform",
      consonants + """
        а=a ә=ä ғ=ğ е=e э=é ё=yo и=ï й=y ң=ñ о=o ө=ö у=w ұ=u ү=ü х=x һ=h ц=c ч=ç ш=ş щ=şç ы=ı і=i ю=yu я=ya
        """),
    .init(
      "latin-plain",
      consonants + """
        а=a ә=a ғ=g е=e э=e ё=io и=i й=i ң=n о=o ө=o у=u ұ=u ү=u х=h һ=h ц=ts ч=ch ш=sh щ=sh ы=y і=i ю=iu
        я=ia ия=ia
        """, name: "latin-plain, 2021 without marks"),
    .init(
      "latin-plain",
      """
      б=b в=v г=g д=d ж=zh з=z к=k қ=q л=l м=m н=n п=p р=r с=s т=t ф=f ь= ъ= а=a ә=a ғ=gh е=e э=e ё=yo и=i
      й=y ң=ng о=o ө=o у=u ұ=u ү=u х=kh һ=h ц=ts ч=ch ш=sh щ=shch ы=y і=i ю=yu я=ya
      """, name: "latin-plain, zh kh gh ng ya"),
    .init(
      "latin-plain-k",
      """
      б=b в=v г=g д=d ж=zh з=z к=k қ=k л=l м=m н=n п=p р=r с=s т=t ф=f ь= ъ= а=a ә=a ғ=g е=e э=e ё=yo и=i
      й=y ң=n о=o ө=o у=u ұ=u ү=u х=h һ=h ц=ts ч=ch ш=sh щ=sh ы=y і=i ю=yu я=ya
      """, name: "latin-plain, k for both"),
    .init(
      "arabic-tote",
      """
      б=ب в=ۆ г=گ д=د ж=ج з=ز к=ك қ=ق л=ل м=م н=ن п=پ р=ر с=س т=ت ф=ف ь= ъ= а=ا ә=ا ғ=ع е=ە э=ە ё=يو и=ي
      й=ي ң=ڭ о=و ө=و у=ۋ ұ=ۇ ү=ۇ х=ح һ=ھ ц=تس ч=چ ш=ش щ=شش ы=ى і=ى ю=يۋ я=يا ия=يا
      """, marksFrontWords: true),
  ]
}
