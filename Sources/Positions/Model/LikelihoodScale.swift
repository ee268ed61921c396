/// The words for how likely something is, and what each means in percent.
public struct LikelihoodScale: Sendable {
  /// One word with its synonyms, and the band of probabilities it stands for.
  public struct Band: Sendable {
    /// The word.
    public var word: String
    /// Other words for the same.
    public var synonyms: [String]
    /// The low end of what it means, 0 to 1.
    public var low: Double
    /// The high end of what it means, 0 to 1.
    public var high: Double

    /// Creates a band.
    public init(_ word: String, synonyms: [String] = [], low: Double, high: Double) {
      self.word = word
      self.synonyms = synonyms
      self.low = low
      self.high = high
    }
  }

  /// Why a text is not a likelihood.
  public struct Problem: Error, Sendable {
    /// What is wrong, without a full stop at the end.
    public let message: String
    /// What to write instead.
    public let help: String
  }

  /// The bands, from the least likely to the most.
  public let bands: [Band]
  /// Each word and synonym in small letters, with the index of its band, for reading.
  let byWord: [String: Int]

  /// Creates a scale; of a word that is there twice the first counts.
  public init(bands: [Band]) {
    self.bands = bands
    var byWord: [String: Int] = [:]
    for (index, band) in bands.enumerated() {
      for word in [band.word] + band.synonyms where byWord[word.lowercased()] == nil {
        byWord[word.lowercased()] = index
      }
    }
    self.byWord = byWord
  }

  /// The scale of the United States' intelligence community (Intelligence Community Directive 203, 2015, section
  /// D.6.e.(2)(a)), with both of its rows of words.
  public static let icd203 = LikelihoodScale(bands: [
    Band("almost no chance", synonyms: ["remote"], low: 0.01, high: 0.05),
    Band("very unlikely", synonyms: ["highly improbable"], low: 0.05, high: 0.20),
    Band("unlikely", synonyms: ["improbable"], low: 0.20, high: 0.45),
    Band("roughly even chance", synonyms: ["roughly even odds"], low: 0.45, high: 0.55),
    Band("likely", synonyms: ["probable"], low: 0.55, high: 0.80),
    Band("very likely", synonyms: ["highly probable"], low: 0.80, high: 0.95),
    Band("almost certain", synonyms: ["nearly certain"], low: 0.95, high: 0.99),
  ])

  /// The same bands in other words, such as those of another language; its own are read all the same.
  ///
  /// - Parameter words: one for each band; those that are missing stay as they are.
  public static func icd203(saidAs words: [String]) -> LikelihoodScale {
    LikelihoodScale(
      bands: icd203.bands.enumerated().map { index, band in
        guard words.indices.contains(index), words[index] != band.word else { return band }
        return Band(words[index], synonyms: [band.word] + band.synonyms, low: band.low, high: band.high)
      })
  }

  /// All words, each band's own before its synonyms.
  public var words: [String] { bands.flatMap { [$0.word] + $0.synonyms } }
}
