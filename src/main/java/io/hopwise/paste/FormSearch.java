package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.ways.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the form in which most of a sample is understood. Marks that need no arrangement of
 * lines, such as entities or colours, are undone as soon as they are seen; of what remains a few
 * ways are followed at a time, a few steps deep.
 */
final class FormSearch {
  private static final int DEEPEST = 4;
  private static final int WIDEST = 4;
  private static final int ENOUGH = 4;

  private final Trial trial;
  private final ImmutableList<WayFinder> marks;
  private final ImmutableList<WayFinder> arrangements;
  private final WayFinder halves;

  FormSearch(Trial trial, ImmutableList<WayFinder> marks, ImmutableList<WayFinder> arrangements) {
    this.trial = trial;
    this.marks = marks;
    this.arrangements = arrangements;
    this.halves = Ways.halves(trial);
  }

  /** A form, and what is read in it. */
  record Candidate(Form form, PastedText text, Reading reading) {
    boolean isPerfect() {
      return reading.packets() > 0 && reading.lost() == 0;
    }

    /** Whether little of a text is lost, so that nothing but broken lines is to be mended. */
    boolean readsAsItStands() {
      return reading.packets() > 0 && 8 * reading.lost() <= text.length();
    }

    /** Whether records are read one after the other, up to where perhaps another form begins. */
    boolean isGood() {
      int first = reading.firstPacket();
      int lost = reading.firstLost(Math.min(first, reading.pieces().size()));
      return lost - first >= ENOUGH;
    }

    /**
     * The index of the first piece at or after another where the form stops fitting; the count if
     * none. A line of its own amid packets, from which something was taken like from theirs, is
     * unknown, but not of another form.
     */
    int firstMisfit(int from, PastedText source) {
      int at = reading.firstLost(from);
      while (form.hasPrefix()
          && at + 1 < reading.pieces().size()
          && reading.pieces().get(at + 1).isPacket()
          && hasPrefix(reading.pieces().get(at), source)) {
        at = reading.firstLost(at + 1);
      }
      return at;
    }

    /**
     * Where a line begins amid a record that is no record for want of the prefix, as the form's
     * ways mark it: what looks like a dump may be of another form. The end where there is none.
     */
    int firstOther(int end) {
      int first = reading.firstPacket() == reading.pieces().size() ? end : 1;
      for (int at = first; form.hasPrefix() && at < end; at++) {
        if (text.at(at) == Ways.NO_RECORD && text.at(at - 1) == '\n') {
          return at > reading.pieces().get(reading.firstPacket()).from() ? at : end;
        }
      }
      return end;
    }

    /** Whether records are indented right behind others that are not, as a packet's text may be. */
    boolean mayBeText() {
      return form.isIndented()
          && reading.pieces().stream()
              .limit(reading.firstPacket())
              .anyMatch(piece -> text.at(piece.from()) == Ways.NO_RECORD);
    }

    /** Whether a piece begins a line of the input. */
    boolean beginsLine(int piece, PastedText source) {
      int place = text.beginning(reading.pieces().get(piece).from(), source.bytes(), 0);
      return place == 0 || source.at(place - 1) == '\n';
    }

    /** Whether a line was longer in the input. */
    boolean hasPrefix(Reading.Piece piece, PastedText source) {
      return text.lineEnd(piece.from()) == piece.to()
          && hasPrefix(piece.from(), piece.to(), source);
    }

    /** The same for any line. */
    boolean hasPrefix(int line, int end, PastedText source) {
      int from = text.beginning(line, source.bytes(), 0);
      int to = end == text.length() ? source.length() : text.beginning(end, source.bytes(), 0);
      return to - from > end - line;
    }

    /** Whether text that reads as it stands has marks that tcpdump does not print. */
    boolean isClearer(Reading plain) {
      int more = reading.packets() - plain.packets();
      return !form.isPlain()
          && ((more > 0 && plain.parts() > 0) || (more == 0 && form.isHarmless()));
    }

    /** Whether more makes sense than in all others. */
    boolean helps(List<Candidate> others) {
      return others.stream()
          .allMatch(
              other ->
                  reading.understood() > other.reading.understood()
                      || reading.records() > other.reading.records()
                      || lostShare() < other.lostShare());
    }

    private double lostShare() {
      return (double) reading.lost() / Math.max(1, text.length());
    }

    /** Bytes that are no riddle. */
    int known() {
      return text.length() - reading.lost();
    }
  }

  /** What is read in a form. */
  Candidate candidate(Form form, PastedText sample) {
    PastedText text = form.undo(sample);
    return new Candidate(form, text, trial.read(text));
  }

  /** What is read in a form, to be compared with others. */
  Candidate tried(Form form, PastedText sample) {
    PastedText text = form.undo(sample);
    return new Candidate(form, text, trial.tryOut(text));
  }

