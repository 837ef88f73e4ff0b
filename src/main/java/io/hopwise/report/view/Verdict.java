package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of an analysis in a word, and what it rests on in a sentence.
 *
 * @param word one of three, no two alike
 * @param sentence what was compared and how much was read, or why nothing could be judged
 */
public record Verdict(String word, String sentence) {
  /** The verdict of a report. */
  public static Verdict of(Report report) {
    String reason = report.reason() + counts(report) + doubt(report);
    return switch (report.result()) {
      case FINDINGS -> new Verdict("FINDINGS", grades(report) + "; " + reason);
      case CLEAN -> new Verdict("CLEAN", "nothing disagrees; " + reason);
      case CANNOT_JUDGE -> new Verdict("CANNOT JUDGE", reason);
    };
  }

  /**
   * Whether a finding is only a remark: it neither accuses anybody nor answers the question asked.
   */
  public static boolean isRemark(Finding finding) {
    return finding.grade() == Grade.INFO && !finding.diagnosis();
  }

  private static String grades(Report report) {
    List<String> words = new ArrayList<>();
    for (Grade grade : new Grade[] {Grade.HIGH, Grade.MEDIUM, Grade.LOW, Grade.INFO}) {
      long count = report.findings().stream().filter(f -> f.grade() == grade).count();
      if (count > 0) {
        words.add(count + " " + word(grade));
      }
    }
    return English.and(words);
  }

  /** A grade in lower case. */
  public static String word(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  private static String counts(Report report) {
    List<String> words = new ArrayList<>();
    words.add(" (" + English.count(report.counts().packets(), "packet", "packets"));
    long others = report.counts().records() - report.counts().packets();
    if (others > 0) {
      words.add(English.count(others, "other record", "other records"));
    }
    words.addAll(lost(report));
    return String.join(", ", words) + ")";
  }

  /** What was not read, or forgotten, a few words each. */
  private static List<String> lost(Report report) {
    Report.Counts counts = report.counts();
    List<String> words = new ArrayList<>();
    if (counts.rejects() > 0) {
      words.add(English.count(counts.rejects(), "piece of text unread", "pieces of text unread"));
    }
    if (counts.evictedSources() > 0) {
      words.add(English.count(counts.evictedSources(), "source forgotten", "sources forgotten"));
    }
    if (counts.evictedConnections() > 0) {
      words.add(
          English.count(
              counts.evictedConnections(), "connection forgotten", "connections forgotten"));
    }
    return words;
  }

  private static String doubt(Report report) {
    String doubt = ambiguous(report);
    return doubt.isEmpty() ? "" : ". " + doubt + ".";
  }

  private static String ambiguous(Report report) {
    long ambiguous = report.counts().ambiguous();
    return ambiguous == 0
        ? ""
        : English.count(ambiguous, "packet stands", "packets stand")
            + " where payload text may be meant, and "
            + (ambiguous == 1 ? "was" : "were")
            + " not judged";
  }

  /** What was not judged, a few words each; empty where all was. */
  public static ImmutableList<String> notJudged(Report report) {
    List<String> words = new ArrayList<>(lost(report));
    String doubt = ambiguous(report);
    if (!doubt.isEmpty()) {
      words.add(doubt);
    }
    long blind = report.counts().withoutTtl();
    if (blind > 0) {
      words.add(English.count(blind, "packet without a TTL", "packets without a TTL"));
    }
    for (Report.SourceRow row : report.sources()) {
      if (!row.note().isEmpty()) {
        words.add(row.host() + ": " + row.note());
      }
    }
    return ImmutableList.copyOf(words);
  }
}
