package io.hopwise.oracle;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What tshark shows of one packet.
 *
 * @param columns the line's values by tshark's names, see {@code oracle.sh}; empty ones left out
 */
record TsharkRow(ImmutableMap<String, String> columns) {
  /** What is known of a packet that was not read. */
  static final TsharkRow NONE = new TsharkRow(ImmutableMap.of());

  static TsharkRow of(List<String> names, String line) {
    List<String> values = Splitter.on('\t').splitToList(line);
    ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      if (!values.get(i).isEmpty()) {
        columns.put(names.get(i), values.get(i));
      }
    }
    return new TsharkRow(columns.buildOrThrow());
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** A number, however it is written; truth is 1 or {@code True}. */
  OptionalLong number(String name) {
    String value = columns.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    return switch (value) {
      case "True" -> OptionalLong.of(1);
      case "False" -> OptionalLong.of(0);
      default -> OptionalLong.of(Long.decode(withoutLeadingZeros(value)));
    };
  }

  /** All values of a column that may hold several. */
  List<String> list(String name) {
    return Splitter.on(';').omitEmptyStrings().splitToList(columns.getOrDefault(name, ""));
  }

  /** A number of either family's header. */
  OptionalLong number(String ofIpv4, String ofIpv6) {
    return isIpv4() ? number(ofIpv4) : number(ofIpv6);
  }

  boolean isIpv4() {
    return has("ip.version");
  }

  boolean isIp() {
    return has("ip.version") || has("ipv6.version");
  }

  private static String withoutLeadingZeros(String value) {
    return value.startsWith("0x") ? value : value.replaceFirst("^0+(?=.)", "");
  }
}