  /** What is read without the marks that are seen. */
  Candidate withoutMarks(Candidate plain) {
    Candidate normal = normalized(plain);
    // Where no packet is won, only what tcpdump never prints is taken away.
    boolean wins = normal.reading.packets() > plain.reading.packets();
    Form form = wins ? shortened(normal, plain).form : normal.form.harmless();
    return form.isPlain() ? plain : candidate(form, plain.text);
  }

  /** The best form of a sample; {@link Form#PLAIN} where none is better. */
  Candidate best(Candidate plain) {
    Candidate best = plain;
    Set<String> seen = new HashSet<>();
    Candidate unmarked = normalized(plain);
    if (KnownForms.fits(unmarked) && (unmarked.isPerfect() || unmarked.isGood())) {
      return shortened(unmarked, plain); // Arranged otherwise, it says something else.
    }
    List<Candidate> front = List.of(unmarked);
    for (int depth = 0; depth < DEEPEST && !front.isEmpty(); depth++) {
      List<Candidate> next = new ArrayList<>();
      for (Candidate from : front) {
        if (from.reading.isBetterThan(best.reading)) {
          best = from;
        }
        expand(from, next, seen);
      }
      next.sort(
          Comparator.comparingInt((Candidate c) -> -c.reading.understood())
              .thenComparingInt(c -> -c.reading.records())
              .thenComparingInt(c -> -c.known()));
      boolean helps = !next.isEmpty() && next.get(0).helps(front);
      front = helps ? next.subList(0, Math.min(WIDEST, next.size())) : List.of();
      if (!front.isEmpty() && front.get(0).reading.isBetterThan(best.reading)) {
        best = front.get(0);
      }
      if (best.isPerfect() || best.isGood()) {
        break;
      }
    }
    return shortened(best, plain);
  }

  /** The same with one more thing undone, if most of what is lost is understood then. */
  Candidate mended(Candidate found) {
    Candidate best = found;
    for (WayFinder finder : arrangements) {
      for (Way way : found.reading.lost() == 0 ? List.<Way>of() : finder.find(found.text)) {
        Candidate more = with(found, way);
        if (more != null
            && more.reading.understood() > best.reading.understood()
            && 2 * more.reading.lost() <= found.reading.lost()) {
          best = more;
        }
      }
    }
    return best;
  }

  private void expand(Candidate from, List<Candidate> next, Set<String> seen) {
    for (WayFinder finder : arrangements) {
      for (Way way : finder.find(from.text)) {
        if (way.takesTimes() && from.reading.packets() > 0) {
          continue; // Others have their times right there.
        }
        Candidate more = with(from, way);
        if (more == null || !seen.add(more.form.toString())) {
          continue;
        }
        Candidate normal = normalized(more);
        next.add(normal);
        addHalves(normal, next);
        if (normal.isPerfect()) {
          return;
        }
      }
      if (next.stream().anyMatch(Candidate::isGood)) {
        return;
      }
    }
  }

  /** Without their first lines, records are nothing before they are known to be halves. */
  private void addHalves(Candidate from, List<Candidate> next) {
    if (from.reading.packets() > 0) {
      return;
    }
    for (Way way : halves.find(from.text)) {
      Candidate more = with(from, way);
      if (more != null) {
        next.add(more);
      }
    }
  }

  /** With all marks undone that are seen in it, unless less is understood then. */
  private Candidate normalized(Candidate from) {
    Candidate normal = from;
    for (WayFinder finder : marks) {
      for (Way way : finder.find(normal.text)) {
        Candidate more = with(normal, way);
        if (more != null && saysNoLess(more.reading, normal.reading)) {
          normal = more;
          break;
        }
      }
    }
    return normal;
  }

  /** Whether no packet is lost, though words more of one may be kept as text. */
  private static boolean saysNoLess(Reading more, Reading before) {
    int packets = more.packets() - before.packets();
    return packets >= 0
        || (packets + more.parts() - before.parts() >= 0
            && more.understood() > before.understood());
  }

  private @Nullable Candidate with(Candidate from, Way way) {
    PastedText text = way.undo(from.text);
    if (text.length() == 0 || text.saysTheSameAs(from.text)) {
      return null; // Nothing is understood of nothing.
    }
    return new Candidate(from.form.and(way), text, trial.tryOut(text));
  }

  /** Without what does not help. */
  private Candidate shortened(Candidate best, Candidate plain) {
    Candidate shorter = best;
    for (int i = best.form.ways().size() - 1; i >= 0 && best.form.ways().size() > 1; i--) {
      boolean harmless = best.form.ways().get(i).isHarmless();
      Candidate without = tried(shorter.form.without(i), plain.text);
      // What tcpdump never prints is taken away also where the words around it are understood.
      if (harmless
          ? without.reading.packets() > shorter.reading.packets()
          : !shorter.reading.isBetterThan(without.reading)) {
        shorter = without;
      }
    }
    return shorter;
  }
}
