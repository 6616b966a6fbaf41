import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// Keeps stars on a thread of its own, one after another, and says what is starred by then.
final class StarStore: Sendable {
  private let file: StarsFile?
  private let catalogue: Catalogue
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "stars")

  init(catalogue: Catalogue, mailbox: Mailbox) {
    (file, self.catalogue, self.mailbox) = (StarsFile(), catalogue, mailbox)
  }

  /// What is starred at the start, and why that cannot be said.
  func begin() -> (stars: Set<RecordAddress>, problem: String?) {
    do {
      let stars = try file?.read() ?? []
      catalogue.setStars(stars)
      return (stars, nil)
    } catch {
      return ([], (error as? CLIError)?.message ?? "\(error)")
    }
  }

  func keep(_ address: RecordAddress, title: String, isOn: Bool) {
    queue.async { [self] in
      do {
        guard let file else { throw CLIError(StateFolder.absence(processEnvironment), code: .unavailable) }
        post(try file.keep(address, title: title, isOn: isOn))
      } catch {
        post((try? file?.read()) ?? [])
        mailbox.post(.failed((error as? CLIError)?.message ?? "\(error)"))
      }
    }
  }

  /// Waits until what was asked for is written.
  func finish() { queue.sync {} }

  private func post(_ stars: Set<RecordAddress>) {
    catalogue.setStars(stars)
    mailbox.post(.starsKept(stars))
  }
}
