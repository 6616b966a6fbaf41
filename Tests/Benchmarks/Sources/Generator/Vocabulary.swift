/// Words with the frequencies of real prose: the word at rank r stands about 1/r times as often as the first (Zipf's law).
public struct Vocabulary: Sendable {
  /// The words, most frequent first.
  public let words: [String]
  // The alias method (Walker 1977): a draw takes the same short time however many words there are.
  private var threshold: [Double] = []
  private var alias: [Int] = []

  /// A vocabulary of real words at the top and made-up ones behind.
  public init(_ head: [String], syllables: [String], separator: String = "", count: Int, seed: UInt64) {
    var random = Randomness(seed: seed)
    var words = head
    var seen = Set(head)
    while words.count < count {
      let length = random.within(2...4)
      let word = (0..<length).map { _ in syllables[random.below(syllables.count)] }.joined(separator: separator)
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
    prepare()
  }

  /// One word.
  public func word(_ random: inout Randomness) -> String {
    let index = random.below(words.count)
    let fraction = Double(random.next() >> 11) / Double(1 << 53)
    return words[fraction < threshold[index] ? index : alias[index]]
  }

  private mutating func prepare() {
    let weights = words.indices.map { 1 / Double($0 + 3) }
    let total = weights.reduce(0, +)
    var scaled = weights.map { $0 / total * Double(words.count) }
    (threshold, alias) = (Array(repeating: 1, count: words.count), Array(words.indices))
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      (threshold[low], alias[low]) = (scaled[low], high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }
}

extension Vocabulary {
  /// English of education and diplomacy.
  static let english = Vocabulary(
    """
    the of and to in a for on with by that is as at from was its has be will this which are an it their have were also
    education unesco university international development training teachers digital higher learning cooperation programme
    director members meeting delegation institute research countries students project quality policy partnership africa
    innovation technology national skills ministry centre regional participants workshop experts conference agreement
    signed visited discussed launched support government curriculum capacity global open resources sustainable
    """.split(whereSeparator: \.isWhitespace).map(String.init),
    syllables: """
      ba be bi bo con cra da del der di do ed el en er es fa fer fi for ga gen gra ha hin in jo ka kel la lan le li lo ma
      men mi mon na ne no nor pa per pi pla po pre ra re ri ro sa sen ser si so sta ta ter ti to tra un va ver vi vo wa
      """.split(whereSeparator: \.isWhitespace).map(String.init), count: 60_000, seed: 1)

  /// Chinese, two or more characters a word.
  static let chinese = Vocabulary(
    ["教育", "高等教育", "联合国", "教科文组织", "大学", "合作", "发展", "国际", "中心", "培训", "数字", "教师", "创新", "会议"],
    syllables: "学校长期技术研究交流项目课程质量政府代表团访问签署协议平台资源能力建设亚太非洲伙伴关系".map(String.init),
    count: 6_000, seed: 2)

  /// Russian.
  static let russian = Vocabulary(
    [
      "и", "в", "образования", "ЮНЕСКО", "университет", "развитие", "встреча", "делегация", "института",
      "сотрудничество",
    ],
    syllables: "ба во го да ел за ин ка ла ми но об по ра си те ун фо ха че ша эк ют я".split(separator: " ").map(
      String.init),
    count: 10_000, seed: 3)

  /// Arabic.
  static let arabic = Vocabulary(
    ["في", "من", "التعليم", "اليونسكو", "الجامعة", "العالي", "التعاون", "الدولية", "الوزير", "وفد"],
    syllables: "با تا جا حا دا را سا عا فا قا كا لا ما نا ها وا يا ال".split(separator: " ").map(String.init),
    count: 8_000, seed: 4)

  /// French.
  static let french = Vocabulary(
    [
      "de", "la", "le", "et", "les", "des", "éducation", "université", "coopération", "réunion", "délégation", "à",
      "supérieur",
    ],
    syllables: "bé ca dé en fa gé ha ir jo lé mè no pé qua ré sé té un vé".split(separator: " ").map(String.init),
    count: 10_000, seed: 5)
}
