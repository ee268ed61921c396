/// The two drawings of a chart; a page shows the one that its width suits.
public enum Drawing: String, Sendable, CaseIterable {
  /// 720 units wide: levels named in a column at the left.
  case wide
  /// 340 units wide, with larger text for its width: levels named inside the picture, above their lines.
  case narrow

  /// The size everything is measured from.
  var metrics: Metrics {
    switch self {
    case .wide:
      Metrics(
        width: 720, textSize: 12.5, levelWidth: 148, laneWidth: 172, eventWidth: 128, laneLines: 2, cutWidth: 22,
        maximumCuts: 4)
    case .narrow:
      Metrics(
        width: 340, textSize: 12, levelWidth: 0, laneWidth: 104, eventWidth: 92, laneLines: 3, cutWidth: 16,
        maximumCuts: 3)
    }
  }
}

/// The measures of a drawing, in user units.
struct Metrics: Sendable {
  var width: Double
  var textSize: Double
  /// The widest the column of level names may be; 0 where they stand inside.
  var levelWidth: Double
  /// The widest the column of lane names may be.
  var laneWidth: Double
  var eventWidth: Double
  /// The most lines a name takes, and the most its role takes.
  var laneLines: Int
  var cutWidth: Double
  var maximumCuts: Int

  /// The room kept free at the edges.
  let edge = 2.0
  /// The radius of a mark with room around it.
  let markRadius = 4.6
  /// The smallest radius of a mark in a crowd.
  let smallestRadius = 1.7
  /// From one line to the next at one level.
  let trackHeight = 13.0
  /// Between a name and the next below it.
  let labelGap = 5.0

  var text: TextStyle { TextStyle(size: textSize) }
  var name: TextStyle { TextStyle(size: textSize, isBold: true) }
  var small: TextStyle { TextStyle(size: textSize - 1) }
  var smallMuted: TextStyle { TextStyle(size: textSize - 1, isMuted: true) }
}
