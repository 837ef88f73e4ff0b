package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.traffic.KeptPackets;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.text.English;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the report of an analysis. */
final class ReportAssembler {
  private static final int MOST_TALKS = 200;

  private ReportAssembler() {}

  static Report report(
      ObservedCapture capture, ImmutableList<Finding> findings, DraftStore drafts) {
    Report.Counts counts =
        new Report.Counts(
            capture.counts().records(),
            capture.counts().packets(),
            capture.counts().ambiguous(),
            capture.counts().packetsWithoutTtl(),
            capture.counts().resets(),
            drafts.judged,
            capture.counts().rejects(),
            capture.counts().evictedSources(),
            capture.counts().evictedConnections());
    String compared = compared(capture, drafts.judged);
    if (findings.stream().anyMatch(finding -> finding.grade() != Grade.INFO)) {
      return report(capture, Report.Result.FINDINGS, compared, findings, counts);
    }
    // Remarks say who answers, not who sent: they are no reason to stop asking.
    boolean answered = findings.stream().anyMatch(Finding::diagnosis);
    String obstacle = new CannotJudge(capture, drafts, answered).first();
    if (!obstacle.isEmpty()) {
      return report(capture, Report.Result.CANNOT_JUDGE, obstacle, findings, counts);
    }
    Report.Result result = answered ? Report.Result.FINDINGS : Report.Result.CLEAN;
    return report(capture, result, compared, findings, counts);
  }

  /** Says that there is more than is shown. */
  static Report withWhatIsLeftOut(Report report, long notAsked) {
    if (notAsked == 0) {
      return report;
    }
    String more =
        English.count(
            notAsked,
            "finding about another port or host is",
            "findings about other ports or hosts are");
    return report.withReason(report.reason() + "; " + more + " left out");
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
        capture.counts().otherPrograms(),
        ImmutableList.of(),
        ConnectionTable.EMPTY,
        ImmutableList.of(),
        ImmutableList.of(),
        KeptPackets.of(capture.connections(), talks(findings)),
        capture.texts());
  }

  /** The first connection of each of the first findings, with a packet of it. */
  private static ImmutableMap<Ends, Long> talks(ImmutableList<Finding> findings) {
    Map<Ends, Long> talks = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.facts().connections().count() > 0 && finding.first().isPresent()) {
        Ends ends = finding.facts().connections().values().get(0);
        long record =
            finding.packets().stream()
                .filter(packet -> packet.ends().equals(ends))
                .mapToLong(PacketRef::record)
                .findFirst()
                .orElse(finding.first().get().record());
        talks.putIfAbsent(ends, record);
      }
      if (talks.size() >= MOST_TALKS) {
        break;
      }
    }
    return ImmutableMap.copyOf(talks);
  }

  private static String compared(ObservedCapture capture, long judged) {
    return "compared "
        + English.count(judged, "reset", "resets")
        + " and the packets of "
        + English.count(CannotJudge.comparable(capture), "source", "sources");
  }

  private static ImmutableList<Report.SourceRow> rows(ObservedCapture capture) {
    return capture.sources().stream()
        .filter(source -> source.packets() > 0)
        .sorted(Comparator.comparingLong(source -> source.firstRecord().orElse(0)))
        .map(ReportAssembler::row)
        .collect(ImmutableList.toImmutableList());
  }

  private static Report.SourceRow row(Source source) {
    String note = "";
    if (source.sendsLikeTraceroute()) {
      note = "sends like traceroute, not judged";
    } else if (source.hasManyTtls()) {
      note = "more than " + Source.MANY + " different TTLs, not judged";
    } else if (source.isWithoutTtl()) {
      note = "no TTL printed";
    }
    return new Report.SourceRow(source.host(), source.allLevels(), source.packets(), note);
  }
}
