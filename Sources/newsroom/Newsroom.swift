import ArgumentParser

@main
struct Newsroom: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse a newsroom: articles, delegations, people, institutions.")
}
