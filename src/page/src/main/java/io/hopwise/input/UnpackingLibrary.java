package io.hopwise.input;

import java.io.InputStream;
import java.util.Optional;

/** Stands in for the library's class: a page has no libraries that unpack. */
public enum UnpackingLibrary {
  XZ(FileKind.XZ, "xz", "xz -dc"),
  ZSTD(FileKind.ZSTD, "Zstandard", "zstd -dc"),
  BZIP2(FileKind.BZIP2, "bzip2", "bzip2 -dc");

  private final FileKind kind;
  private final String format;
  private final String command;

  UnpackingLibrary(FileKind kind, String format, String command) {
    this.kind = kind;
    this.format = format;
    this.command = command;
  }

  /** The one for a kind of file; empty for what is not packed, and for gzip. */
  public static Optional<UnpackingLibrary> of(FileKind kind) {
    for (UnpackingLibrary library : values()) {
      if (library.kind == kind) {
        return Optional.of(library);
      }
    }
    return Optional.empty();
  }

  /** Never anything. */
  public Optional<InputStream> unpack(InputStream in) {
    return Optional.empty();
  }

  /** What to do, to follow "it is". */
  public String advice() {
    return "compressed with " + format + ": unpack it first, with " + command;
  }
}
