/// Why an input is refused; the wording of all refusals stands here.
enum RefusalReason: Sendable, Equatable {
  case missing
  case unreadable(String)
  case linkedFolder
  case notAFile
  case unknownType(String)
  case emptyFolder
  case empty
  case tooLarge(limit: Int)
  case binary(String)
  case unknownCharacterSet(String)
  case noText
  case lineTooLong(limit: Int)
  case brokenJSON(String)
  case recordField(String)
  case emptyRecord
  case notAnArticlePage
  case tooDeep(limit: Int)
  case markupTooHeavy
  case feed(String)
  case brokenXML(String)
  case damagedXML(line: Int, String)
  case unknownXML(String)
  case externalEntity(String)
  case nestedEntity(String)
  case emptyFeed(title: String?)
  case itemBreaksOff
  case itemWithoutText(page: String?)
  case feedList(title: String, address: String)
  case sitemap
  case package(items: Int)
  case noNewsText(String)
  case withdrawn(String)
  case otherContent(String)
  case fragment(String)
  case brokenDocument(String)
  case unknownJSON
  case tableWithoutText(columns: String)
  case tableRow(String)
  case archiveEntry(String)
  case archiveTooDeep(limit: Int)
  case archiveSwells(times: Int)
  case brokenArchive(String)
  case emptyArchive
  case webRecord(String)
}

extension RefusalReason: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing:
      "there is no such file or folder; check the path"
    case .unreadable(let why):
      "it cannot be read (\(why)); check the permissions"
    case .linkedFolder:
      "it is a link to a folder, which is not followed; give the folder itself"
    case .notAFile:
      "it is neither a file nor a folder; copy its content into a file"
    case .unknownType("pdf"), .binary(BinaryContent.pdf):
      "it is a PDF document; turn it into text first (pdftotext FILE.pdf) and read that"
    case .unknownType(let suffix):
      "files of type \"\(suffix)\" are not read; convert it to text, Markdown, HTML or JSON Lines"
    case .emptyFolder:
      "the folder holds no file to read; give a folder with articles"
    case .empty:
      "it is empty; give a file with an article"
    case .tooLarge(let limit):
      "it is larger than \(limit) bytes; split it, or give one article a line as JSON Lines"
    case .binary(let what):
      "it is not text (\(what)); convert it to text, Markdown, HTML or JSON Lines"
    case .unknownCharacterSet(let name):
      "its character set \"\(name)\" is not known here; save it as UTF-8"
    case .noText:
      "it holds no text beside white space and furniture; give a file with an article"
    case .lineTooLong(let limit):
      "the line is longer than \(limit) bytes; split the article"
    case .brokenJSON(let why):
      "the line is not valid JSON (\(why)); mend the line"
    case .recordField(let why):
      "the line is not an article record: \(why)"
    case .emptyRecord:
      "the line is an article without text; fill the field \"text\""
    case .notAnArticlePage:
      "no article was found on the page; give the page of one article"
    case .tooDeep(let limit):
      "its markup nests deeper than \(limit) elements; give the page as the outlet serves it"
    case .markupTooHeavy:
      "its markup would fill the memory; give the page as the outlet serves it"
    case .brokenXML(let why):
      "it is not XML (\(why)); fetch or export it again"
    case .damagedXML(let line, let why):
      "its XML is damaged at line \(line) (\(why)), so that something may be missing; fetch it again"
    case .unknownXML(let root):
      "it is XML of the kind \"\(root)\", which holds no news known here; give a feed or NewsML"
    case .externalEntity(let name):
      "its XML refers to a file outside (entity \"\(name)\"), which is not fetched; export it without"
    case .nestedEntity(let name):
      "its XML entity \"\(name)\" expands into others or into markup; export it without entities"
    case .emptyFeed(let title):
      "the feed \(title.map { "\"\($0)\" " } ?? "")holds no item; fetch it again later"
    case .itemBreaksOff:
      "the file breaks off inside this item; fetch it again"
    case .itemWithoutText(let page):
      "the item holds no text; \(page.map { "read its page, \($0)" } ?? "ask the outlet for the text")"
    case .feedList(let title, let address):
      "\"\(title)\" is a feed and no article; fetch \(address)"
    case .sitemap:
      "it is a list of addresses; fetch the pages that it names"
    case .package(let items):
      "it is a package that points to \(items) items and holds no text of its own; give those items"
    case .noNewsText(let what):
      "it is \(what) and holds no text to read; give the item with the text"
    case .withdrawn(let status):
      "its provider marked it as \(status); leave it out or ask the provider"
    case .otherContent(let what):
      "its content is \(what), which is not running text; give the item with the text"
    case .fragment(let what):
      "it is a fragment of NewsML-G2 (\(what)) without text; give the whole item"
    case .brokenDocument(let why):
      "it is not valid JSON (\(why)); mend it or export it again"
    case .unknownJSON:
      "it is JSON of a kind that is not known; give a JSON Feed, ninjs or article records"
    case .tableWithoutText(let columns):
      "the table has no column \"text\" (it has \(columns)); name the columns in its first row"
    case .tableRow(let why):
      "the row \(why); mend the row"
    case .archiveEntry(let what):
      "it is \(what) inside an archive, which is not read; unpack it and give the file"
    case .archiveTooDeep(let limit):
      "it stands in more than \(limit) archives in one another; unpack the outer ones"
    case .archiveSwells(let times):
      "the archive unpacks to more than \(times) times its size, as no news does; check where it is from"
    case .brokenArchive(let why):
      "the archive is damaged (\(why)), so that something may be missing; copy or fetch it again"
    case .emptyArchive:
      "the archive holds no file to read; give one with articles"
    case .webRecord(let what):
      "the record is \(what); nothing in it is an article's page"
    case .feed(let what):
      "it is \(what), which is not read; give the articles' pages"
    }
  }
}
