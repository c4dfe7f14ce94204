/// What the bytes 0x80–0xFF mean in the single-byte encodings that press releases come in.
///
/// Facts of the registrations at IANA and of the mappings at unicode.org; ISO 8859-5 and 8859-15 follow ISO's
/// blocks with their few exceptions, `x-mac-cyrillic` is the variant of the WHATWG Encoding Standard (with Ґ and €).
/// U+FFFD stands where a byte means nothing, also for the C1 controls of ISO 8859, which no text holds.
enum CharacterTables {
  static let windows1251 = scalars(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ
    абвгдежзийклмнопрстуфхцчшщъыьэюя
    """)
  static let koi8r = scalars(
    """
    ─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷
    ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©
    юабцдефгхийклмнопярстужвьызшэщчъ
    ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
    """)
  static let ibm866 = scalars(
    """
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ
    абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀
    рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}
    """)
  static let macCyrillic = scalars(
    """
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ
    †°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ
    јЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёя
    абвгдежзийклмнопрстуфхцчшщъыьэю€
    """)
  static let ptcp154 = scalars(
    """
    ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ
    \u{A0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ
    абвгдежзийклмнопрстуфхцчшщъыьэюя
    """)
  static let windows1252 = scalars(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """)
  static let macRoman = scalars(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """)

  /// KOI8-R with the letters of RFC 2319 among the box drawings.
  static let koi8u = changed(
    koi8r,
    [
      (0xA4, 0x0454), (0xA6, 0x0456), (0xA7, 0x0457), (0xAD, 0x0491),
      (0xB4, 0x0404), (0xB6, 0x0406), (0xB7, 0x0407), (0xBD, 0x0490),
    ])

  /// KZ-1048 (STRK1048-2002): windows-1251 with the Kazakh letters in place of those of other Slavic alphabets.
  static let kz1048 = changed(
    windows1251,
    [
      (0x8D, 0x049A), (0x8E, 0x04BA), (0x9D, 0x049B), (0x9E, 0x04BB), (0xA1, 0x04B0), (0xA2, 0x04B1),
      (0xA3, 0x04D8), (0xA5, 0x04E8), (0xAA, 0x0492), (0xAF, 0x04AE), (0xB4, 0x04E9), (0xBA, 0x0493),
      (0xBC, 0x04D9), (0xBD, 0x04A2), (0xBE, 0x04A3), (0xBF, 0x04AF),
    ])

  static let iso8859Part5: [UInt32] = (UInt32(0x80)..<0x100).map { byte in
    switch byte {
    case ..<0xA0: 0xFFFD
    case 0xA0, 0xAD: byte
    case 0xF0: 0x2116
    case 0xFD: 0xA7
    default: byte - 0xA0 + 0x0400
    }
  }

  static let iso8859Part15 = changed(
    (UInt32(0x80)..<0x100).map { $0 < 0xA0 ? 0xFFFD : $0 },
    [
      (0xA4, 0x20AC), (0xA6, 0x0160), (0xA8, 0x0161), (0xB4, 0x017D), (0xB8, 0x017E), (0xBC, 0x0152),
      (0xBD, 0x0153), (0xBE, 0x0178),
    ])

  /// The scalars of four lines of 32 characters.
  private static func scalars(_ lines: String) -> [UInt32] {
    let scalars = lines.unicodeScalars.lazy.map(\.value).filter { $0 != 0x0A }
    return scalars.count == 128 ? Array(scalars) : [UInt32](repeating: 0xFFFD, count: 128)
  }

  private static func changed(_ table: [UInt32], _ changes: [(byte: Int, scalar: UInt32)]) -> [UInt32] {
    var table = table
    for (byte, scalar) in changes { table[byte - 0x80] = scalar }
    return table
  }
}
