import Diagnostics
import Positions
import YAML

extension SiteConfiguration {
  /// The site's words of likelihood: `likely: [55, 80]`, in percent.
  ///
  /// - Returns: `nil` where site.yaml has none of its own.
  static func likelihoods(_ fields: inout Fields) -> LikelihoodScale? {
    guard let node = fields.node("likelihood") else { return nil }
    guard let entries = node.mapping, !entries.isEmpty else {
      fields.error(
        "wrong-type", "“likelihood” should be a set of words, each with its range in percent", at: node.location,
        help: "such as likely: [55, 80]")
      return nil
    }
    return LikelihoodScale(
      bands: entries.compactMap { entry in
        let numbers = (entry.value.sequence ?? []).compactMap { $0.scalar.flatMap { Double($0.text) } }
        guard numbers.count == 2, entry.value.sequence?.count == 2, 0...100 ~= numbers[0],
          numbers[0]...100 ~= numbers[1]
        else {
          fields.error(
            "invalid-likelihood", "“\(entry.key.value)” should have a range from 0 to 100 percent",
            at: entry.value.location, help: "write the lower end and the upper end: [55, 80]")
          // It is a word of the site all the same.
          return LikelihoodScale.Band(entry.key.value, low: 0, high: 1)
        }
        return LikelihoodScale.Band(entry.key.value, low: numbers[0] / 100, high: numbers[1] / 100)
      })
  }
}
