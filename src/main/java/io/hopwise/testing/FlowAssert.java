package io.hopwise.testing;

import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asserts step by step what passes between two ends, {@linkplain PacketCaptureAssert#inFlow created
 * here}.
 *
 * <pre>{@code
 * assertThat(capture)
 *     .inFlow("10.9.1.1:55538", "10.9.4.2:22")
 *     .next(syn())
 *     .next(rst().ttl(63)).within(Duration.ofMillis(5))
 *     .noMore();
 * }</pre>
 *
 * @since 0.1
 */
public class FlowAssert extends HopwiseAssert<FlowAssert, PacketsBetween> {
  private final List<Packet> packets;
  private final List<String> met = new ArrayList<>();
  private int position;
  private @Nullable Packet last;
  private @Nullable Packet beforeLast;

  /** Called by AssertJ; use {@link PacketCaptureAssert#inFlow} instead. */
  public FlowAssert(@Nullable PacketsBetween actual) {
    super(actual, FlowAssert.class);
    this.packets = actual == null ? List.of() : actual.packets();
  }

  /** The next packet, in either direction, matches. */
  public FlowAssert next(PacketMatcher expected) {
    isNotNull();
    if (position >= packets.size()) {
      return fail("next " + expected, "but nothing more passed");
    }
    Packet packet = packets.get(position);
    if (!expected.matches(packet)) {
      return fail("next " + expected, "but another packet came", packet);
    }
    return meet(expected, position);
  }

  /** The next packet matches and goes from the first end to the other. */
  public FlowAssert nextForward(PacketMatcher expected) {
    isNotNull();
    return next(expected.and("from " + actual.one(), actual::isForward));
  }

  /** The next packet matches and goes from the other end to the first. */
  public FlowAssert nextBackward(PacketMatcher expected) {
    isNotNull();
    return next(expected.and("from " + actual.other(), actual::isBackward));
  }

  /** A matching packet follows, next or later; packets before it are skipped. */
  public FlowAssert eventually(PacketMatcher expected) {
    isNotNull();
    for (int i = position; i < packets.size(); i++) {
      if (expected.matches(packets.get(i))) {
        return meet(expected, i);
      }
    }
    int rest = packets.size() - position;
    return fail("eventually " + expected, "but none of the " + rest + " packets that follow is");
  }

  /** No packet follows. */
  public FlowAssert noMore() {
    isNotNull();
    int rest = packets.size() - position;
    return rest == 0
        ? myself
        : fail("no more packets", "but " + rest + " follow", packets.get(position));
  }

  /** No matching packet follows. */
  public FlowAssert noMore(PacketMatcher unexpected) {
    isNotNull();
    for (int i = position; i < packets.size(); i++) {
      if (unexpected.matches(packets.get(i))) {
        return fail("no more " + unexpected, "but one follows", packets.get(i));
      }
    }
    return myself;
  }

  /** The last matched packet came at most this long after the one matched before it. */
  public FlowAssert within(Duration most) {
    isNotNull();
    Optional<Duration> gap = gap();
    if (gap.isPresent() && gap.get().compareTo(most) <= 0) {
      return myself;
    }
    return fail("it within " + text(most), "but " + after(gap), last);
  }

  /** The last matched packet came at least this long after the one matched before it. */
  public FlowAssert notBefore(Duration least) {
    isNotNull();
    Optional<Duration> gap = gap();
    if (gap.isPresent() && gap.get().compareTo(least) >= 0) {
      return myself;
    }
    return fail("it not before " + text(least), "but " + after(gap), last);
  }

  private FlowAssert meet(PacketMatcher expected, int at) {
    Packet packet = packets.get(at);
    met.add(expected + line(packet));
    beforeLast = last;
    last = packet;
    position = at + 1;
    return myself;
  }

  private static String line(Packet packet) {
    long line = packet.text().firstLine();
    return line == 0 ? "" : " (line " + line + ")";
  }

  private Optional<Duration> gap() {
    Optional<Long> from =
        Optional.ofNullable(beforeLast).flatMap(Packet::time).map(PrintedTime::nanos);
    Optional<Long> to = Optional.ofNullable(last).flatMap(Packet::time).map(PrintedTime::nanos);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(to.get() - from.get()));
  }

  private static String after(Optional<Duration> gap) {
    return gap.map(duration -> "it came after " + text(duration))
        .orElse("there are no two packets with times to compare");
  }

  private static String text(Duration duration) {
    return duration.toNanos() / 1e6 + " ms";
  }

  private FlowAssert fail(String expected, String found) {
    return fail(expected, found, null);
  }

  /** Fails and shows where in the flow: the packet in question, or the last one. */
  private FlowAssert fail(String expected, String found, @Nullable Packet at) {
    StringBuilder message = new StringBuilder();
    message.append("Expecting in ").append(actual).append(' ').append(expected);
    message.append(",\n").append(found).append('\n');
    if (!met.isEmpty()) {
      message.append("met so far: ").append(String.join(", ", met)).append('\n');
    }
    Packet shown = at == null && !packets.isEmpty() ? packets.get(Math.max(0, position - 1)) : at;
    if (shown == null) {
      message.append("no packet of ").append(actual.capture()).append(" is between these two\n");
    } else {
      message.append('\n').append(Excerpt.of(packets, Set.of(shown)));
    }
    return expect(false, message.toString());
  }
}
