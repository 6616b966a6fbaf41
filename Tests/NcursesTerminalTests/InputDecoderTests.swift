import NcursesTerminal
import TerminalCells
import Testing

@Suite("Decoding what a terminal sends")
struct InputDecoderTests {
  private func decode(_ text: String) -> [TerminalInput] {
    var decoder = InputDecoder()
    decoder.feed(text.utf8, milliseconds: 0)
    return all(&decoder)
  }

  private func all(_ decoder: inout InputDecoder) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    while let input = decoder.next() { inputs.append(input) }
    return inputs
  }

  @Test(
    "names every key, whichever terminal it comes from",
    arguments: [
      ("a", .character("a")), ("é", .character("é")), ("中", .character("中")), ("🙂", .character("🙂")), ("\r", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{03}", .control("c")),
      ("\u{1A}", .control("z")),
      ("\u{0A}", .control("j")), ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OD", .left),
      ("\u{1B}[C", .right),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end),
      ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\u{1B}[1;3D", .altLeft), ("\u{1B}[1;3C", .altRight), ("\u{1B}\u{1B}[D", .altLeft), ("\u{1B}[1;2A", .up),
      ("\u{1B}[1;5D", .controlLeft), ("\u{1B}[1;5C", .controlRight), ("\u{1B}Od", .controlLeft),
      ("\u{1B}Oc", .controlRight),
    ] as [(String, Key)])
  func namesEveryKeyWhicheverTerminalItComesFrom(sent: String, key: Key) {
    #expect(decode(sent) == [.key(key)])
  }

  @Test(
    "reads the keypad in application mode, and keys of the kitty protocol and of modifyOtherKeys",
    arguments: [
      ("\u{1B}Oq", "1"), ("\u{1B}Oo", "/"), ("\u{1B}OM", .enter), ("\u{1B}Om", "-"),
      ("\u{1B}[106u", "j"), ("\u{1B}[106;1u", "j"), ("\u{1B}[106:74;2u", "J"), ("\u{1B}[106;2u", "J"),
      ("\u{1B}[112;5u", .control("p")), ("\u{1B}[27u", .escape), ("\u{1B}[13;1:1u", .enter), ("\u{1B}[9;2u", .backTab),
      ("\u{1B}[1078u", "ж"), ("\u{1B}[57400u", "1"), ("\u{1B}[57419u", .up), ("\u{1B}[1;1:2B", .down),
      ("\u{1B}[27;5;112~", .control("p")), ("\u{1B}[98;3u", .alt("b")),
    ] as [(String, Key)])
  func decodesKeysThatOtherProgramsLeftOn(sent: String, key: Key) {
    #expect(decode(sent) == [.key(key)])
  }

  @Test func ignoresReleasedKeysAndModifiersOfTheKittyProtocol() {
    #expect(decode("\u{1B}[106;1:3u\u{1B}[1;1:3A\u{1B}[57441u") == [])
  }

  @Test func arrowInTwoPiecesIsOneKey() throws {
    var decoder = InputDecoder()
    decoder.feed("\u{1B}[".utf8, milliseconds: 0)
    #expect(try #require(decoder.patience) >= 200)
    decoder.feed("A".utf8, milliseconds: 150)
    #expect(all(&decoder) == [.key(.up)])
  }

  @Test func escapeWaitsAsLongAsESCDELAYSaysAndLongerOverSSH() {
    #expect(InputDecoder.escapeMilliseconds([:]) == 25)
    #expect(InputDecoder.escapeMilliseconds(["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]) == 100)
    #expect(InputDecoder.escapeMilliseconds(["ESCDELAY": "400", "SSH_TTY": "/dev/pts/1"]) == 400)
    #expect(InputDecoder.escapeMilliseconds(["ESCDELAY": "a long time"]) == 25)
    var decoder = InputDecoder(escapeMilliseconds: 400)
    decoder.feed([0x1B], milliseconds: 0)
    #expect(decoder.patience == 400)
  }

  @Test("gives the same however the bytes are cut")
  func givesTheSameHoweverTheBytesAreCut() {
    let sent = "a\u{1B}[1;3Dé\u{1B}[200~x\u{1B}[201y\u{1B}[201~\u{1B}[<0;3;4Mq\u{1B}OP"
    let whole = decode(sent)
    #expect(whole.count == 7)
    var decoder = InputDecoder()
    for byte in sent.utf8 { decoder.feed([byte], milliseconds: 0) }
    #expect(all(&decoder) == whole)
  }

  @Test(
    "ends a paste that nothing follows, and takes what comes then for keys", arguments: ["", "\u{1B}", "\u{1B}[20"])
  func endsAPasteThatNothingFollowsAndTakesWhatComesThenForKeys(rest: String) {
    var decoder = InputDecoder()
    decoder.feed("\u{1B}[200~geneva\(rest)".utf8, milliseconds: 0)
    #expect(decoder.next() == nil)
    #expect(decoder.patience.map { (1_000...2_000).contains($0) } == true)
    decoder.flush(milliseconds: 1_500)
    #expect(decoder.next() == .pasted("geneva") && decoder.patience == nil)
    decoder.feed("q".utf8, milliseconds: 1_600)
    #expect(decoder.next() == .key("q"))
  }

  @Test("gives no click for the buttons from the eighth on", arguments: 128...131)
  func givesNoClickForTheButtonsFromTheEighthOn(code: Int) {
    #expect(decode("\u{1B}[<\(code);3;4M\u{1B}[<\(code);3;4m") == [])
  }

  @Test("takes an Escape for the key when nothing follows")
  func takesAnEscapeForTheKeyWhenNothingFollows() {
    var decoder = InputDecoder()
    decoder.feed("\u{1B}".utf8, milliseconds: 0)
    #expect(decoder.next() == nil && decoder.isWaiting)
    decoder.flush(milliseconds: 30)
    #expect(decoder.next() == .key(.escape) && !decoder.isWaiting)
  }

  @Test(
    "takes what comes behind an Escape at once for a key held with Alt, never for the key alone",
    arguments: [
      ("b", .alt("b")), ("Q", .alt("Q")), ("é", .alt("é")), ("中", .alt("中")), ("\u{7F}", .altBackspace),
      ("\u{08}", .altBackspace), ("[", .alt("[")), ("O", .alt("O")), ("P", .alt("P")), ("]", .alt("]")), ("\r", nil),
      ("\t", nil), ("\u{01}", nil),
    ] as [(String, Key?)])
  func takesWhatComesBehindAnEscapeAtOnceForAKeyHeldWithAltNeverForTheKeyAlone(sent: String, key: Key?) {
    var decoder = InputDecoder()
    for byte in "\u{1B}\(sent)".utf8 { decoder.feed([byte], milliseconds: 0) }
    decoder.flush(milliseconds: 30)
    decoder.feed("q".utf8, milliseconds: 60)
    #expect(all(&decoder) == [key, "q"].compactMap(\.self).map { .key($0) })
  }

  @Test(
    "passes over parameters that are no numbers of a key",
    arguments: ["-9223372036854775808", "9223372036854775807", "99999999999999999999", "+3", ":"])
  func passesOverParametersThatAreNoNumbersOfAKey(text: String) {
    #expect(decode("\u{1B}[1;\(text)C") == [.key(.right)])
  }

  @Test("keeps a paste together, escape sequences in it and all")
  func keepsAPasteTogetherEscapeSequencesInItAndAll() {
    #expect(decode("\u{1B}[200~a\rb\u{1B}[31mc\u{1B}[201~d") == [.pasted("a\rb\u{1B}[31mc"), .key(.character("d"))])
  }

  @Test(
    "drops answers and keys that it does not know, and nothing after them",
    arguments: [
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]52;c;AAAA\u{07}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[?62;22c",
      "\u{1B}[I", "\u{1B}[99~",
      "\u{1B}[[Z", "\u{1B}Oz", "\u{1B}[<0;-9223372036854775808;1M", "\u{1B}[<0;1;9223372036854775807M",
    ])
  func dropsAnswersAndKeysThatItDoesNotKnowAndNothingAfterThem(answer: String) {
    #expect(decode(answer + "q") == [.key(.character("q"))])
  }

  @Test("reads the mouse, and counts clicks")
  func readsTheMouseAndCountsClicks() {
    let point = Point(column: 2, row: 3)
    let expected: [(String, MouseEvent.Action)] = [
      ("\u{1B}[<0;3;4M", .click), ("\u{1B}[<0;3;4m", .release), ("\u{1B}[<0;3;4M", .doubleClick),
      ("\u{1B}[<32;3;4M", .drag),
      ("\u{1B}[<64;3;4M", .wheelUp), ("\u{1B}[<65;3;4M", .wheelDown), ("\u{1B}[M #$", .click),
      ("\u{1B}[M##$", .release),
    ]
    let sent = expected.map(\.0).joined()
    #expect(decode(sent) == expected.map { .mouse(MouseEvent($0.1, at: point)) })
  }

  @Test("shows bytes that are no UTF-8 as U+FFFD and goes on")
  func showsBytesThatAreNoUTF8AsUFFFDAndGoesOn() {
    var decoder = InputDecoder()
    decoder.feed([0xC3, 0x61, 0xFF, 0x62], milliseconds: 0)
    #expect(all(&decoder) == ["\u{FFFD}", "a", "\u{FFFD}", "b"].map { .key(.character($0)) })
  }

  @Test("takes sequences from terminfo that are not like the others")
  func takesSequencesFromTerminfoThatAreNotLikeTheOthers() {
    var decoder = InputDecoder(sequences: [([0x1B, 0x41], .up), ([0x02], .left)])
    decoder.feed([0x1B, 0x41, 0x02, 0x1B, 0x5B, 0x42], milliseconds: 0)
    #expect(all(&decoder) == [.key(.up), .key(.left), .key(.down)])
  }

  @Test("never traps and never keeps more than it must, whatever comes")
  func neverTrapsAndNeverKeepsMoreThanItMustWhateverComes() {
    var generator = SystemRandomNumberGenerator()
    var decoder = InputDecoder()
    let likely: [UInt8] = [0x1B, 0x5B, 0x3C, 0x3B, 0x4D, 0x4F, 0x32, 0x30, 0x7E, 0xC3, 0xE4, 0x5D, 0x07, 0x50]
    for _ in 0..<20_000 {
      let byte =
        Bool.random(using: &generator) ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255)
      decoder.feed([byte], milliseconds: 0)
      if Int.random(in: 0..<50) == 0 { decoder.flush(milliseconds: 0) }
      _ = all(&decoder)
    }
  }
}
