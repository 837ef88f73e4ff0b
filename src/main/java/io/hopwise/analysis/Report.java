package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.distance.KeptPacket;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.PortAnswer;
import io.hopwise.packet.OtherProgram;
import io.hopwise.text.PastedForm;
import io.hopwise.text.SafeText;
import io.hopwise.text.Spelling;
import java.util.Optional;

/**
 * The result of an analysis.
 *
 * @param result findings, clean, or cannot judge
 * @param reason why nothing could be judged and what would help; or, in one sentence, what was
 *     judged
 * @param findings all findings, surest first, then in the order of their packets
 * @param sources the distance table, in the order in which the sources were first seen; where a
 *     port or a host is asked about, of the sources that have to do with it
 * @param counts how much was read, judged and forgotten
 * @param otherPrograms the programs, other than tcpdump, whose lines the text holds, with how many
 * @param rules the ids of the rules that were asked, in their order
 * @param connections what became of the connections, one by one and by service: of those asked
 *     about, where the settings ask for a port or a host
 * @param answers for each port and host asked about, whether anything arrived and what became of it
 * @param pasted how the text was taken where it is not as tcpdump printed it
 * @param talks of the first connection of each finding, the packets that are remembered one by one,
 *     first ones first, by the connection's ends as {@link
 *     io.hopwise.analysis.facts.Facts#connections} has them
 * @param texts the texts that were read, into which its packets point
 * @since 0.1
 */
