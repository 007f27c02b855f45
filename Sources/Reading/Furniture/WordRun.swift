import Primitives

/// The words of a paragraph as hashes, for comparing with phrases.
struct WordRun {
  /// A word: its hash, and whether a sentence starts with it.
  struct Word {
    let hash: UInt64
    let startsSentence: Bool
  }

  let words: [Word]

  /// Takes the words of text: letters and digits in lower case; apostrophes and points vanish.
  init(_ text: some Sequence<UInt8>) {
    var words: [Word] = []
    var hash = Self.seed
    var length = 0
    var isStart = true
    var previous: UInt8 = 0
    var inPunctuation = false
    func finish() {
      if length > 0 {
        words.append(Word(hash: hash, startsSentence: isStart))
        isStart = false
      }
      (hash, length) = (Self.seed, 0)
    }
    for byte in text {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
        hash = (hash ^ UInt64(byte | 0x20)) &* Self.prime
        length += 1
      case UInt8(ascii: "'"): break
      // General punctuation is E2 80 xx; of it the typographic apostrophe stands inside words.
      case 0xE2: break
      case 0x80 where previous == 0xE2: inPunctuation = true
      case 0x99 where inPunctuation: inPunctuation = false
      case 0x80...0xBF where inPunctuation:
        inPunctuation = false
        finish()
      case 0x80...0xFF:
        hash = (hash ^ UInt64(byte)) &* Self.prime
        length += 1
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"):
        finish()
        isStart = true
      default: finish()
      }
      previous = byte
    }
    finish()
    self.words = words
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
