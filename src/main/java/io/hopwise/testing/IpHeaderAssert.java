package io.hopwise.testing;

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
    return expect(flags().dontFragment(), "Expecting DF, but it is not set");
  }

  /** DF is not set. */
  public IpHeaderAssert hasNoDontFragment() {
    return expect(!flags().dontFragment(), "Expecting no DF, but it is set");
  }

  /** The packet is a fragment, first or later. */
  public IpHeaderAssert isFragment() {
    return expect(fragment(), "Expecting a fragment, but found a whole packet");
  }

  /** The packet is not a fragment. */
  public IpHeaderAssert isNotFragment() {
    return expect(!fragment(), "Expecting a whole packet, but found a fragment");
  }

  private boolean fragment() {
    boolean later = actual instanceof Ipv4Header ip && ip.offset().orElse(0) > 0;
    return later || flags().moreFragments();
  }

  private Ipv4Flags flags() {
    isNotNull();
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
