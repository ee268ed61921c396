public import YAML

extension Fields {
  /// A scale of likelihood: words, each with the lowest and the highest percentage it stands for.
  ///
  ///     likelihood:
  ///       unlikely: [0, 40]
  ///       likely: [60, 100]
  public mutating func likelihoodScale(_ key: String) -> LikelihoodScale? {
    guard let node = node(key) else { return nil }
    guard let entries = node.mapping, !entries.isEmpty else {
      reportType(
        of: node, for: key, expected: "a set of words with percentages", help: "write each as “likely: [55, 80]”")
      return nil
    }
    return LikelihoodScale(bands: entries.map { band($0) })
  }

  /// One word and its range; after an error the word stands for anything, so that who uses it is not told too.
  private mutating func band(_ entry: YAML.Entry) -> LikelihoodScale.Band {
    let unread = LikelihoodScale.Band(entry.key.value, low: 0, high: 1)
    let numbers = entry.value.sequence?.map { number($0) }
    guard let numbers, numbers.count == 2, let low = numbers[0], let high = numbers[1] else {
      reportType(
        of: entry.value, for: entry.key.value, expected: "two percentages",
        help: "write the lowest and the highest: [55, 80]")
      return unread
    }
    guard 0 <= low, low <= high, high <= 100 else {
      error(
        "out-of-range", "“\(entry.key.value)” cannot stand for \(low) to \(high) percent", at: entry.value.location,
        help: "write the lower percentage first, both from 0 to 100")
      return unread
    }
    return LikelihoodScale.Band(entry.key.value, low: low / 100, high: high / 100)
  }
}
