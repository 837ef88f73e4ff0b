package io.hopwise.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A capture of ordinary packets and of some that carry what tools write, so that undoing it changes
 * how many bytes a dump has: by as many as the next records have, or a forged one.
 */
final class PastedCapture {
  private static final List<String> MARKS =
      List.of(
          "&lt;",
          "&gt;",
          "&amp;",
          "&quot;",
          "&#39;",
          "&amp;lt;",
          "&nbsp;",
          "&lbrace;",
          "&#10;",
          "<b>",
          "</b>",
          "<br>",
          "<td></td>",
          "<i>x</i>",
          "<!-- -->",
          "<p></p>\n",
          "=3D",
          "=\n",
          "=20",
          "=0A",
          "%20",
          "%0A",
          "%25",
          "%",
          "\\n",
          "\\\\",
          "\\t",
          "\\\"",
          "\\",
          "\"",
          "'",
          "\\u0041",
          "\\x41",
          "\",\"log\":\"x",
          "\\\"}",
          "**",
          "*",
          "`",
          "~~",
          "__",
          "_x_",
          "\\*",
          "[a](http://b)",
          "<http://a|",
          "http://a.b/c",
          "a@b.c",
          "[32m",
          "[K",
          "^[[0m",
          "\\033[0m",
          "^M",
          "^I",
          "$",
          "|",
          " |",
          "| ",
          " \n",
          "  \n",
          "\t\n",
          "\n\n",
          "\n",
          "\n\n\n",
          "\t",
          "        ",
          "...",
          "..",
          "--",
          "-",
          "->",
          ">",
          " > 0x",
          "<",
          "fi",
          "ffi",
          ":",
          ", ",
          "{",
          "}",
          "!",
          "#",
          "#011",
          "\n.",
          "\"\"\n",
          "\"\",\n",
          "x\n",
          "*\n",
          "`\n",
          "_\n",
          "\\\n",
          "a=b\n",
          "stdout\n",
          "stdout_lines\n",
          "]\n",
          "[quote]",
          "\r",
          "\r\n",
          "x\rx\n");

  private final Random random;
  private final PlainPrinter view;
  private final HostileCapture capture;
  private final HostilePayload payload;
  private int id;

  PastedCapture(Random random, PlainPrinter view) {
    this.random = random;
    this.view = view;
    this.capture = new HostileCapture(random, view.release(), view.form(), false, 1 << 18);
    this.payload =
        new HostilePayload(
            random,
            view.release(),
            () -> view.form().text(view.release(), HostileCapture.seconds(), 9_000_000));
  }

  List<MadeFrame> frames(int count) {
    List<MadeFrame> frames = new ArrayList<>(capture.frames(random.nextInt(3) == 0 ? count : 0));
    while (frames.size() < count) {
      frames.add(frame(random.nextInt(100), "z".repeat(random.nextInt(40))));
    }
    int hostile = 1 + random.nextInt(2);
    for (int i = 0; i < hostile; i++) {
      int index = random.nextInt(count);
      frames.set(index, frame(index, carried(frames, index)));
    }
    return frames;
  }

  private String carried(List<MadeFrame> frames, int index) {
    String mark = MARKS.get(random.nextInt(MARKS.size()));
    String other = MARKS.get(random.nextInt(MARKS.size()));
    return switch (random.nextInt(5)) {
      case 0 -> swallowing(frames, index, mark);
      case 1 -> swallowing(frames, index, mark) + other;
      case 2 -> forging(mark);
      case 3 -> mark.repeat(1 + random.nextInt(200)) + payload.next();
      default ->
          mark.repeat(1 + random.nextInt(20))
              + "\n"
              + other.repeat(random.nextInt(20))
              + payload.record()
              + "\n";
    };
  }

  /** Loses as many bytes as the next records have. */
  private String swallowing(List<MadeFrame> frames, int index, String mark) {
    int last = Math.min(frames.size(), index + 2 + random.nextInt(2));
    int length = view.print(frames.subList(Math.min(index + 1, last), last)).length;
    int lost = 1 + random.nextInt(Math.max(1, mark.length()));
    return mark.repeat(Math.min(4000, length / lost))
        + "x".repeat(random.nextInt(2) * (length % lost));
  }

  /** Gains as many bytes as a forged record has. */
  private String forging(String mark) {
    String record = "\n" + payload.record() + "\n" + "x".repeat(random.nextInt(30));
    int gained = 1 + random.nextInt(8);
    int times = 1 + random.nextInt(3);
    int length = record.length() + random.nextInt(3) - 1;
    return mark.repeat(Math.min(3000, Math.max(1, times * length / gained))) + record;
  }

  private MadeFrame frame(int seed, String data) {
    id += 1 + random.nextInt(3);
    byte[] src = {10, 1, (byte) (1 + seed % 100), 7};
    byte[] dst = {(byte) 198, 51, 100, (byte) (20 + random.nextInt(60))};
    int protocol = random.nextBoolean() ? MadeFrame.TCP : MadeFrame.UDP;
    int[] ports = {2000 + random.nextInt(60000), 36022};
    return MadeFrame.of(
        new byte[12],
        src,
        dst,
        40 + random.nextInt(100),
        0x4000 + 14 * id,
        protocol,
        ports,
        HostilePayload.bytes(data));
  }
}
