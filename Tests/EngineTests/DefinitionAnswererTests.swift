import Testing

@testable import Engine

struct DefinitionAnswererTests {
  @Test(arguments: [
    ("Who is Ada Quill?", "Ada Quill"), ("What is the Ferry Union ?", "Ferry Union"),
    ("Who was Quill", "Quill"),
  ])
  func `a name alone is what is asked about`(question: String, name: String) {
    #expect(DefinitionAnswerer.name(question) == name)
  }

  @Test(arguments: [
    "Who is the mayor of Portmere?", "What happened?", "Where is Portmere?", "Who is",
  ])
  func `other questions ask for no name`(question: String) {
    #expect(DefinitionAnswerer.name(question) == nil)
  }
}
