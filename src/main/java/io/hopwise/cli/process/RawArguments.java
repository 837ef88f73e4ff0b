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
 * The words of the command line as they were typed. The JVM reads them in the locale's encoding: of
 * a byte that is no character there it leaves nothing to open a file by, and in the locale C that
 * is every byte beyond ASCII.
 *
 * <p>Here they are read as UTF-8 whatever the locale, and a byte that is none becomes a lone low
 * surrogate (U+DC80 to U+DCFF), as Python has it; {@link #path} makes the same bytes of it again.
 */
public final class RawArguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path WORKING_FOLDER = Path.of("/proc/self/cwd");
  private static final int ESCAPE = 0xdc00;

  private RawArguments() {}

  /** The arguments of this process; as the JVM has them where the system does not tell. */
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

  /** The last words of a command line, each of which ends in a NUL. */
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
   * The file of a name, byte by byte, whatever the locale.
   *
   * @throws InvalidPathException if there can be no such file
   */
  public static Path path(String name) {
    if (isAscii(name) || File.separatorChar != '/') {
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

  /** The working folder may have such a name itself; Linux has another name for it. */
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

  /** The name as it can be shown: a byte that is no character is shown as U+FFFD. */
  public static String shown(String name) {
    return isAscii(name) ? name : name.replaceAll("[\\ud800-\\udfff]", "\ufffd");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
