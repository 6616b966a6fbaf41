import Foundation

/// The environment newsroom was started in. Kept, because Foundation puts it together anew each time it is asked.
let processEnvironment = ProcessInfo.processInfo.environment
