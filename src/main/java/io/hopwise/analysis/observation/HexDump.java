package io.hopwise.analysis.observation;

import com.google.common.base.Splitter;
import com.google.common.io.BaseEncoding;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that the hex dump of {@code tcpdump -x}, {@code -X} or {@code -xx} shows. */
final class HexDump {
  /** Indented groups of two bytes, of the last one perhaps one, behind an offset since 3.9. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s+(?:0x[0-9a-f]{4,8}:\\s+)?((?:[0-9a-f]{4} )*[0-9a-f]{2}(?:[0-9a-f]{2})?)(?:\\s.*)?");

  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();

  private HexDump() {}

  /**
   * The first bytes of a dump; none if it is an ASCII dump.
   *
   * @param most how many at most, 0 or more
   */
  static byte[] bytes(String dump, int most) {
    StringBuilder digits = new StringBuilder();
    for (String line : Splitter.on('\n').split(dump)) {
      Matcher groups = LINE.matcher(line);
      if (digits.length() >= 2 * most || !groups.matches()) {
        break;
      }
      digits.append(groups.group(1).replace(" ", ""));
    }
    byte[] all = HEX.decode(digits);
    return all.length > most ? Arrays.copyOf(all, most) : all;
  }
}
