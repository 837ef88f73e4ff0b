package io.hopwise.parser.builder;

import com.google.common.collect.ImmutableMap;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.device.PfLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a capturing device adds to a packet: pflog before it, F5 BIG-IP after it. */
final class DeviceNotes {
  /**
   * {@code rule 3.ftp-proxy.7/0(match) [uid 0, pid 1]: block in on em0: }, OpenBSD's without `:`.
   */
  private static final Pattern RULE =
      Pattern.compile(
          "rule (?:def|\\.\\.)?(\\d{1,18})?(?:\\.\\.?([^(]*?))?/(?:\\d*\\(([^)]*)\\)|(\\S+?))"
              + "(?: \\[[^]]*\\])*:? ([a-z]+) (in/out|in|out|\\S+) on ([^: ]+): .*");

  private static final Pattern SUBRULE = Pattern.compile("(.*?)\\.(\\d{1,18}|def)");

  /** Every trailer contains this, and hardly any other text does. */
  private static final String LISTENER = " lis=";

  private static final Pattern TRAILER =
      Pattern.compile(
          "(?:^|.* )(in|out) (slot\\d+/tmm\\d+) lis=(\\S*)((?: [a-z_]+=(?:\"[^\"]*\"|\\S*))*) ?");

  private static final Pattern FIELD = Pattern.compile("([a-z_]+)=(\"[^\"]*\"|\\S*)");

  private DeviceNotes() {}

  static Optional<DeviceNote> rule(String printed) {
    Matcher rule = RULE.matcher(printed);
    if (!rule.matches()) {
      return Optional.empty();
    }
    String reason = rule.group(3) == null ? rule.group(4) : rule.group(3);
    String anchor = rule.group(2);
    Matcher sub = SUBRULE.matcher(anchor == null ? "" : anchor);
    boolean numbered = sub.matches();
    return Optional.of(
        new PfLog(
            number(rule.group(1)),
            Optional.ofNullable(numbered ? sub.group(1) : anchor).filter(name -> !name.isEmpty()),
            numbered ? number(sub.group(2)) : OptionalLong.empty(),
            reason,
            rule.group(5),
            rule.group(6),
            rule.group(7)));
  }

  private static OptionalLong number(@Nullable String digits) {
    return digits == null || !Character.isDigit(digits.charAt(0))
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(digits));
  }

  /** The trailer at the end of the line with the innermost packet's payload. */
  static Optional<DeviceNote> trailer(Payload payload) {
    String text = innermost(payload).text();
    int listener = text.indexOf(LISTENER);
    if (listener < 0) {
      return Optional.empty();
    }
    int end = text.indexOf('\n', listener);
    int begin = text.lastIndexOf('\n', listener) + 1;
    Matcher trailer = TRAILER.matcher(text.substring(begin, end < 0 ? text.length() : end));
    return trailer.matches() ? Optional.of(trailer(trailer)) : Optional.empty();
  }

  private static DeviceNote trailer(Matcher trailer) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(trailer.group(4));
    while (field.find()) {
      fields.putIfAbsent(field.group(1), field.group(2));
    }
    Optional<String> port = Optional.ofNullable(fields.remove("port"));
    Optional<String> trunk = Optional.ofNullable(fields.remove("trunk"));
    return new F5Trailer(
        trailer.group(1),
        trailer.group(2),
        named(Optional.of(trailer.group(3))),
        named(port),
        named(trunk),
        ImmutableMap.copyOf(fields));
  }

  private static Optional<String> named(Optional<String> value) {
    return value.filter(name -> !name.isEmpty());
  }

  private static Payload innermost(Payload payload) {
    Payload inner = payload;
    while (true) {
      if (inner instanceof Tunnel tunnel) {
        inner = tunnel.inner().payload();
      } else if (inner instanceof UdpDatagram udp && udp.inner().isPresent()) {
        inner = udp.inner().get().payload();
      } else {
        return inner;
      }
    }
  }
}
