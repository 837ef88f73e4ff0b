package io.hopwise.cli;

/** The version of this program. */
final class Version {
  private Version() {}

  /** The version in the manifest of the jar; unknown outside a jar. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(unknown version)" : version;
  }
}
