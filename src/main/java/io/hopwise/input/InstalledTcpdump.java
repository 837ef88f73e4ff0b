package io.hopwise.input;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the tcpdump installed on this machine. */
public final class InstalledTcpdump {
  /** Where tcpdump is installed although ordinary users have no such folder in their PATH. */
  public static final ImmutableList<String> MORE_FOLDERS =
      ImmutableList.of("/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin", "/opt/homebrew/sbin");

  private InstalledTcpdump() {}

  /** Finds it on the PATH, and in the folders for administrators. */
  public static Optional<Path> find() {
    String path = System.getenv("PATH");
    return find(path == null ? "" : path, MORE_FOLDERS);
  }

  /**
   * Finds it as a shell would, and then in more folders.
   *
   * @param path folders as in the PATH variable; empty ones are left out
   */
  public static Optional<Path> find(String path, Iterable<String> moreFolders) {
    Iterable<String> folders = Splitter.on(File.pathSeparatorChar).omitEmptyStrings().split(path);
    for (String folder : Iterables.concat(folders, moreFolders)) {
      Path program = Path.of(folder, "tcpdump");
      if (Files.isExecutable(program) && !Files.isDirectory(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
