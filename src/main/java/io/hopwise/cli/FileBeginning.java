package io.hopwise.cli;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.cli.process.RawArguments;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the first packets of a file show, before it is read: when it begins, and where it was taken.
 *
 * @param time when its first packet was captured, where printed
 * @param ttls the TTLs of its first packets, by their source
 */
record FileBeginning(Optional<PrintedTime> time, Map<String, Set<Integer>> ttls) {
  private static final FileBeginning UNKNOWN = new FileBeginning(Optional.empty(), Map.of());
  private static final int PACKETS = 500;

  /** The least number of sources that must show that it was taken somewhere else. */
  private static final int ENOUGH = 2;

  private static final long JUMP = 1_000_000_000L;
  private static final long HALF_A_DAY = 43_200_000_000_000L;

  /** Reads it; nothing is known of a file that cannot be read. */
  static FileBeginning of(String file) {
    Map<String, Set<Integer>> ttls = new HashMap<>();
    Optional<PrintedTime> time = Optional.empty();
    int packets = 0;
    try (CaptureReader capture = Hopwise.open(RawArguments.path(file))) {
      while (packets < PACKETS && capture.hasNext()) {
        if (capture.next() instanceof Packet packet) {
          packets++;
          time = time.isPresent() ? time : packet.time();
          note(packet, ttls);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return UNKNOWN;
    }
    return new FileBeginning(time, ttls);
  }

  private static void note(Packet packet, Map<String, Set<Integer>> ttls) {
    OptionalInt ttl = packet.ip().ttl();
    if (ttl.isPresent()) {
      ttls.computeIfAbsent(packet.ip().src().text(), any -> new HashSet<>()).add(ttl.getAsInt());
    }
  }

  /** Whether it begins so far before a time that it does not go on from there. */
  boolean isBefore(Optional<PrintedTime> end) {
    boolean known = time.isPresent() && end.isPresent() && time.get().form() == end.get().form();
    if (!known) {
      return false;
    }
    long back = end.get().nanos() - time.get().nanos();
    return switch (time.get().form()) {
      case EPOCH, DATE_TIME -> back >= JUMP;
      case TIME_OF_DAY -> back >= JUMP && back < HALF_A_DAY; // Beyond, it is the next day.
      case DELTA, ODD -> false;
    };
  }

  /** Whether hosts that were seen before arrive with other TTLs here, all of them. */
  boolean isElsewhere(ObservedCapture before) {
    int known = 0;
    for (Source source : before.sources()) {
      Set<Integer> here = ttls.get(source.host());
      Set<Integer> there =
          source.allLevels().stream().map(level -> level.ttl()).collect(Collectors.toSet());
      if (here == null || there.isEmpty()) {
        continue;
      }
      if (here.stream().anyMatch(there::contains)) {
        return false;
      }
      known++;
    }
    return known >= ENOUGH;
  }
}
