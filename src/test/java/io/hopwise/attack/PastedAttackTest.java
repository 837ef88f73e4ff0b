package io.hopwise.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.attack.PlainPrinter.Dump;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Hostile captures whose text was pasted: what a packet carried is what the paste undoes. */
class PastedAttackTest {
  private static final int CAPTURES = Integer.getInteger("hopwise.attack.captures", 3);
  private static final long SEED = Long.getLong("hopwise.attack.seed", 0);
  private static final int FRAMES = 12;
  private static final List<Release> RELEASES =
      List.of(Release.V4_0_0, Release.V4_9_3, Release.V4_99_3);

  @ParameterizedTest
  @EnumSource(
      value = Pasting.class,
      mode = Mode.EXCLUDE,
      names = {
        "DOTS",
        "COLONS",
        "COMMAS",
        "DASHES",
        "DASHES_LONG",
        "PADDED",
        "EMPTY_BEHIND",
        "EMPTY_TWICE",
        "EMPTY_THRICE",
        "MARKDOWN_ALL",
        "BLANK_AT_ENDS",
        "TWO_AT_ENDS",
        "ENDS_SHOWN",
        "ENDS_SHOWN_ALONE",
        "PILCROWS",
        "RETURNS_SHOWN",
        "RETURNS_AND_ENDS",
        "JSON_OCTAL",
        "JSON_NUMBERED_TABS"
      })
  void noPacketIsInventedOrLostUnlessMarkedAmbiguous(Pasting pasting) {
    List<String> errors = new ArrayList<>();
    int ambiguous = 0;
    int packets = 0;
    for (int i = 0; i < CAPTURES; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      Release release = RELEASES.get(random.nextInt(RELEASES.size()));
      TimeForm form = random.nextBoolean() ? TimeForm.CLOCK : TimeForm.DATE;
      PlainPrinter view = new PlainPrinter(release, form, true, false, Dump.ASCII);
      List<MadeFrame> frames = new PastedCapture(random, view).frames(FRAMES);
      byte[] text = pasting.of(view.print(frames));
      Counts counts = new Counts(frames);
      List<String> wrong = counts.errors(text);
      ambiguous += counts.ambiguous;
      packets += frames.size();
      if (!wrong.isEmpty()) {
        errors.add(view + " of seed " + seed + ": " + wrong);
        KeptAttacks.keep("pasted-" + pasting + "-" + seed, text, frames);
        KeptAttacks.keep("clean-" + pasting + "-" + seed, view.print(frames), frames);
      }
    }
    KeptAttacks.print(
        pasting
            + ": "
            + CAPTURES
            + " captures, "
            + packets
            + " packets, "
            + ambiguous
            + " doubtful, "
            + errors.size()
            + " wrong");
    assertThat(String.join("\n", errors)).isEmpty();
  }

  private static MadeFrame frame(int id, String data) {
    byte[] src = {10, 1, 1, 7};
    byte[] dst = {(byte) 198, 51, 100, 20};
    byte[] bytes = HostilePayload.bytes(data);
    int[] ports = {2000, 36022};
    return MadeFrame.of(new byte[12], src, dst, 64, id, MadeFrame.UDP, ports, bytes);
  }

  private static List<MadeFrame> harmless() {
    List<MadeFrame> frames = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      frames.add(frame(i + 1, "a <word> of \"many\" & more\nline " + i));
    }
    return frames;
  }

  private static final PlainPrinter VIEW =
      new PlainPrinter(Release.V4_99_3, TimeForm.CLOCK, true, false, Dump.ASCII);

  @ParameterizedTest
  @EnumSource(
      value = Pasting.class,
      names = {
        "HTML",
        "HTML_TWICE",
        "HTML_LINES",
        "HTML_SPANS",
        "JSON_LOG",
        "JSON_MESSAGES",
        "JSON_STRING",
        "PERCENT",
        "PYTHON",
        "CODE",
        "BOLD",
        "COLOURS",
        "BLANKS_NO_BREAK",
        "INVISIBLE",
        "QUOTED_HTML"
      })
  void harmlessPayloadsAreCounted(Pasting pasting) {
    List<MadeFrame> frames = harmless();
    Counts counts = new Counts(frames);
    assertThat(counts.errors(pasting.of(VIEW.print(frames)))).isEmpty();
    assertThat(counts.ambiguous).isZero();
  }

  @Test
  void aDumpThatSwallowsTheNextRecordIsAmbiguous() {
    List<MadeFrame> frames = harmless();
    int next = VIEW.print(frames.subList(3, 4)).length;
    frames.set(2, frame(3, "&lt;".repeat(next / 3) + "x".repeat(next % 3)));
    Counts hidden = new Counts(frames);
    assertThat(hidden.errors(Pasting.HTML_TAGS_ESCAPED.of(VIEW.print(frames)))).isEmpty();
    assertThat(hidden.ambiguous).isPositive();
  }

  /**
   * Holds what was read of a text against the packets that were printed, whatever stands around.
   */
  private static final class Counts {
    private final List<MadeFrame> frames;
    private int ambiguous;

    Counts(List<MadeFrame> frames) {
      this.frames = frames;
    }

    List<String> errors(byte[] text) {
      List<String> wrong = new ArrayList<>();
      CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text));
      int next = 0;
      boolean doubt = false;
      while (reader.hasNext()) {
        Entry entry = reader.next();
        boolean packet = entry instanceof Packet;
        boolean doubtful = entry.text().isAmbiguous();
        boolean unread = !packet && entry.text().bytes().length > 1;
        ambiguous += packet && doubtful ? 1 : 0;
        doubt |= doubtful || unread;
        int found = packet ? indexFrom(next, (Packet) entry) : -1;
        if (found >= 0) {
          if (found > next && !doubt) {
            wrong.add("line " + entry.text().firstLine() + ": " + (found - next) + " missing");
          }
          next = found + 1;
          doubt = doubtful;
        } else if (packet && !doubtful) {
          wrong.add("line " + entry.text().firstLine() + ": invented " + entry);
        }
      }
      if (next < frames.size() && !doubt) {
        wrong.add("the last " + (frames.size() - next) + " missing");
      }
      return wrong;
    }

    private int indexFrom(int from, Packet packet) {
      for (int i = from; i < frames.size(); i++) {
        MadeFrame frame = frames.get(i);
        if (packet.ip().src().text().equals(frame.src())
            && packet.ip().dst().text().equals(frame.dst())
            && packet.ip().ttl().orElse(frame.ttl()) == frame.ttl()
            && packet.ip().length().orElse(frame.ipLength()) == frame.ipLength()) {
          return i;
        }
      }
      return -1;
    }
  }
}
