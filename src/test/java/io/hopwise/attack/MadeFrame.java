package io.hopwise.attack;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A made Ethernet frame and what must be read of it.
 *
 * @param bytes the frame, as captured
 * @param wireLength its length on the wire
 * @param src the IPv4 source, dotted
 * @param dst the IPv4 destination, dotted
 * @param ttl 1 to 255
 * @param id the IPv4 identification: no two frames of a capture have the same
 * @param ipLength the total length, in bytes
 * @param protocol TCP or UDP
 * @param srcPort the source port
 * @param dstPort the destination port
 * @param payloadLength the bytes behind the transport header
 */
@SuppressWarnings("ArrayRecordComponent")
record MadeFrame(
    byte[] bytes,
    int wireLength,
    String src,
    String dst,
    int ttl,
    int id,
    int ipLength,
    int protocol,
    int srcPort,
    int dstPort,
    int payloadLength) {
  static final int LINK = 14;
  static final int TCP = 6;
  static final int UDP = 17;
  private static final int IP = 20;

  /** A frame without a trailer, captured whole. */
  static MadeFrame of(
      byte[] macs,
      byte[] src,
      byte[] dst,
      int ttl,
      int id,
      int protocol,
      int[] ports,
      byte[] data) {
    int transport = protocol == TCP ? 20 : 8;
    int length = IP + transport + data.length;
    ByteBuffer out = ByteBuffer.allocate(LINK + length);
    out.put(macs).putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) length).putShort((short) id);
    out.putShort((short) 0x4000).put((byte) ttl).put((byte) protocol).putShort((short) 0);
    out.put(src).put(dst);
    out.putShort(LINK + 10, (short) sum(out.array(), LINK, LINK + IP, 0));
    out.putShort((short) ports[0]).putShort((short) ports[1]);
    if (protocol == TCP) {
      out.putInt(id * 7919).putInt(id * 104729).put((byte) 0x50).put((byte) 0x18);
      out.putShort((short) 1000).putShort((short) 0).putShort((short) 0);
    } else {
      out.putShort((short) (8 + data.length)).putShort((short) 0);
    }
    out.put(data);
    if (protocol == TCP) {
      int pseudo = protocol + transport + data.length + words(src) + words(dst);
      out.putShort(LINK + IP + 16, (short) sum(out.array(), LINK + IP, out.capacity(), pseudo));
    }
    return new MadeFrame(
        out.array(),
        out.capacity(),
        dotted(src),
        dotted(dst),
        ttl,
        id,
        length,
        protocol,
        ports[0],
        ports[1],
        data.length);
  }

  private static int words(byte[] address) {
    ByteBuffer in = ByteBuffer.wrap(address);
    return (in.getShort() & 0xFFFF) + (in.getShort() & 0xFFFF);
  }

  private static int sum(byte[] bytes, int from, int to, int start) {
    long sum = start;
    for (int at = from; at < to; at += 2) {
      int low = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
      sum += (bytes[at] & 0xFF) << 8 | low;
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return (int) ~sum & 0xFFFF;
  }

  private static String dotted(byte[] address) {
    return (address[0] & 255)
        + "."
        + (address[1] & 255)
        + "."
        + (address[2] & 255)
        + "."
        + (address[3] & 255);
  }

  /** The same frame with bytes behind its packet. */
  MadeFrame withTrailer(byte[] trailer) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + trailer.length);
    System.arraycopy(trailer, 0, all, bytes.length, trailer.length);
    return with(all, all.length);
  }

  /** The same frame of which so many bytes were captured at most. */
  MadeFrame cut(int captured) {
    return with(Arrays.copyOf(bytes, Math.min(bytes.length, captured)), wireLength);
  }

  private MadeFrame with(byte[] captured, int length) {
    return new MadeFrame(
        captured, length, src, dst, ttl, id, ipLength, protocol, srcPort, dstPort, payloadLength);
  }
}
