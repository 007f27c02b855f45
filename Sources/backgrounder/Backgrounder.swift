@main
enum Backgrounder {
  static func main() { print("x") }
}
