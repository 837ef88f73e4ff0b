package io.hopwise.cli;

/** The version of this program. */
final class Version {
  private Version() {}

  /** As the manifest of the jar states it; unknown outside of one. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(unknown version)" : version;
  }
}
