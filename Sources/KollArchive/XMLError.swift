/// A part is not well-formed XML, or not of the kind that Koll writes.
public struct XMLError: Error, Sendable, Hashable {
  /// What is wrong.
  public let problem: Problem
  /// The part's name, as the scan was told.
  public let part: String
  /// Where in the part it was found, in bytes from its beginning.
  public let offset: Int

  /// Something that is wrong with XML.
  public enum Problem: String, Sendable, Hashable, CaseIterable {
    /// The bytes end before the root element does.
    case cutOff = "cut-off"
    /// Bytes that are not UTF-8.
    case notUTF8 = "not-utf-8"
    /// A character that XML does not allow, as such or by its number.
    case characterIllegal = "character-illegal"
    /// A beginning with `<?` that is not the declaration that Koll's files begin with.
    case declarationInvalid = "declaration-invalid"
    /// A comment, an instruction, a document type or a CDATA section: Koll's files have none.
    case markupUnsupported = "markup-unsupported"
    /// A name that is empty or not of ASCII letters, digits and `_ : - .`.
    case nameInvalid = "name-invalid"
    /// A tag that is not written by the rules, such as an attribute without quotes.
    case tagMalformed = "tag-malformed"
    /// An end tag of another name than the element that is open, or where none is open.
    case tagMismatched = "tag-mismatched"
    /// Two attributes of one name in one tag.
    case attributeRepeated = "attribute-repeated"
    /// A tag with more attributes than any that Koll writes.
    case attributesTooMany = "attributes-too-many"
    /// Elements within each other, deeper than any that Koll writes.
    case nestedTooDeep = "nested-too-deep"
    /// An `&` that does not begin a reference that XML knows.
    case referenceInvalid = "reference-invalid"
    /// `]]>` in text.
    case sectionEndInText = "section-end-in-text"
    /// Text, or a second root, outside the root element.
    case contentOutsideRoot = "content-outside-root"
  }
}

extension XMLError: CustomStringConvertible {
  /// The problem, the part and the place, for people who look into a fault.
  public var description: String {
    "\(problem.rawValue) at byte \(offset) (\(part))"
  }
}
