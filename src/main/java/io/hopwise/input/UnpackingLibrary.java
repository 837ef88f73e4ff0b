package io.hopwise.input;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Unpacks what the JDK cannot, with a library that the caller has: none of them is a dependency, so
 * they are looked for by name.
 */
public enum UnpackingLibrary {
  /** XZ for Java. */
  XZ(
      FileKind.XZ,
      "xz",
      "xz -dc",
      "org.tukaani:xz",
      ImmutableList.of("org.tukaani.xz.XZInputStream")),
  /** zstd-jni, or aircompressor. */
  ZSTD(
      FileKind.ZSTD,
      "Zstandard",
      "zstd -dc",
      "com.github.luben:zstd-jni",
      ImmutableList.of(
          "com.github.luben.zstd.ZstdInputStream",
          "io.airlift.compress.v3.zstd.ZstdInputStream",
          "io.airlift.compress.zstd.ZstdInputStream")),
  /** Commons Compress. */
  BZIP2(
      FileKind.BZIP2,
      "bzip2",
      "bzip2 -dc",
      "org.apache.commons:commons-compress",
      ImmutableList.of("org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream"));

  /** What an xz file may ask for, in KiB: as much as xz -9 needs, and some more. */
  private static final int MOST_MEMORY = 256 * 1024;

  private final FileKind kind;
  private final String format;
  private final String command;
  private final String artifact;
  private final ImmutableList<String> classes;

  UnpackingLibrary(
      FileKind kind,
      String format,
      String command,
      String artifact,
      ImmutableList<String> classes) {
    this.kind = kind;
    this.format = format;
    this.command = command;
    this.artifact = artifact;
    this.classes = classes;
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

  /**
   * What a packed stream holds; empty where none of the libraries is there.
   *
   * @param in closed with it
   * @throws IOException if the library refuses its beginning
   */
  public Optional<InputStream> unpack(InputStream in) throws IOException {
    for (String name : classes) {
      try {
        return Optional.of(create(Class.forName(name).asSubclass(InputStream.class), in));
      } catch (ClassNotFoundException missing) {
        // Then perhaps the next one.
      } catch (InvocationTargetException e) {
        throw refused(e.getTargetException());
      } catch (ReflectiveOperationException | LinkageError e) {
        throw refused(e);
      }
    }
    return Optional.empty();
  }

  private InputStream create(Class<? extends InputStream> unpacks, InputStream in)
      throws ReflectiveOperationException {
    return switch (this) {
      case XZ -> {
        Constructor<? extends InputStream> bounded =
            unpacks.getConstructor(InputStream.class, int.class);
        yield bounded.newInstance(in, MOST_MEMORY);
      }
      case ZSTD -> unpacks.getConstructor(InputStream.class).newInstance(in);
      case BZIP2 -> {
        Constructor<? extends InputStream> allOfIt =
            unpacks.getConstructor(InputStream.class, boolean.class);
        yield allOfIt.newInstance(in, true);
      }
    };
  }

  private IOException refused(Throwable reason) {
    return new IOException("it is compressed with " + format + ", and broken: " + reason, reason);
  }

  /** What to do where none of the libraries is there, to follow "it is". */
  public String advice() {
    return "compressed with "
        + format
        + ": decompress it first, with "
        + command
        + ", or have "
        + artifact
        + " on the class path";
  }
}
