import NewsModel
public import Primitives

/// Writes coming events as an iCalendar file (RFC 5545), each a whole-day event with its source.
public struct EventCalendar: Sendable {
  private let name: String
  private let stamp: CivilTime

  /// Creates the writer of a calendar with this name, made at the edition's clock.
  public init(name: String, stamp: CivilTime) {
    self.name = name
    self.stamp = stamp
  }

  /// The calendar; lines end in CR LF and are folded at 75 bytes.
  public func render(_ events: [ComingEvent]) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Backgrounder//Coming events//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for event in events { lines += self.lines(event) }
    lines.append("END:VCALENDAR")
    return lines.map(Self.folded).joined()
  }

  private func lines(_ event: ComingEvent) -> [String] {
    let source = event.text.citations.first
    let date = source.published.map { ", \(NewspaperStyle.day($0.date))" } ?? ""
    var lines = [
      "BEGIN:VEVENT", "UID:\(event.text.id)-\(Self.date(event.first.date))@backgrounder",
      "DTSTAMP:\(Self.date(stamp.date))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.date(event.first.date))",
      "DTEND;VALUE=DATE:\(Self.date(event.last.date.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(event.text.text))",
      "DESCRIPTION:\(Self.escaped("\(event.date). \(source.outlet)\(date): \(source.title)"))",
    ]
    if let url = HTML.address(source.url), url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      lines.append("URL:\(url)")
    }
    return lines + ["END:VEVENT"]
  }

  private static func date(_ day: CivilDate) -> String {
    String(day.description.filter { $0 != "-" })
  }

  /// Text with the characters escaped that have a meaning; control characters become spaces.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    return result
  }

  /// A line in pieces of 75 bytes at most, none of which cuts a character.
  static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if used + length > 75 {
        result += "\r\n "
        used = 1
      }
      result.unicodeScalars.append(scalar)
      used += length
    }
    return result + "\r\n"
  }
}
