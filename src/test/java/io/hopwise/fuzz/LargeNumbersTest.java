package io.hopwise.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.parser.Fixtures;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers that tcpdump never prints, one at a time, wherever the fixtures have a number. */
class LargeNumbersTest {
  private static final List<String> DECIMAL = List.of("2147483650", "99999999999999999999");
  private static final List<String> HEX = List.of("0xffffffff", "0xfffffffffffffffffffff");
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]+|(?<![0-9a-z.:])\\d+");
  private static final int LONGEST_RECORD = 600;

  private final Set<String> tried = new HashSet<>();
  private final TreeMap<String, String> failures = new TreeMap<>();

  @Tag("long")
  @Test
  void noNumberBreaksAnything() throws IOException {
    for (var file : Fixtures.texts()) {
      for (var entry : Fixtures.read(Fixtures.bytes(file))) {
        if (entry.text().length() < LONGEST_RECORD) {
          enlarge(new String(entry.text().bytes(), ISO_8859_1));
        }
      }
    }
    assertThat(failures).as("of %s texts", tried.size()).isEmpty();
    assertThat(tried).hasSizeGreaterThan(1000);
  }

  private void enlarge(String record) throws IOException {
    Matcher number = NUMBER.matcher(record);
    while (number.find()) {
      String before = record.substring(Math.max(0, number.start() - 24), number.start());
      String after = record.substring(number.end(), Math.min(record.length(), number.end() + 6));
      if (tried.add((before + "#" + after).replaceAll("[0-9a-f]+", "0"))) {
        for (String large : number.group().startsWith("0x") ? HEX : DECIMAL) {
          check(before, large, record, number);
        }
      }
    }
  }

  private void check(String before, String large, String record, Matcher number)
      throws IOException {
    String text = record.substring(0, number.start()) + large + record.substring(number.end());
    try {
      OutputFuzz.fuzzerTestOneInput(text.getBytes(ISO_8859_1));
    } catch (RuntimeException e) {
      failures.putIfAbsent(before.replaceAll("\\d+", "0") + " " + e.getClass(), text);
    }
  }
}
