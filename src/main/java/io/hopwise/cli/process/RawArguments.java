package io.hopwise.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command-line arguments as they were typed. The JVM decodes them with the locale's encoding
 * and loses bytes that are invalid there, so that such a file cannot be opened; in the locale C
 * that is every byte beyond ASCII.
 *
 * <p>Here they are decoded as UTF-8 whatever the locale. An invalid byte becomes a lone low
 * surrogate (U+DC80 to U+DCFF), as in Python; {@link #path} turns it back into the same byte.
 */
public final class RawArguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path WORKING_FOLDER = Path.of("/proc/self/cwd");
  private static final int ESCAPE = 0xdc00;

  private RawArguments() {}

  /** The arguments of this process, or the JVM's own if the system does not tell. */
  public static ImmutableList<String> of(String[] args) {
    ImmutableList<String> decoded = ImmutableList.copyOf(args);
    if (decoded.stream().allMatch(RawArguments::isAscii) || File.separatorChar != '/') {
      return decoded;
    }
    try {
      return of(decoded, Files.readAllBytes(COMMAND_LINE));
    } catch (IOException e) {
      return decoded;
    }
  }

  /** The last arguments of a command line in which each ends with a NUL. */
  static ImmutableList<String> of(ImmutableList<String> decoded, byte[] commandLine) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < commandLine.length; at++) {
      if (commandLine[at] == 0) {
        words.add(decode(ByteBuffer.wrap(commandLine, from, at - from)));
        from = at + 1;
      }
    }
    int first = words.size() - decoded.size();
    return first < 0 ? decoded : ImmutableList.copyOf(words.subList(first, words.size()));
  }

  private static String decode(ByteBuffer bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    CoderResult result = decoder.decode(bytes, chars, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        chars.put((char) (ESCAPE + (bytes.get() & 0xff)));
      }
      result = decoder.decode(bytes, chars, true);
    }
    return chars.flip().toString();
  }

  /**
   * The path for a name, byte by byte, whatever the locale.
   *
   * @throws InvalidPathException if there can be no such file
   */
  public static Path path(String name) {
    boolean isPlain = isAscii(name.startsWith("/") ? name : System.getProperty("user.dir") + name);
    if (isPlain || File.separatorChar != '/') {
      return Path.of(name);
    }
    StringBuilder uri = new StringBuilder("file://").append(name.startsWith("/") ? "" : here());
    for (byte octet : bytes(name)) {
      boolean plain =
          octet == '/' || (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z');
      uri.append(
          plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet));
    }
    try {
      return Path.of(URI.create(uri.toString()));
    } catch (IllegalArgumentException e) {
      throw new InvalidPathException(shown(name), String.valueOf(e.getMessage()));
    }
  }

  /** The working directory may itself have such a name; on Linux there is another name for it. */
  private static String here() {
    return Files.isDirectory(WORKING_FOLDER)
        ? WORKING_FOLDER + "/"
        : Path.of("").toAbsolutePath().toUri().getRawPath();
  }

  private static byte[] bytes(String name) {
    ByteBuffer bytes = ByteBuffer.allocate(name.length() * 3);
    name.codePoints()
        .forEach(
            c -> {
              if (c > ESCAPE + 0x7f && c <= ESCAPE + 0xff) {
                bytes.put((byte) (c - ESCAPE));
              } else {
                bytes.put(Character.toString(c).getBytes(UTF_8));
              }
            });
    byte[] all = new byte[bytes.position()];
    bytes.flip().get(all);
    return all;
  }

  /** The name for showing: an invalid byte is shown as U+FFFD. */
  public static String shown(String name) {
    return isAscii(name) ? name : name.replaceAll("[\\ud800-\\udfff]", "\ufffd");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
