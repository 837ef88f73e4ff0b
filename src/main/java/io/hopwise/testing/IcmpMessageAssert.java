package io.hopwise.testing;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an ICMP message, {@linkplain HopwiseAssertions#assertThat(IcmpMessage) created
 * here}.
 *
 * @since 0.1
 */
public class IcmpMessageAssert extends HopwiseAssert<IcmpMessageAssert, IcmpMessage> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public IcmpMessageAssert(@Nullable IcmpMessage actual) {
    super(actual, IcmpMessageAssert.class);
  }

  /** It is an echo request. */
  public IcmpMessageAssert isEchoRequest() {
    isNotNull();
    return expect(actual.isEchoRequest(), "Expecting an echo request, but found: " + actual.text());
  }

  /** It is an echo reply. */
  public IcmpMessageAssert isEchoReply() {
    isNotNull();
    return expect(actual.isEchoReply(), "Expecting an echo reply, but found: " + actual.text());
  }

  /** It reports an error about another packet. */
  public IcmpMessageAssert isError() {
    isNotNull();
    return expect(actual.isError(), "Expecting an ICMP error, but found: " + actual.text());
  }

  /** The message type, 0 to 255. */
  public IcmpMessageAssert hasType(int type) {
    isNotNull();
    return expect("type", Integer.toString(type), IpHeaderAssert.printed(actual.type()));
  }

  /** The message code, 0 to 255. */
  public IcmpMessageAssert hasCode(int code) {
    isNotNull();
    return expect("code", Integer.toString(code), IpHeaderAssert.printed(actual.code()));
  }

  /** The identifier of an echo, 0 to 65535. */
  public IcmpMessageAssert hasId(int id) {
    isNotNull();
    return expect("id", Integer.toString(id), IpHeaderAssert.printed(actual.id()));
  }

  /** The sequence number of an echo, 0 to 65535. */
  public IcmpMessageAssert hasSeq(int seq) {
    isNotNull();
    return expect("seq", Integer.toString(seq), IpHeaderAssert.printed(actual.seq()));
  }

  /** The MTU given by "need to frag" or "packet too big", in bytes. */
  public IcmpMessageAssert hasMtu(long mtu) {
    isNotNull();
    return expect("mtu", Long.toString(mtu), IpHeaderAssert.printed(actual.mtu()));
  }

  /** The closed port, 0 to 65535. */
  public IcmpMessageAssert hasPort(int port) {
    isNotNull();
    return expect("port", Integer.toString(port), IpHeaderAssert.printed(actual.port()));
  }

  /** The host the message is about, as printed. */
  public IcmpMessageAssert isAbout(String host) {
    isNotNull();
    return expect("subject", host, actual.subject().map(Host::text).orElse("none printed"));
  }

  /** tcpdump's words for the message contain this text. */
  public IcmpMessageAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().contains(part),
        "Expecting a text with \"" + part + "\", but found \"" + actual.text() + "\"");
  }

  /** Continues with the header of the quoted packet. */
  public IpHeaderAssert quotedIp() {
    isNotNull();
    IpHeader quoted = actual.quoted().map(InnerPacket::ip).orElse(null);
    if (quoted == null) {
      missing("Expecting a quoted packet, but found: " + actual.text());
    }
    return part(IpHeaderAssert.class, IpHeader.class, quoted, IpHeaderAssert::new, where());
  }
}
