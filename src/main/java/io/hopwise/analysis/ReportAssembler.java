package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.text.English;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sums an analysis up. */
final class ReportAssembler {
  private static final String PING =
      "ping that host while capturing, so that there is something to compare with";

  private static final String WITHOUT_PAYLOAD = "run tcpdump with times and without -A (-n -v)";

  /** One ambiguous packet of so many is too much to call the others clean. */
  private static final int MANY_AMBIGUOUS = 10;

  private ReportAssembler() {}

  static Report report(ObservedCapture capture, ImmutableList<Finding> findings, long judged) {
    Report.Counts counts =
        new Report.Counts(
            capture.records,
            capture.packets,
            capture.ambiguous,
            capture.packetsWithoutTtl,
            capture.resets,
            judged,
            capture.rejects,
            capture.evictedSources,
            capture.evictedConnections);
    boolean found = findings.stream().anyMatch(f -> f.diagnosis() || f.grade() != Grade.INFO);
    if (found) {
      return report(capture, Report.Result.FINDINGS, compared(capture, judged), findings, counts);
    }
    String obstacle = obstacle(capture, judged);
    return obstacle.isEmpty()
        ? report(capture, Report.Result.CLEAN, compared(capture, judged), findings, counts)
        : report(capture, Report.Result.CANNOT_JUDGE, obstacle, findings, counts);
  }

  private static Report report(
      ObservedCapture capture,
      Report.Result result,
      String reason,
      ImmutableList<Finding> findings,
      Report.Counts counts) {
    return new Report(
        result,
        reason,
        findings,
        rows(capture),
        counts,
        capture.otherPrograms(),
        ImmutableList.of());
  }

  /** {@code this is text of ngrep, not of tcpdump: …}; empty where it is no other program's. */
  private static String otherProgram(ObservedCapture capture) {
    return capture.otherPrograms().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .map(p -> "this is text of " + p.title() + ", not of tcpdump: " + p.nextStep())
        .orElse("");
  }

  /** Why nothing can be judged; empty where something was. */
  private static String obstacle(ObservedCapture capture, long judged) {
    if (capture.packets == 0 && !capture.otherPrograms().isEmpty()) {
      return otherProgram(capture);
    }
    if (capture.packets == 0) {
      return capture.records == 0
          ? "there is no packet in the input"
          : "there is no IP packet in the input";
    }
    if (capture.ambiguous == capture.packets) {
      return "it is not sure of any packet that it is one: run tcpdump without -A (tcpdump -n -v)";
    }
    if (capture.packetsWithoutTtl == capture.packets - capture.ambiguous) {
      return "the TTLs are not printed: run tcpdump with -v (tcpdump -n -v ...)";
    }
    if (capture.isTakenOnBothSidesOfRouter()) {
      return "the capture shows the same packets on both sides of a router, so TTLs say nothing:"
          + " capture on one interface (-i eth0 rather than -i any)";
    }
    if (capture.ambiguousResets > 0) {
      return English.count(capture.ambiguousResets, "reset stands", "resets stand")
          + " where text that another packet carried may be meant: "
          + WITHOUT_PAYLOAD;
    }
    if (capture.ambiguous > capture.packets / MANY_AMBIGUOUS) {
      return "of "
          + English.count(capture.ambiguous, "packet", "packets")
          + " it is not sure whether another packet carried them as text: "
          + WITHOUT_PAYLOAD;
    }
    if (judged > 0) {
      return "";
    }
    if (capture.resets > 0) {
      return besideResets(capture) + ": " + PING;
    }
    boolean compared = capture.sources.values().stream().anyMatch(Source::isComparable);
    return compared ? "" : "no source sent two packets that can be compared: " + PING;
  }

  /** What came from the addresses that sent resets, and why the resets are not compared with it. */
  private static String besideResets(ObservedCapture capture) {
    List<Source> resetting =
        capture.sources.values().stream()
            .filter(source -> source.others.sum(PacketKind.RESET) > 0)
            .toList();
    if (resetting.stream().anyMatch(source -> !source.levels.isEmpty())) {
      return "the resets cannot be compared with what else came from their addresses";
    }
    if (resetting.stream().anyMatch(source -> source.others.sum(PacketKind.ICMP_ERROR) > 0)) {
      return "from an address that sent a reset nothing else came but ICMP errors, which a router"
          + " makes as often as the host";
    }
    if (resetting.stream().anyMatch(source -> source.others.sum(PacketKind.LEFT_OUT) > 0)) {
      return "from an address that sent a reset nothing else came but later fragments, multicast or"
          + " packets with a TTL of 0 or 1, which tell no distance";
    }
    return "no other packet came from an address that sent a reset";
  }

  private static String compared(ObservedCapture capture, long judged) {
    long sources = capture.sources.values().stream().filter(Source::isComparable).count();
    return "compared "
        + English.count(judged, "reset", "resets")
        + " and the packets of "
        + English.count(sources, "source", "sources");
  }

  private static ImmutableList<Report.SourceRow> rows(ObservedCapture capture) {
    return capture.sources().stream()
        .filter(source -> source.packets() > 0)
        .sorted(Comparator.comparingLong(Source::firstRecord))
        .map(ReportAssembler::row)
        .collect(ImmutableList.toImmutableList());
  }

  private static Report.SourceRow row(Source source) {
    String note = "";
    if (source.sendsLikeTraceroute()) {
      note = "sends like traceroute, not judged";
    } else if (source.spread() > Source.MANY) {
      note = "more than " + Source.MANY + " different TTLs, not judged";
    } else if (source.withoutTtl == source.packets) {
      note = "no TTL printed";
    }
    return new Report.SourceRow(source.host(), source.allLevels(), source.packets(), note);
  }
}
