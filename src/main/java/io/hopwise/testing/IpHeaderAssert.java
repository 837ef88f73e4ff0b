package io.hopwise.testing;

import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an IP header, {@linkplain HopwiseAssertions#assertThat(IpHeader) created here}.
 *
 * @since 0.1
 */
public class IpHeaderAssert extends HopwiseAssert<IpHeaderAssert, IpHeader> {
  /** The next-header value of IPv6's fragment header (RFC 8200 section 4.5). */
  private static final int FRAGMENT = 44;

  /** Extension headers that may come before it: hop-by-hop, routing, AH and destination options. */
  private static final ImmutableSet<Integer> BEFORE_FRAGMENT = ImmutableSet.of(0, 43, 51, 60);

  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public IpHeaderAssert(@Nullable IpHeader actual) {
    super(actual, IpHeaderAssert.class);
  }

  /** The header is IPv4. */
  public IpHeaderAssert isIpv4() {
    isNotNull();
    return expect("IP version", 4, actual.version());
  }

  /** The header is IPv6. */
  public IpHeaderAssert isIpv6() {
    isNotNull();
    return expect("IP version", 6, actual.version());
  }

  /** The claimed sender, as printed. */
  public IpHeaderAssert hasSource(String host) {
    isNotNull();
    return expect("source", host, actual.src().text());
  }

  /** The receiver, as printed. */
  public IpHeaderAssert hasDestination(String host) {
    isNotNull();
    return expect("destination", host, actual.dst().text());
  }

  /** The TTL or hop limit, 0 to 255. */
  public IpHeaderAssert hasTtl(int ttl) {
    isNotNull();
    return expectPrinted("ttl", ttl, actual.ttl());
  }

  /** The TTL or hop limit within bounds, both included. */
  public IpHeaderAssert hasTtlBetween(int least, int most) {
    isNotNull();
    OptionalInt ttl = actual.ttl();
    boolean holds = ttl.isPresent() && ttl.getAsInt() >= least && ttl.getAsInt() <= most;
    return expect(holds, "Expecting ttl " + least + " to " + most + ", but found " + printed(ttl));
  }

  /** Type of service or traffic class, 0 to 255. */
  public IpHeaderAssert hasTos(int tos) {
    isNotNull();
    return expectPrinted("tos", tos, actual.tos());
  }

  /** The protocol number or first next-header value, 0 to 255. */
  public IpHeaderAssert hasProtocol(int protocol) {
    isNotNull();
    return expectPrinted("protocol", protocol, actual.protocol());
  }

  /** Total length (IPv4) or payload length (IPv6) in bytes. */
  public IpHeaderAssert hasLength(int length) {
    isNotNull();
    return expectPrinted("length", length, actual.length());
  }

  /** The identification, 0 to 65535. Always fails for IPv6, which has none. */
  public IpHeaderAssert hasId(int id) {
    isNotNull();
    return expectPrinted("id", id, actual instanceof Ipv4Header ip ? ip.id() : OptionalInt.empty());
  }

  /** The flow label, 0 to 1048575. Always fails for IPv4, which has none. */
  public IpHeaderAssert hasFlowLabel(int label) {
    isNotNull();
    return expectPrinted(
        "flow label",
        label,
        actual instanceof Ipv6Header ip ? ip.flowLabel() : OptionalInt.empty());
  }

  /** DF is set. Always fails for IPv6, which has no such flag. */
  public IpHeaderAssert hasDontFragment() {
    isNotNull();
    return expect(flags().dontFragment(), "Expecting DF, but it is not set");
  }

  /** DF is not set. Fails if tcpdump printed no flags; always passes for IPv6. */
  public IpHeaderAssert hasNoDontFragment() {
    isNotNull();
    expect(areFlagsPrinted(), "Expecting no DF, but no flags were printed");
    return expect(!flags().dontFragment(), "Expecting no DF, but it is set");
  }

  /** The packet is a fragment, first or later. For IPv6: its first extension header says so. */
  public IpHeaderAssert isFragment() {
    isNotNull();
    return expect(hasFragmentField(), "Expecting a fragment, but found a whole packet");
  }

  /**
   * The packet is not a fragment. Fails if the header does not tell: for IPv4 if tcpdump printed no
   * flags, for IPv6 if other extension headers come first.
   */
  public IpHeaderAssert isNotFragment() {
    isNotNull();
    expect(!hasFragmentField(), "Expecting a whole packet, but found a fragment");
    return expect(
        tellsFragments(),
        "Expecting a whole packet, but the header does not tell whether it is one");
  }

  private boolean hasFragmentField() {
    if (actual instanceof Ipv4Header ip) {
      return ip.offset().orElse(0) > 0 || flags().moreFragments();
    }
    return actual.protocol().orElse(-1) == FRAGMENT;
  }

  private boolean tellsFragments() {
    OptionalInt next = actual.protocol();
    return actual instanceof Ipv4Header
        ? areFlagsPrinted()
        : next.isPresent() && !BEFORE_FRAGMENT.contains(next.getAsInt());
  }

  private boolean areFlagsPrinted() {
    return !(actual instanceof Ipv4Header ip) || ip.flags().isPresent();
  }

  private Ipv4Flags flags() {
    return actual instanceof Ipv4Header ip ? ip.flags().orElse(Ipv4Flags.NONE) : Ipv4Flags.NONE;
  }

  private IpHeaderAssert expectPrinted(String what, int expected, OptionalInt found) {
    return expect(what, Integer.toString(expected), printed(found));
  }

  static String printed(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "none printed";
  }

  static String printed(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "none printed";
  }
}
