import Foundation

/// The environment newsroom was started in. Kept, because Foundation puts it together anew each time it is asked, which a start
/// does ten times.
let ownEnvironment = ProcessInfo.processInfo.environment
