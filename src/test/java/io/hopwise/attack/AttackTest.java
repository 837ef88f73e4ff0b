package io.hopwise.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile captures, always the same ones, printed as tcpdump does. */
class AttackTest {
  private static final int CAPTURES = 60;
  private static final int FRAMES = 24;
  private static final int WHOLE = 1 << 18;

  private static List<PlainPrinter> views(TimeForm form) {
    return List.of(
        new PlainPrinter(form, true, false, -1),
        new PlainPrinter(form, true, false, 0),
        new PlainPrinter(form, true, true, 0),
        new PlainPrinter(form, true, false, MadeFrame.LINK),
        new PlainPrinter(form, false, false, -1),
        new PlainPrinter(form, false, false, 0),
        new PlainPrinter(form, false, true, MadeFrame.LINK));
  }

  @ParameterizedTest
  @EnumSource(TimeForm.class)
  void noPacketIsInventedOrLostUnlessMarkedAmbiguous(TimeForm form) {
    List<String> errors = new ArrayList<>();
    for (PlainPrinter view : views(form)) {
      for (int i = 0; i < CAPTURES; i++) {
        Random random = new Random(i);
        int snapshot = i % 8 == 7 ? 60 + random.nextInt(300) : WHOLE;
        List<MadeFrame> frames =
            new HostileCapture(random, form, view.link() && i % 2 == 0, snapshot).frames(FRAMES);
        List<String> wrong = new Truth(frames).errors(view.print(frames));
        if (!wrong.isEmpty()) {
          errors.add(view + " of capture " + i + ": " + wrong);
        }
      }
    }
    assertThat(String.join("\n", errors)).isEmpty();
  }

  @Test
  void theTestNoticesAnInventedPacket() {
    List<MadeFrame> frames =
        new HostileCapture(new Random(1), TimeForm.CLOCK, false, WHOLE).frames(FRAMES);
    byte[] text = new PlainPrinter(TimeForm.CLOCK, true, false, -1).print(frames);
    assertThat(new Truth(frames).errors(text)).isEmpty();
    assertThat(new Truth(frames.subList(0, FRAMES - 1)).errors(text)).hasSize(1);
    assertThat(new Truth(frames.subList(1, FRAMES)).errors(text)).hasSize(1);
  }

  @Test
  void theTestNoticesAMissingPacket() {
    List<MadeFrame> frames =
        new HostileCapture(new Random(1), TimeForm.CLOCK, false, WHOLE).frames(FRAMES);
    PlainPrinter printer = new PlainPrinter(TimeForm.CLOCK, true, false, -1);
    byte[] text = printer.print(frames.subList(0, FRAMES - 1));
    assertThat(new Truth(frames).errors(text)).containsExactly("the last 1 missing");
  }
}
