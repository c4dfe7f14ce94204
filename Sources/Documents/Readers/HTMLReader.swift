/// A page with an article in it.
struct HTMLReader {
  /// Reads a page.
  /// - Parameter utf8: valid UTF-8.
  /// - Throws: `no-article` if there is no text that could be one.
  static func read(_ utf8: [UInt8], source: Source) throws(DocumentError) -> Document {
    let tree = HTMLTree(utf8)
    let claims = PageClaims(of: tree)
    var blocks = MainContent(of: tree, headlines: claims.headlines)?.blocks ?? []
    if let body = claims.linkedBody {
      let told = PlainText.blocks(Array(body.utf8))
      // Pages that are put together by scripts carry the story only there.
      if size(told) > 2 * size(blocks) + 200 { blocks = told }
    }
    guard !blocks.isEmpty else {
      throw DocumentError(
        code: "no-article", path: source.path,
        message: "the page holds no article; give the address of an article, not of a list or a menu")
    }
    var document = Document(source: source, title: claims.title, blocks: blocks)
    document.source.url = claims.url
    document.authors = claims.authors
    document.published = claims.published
    document.publishedFrom = claims.publishedFrom
    document.declaredLanguage = claims.language
    document.irregularities = tree.irregularities + claims.irregularities
    return document
  }

  private static func size(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
}
