package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Rule;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.testing.capture.PacketCapture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a capture, {@linkplain HopwiseAssertions#assertThat(PacketCapture) created here}.
 *
 * @since 0.1
 */
public class PacketCaptureAssert extends HopwiseAssert<PacketCaptureAssert, PacketCapture> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public PacketCaptureAssert(@Nullable PacketCapture actual) {
    super(actual, PacketCaptureAssert.class);
  }

  /** All of the capture could be read. */
  public PacketCaptureAssert hasNoRejects() {
    isNotNull();
    List<String> errors =
        actual.rejects().stream().map(reject -> reject.error().message()).toList();
    String message = "Expecting no rejects in " + actual + ", but found " + errors.size() + ":\n  ";
    return expect(
        errors.isEmpty(), message + String.join("\n  ", errors) + shown(actual.rejects()));
  }

  /** It has this many IP packets. */
  public PacketCaptureAssert hasPackets(int count) {
    isNotNull();
    return expect("packets in " + actual + ":", count, actual.packets().size());
  }

  /** It has this many matching IP packets. */
  public PacketCaptureAssert hasPackets(int count, PacketMatcher kind) {
    List<Packet> found = matching(kind);
    String message =
        "Expecting " + count + " times " + kind + " in " + actual + ", but found " + found.size();
    return expect(found.size() == count, message + shown(found));
  }

  /** At least one packet matches. */
  public PacketCaptureAssert contains(PacketMatcher kind) {
    return expect(
        !matching(kind).isEmpty(), "Expecting " + kind + " in " + actual + ", but found none");
  }

  /** No packet matches. */
  public PacketCaptureAssert doesNotContain(PacketMatcher kind) {
    List<Packet> found = matching(kind);
    String message = "Expecting nowhere " + kind + " in " + actual + ", but found " + found.size();
    return expect(found.isEmpty(), message + shown(found));
  }

  /** Every packet matches. */
  public PacketCaptureAssert containsOnly(PacketMatcher kind) {
    isNotNull();
    List<Packet> others =
        actual.packets().stream().filter(packet -> !kind.matches(packet)).toList();
    String message = "Expecting only " + kind + " in " + actual + ", but found " + others.size();
    return expect(others.isEmpty(), message + " other" + shown(others));
  }

  /**
   * Continues with a packet.
   *
   * @param position 1 for the first IP packet of the capture
   */
  public PacketAssert packet(int position) {
    isNotNull();
    Packet packet = at(actual.packets(), position);
    if (packet == null) {
      missing(
          "Expecting a packet "
              + position
              + " in "
              + actual
              + ", but it has "
              + actual.packets().size());
    }
    return part(PacketAssert.class, Packet.class, packet, PacketAssert::new, at(packet));
  }

  /**
   * Continues with the first packet that matches.
   *
   * @param kind which packet to look for
   */
  public PacketAssert first(PacketMatcher kind) {
    List<Packet> found = matching(kind);
    Packet packet = found.isEmpty() ? null : found.get(0);
    if (packet == null) {
      missing("Expecting " + kind + " in " + actual + ", but found none");
    }
    return part(PacketAssert.class, Packet.class, packet, PacketAssert::new, at(packet));
  }

  /**
   * Continues with an entry of any kind.
   *
   * @param position 1 for the first entry of the capture
   */
  public EntryAssert entry(int position) {
    isNotNull();
    Entry entry = at(actual.entries(), position);
    if (entry == null) {
      missing(
          "Expecting an entry "
              + position
              + " in "
              + actual
              + ", but it has "
              + actual.entries().size());
    }
    return part(EntryAssert.class, Entry.class, entry, EntryAssert::new, at(entry));
  }

  /**
   * Continues with the packets between two ends, in both directions. An end is written as {@code
   * 10.9.4.2:22}, or as a host alone for all its ports.
   *
   * @param one the first end, whose packets count as forward
   * @param other the other end
   */
  public FlowAssert inFlow(String one, String other) {
    isNotNull();
    PacketsBetween flow = new PacketsBetween(actual, Endpoint.of(one), Endpoint.of(other));
    return part(FlowAssert.class, PacketsBetween.class, flow, FlowAssert::new, where());
  }

  /**
   * Continues with what became of the first connection between two ends. An end is written as
   * {@code 10.9.4.2:22}, or as a host alone for all its ports.
   *
   * @param client the side that asked
   * @param server the other side
   */
  public ConnectionAssert connection(String client, String server) {
    isNotNull();
    Endpoint from = Endpoint.of(client);
    Endpoint to = Endpoint.of(server);
    ImmutableList<ConnectionSummary> all = actual.report().connections().connections();
    ConnectionSummary found =
        all.stream()
            .filter(one -> from.matches(one.client()) && to.matches(one.server()))
            .findFirst()
            .orElse(null);
    if (found == null) {
      missing(
          "Expecting a connection from %s to %s in %s, but it has %s"
              .formatted(from, to, actual, all.stream().map(ConnectionSummary::ends).toList()));
    }
    return part(
        ConnectionAssert.class,
        ConnectionSummary.class,
        found,
        ConnectionAssert::new,
        found == null ? where() : Context.in(actual, found));
  }

  /** Continues with the report of the standard rules. */
  public ReportAssert report() {
    return report(new Rule[0]);
  }

  private ReportAssert report(Rule... more) {
    isNotNull();
    Report report = actual.report(more);
    return part(ReportAssert.class, Report.class, report, ReportAssert::new, where()).about(actual);
  }

  /** Continues with the first finding of a rule, by its id, such as {@code forged-reset}. */
  public FindingAssert hasFinding(String rule) {
    return report().hasFinding(rule);
  }

  /** Continues with the first finding of a rule of your own, asked after the standard ones. */
  public FindingAssert hasFinding(Rule rule) {
    return report(rule).hasFinding(rule);
  }

  /** A rule of your own, asked after the standard ones, has no finding. */
  public PacketCaptureAssert hasNoFinding(Rule rule) {
    report(rule).hasNoFinding(rule);
    return myself;
  }

  /** The standard rules have no finding with this rule id. */
  public PacketCaptureAssert hasNoFinding(String rule) {
    report().hasNoFinding(rule);
    return myself;
  }

  private Context at(@Nullable Entry entry) {
    return entry == null ? Context.NOWHERE : Context.in(actual.entries(), entry);
  }

  private List<Packet> matching(PacketMatcher kind) {
    isNotNull();
    return actual.packets().stream().filter(kind::matches).collect(Collectors.toList());
  }

  private static <T> @Nullable T at(List<T> all, int position) {
    return position < 1 || position > all.size() ? null : all.get(position - 1);
  }

  private String shown(List<? extends Entry> some) {
    Set<Entry> few = new HashSet<>(some.subList(0, Math.min(3, some.size())));
    return some.isEmpty() ? "" : "\n\n" + Excerpt.of(actual.entries(), few);
  }
}
