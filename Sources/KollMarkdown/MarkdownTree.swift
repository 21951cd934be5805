import CCMark

/// The owner of a text that cmark has taken apart.
///
/// Safe because the tree is made in `init`, owned by this value alone, never handed out, and released
/// in `deinit`. What is read of it is copied.
@safe
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer

  /// A node that is come to, or left.
  struct Step {
    /// What the node is.
    let kind: Kind
    /// Whether it is left, after all in it.
    let isLeaving: Bool
    /// The line that it begins on, counted from 1; of what cmark does not know 0.
    let line: Int
    /// The byte of that line, counted from 1.
    let byte: Int
  }

  /// What a node is, with what it says.
  enum Kind {
    case quote
    case list(firstNumber: Int?)
    case item
    case paragraph
    case heading(level: Int)
    /// Code or HTML in lines of its own.
    case lines(String)
    case rule
    case words(String)
    case lineBreak
    case link(address: String)
    /// What only holds other nodes.
    case other
  }

  init(_ bytes: [UInt8]) {
    let parsed = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let parsed = unsafe parsed else { preconditionFailure("cmark gives a tree or ends") }
    unsafe root = parsed
  }

  deinit { unsafe cmark_node_free(root) }

  /// Goes through all nodes from top to bottom, without a call for each level.
  func visit(_ body: (Step) -> Void) {
    let nodes = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(nodes) }
    while true {
      let event = unsafe cmark_iter_next(nodes)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      let node = unsafe cmark_iter_get_node(nodes)
      let step = Step(
        kind: unsafe MarkdownTree.kind(of: node),
        isLeaving: event == CMARK_EVENT_EXIT,
        line: Int(unsafe cmark_node_get_start_line(node)),
        byte: Int(unsafe cmark_node_get_start_column(node)),
      )
      body(step)
    }
  }

  private static func kind(of node: OpaquePointer?) -> Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      .list(
        firstNumber: unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
          ? Int(unsafe cmark_node_get_list_start(node)) : nil
      )
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      .lines(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      .words(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_LINK: .link(address: unsafe string(cmark_node_get_url(node)))
    default: .other
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
