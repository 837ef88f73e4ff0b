package io.hopwise.attack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A capture of ordinary packets and of hostile ones, made by chance. */
final class HostileCapture {
  private static final long START = 1718000000L;
  private static final int SNAPSHOT = 262144;
  private static final int ETHERNET = 1;
  private static final byte[] MACS = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2};

  private final Random random;
  private final HostilePayload payload;
  private final boolean trailers;
  private final int snapshot;
  private final List<MadeFrame> frames = new ArrayList<>();
  private int id;

  /**
   * Made by chance.
   *
   * @param release which tcpdump will print the capture
   * @param form how it will print times
   * @param trailers whether frames hold hostile bytes behind their packets
   * @param snapshot how much of a frame is captured at most
   */
  HostileCapture(Random random, Release release, TimeForm form, boolean trailers, int snapshot) {
    this.random = random;
    this.payload =
        new HostilePayload(
            random, release, () -> form.text(release, START, micros(frames.size()) + 500));
    this.trailers = trailers;
    this.snapshot = snapshot;
  }

  static long micros(int frame) {
    return frame * 137931L;
  }

  static long seconds() {
    return START;
  }

  /** So many frames, one in three of them hostile, the last ones not. */
  List<MadeFrame> frames(int count) {
    for (int i = 0; i < count; i++) {
      boolean hostile = i > 0 && i < count - 3 && random.nextInt(3) == 0;
      frames.add(frame(hostile));
    }
    return frames;
  }

  private MadeFrame frame(boolean hostile) {
    int protocol = random.nextBoolean() ? MadeFrame.TCP : MadeFrame.UDP;
    int[] wellKnown = {80, 69, 5060, 25, 4789, 9999, 9998, 40001, 40002};
    int[] ports = {1024 + random.nextInt(60000), wellKnown[random.nextInt(wellKnown.length)]};
    boolean carries = hostile && !(trailers && random.nextBoolean());
    byte[] data =
        carries
            ? HostilePayload.bytes(payload.next())
            : HostilePayload.bytes("z".repeat(random.nextInt(4) * random.nextInt(30)));
    byte[] src = {(byte) (random.nextBoolean() ? 10 : 192), byteOf(), byteOf(), byteOf()};
    byte[] dst = {(byte) (random.nextBoolean() ? 10 : 198), byteOf(), byteOf(), byteOf()};
    byte[] macs = MACS.clone();
    if (hostile && random.nextInt(4) == 0) {
      byte[] words = HostilePayload.bytes("\n\t ^C[a@b#\n>1:0");
      for (int i = 0; i < macs.length; i++) {
        macs[i] = i == 0 || i == 6 ? macs[i] : words[random.nextInt(words.length)];
      }
    }
    id += 1 + random.nextInt(3);
    if (id % 256 == '\r') {
      id++;
    }
    int ttl = 30 + random.nextInt(200);
    MadeFrame made = MadeFrame.of(macs, src, dst, ttl, id, protocol, ports, data);
    if (hostile && !carries) {
      made = made.withTrailer(HostilePayload.bytes(payload.trailer()));
    } else if (made.bytes().length < 60 && random.nextBoolean()) {
      made = made.withTrailer(new byte[60 - made.bytes().length]);
    }
    return made.cut(snapshot);
  }

  private byte byteOf() {
    return (byte) (1 + random.nextInt(250));
  }

  /** The capture file of some frames. */
  static byte[] pcap(List<MadeFrame> frames) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.writeBytes(head.putInt(SNAPSHOT).putInt(ETHERNET).array());
    for (int i = 0; i < frames.size(); i++) {
      MadeFrame frame = frames.get(i);
      long micros = micros(i);
      ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      record.putInt((int) (START + micros / 1_000_000)).putInt((int) (micros % 1_000_000));
      record.putInt(frame.bytes().length).putInt(frame.wireLength());
      file.writeBytes(record.array());
      file.writeBytes(frame.bytes());
    }
    return file.toByteArray();
  }
}
