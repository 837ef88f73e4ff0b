package io.hopwise.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Writes packets into a pcap file, with their IP headers and checksums. */
final class PacketFile {
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP6 = 58;

  private static final long START_MICROS = 1_718_000_000_000_000L;
  private static final int SNAPSHOT_LENGTH = 262_144;
  private static final int LINK_TYPE_ETHERNET = 1;
  private static final int WRONG_CHECKSUM_ONE_IN = 500;

  private final OutputStream out;
  private final Random random;
  private long clockMicros = START_MICROS;
  private long written;

  PacketFile(OutputStream out, Random random) throws IOException {
    this.out = out;
    this.random = random;
    out.write(fileHeader());
  }

  /** How many packets were written. */
  long written() {
    return written;
  }

  void send(Host from, Host to, int protocol, byte[] body, int ttl, int trafficClass, boolean df)
      throws IOException {
    setChecksum(from, to, protocol, body);
    if (protocol == TCP && random.nextInt(WRONG_CHECKSUM_ONE_IN) == 0) {
      body[17] ^= 1;
    }
    byte[] header =
        from.six()
            ? header6(from, to, protocol, body.length, ttl, trafficClass)
            : header4(from, to, protocol, body.length, ttl, trafficClass, df);
    record(from.six() ? 0x86dd : 0x0800, header, body);
  }

  static byte[] header4(
      Host from, Host to, int protocol, int length, int ttl, int tos, boolean df) {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    buffer.put((byte) 0x45).put((byte) tos).putShort((short) (20 + length));
    buffer.putShort((short) from.nextIdentification()).putShort((short) (df ? 0x4000 : 0));
    buffer.put((byte) ttl).put((byte) protocol).putShort((short) 0);
    buffer.put(from.address).put(to.address);
    return buffer.putShort(10, (short) folded(sum(buffer.array(), 0))).array();
  }

  private static byte[] header6(
      Host from, Host to, int protocol, int length, int hopLimit, int trafficClass) {
    ByteBuffer buffer = ByteBuffer.allocate(40);
    int flowLabel = (from.address[15] & 0xff) * 257 + protocol;
    buffer.putInt(6 << 28 | trafficClass << 20 | flowLabel).putShort((short) length);
    buffer.put((byte) protocol).put((byte) hopLimit);
    return buffer.put(from.address).put(to.address).array();
  }

  static void setChecksum(Host from, Host to, int protocol, byte[] body) {
    int at =
        switch (protocol) {
          case TCP -> 16;
          case UDP -> 6;
          default -> 2;
        };
    long total = sum(body, 0);
    if (protocol != ICMP) {
      total = sum(from.address, sum(to.address, total + protocol + body.length));
    }
    int checksum = folded(total);
    if (checksum == 0 && protocol == UDP) {
      checksum = 0xffff; // zero would mean that there is no checksum
    }
    ByteBuffer.wrap(body).putShort(at, (short) checksum);
  }

  /** The sum of 16-bit words (RFC 1071) before folding in carries. */
  private static long sum(byte[] data, long start) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    long total = start;
    while (buffer.remaining() > 1) {
      total += buffer.getShort() & 0xffff;
    }
    return buffer.hasRemaining() ? total + ((buffer.get() & 0xff) << 8) : total;
  }

  private static int folded(long sum) {
    long total = sum;
    while (total > 0xffff) {
      total = (total & 0xffff) + (total >> 16);
    }
    return (int) (~total & 0xffff);
  }

  private static byte[] fileHeader() {
    ByteBuffer buffer = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    return buffer.putInt(SNAPSHOT_LENGTH).putInt(LINK_TYPE_ETHERNET).array();
  }

  private void record(int etherType, byte[] header, byte[] body) throws IOException {
    clockMicros += 5 + random.nextInt(400);
    int length = 14 + header.length + body.length;
    ByteBuffer buffer = ByteBuffer.allocate(16 + 14).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt((int) (clockMicros / 1_000_000)).putInt((int) (clockMicros % 1_000_000));
    buffer.putInt(length).putInt(length);
    buffer.put(new byte[] {2, 0, 0, 0, 9, 2, 2, 0, 0, 0, 119, 1});
    buffer.order(ByteOrder.BIG_ENDIAN).putShort((short) etherType);
    out.write(buffer.array());
    out.write(header);
    out.write(body);
    written++;
  }
}
