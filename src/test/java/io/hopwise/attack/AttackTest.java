package io.hopwise.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.attack.PlainPrinter.Dump;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hostile captures, always the same ones, printed as several releases of tcpdump do. {@code
 * -Dhopwise.attack.seconds=600} runs it for so long, from {@code -Dhopwise.attack.seed} on.
 */
class AttackTest {
  private static final int CAPTURES = 4;
  private static final int FRAMES = 24;
  private static final Release NEWEST = Release.V4_99_3;
  private static final int WHOLE = 1 << 18;

  private static final long SECONDS = Long.getLong("hopwise.attack.seconds", 0);
  private static final long SEED = Long.getLong("hopwise.attack.seed", 0);

  private static List<PlainPrinter> views(Release release) {
    List<PlainPrinter> views = new ArrayList<>();
    for (TimeForm form : TimeForm.values()) {
      for (Dump dump : form.isKnownTo(release) ? Dump.values() : new Dump[0]) {
        boolean isKnown = dump != Dump.ASCII_FROM_LINK || !release.isBefore(Release.V3_9_3);
        if (isKnown && (dump != Dump.ASCII || release != Release.V3_7_2)) {
          views.add(new PlainPrinter(release, form, true, false, dump));
          views.add(new PlainPrinter(release, form, true, true, dump));
          views.add(new PlainPrinter(release, form, false, false, dump));
          views.add(new PlainPrinter(release, form, false, true, dump));
        }
      }
    }
    return views;
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void noPacketIsInventedOrLostUnlessMarkedAmbiguous(Release release) {
    List<String> errors = new ArrayList<>();
    List<PlainPrinter> views = views(release);
    long until = System.nanoTime() + SECONDS * 1_000_000_000L / Release.values().length;
    long captures = 0;
    long ambiguous = 0;
    for (; captures < (long) CAPTURES * views.size() || System.nanoTime() < until; captures++) {
      PlainPrinter view = views.get((int) (captures % views.size()));
      long seed = SEED + captures;
      Random random = new Random(seed);
      int snapshot = random.nextInt(8) == 0 ? 60 + random.nextInt(300) : WHOLE;
      boolean trailers = view.link() && random.nextBoolean();
      List<MadeFrame> frames =
          new HostileCapture(random, release, view.form(), trailers, snapshot).frames(FRAMES);
      Truth truth = new Truth(frames);
      byte[] text = view.print(frames);
      List<String> wrong = truth.errors(text);
      ambiguous += truth.ambiguous();
      if (!wrong.isEmpty()) {
        errors.add(view + " of seed " + seed + ", snapshot " + snapshot + ": " + wrong);
        KeptAttacks.keep(release + "-" + seed, text, frames);
      }
    }
    KeptAttacks.print(
        release
            + ": "
            + captures
            + " captures, "
            + ambiguous
            + " doubtful entries, "
            + errors.size()
            + " wrong");
    assertThat(String.join("\n", errors)).isEmpty();
  }

  @Test
  void theTestNoticesAnInventedPacket() {
    List<MadeFrame> frames =
        new HostileCapture(new Random(1), NEWEST, TimeForm.CLOCK, false, WHOLE).frames(FRAMES);
    byte[] text = new PlainPrinter(NEWEST, TimeForm.CLOCK, true, false, Dump.NONE).print(frames);
    assertThat(new Truth(frames).errors(text)).isEmpty();
    assertThat(new Truth(frames.subList(0, FRAMES - 1)).errors(text)).hasSize(1);
    assertThat(new Truth(frames.subList(1, FRAMES)).errors(text)).hasSize(1);
  }

  @Test
  void theTestNoticesAMissingPacket() {
    List<MadeFrame> frames =
        new HostileCapture(new Random(1), NEWEST, TimeForm.CLOCK, false, WHOLE).frames(FRAMES);
    PlainPrinter printer = new PlainPrinter(NEWEST, TimeForm.CLOCK, true, false, Dump.NONE);
    byte[] text = printer.print(frames.subList(0, FRAMES - 1));
    assertThat(new Truth(frames).errors(text)).containsExactly("the last 1 missing");
  }
}
