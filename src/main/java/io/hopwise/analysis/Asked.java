package io.hopwise.analysis;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Port;
import java.util.List;
import java.util.stream.Stream;

/** Whether a finding is about the port and the host that were asked about. */
final class Asked {
  /** Rules that speak of other ports because this one was asked about. */
  private static final ImmutableSet<String> ANSWERING = ImmutableSet.of("https-only");

  private Asked() {}

  /** Whether it is, or about no port and host in particular. */
  static boolean isAsked(Finding finding, Settings settings) {
    Facts facts = finding.facts();
    boolean ofPort =
        ANSWERING.contains(finding.rule())
            || settings.port().isEmpty()
            || isOpen(facts.senderPorts(), facts.receiverPorts())
            || ports(facts).anyMatch(port -> port.is(settings.port().getAsInt()));
    boolean ofHost =
        settings.host().isEmpty()
            || isOpen(facts.senders(), facts.receivers())
            || finding.claim().equals(settings.host().get())
            || hosts(facts).anyMatch(settings.host().get()::equals);
    return ofPort && ofHost;
  }

  private static Stream<Port> ports(Facts facts) {
    return Stream.of(facts.senderPorts(), facts.receiverPorts())
        .flatMap(several -> several.values().stream());
  }

  private static Stream<String> hosts(Facts facts) {
    return Stream.of(facts.senders(), facts.receivers())
        .flatMap(several -> several.values().stream());
  }

  /** Whether nothing is known of either side, or not all of it. */
  private static boolean isOpen(Several<?> one, Several<?> other) {
    List<Several<?>> both = List.of(one, other);
    boolean none = one.count() == 0 && other.count() == 0;
    return none
        || both.stream()
            .anyMatch(several -> !several.complete() || several.count() > several.values().size());
  }
}
