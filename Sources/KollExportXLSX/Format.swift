internal import CXLSXWriter
internal import KollReport

/// A format of the C library.
///
/// Safe because a format is made and used only between a workbook's beginning and its closing, by
/// the ``StyleBook`` that lives as long as the workbook's writer, and is freed by the library.
@safe struct Format {
  /// The library's format.
  let handle: UnsafeMutablePointer<lxw_format>

  /// Wraps a format of the library.
  @unsafe init(_ handle: UnsafeMutablePointer<lxw_format>) {
    unsafe self.handle = handle
  }

  /// Gives the format a look.
  func apply(_ style: CellStyle, _ theme: Theme) {
    unsafe format_set_font_name(handle, theme.fontName)
    unsafe format_set_font_size(handle, Double(style.points))
    if style.isBold { unsafe format_set_bold(handle) }
    if style.isItalic { unsafe format_set_italic(handle) }
    if style.isLink {
      unsafe format_set_font_color(handle, 0x0563C1)
      unsafe format_set_underline(handle, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if let pattern = style.pattern { unsafe format_set_num_format(handle, pattern.text) }
    applyAlignment(style)
    applyLines(style)
    applyColours(style, theme)
  }

  private func applyColours(_ style: CellStyle, _ theme: Theme) {
    if style.isShaded {
      unsafe format_set_bg_color(handle, theme.shade.libraryValue)
      if theme.shade.isReadable(with: .white) {
        unsafe format_set_font_color(handle, Colour.white.libraryValue)
      }
    }
    if style.isProminent, let colour = theme.colour, colour.isReadable(with: .white) {
      unsafe format_set_font_color(handle, colour.libraryValue)
    }
  }

  private func applyAlignment(_ style: CellStyle) {
    switch style.side {
    case .byContent: break
    case .left: unsafe format_set_align(handle, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .right: unsafe format_set_align(handle, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if style.isAtTop {
      unsafe format_set_align(handle, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if style.indent > 0 { unsafe format_set_indent(handle, UInt8(clamping: style.indent)) }
    if style.isWrapped { unsafe format_set_text_wrap(handle) }
  }

  private func applyLines(_ style: CellStyle) {
    if let border = style.top.border { unsafe format_set_top(handle, border) }
    if let border = style.bottom.border { unsafe format_set_bottom(handle, border) }
    if style.top == .faint { unsafe format_set_top_color(handle, 0xBFBFBF) }
    if style.bottom == .faint { unsafe format_set_bottom_color(handle, 0xBFBFBF) }
  }
}

extension CellStyle.Line {
  fileprivate var border: UInt8? {
    switch self {
    case .none: nil
    case .faint: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .medium: UInt8(LXW_BORDER_MEDIUM.rawValue)
    }
  }
}
