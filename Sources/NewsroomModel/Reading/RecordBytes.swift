extension DataDirectory {
  /// A record as it stands in its file, byte for byte; nil when the record with this address is not there any more.
  /// - Parameter location: where it stood when its file was read.
  package func bytes(of address: RecordAddress, at location: RecordLocation) -> [UInt8]? {
    guard located(address.kind, at: location)?.record.address == address,
      let file = try? OpenFile(root + "/" + location.path),
      let bytes = try? file.bytes(at: location.offset, length: location.length), bytes.count == location.length
    else { return nil }
    return bytes
  }
}
