/// The steps by which a text is made comparable, in the order in which they are taken.
///
/// Each leaves alone what the others put right, and all of them together, taken again, change nothing.
/// Quotation marks, dashes, ligatures and capitals stay as they are: they are matched where words are
/// looked up (`FoldedForm`), not flattened in the text.
public enum NormalisationStep: String, CaseIterable, Sendable, Hashable {
  /// Text that was read in a wrong encoding ("GrÃ¼ÃŸe", «РџСЂРёРІРµС‚») is read in the right one.
  case misreading
  /// CR, CR LF, form feed, vertical tab, NEL, U+2028 and U+2029 become line feeds.
  case lineEnds
  /// Soft hyphens go; a word divided by one at the end of a line is put together.
  case softHyphens
  /// Control characters go.
  case controls
  /// Zero-width characters, Unicode tags and marks of direction go where nothing needs them.
  case invisibles
  /// All blanks become single spaces, none at the edges of lines; of empty lines one is left.
  case spaces
  /// Normalization Form C (Unicode Standard Annex #15).
  case composition
  /// Letters that old fonts drew as others («Ќазаќстан») become what was drawn.
  case oldFonts
  /// Latin letters in Cyrillic words, and the reverse, become what they look like.
  case mixedAlphabets
  /// Hard-wrapped lines, words divided at line ends and sentences broken by a conversion are joined.
  case brokenLines
}