public record Report(
    Result result,
    String reason,
    ImmutableList<Finding> findings,
    ImmutableList<SourceRow> sources,
    Counts counts,
    ImmutableMap<OtherProgram, Long> otherPrograms,
    ImmutableList<String> rules,
    ConnectionTable connections,
    ImmutableList<PortAnswer> answers,
    ImmutableList<PastedForm> pasted,
    ImmutableMap<Ends, ImmutableList<KeptPacket>> talks,
    CaptureTexts texts) {

  /** A report on text that is tcpdump's alone, by rules that are not named. */
  public Report(
      Result result,
      String reason,
      ImmutableList<Finding> findings,
      ImmutableList<SourceRow> sources,
      Counts counts) {
    this(
        result,
        reason,
        findings,
        sources,
        counts,
        ImmutableMap.of(),
        ImmutableList.of(),
        ConnectionTable.EMPTY,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableMap.of(),
        CaptureTexts.PLAIN);
  }

  /** The same report, made by these rules. */
  Report withRules(ImmutableList<String> ids) {
    Parts parts = new Parts(this);
    parts.rules = ids;
    return parts.whole();
  }

  /** The same report, with what became of the connections. */
  public Report withConnections(ConnectionTable table, ImmutableList<PortAnswer> asked) {
    Parts parts = new Parts(this);
    parts.connections = table;
    parts.answers = asked;
    return parts.whole();
  }

  /** The same report, with these sources only. */
  Report withSources(ImmutableList<SourceRow> rows) {
    Parts parts = new Parts(this);
    parts.sources = rows;
    return parts.whole();
  }

  /** The same report, for another reason. */
  Report withReason(String newReason) {
    Parts parts = new Parts(this);
    parts.reason = newReason;
    return parts.whole();
  }

  /** The same report, on a text that was taken so. */
  public Report withPasted(ImmutableList<PastedForm> forms) {
    boolean blind = counts.packets() > 0 && counts.withoutTtl() == counts.packets();
    boolean leftOut = blind && forms.stream().anyMatch(PastedForm::lacksFirstLines);
    Parts parts = new Parts(this);
    parts.pasted = forms;
    if (leftOut && result == Result.CANNOT_JUDGE) {
      parts.reason = CannotJudge.LINES_LEFT_OUT;
    }
    if (result == Result.CANNOT_JUDGE && counts.rejects() > counts.packets()) {
      forms.stream()
          .flatMap(form -> form.advice().stream())
          .findFirst()
          .ifPresent(advice -> parts.reason = advice);
    }
    Optional<PastedForm> unsearched = forms.stream().filter(PastedForm::endsSearch).findFirst();
    if (result == Result.CLEAN && counts.rejects() > 0 && unsearched.isPresent()) {
      parts.result = Result.CANNOT_JUDGE;
      parts.reason = unsearched.get().advice().orElse(reason);
    }
    return parts.whole();
  }

  /** The three results, which never look alike. */
  public enum Result {
    /** Something does not fit, or what was asked of the capture has an answer. */
    FINDINGS,
    /** Something was compared, and it fitted. */
    CLEAN,
    /** Nothing could be compared. */
    CANNOT_JUDGE
  }

  /**
   * A line of the distance table.
   *
   * @param host the address or name as printed
   * @param levels the TTLs it was seen with, each with its packets by kind
   * @param packets how many packets came in its name
   * @param note why it is not judged, empty if it is
   */
  public record SourceRow(String host, ImmutableList<TtlLevel> levels, long packets, String note) {}

  /**
   * How much was read, judged and forgotten.
   *
   * @param records packets and other records
   * @param packets IP packets
   * @param ambiguous IP packets, of those, that were neither judged nor compared with: the text
   *     does not tell whether they are packets or payload that another one carried
   * @param withoutTtl IP packets printed without a TTL
   * @param resets TCP resets
   * @param judged packets that were compared with a baseline
   * @param rejects pieces of text that could not be read
   * @param evictedSources sources forgotten to make room
   * @param evictedConnections connections forgotten to make room
   */
  public record Counts(
      long records,
      long packets,
      long ambiguous,
      long withoutTtl,
      long resets,
      long judged,
      long rejects,
      long evictedSources,
      long evictedConnections) {}

  /** Result, reason and findings, safe to show: text from the wire is escaped. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(result + ": " + SafeText.block(reason));
    findings.forEach(finding -> all.append('\n').append(finding));
    return all.toString();
  }

  /** The surest grade among the findings, {@link Grade#INFO} if there is none. */
  public Grade worst() {
    return findings.stream().map(Finding::grade).reduce(Grade.INFO, Grade::max);
  }

  /**
   * The findings of one rule.
   *
   * @param rule the rule's id, such as {@code forged-reset}
   * @throws IllegalArgumentException if no rule of this id was asked, with what may have been meant
   */
  public ImmutableList<Finding> of(String rule) {
    if (!rules.isEmpty() && !rules.contains(rule)) {
      throw new IllegalArgumentException(
          "no rule " + rule + " was asked; " + Spelling.hint(rule, rules));
    }
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .collect(ImmutableList.toImmutableList());
  }

  /** The parts of a report, while some are replaced: nothing else repeats their order. */
  private static final class Parts {
    private Result result;
    private String reason;
    private ImmutableList<Finding> findings;
    private ImmutableList<SourceRow> sources;
    private Counts counts;
    private ImmutableMap<OtherProgram, Long> otherPrograms;
    private ImmutableList<String> rules;
    private ConnectionTable connections;
    private ImmutableList<PortAnswer> answers;
    private ImmutableList<PastedForm> pasted;
    private ImmutableMap<Ends, ImmutableList<KeptPacket>> talks;
    private CaptureTexts texts;

    Parts(Report from) {
      result = from.result;
      reason = from.reason;
      findings = from.findings;
      sources = from.sources;
      counts = from.counts;
      otherPrograms = from.otherPrograms;
      rules = from.rules;
      connections = from.connections;
      answers = from.answers;
      pasted = from.pasted;
      talks = from.talks;
      texts = from.texts;
    }

    Report whole() {
      return new Report(
          result,
          reason,
          findings,
          sources,
          counts,
          otherPrograms,
          rules,
          connections,
          answers,
          pasted,
          talks,
          texts);
    }
  }
}
