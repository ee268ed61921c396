import Escaping

/// How the sides of a story are told apart: by shape, by the dashes of silence, and by a class for the colour.
enum SideStyle {
  /// `side-0` to `side-7`, again from `side-0` after that; `side-none`.
  static func className(_ side: Int?) -> String { side.map { "side-\($0 & 7)" } ?? "side-none" }

  /// The shape of a side's marks.
  static func shape(_ side: Int?) -> MarkShape {
    guard let side else { return .plus }
    let shapes: [MarkShape] = [.circle, .square, .diamond, .triangle, .invertedTriangle, .hexagon, .cross, .bar]
    return shapes[side & 7]
  }

  /// The dashes of a side's silence.
  static func dashes(_ side: Int?) -> StaticString {
    switch side.map({ $0 & 3 }) {
    case 0: "2 4"
    case 1: "6 4"
    case 2: "8 3 2 3"
    case 3: "1 3"
    default: "4 4"
    }
  }
}

/// The shape of a mark, of much the same area for each side.
enum MarkShape {
  case circle
  case square
  case diamond
  case triangle
  case invertedTriangle
  case hexagon
  case cross
  case bar
  case plus

  /// Writes the shape around a point: filled in the colour of the text, or hollow, in that of the page's ground.
  ///
  /// `Canvas` is the ground where no stylesheet says better.
  func write(at centre: Point, radius: Double, isHollow: Bool, isFaint: Bool = false, to out: inout ByteWriter) {
    let radius = isHollow ? radius - 0.4 : radius
    if self == .circle {
      out.raw("<circle")
      out.attribute("cx", centre.x)
      out.attribute("cy", centre.y)
      out.attribute("r", radius)
    } else {
      out.raw("<path d=\"")
      out.polyline(corners.map { Point(x: centre.x + $0.x * radius, y: centre.y + $0.y * radius) })
      out.raw("Z\"")
    }
    if isFaint { out.raw(" opacity=\".45\"") }
    if isHollow { out.raw(" class=\"hollow\" fill=\"Canvas\" stroke=\"currentColor\" stroke-width=\"1.6\"") }
    out.raw("/>")
  }

  /// Writes the stroke through a mark that was taken back.
  static func writeStrike(at centre: Point, radius: Double, to out: inout ByteWriter) {
    let reach = radius + 3
    out.raw("<path class=\"strike\" stroke=\"currentColor\" stroke-width=\"1.4\" d=\"")
    out.command("M", centre.x - reach, centre.y + reach)
    out.command("L", centre.x + reach, centre.y - reach)
    out.raw("\"/>")
  }

  /// The corners in units of the radius, clockwise from the top left.
  private var corners: [Point] {
    switch self {
    case .circle: []
    case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)].map(Point.init)
    case .diamond: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)].map(Point.init)
    case .triangle: [(0, -1.15), (1.2, 0.9), (-1.2, 0.9)].map(Point.init)
    case .invertedTriangle: [(-1.2, -0.9), (1.2, -0.9), (0, 1.15)].map(Point.init)
    case .hexagon: [(-0.6, -1), (0.6, -1), (1.15, 0), (0.6, 1), (-0.6, 1), (-1.15, 0)].map(Point.init)
    case .cross:
      [
        (-1.1, -0.7), (-0.7, -1.1), (0, -0.4), (0.7, -1.1), (1.1, -0.7), (0.4, 0), (1.1, 0.7), (0.7, 1.1), (0, 0.4),
        (-0.7, 1.1), (-1.1, 0.7), (-0.4, 0),
      ].map(Point.init)
    case .bar: [(-0.5, -1.3), (0.5, -1.3), (0.5, 1.3), (-0.5, 1.3)].map(Point.init)
    case .plus:
      [
        (-0.35, -1.2), (0.35, -1.2), (0.35, -0.35), (1.2, -0.35), (1.2, 0.35), (0.35, 0.35), (0.35, 1.2), (-0.35, 1.2),
        (-0.35, 0.35), (-1.2, 0.35), (-1.2, -0.35), (-0.35, -0.35),
      ].map(Point.init)
    }
  }
}
