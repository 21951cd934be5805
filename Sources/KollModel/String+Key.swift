extension String {
  /// The name that scripts use for a title: small letters and digits with hyphens between.
  public var key: String {
    var key = ""
    for character in lowercased() {
      switch character {
      case "å", "ä", "á", "à": key += "a"
      case "ö", "ó": key += "o"
      case "é", "è": key += "e"
      case "ü": key += "u"
      case _ where character.isASCII && (character.isLetter || character.isNumber):
        key.append(character)
      case "%": key += key.isEmpty || key.hasSuffix("-") ? "procent" : "-procent"
      default: if !key.isEmpty, !key.hasSuffix("-") { key += "-" }
      }
    }
    while key.hasSuffix("-") { key.removeLast() }
    return key.isEmpty ? "kolumn" : key
  }
}
