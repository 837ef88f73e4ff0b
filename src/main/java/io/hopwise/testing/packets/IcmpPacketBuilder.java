package io.hopwise.testing.packets;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Payload;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.testing.capture.Endpoint;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes an ICMP or ICMPv6 echo, request or reply.
 *
 * @since 0.1
 */
public final class IcmpPacketBuilder extends PacketBuilder<IcmpPacketBuilder> {
  private final boolean request;
  private int echoId = 1;
  private int seq = 1;
  private int bytes = 56;

  IcmpPacketBuilder(Endpoint from, Endpoint to, boolean request) {
    super(from, to);
    this.request = request;
  }

  /** The echo's identifier, 0 to 65535; 1 by default. */
  public IcmpPacketBuilder echoId(int value) {
    echoId = Checks.range("echo id", value, 65535);
    return this;
  }

  /** The echo's sequence number, 0 to 65535; 1 by default. */
  public IcmpPacketBuilder seq(int value) {
    seq = Checks.range("seq", value, 65535);
    return this;
  }

  /** Payload bytes after the 8 of the header, 0 to 65507; 56 by default, like ping. */
  public IcmpPacketBuilder data(int length) {
    bytes = Checks.range("data", length, 65507);
    return this;
  }

  @Override
  int protocol() {
    return isIpv6() ? 58 : 1;
  }

  @Override
  int payloadBytes() {
    return 8 + bytes;
  }

  @Override
  Payload payload() {
    boolean six = isIpv6();
    int type = six ? (request ? 128 : 129) : (request ? 8 : 0);
    return new IcmpMessage(
        six ? IcmpMessage.Family.ICMP6 : IcmpMessage.Family.ICMP,
        OptionalInt.of(type),
        OptionalInt.of(0),
        OptionalInt.of(echoId),
        OptionalInt.of(seq),
        six ? OptionalInt.empty() : OptionalInt.of(8 + bytes),
        six ? Checksum.CORRECT : Checksum.NOT_PRINTED,
        request ? "echo request" : "echo reply",
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
