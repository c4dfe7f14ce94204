import Testing

@testable import DatelineDocuments

/// The tables against facts that were written down from other sources than the tables themselves.
@Suite struct CharacterTablesTests {
  /// Bytes 0x80–0xFF of KZ-1048 as glibc reads RK1048.
  private static let kz1048 = """
    0402 0403 201A 0453 201E 2026 2020 2021
    20AC 2030 0409 2039 040A 049A 04BA 040F
    0452 2018 2019 201C 201D 2022 2013 2014
    FFFD 2122 0459 203A 045A 049B 04BB 045F
    00A0 04B0 04B1 04D8 00A4 04E8 00A6 00A7
    0401 00A9 0492 00AB 00AC 00AD 00AE 04AE
    00B0 00B1 0406 0456 04E9 00B5 00B6 00B7
    0451 2116 0493 00BB 04D9 04A2 04A3 04AF
    0410 0411 0412 0413 0414 0415 0416 0417
    0418 0419 041A 041B 041C 041D 041E 041F
    0420 0421 0422 0423 0424 0425 0426 0427
    0428 0429 042A 042B 042C 042D 042E 042F
    0430 0431 0432 0433 0434 0435 0436 0437
    0438 0439 043A 043B 043C 043D 043E 043F
    0440 0441 0442 0443 0444 0445 0446 0447
    0448 0449 044A 044B 044C 044D 044E 044F
    """

  /// Bytes 0x80–0xFF of PTCP154 as Python's codec of that name reads them.
  private static let ptcp154 = """
    0496 0492 04EE 0493 201E 2026 04B6 04AE
    04B2 04AF 04A0 04E2 04A2 049A 04BA 04B8
    0497 2018 2019 201C 201D 2022 2013 2014
    04B3 04B7 04A1 04E3 04A3 049B 04BB 04B9
    00A0 040E 045E 0408 04E8 0498 04B0 00A7
    0401 00A9 04D8 00AB 00AC 04EF 00AE 049C
    00B0 04B1 0406 0456 0499 04E9 00B6 00B7
    0451 2116 04D9 00BB 0458 04AA 04AB 049D
    0410 0411 0412 0413 0414 0415 0416 0417
    0418 0419 041A 041B 041C 041D 041E 041F
    0420 0421 0422 0423 0424 0425 0426 0427
    0428 0429 042A 042B 042C 042D 042E 042F
    0430 0431 0432 0433 0434 0435 0436 0437
    0438 0439 043A 043B 043C 043D 043E 043F
    0440 0441 0442 0443 0444 0445 0446 0447
    0448 0449 044A 044B 044C 044D 044E 044F
    """

  /// Bytes 0x80–0xFF of KOI8-U as glibc reads them.
  private static let koi8u = """
    2500 2502 250C 2510 2514 2518 251C 2524
    252C 2534 253C 2580 2584 2588 258C 2590
    2591 2592 2593 2320 25A0 2219 221A 2248
    2264 2265 00A0 2321 00B0 00B2 00B7 00F7
    2550 2551 2552 0451 0454 2554 0456 0457
    2557 2558 2559 255A 255B 0491 255D 255E
    255F 2560 2561 0401 0404 2563 0406 0407
    2566 2567 2568 2569 256A 0490 256C 00A9
    044E 0430 0431 0446 0434 0435 0444 0433
    0445 0438 0439 043A 043B 043C 043D 043E
    043F 044F 0440 0441 0442 0443 0436 0432
    044C 044B 0437 0448 044D 0449 0447 044A
    042E 0410 0411 0426 0414 0415 0424 0413
    0425 0418 0419 041A 041B 041C 041D 041E
    041F 042F 0420 0421 0422 0423 0416 0412
    042C 042B 0417 0428 042D 0429 0427 042A
    """

  @Test(
    "Encodings that ICU lacks, byte by byte",
    arguments: [
      (CharacterEncoding.kz1048, kz1048), (.ptcp154, ptcp154), (.koi8u, koi8u),
    ])
  func facts(encoding: CharacterEncoding, facts: String) {
    let scalars = facts.split { $0 == " " || $0 == "\n" }.compactMap { UInt32($0, radix: 16) }
    #expect(scalars.count == 128)
    #expect(encoding.table == scalars)
  }

  @Test(
    "The others agree with ICU",
    arguments: [
      (CharacterEncoding.windows1251, "windows-1251"), (.windows1252, "windows-1252"), (.koi8r, "koi8-r"),
      (.ibm866, "ibm866"), (.iso8859Part5, "iso-8859-5"), (.iso8859Part15, "iso-8859-15"),
      (.macCyrillic, "x-mac-cyrillic"), (.macRoman, "macintosh"),
    ])
  func agreesWithICU(encoding: CharacterEncoding, name: String) throws {
    let table = try #require(encoding.table)
    let other = try #require(ICUConverter.upperHalf(of: name))
    for (ours, theirs) in zip(table, other) {
      // ICU gives controls for bytes without meaning, and keeps the old currency sign and letters of the Mac.
      if ours == 0xFFFD || theirs < 0xA0 || [0x20AC, 0x0490, 0x0491, 0xF8FF, 0x2206, 0x03A9].contains(ours) {
        continue
      }
      #expect(ours == theirs)
    }
  }

  @Test(
    "Names of encodings as pages write them",
    arguments: [
      ("UTF-8", "utf-8"), ("Windows-1251", "windows-1251"), ("cp1251", "windows-1251"),
      ("ISO-8859-1", "windows-1252"), ("ISO_8859-15", "iso-8859-15"), ("KOI8-R", "koi8-r"),
      ("KOI8-U", "koi8-u"),
      ("kz-1048", "kz-1048"), ("STRK1048-2002", "kz-1048"), ("PTCP154", "ptcp154"),
      ("Mac-Cyrillic", "x-mac-cyrillic"),
      ("macintosh", "macintosh"), ("UTF-32BE", "utf-32be"), ("utf-16", "utf-16le"),
      ("windows-1254", "windows-1254"), (" UTF-8 ", "utf-8"),
    ])
  func names(declared: String, name: String) {
    #expect(CharacterEncoding(declared: declared)?.name == name)
  }

  @Test(arguments: ["klingon-7", "", "\u{0}", "utf-8; drop", String(repeating: "x", count: 10_000)])
  func unknownNamesAreNone(name: String) {
    #expect(CharacterEncoding(declared: name) == nil)
  }
}
