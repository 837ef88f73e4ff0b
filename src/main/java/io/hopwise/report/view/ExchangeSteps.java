package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.KeptPacket;
import io.hopwise.packet.TcpFlags;
import io.hopwise.report.view.Exchange.Party;
import io.hopwise.report.view.Exchange.Sort;
import io.hopwise.report.view.Exchange.Step;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection's kept packets as messages, each from who sent it. */
final class ExchangeSteps {
  /** How many first packets of a connection are kept; those that are not came later. */
  private static final int FIRST = 12;

  private static final int MOST = 16;
  private static final int BEGINNING = 4;
  private static final int BEFORE = 4;
  private static final long SECOND = 1_000_000_000L;

  private final Finding finding;
  private final Set<Long> suspects;
  private final boolean isRefused;
  private final List<Step> steps = new ArrayList<>();

  /**
   * The messages of a connection.
   *
   * @param isRefused whether what the receiver asked came to whoever refused it, as far as was seen
   */
  ExchangeSteps(Finding finding, boolean isRefused) {
    this.finding = finding;
    this.isRefused = isRefused;
    this.suspects = finding.packets().stream().map(PacketRef::record).collect(Collectors.toSet());
  }

  /**
   * The steps, first things first.
   *
   * @param kept the packets that are known one by one
   * @param all how many there were
   */
  ImmutableList<Step> of(List<KeptPacket> kept, long all) {
    int alike = 0;
    for (int i = 0; i < kept.size(); i++) {
      KeptPacket packet = kept.get(i);
      boolean gap = addGap(kept, i, all - kept.size());
      Step step = step(packet);
      boolean again = !gap && i > 0 && step.equals(step(kept.get(i - 1)));
      alike = again ? alike + 1 : 1;
      if (again) {
        steps.remove(steps.size() - 1);
      }
      steps.add(alike == 1 ? step : step.labelled(alike + " × " + step.label()));
      if (step.to() == Party.DEVICE && steps.size() == 1) {
        steps.add(new Step(Party.DEVICE, Party.HOST, "not seen to arrive", Sort.UNSEEN));
      }
    }
    return cut();
  }

  private Step step(KeptPacket packet) {
    if (!packet.forth()) {
      return new Step(
          Party.RECEIVER, isRefused ? Party.DEVICE : Party.HOST, words(packet), Sort.SEEN);
    }
    String ttl = packet.ttl().isPresent() ? ", TTL " + packet.ttl().getAsInt() : "";
    boolean suspect = isSuspect(packet);
    return new Step(
        suspect ? Party.DEVICE : Party.HOST,
        Party.RECEIVER,
        words(packet) + ttl,
        suspect ? Sort.SUSPECT : Sort.SEEN);
  }

  /** Whether it is one of the finding's packets; where not all are kept, its TTL decides. */
  private boolean isSuspect(KeptPacket packet) {
    return suspects.contains(packet.record())
        || (packet.ttl().isPresent()
            && finding.isOdd(packet.ttl().getAsInt())
            && finding.observed().stream()
                .anyMatch(level -> level.kinds().containsKey(packet.kind())));
  }

  /** {@code SYN, ACK}, {@code RST}, {@code FIN, ACK}, {@code 100 bytes}. */
  private static String words(KeptPacket packet) {
    List<String> words = new ArrayList<>();
    boolean carries = packet.length().orElse(0) > 0;
    packet
        .flags()
        .ifPresent(
            flags -> {
              addIf(flags.has(TcpFlags.SYN), "SYN", words);
              addIf(flags.has(TcpFlags.FIN), "FIN", words);
              addIf(flags.has(TcpFlags.RST), "RST", words);
              addIf(flags.has(TcpFlags.ACK) && !carries, "ACK", words);
            });
    if (carries) {
      words.add(English.count(packet.length().getAsInt(), "byte", "bytes"));
    }
    return words.isEmpty() ? packet.kind().words(1).substring(2) : String.join(", ", words);
  }

  private static void addIf(boolean set, String word, List<String> words) {
    if (set) {
      words.add(word);
    }
  }

  /** Adds what lies between a packet and the one before it, if that is worth a word. */
  private boolean addGap(List<KeptPacket> kept, int at, long missing) {
    if (at == 0) {
      return false;
    }
    KeptPacket before = kept.get(at - 1);
    KeptPacket packet = kept.get(at);
    boolean timed = before.nanos().isPresent() && packet.nanos().isPresent();
    long pause = timed ? packet.nanos().getAsLong() - before.nanos().getAsLong() : 0;
    List<String> words = new ArrayList<>();
    if (at == FIRST && missing > 0) {
      words.add(English.count(missing, "packet", "packets") + " between");
    }
    if (pause >= SECOND) {
      words.add(ConnectionWords.seconds(pause) + " s later");
    }
    if (!words.isEmpty()) {
      steps.add(gap(String.join(", ", words)));
    }
    return !words.isEmpty();
  }

  private static Step gap(String words) {
    return new Step(Party.HOST, Party.RECEIVER, words, Sort.GAP);
  }

  /** The beginning, and what stands around the first suspect. */
  private ImmutableList<Step> cut() {
    if (steps.size() <= MOST) {
      return ImmutableList.copyOf(steps);
    }
    int first = 0;
    while (first < steps.size() && steps.get(first).sort() != Sort.SUSPECT) {
      first++;
    }
    int from = Math.min(Math.max(BEGINNING, first - BEFORE), steps.size() - MOST + BEGINNING);
    int to = from + MOST - BEGINNING;
    ImmutableList.Builder<Step> seen = ImmutableList.builder();
    seen.addAll(steps.subList(0, BEGINNING));
    addLeftOut(steps.subList(BEGINNING, from), seen);
    seen.addAll(steps.subList(from, to));
    addLeftOut(steps.subList(to, steps.size()), seen);
    return seen.build();
  }

  private static void addLeftOut(List<Step> left, ImmutableList.Builder<Step> seen) {
    if (!left.isEmpty()) {
      seen.add(gap(English.number(left.size()) + " more"));
    }
  }
}
