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
    case .feed(let what):
      "it is \(what), which is not read; give the articles' pages"
    }
  }
}
