package io.hopwise.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.packet.Port;
import io.hopwise.packet.PrintedTime;
import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

public class ReportTextTest {
  @Test
  void aFindingSaysWhatItIsAndAllThatLedToIt() {
    assertThat(ReportText.of(finding(Grade.MEDIUM, "192.0.2.129", 20), Style.PLAIN))
        .isEqualTo(
            """
            MEDIUM  forged-reset  192.0.2.129, 20 packets
              RST from 192.0.2.129 (line 3) arrived with TTL 63. The host did not send this
              reset. Ask whether a firewall stands there.

              packet     line 3, record 2, 03:57:35.938066:
                         IP (tos 0x0, ttl 63)
                             192.0.2.129.22 > 192.0.2.1.9: Flags [R]
                         and lines 5, 7 and 17 more
              arrived    20 resets with TTL 63: 1 router away (started at 64)
              compared   4 echo replies of the same address with TTL 29: no plausible
                         distance; on an old system 1 from 30 or 3 from 32 or 31 from 60
                         (line 3)
              for        DF differs
              against    the time fits
              or else    anycast
              also there 192.0.2.7 and 192.0.2.8
              confidence high
            """);
  }

  @Test
  void aRemarkIsShort() {
    Finding remark = finding(Grade.INFO, "192.0.2.129", 1);
    assertThat(ReportText.of(remark, Style.PLAIN))
        .isEqualTo(
            """
            INFO  forged-reset  192.0.2.129, 1 packet
              RST from 192.0.2.129 (line 3) arrived with TTL 63. The host did not send this
              reset. Ask whether a firewall stands there.
            """);
  }

  @Test
  void narrowAndColouredTextHasTheSameWords() {
    Finding finding = finding(Grade.HIGH, "192.0.2.129", 20);
    String plain = ReportText.of(finding, Style.PLAIN);
    String narrow = ReportText.of(finding, new Style(true, 40));
    assertThat(narrow.replaceAll("\u001b\\[[0-9;]*m", "").split("\\s+"))
        .isEqualTo(plain.split("\\s+"));
    assertThat(narrow).startsWith("\u001b[1;31mHIGH\u001b[0m  \u001b[1mforged-reset\u001b[0m");
  }

  @Test
  void nothingHostileReachesATerminal() {
    String hostile = "\u001b[2J\u202e\u200b\u0007\u009b";
    Finding finding = finding(Grade.HIGH, hostile, 20);
    Report report = report(Report.Result.FINDINGS, hostile, finding);
    String all =
        ReportText.of(report, Style.PLAIN)
            + ReportText.recap(report.findings(), Style.PLAIN)
            + ReportText.withdrawn(finding, hostile, Style.PLAIN)
            + HopsTable.of(report, Style.PLAIN);
    assertThat(all.codePoints().filter(c -> c != '\n' && c != '\t').anyMatch(SafeText::isUnsafe))
        .isFalse();
    assertThat(all).contains("^[[2J<U+202E><U+200B>^G<U+009B>");
  }

  @Test
  void remarksAreCountedByRuleInOneLine() {
    Finding remark = finding(Grade.INFO, "192.0.2.129", 1);
    Report report = report(Report.Result.FINDINGS, "something", remark, remark);
    assertThat(ReportText.remarks(report, Style.PLAIN))
        .isEqualTo("2 remarks: 2 forged-reset. --info shows them.\n\n");
  }

  @Test
  void theResultIsOneOfThree() {
    assertThat(ReportText.result(report(Report.Result.CLEAN, "compared 3 resets"), Style.PLAIN))
        .isEqualTo(
            """
            CLEAN: nothing disagrees; compared 3 resets (1,000 packets, 2 other records, 1
            piece of text unread, 4 sources forgotten, 5 connections forgotten)
            """);
    assertThat(ReportText.result(report(Report.Result.CANNOT_JUDGE, "no TTL"), Style.PLAIN))
        .startsWith("CANNOT JUDGE: no TTL (1,000 packets, ");
    assertThat(
            ReportText.result(
                report(
                    Report.Result.FINDINGS,
                    "compared 3 resets",
                    finding(Grade.HIGH, "a", 1),
                    finding(Grade.LOW, "b", 1),
                    finding(Grade.LOW, "c", 1)),
                Style.PLAIN))
        .startsWith("FINDINGS: 1 high and 2 low; compared 3 resets (");
    Style colored = new Style(true, 80);
    assertThat(ReportText.result(report(Report.Result.CLEAN, "x"), colored))
        .startsWith("\u001b[1;32mCLEAN\u001b[0m: ");
    assertThat(ReportText.result(report(Report.Result.CANNOT_JUDGE, "x"), colored))
        .startsWith("\u001b[1;35mCANNOT JUDGE\u001b[0m: ");
    assertThat(ReportText.result(report(Report.Result.FINDINGS, "x"), colored))
        .startsWith("\u001b[1mFINDINGS\u001b[0m: ");
  }

  @Test
  void theColourOfTheVerdictIsThatOfTheSurestFinding() {
    Style colored = new Style(true, 80);
    Report high = report(Report.Result.FINDINGS, "x", finding(Grade.HIGH, "a", 1));
    Report medium = report(Report.Result.FINDINGS, "x", finding(Grade.MEDIUM, "a", 1));
    Report info = report(Report.Result.FINDINGS, "x", finding(Grade.INFO, "a", 1));
    assertThat(ReportText.result(high, colored)).startsWith("\u001b[1;31mFINDINGS");
    assertThat(ReportText.result(medium, colored)).startsWith("\u001b[1;33mFINDINGS");
    assertThat(ReportText.result(info, colored)).startsWith("\u001b[1mFINDINGS");
  }

  @Test
  void theNumbersThatDecideAreMarkedWhereverTheyAreNamed() {
    String text = ReportText.of(finding(Grade.HIGH, "a", 20), new Style(true, 80));
    assertThat(text)
        .contains(
            "arrived with \u001b[1;31mTTL 63\u001b[0m",
            "20 resets with \u001b[1;31mTTL 63\u001b[0m",
            "with \u001b[1;32mTTL 29\u001b[0m",
            "(tos 0x0, \u001b[1;31mttl 63\u001b[0m)");
  }

  @Test
  void theAnswerComesFirstAndFitsTheScreen() {
    Finding[] many = new Finding[50];
    for (int i = 0; i < many.length; i++) {
      many[i] = i < 20 ? finding(Grade.HIGH, "192.0.2." + i, 1) : diagnosis();
    }
    Report report = report(Report.Result.FINDINGS, "compared 50 resets", many);
    String text = ReportText.of(report, ReportText.Extent.FOLDED, Style.PLAIN);
    List<String> screen = text.lines().limit(24).toList();
    assertThat(screen.get(0)).startsWith("FINDINGS: 20 high and 30 info; compared 50 resets");
    assertThat(screen).contains("HIGH  forged-reset  192.0.2.0, 1 packet");
    assertThat(screen).anyMatch(line -> line.matches("and \\d+ more: \\d+ high, 30 info; .*"));
    assertThat(text.lines().filter(line -> line.startsWith("INFO"))).isEmpty();
  }

  @Test
  void aDiagnosisThatAccusesNobodyTellsWhatItRestsOnWhenAsked() {
    Report report = report(Report.Result.FINDINGS, "x", diagnosis());
    assertThat(ReportText.of(report, ReportText.Extent.FOLDED, Style.PLAIN))
        .endsWith("\nINFO  syn-refused  a, 1 packet\n  The port is closed.\n");
    assertThat(ReportText.of(report, ReportText.Extent.DETAILS, Style.PLAIN))
        .contains("  The port is closed.\n\n  packet     line 3, record 2");
  }

  @Test
  void noPacketIsBrokenWithinAWord() {
    String text = ReportText.of(finding(Grade.HIGH, "a", 20), new Style(false, 40));
    assertThat(text.lines()).allMatch(line -> Widths.of(line) <= 40);
    assertThat(text)
        .contains(
            """
                         IP (tos 0x0, ttl 63)
                             192.0.2.129.22 >
                               192.0.2.1.9: Flags
                               [R]
            """);
  }

  @Test
  void theRowThatDoesNotFitIsMarked() {
    Report report =
        new Report(
            Report.Result.FINDINGS,
            "",
            ImmutableList.of(finding(Grade.HIGH, "a", 1)),
            ImmutableList.of(
                new Report.SourceRow(
                    "a",
                    ImmutableList.of(
                        level(61, PacketKind.ECHO_REPLY, 5), level(63, PacketKind.RESET, 1)),
                    6,
                    "")),
            counts());
    assertThat(HopsTable.of(report, Style.PLAIN))
        .isEqualTo(
            """
            SOURCE  TTL  ROUTERS  PACKETS  KINDS
            a        61  3 (64)         5  5 echo replies
                     63  1 (64)         1  1 reset  <- does not fit: forged-reset
            """);
    assertThat(HopsTable.of(report, new Style(true, 80)).lines().toList().get(2))
        .startsWith("\u001b[1;31m");
  }

  @Test
  void aFindingThatDoesNotHoldIsTakenBack() {
    assertThat(
            ReportText.withdrawn(
                finding(Grade.LOW, "192.0.2.129", 1), "the route changed", Style.PLAIN))
        .isEqualTo("TAKEN BACK  forged-reset 192.0.2.129: the route changed\n");
  }

  @Test
  void wideCharactersKeepTheTableStraight() {
    Report.SourceRow wide =
        new Report.SourceRow(
            "<接続元IPアドレス>", ImmutableList.of(level(61, PacketKind.UDP, 5)), 5, "not judged");
    Report.SourceRow none = new Report.SourceRow("a", ImmutableList.of(), 2, "no TTL printed");
    Report report =
        new Report(
            Report.Result.CLEAN, "", ImmutableList.of(), ImmutableList.of(wide, none), counts());
    assertThat(HopsTable.of(report, Style.PLAIN))
        .isEqualTo(
            """
            SOURCE              TTL  ROUTERS  PACKETS  KINDS
            <接続元IPアドレス>   61  3 (64)         5  5 UDP datagrams; not judged
            a                     -  -              2  no TTL printed
            """);
  }

  @Test
  void packetsThatMayBePayloadAreNamed() {
    Report.Counts counts = new Report.Counts(9, 9, 2, 0, 0, 3, 0, 0, 0);
    Report report =
        new Report(
            Report.Result.CLEAN,
            "compared 3 resets",
            ImmutableList.of(),
            ImmutableList.of(),
            counts);
    assertThat(ReportText.result(report, new Style(false, 200)))
        .isEqualTo(
            "CLEAN: nothing disagrees; compared 3 resets (9 packets). 2 packets stand where payload"
                + " text may be\nmeant, and were not judged.\n");
  }

  @Test
  void aStyleIsNotTooNarrow() {
    assertThatThrownBy(() -> new Style(false, 39))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("too narrow: 39 columns");
  }

  public static Report report(Report.Result result, String reason, Finding... findings) {
    return new Report(
        result,
        reason,
        ImmutableList.copyOf(findings),
        ImmutableList.of(
            new Report.SourceRow(
                reason, ImmutableList.of(level(61, PacketKind.RESET, 1)), 1, reason)),
        counts());
  }

  private static Report.Counts counts() {
    return new Report.Counts(1002, 1000, 0, 0, 3, 3, 1, 4, 5);
  }

  public static Finding finding(Grade grade, String claim, long count) {
    return new Finding(
        "forged-reset",
        claim,
        grade,
        Grade.HIGH,
        grade != Grade.INFO,
        claim,
        count,
        ImmutableList.of(packet(2, 3), packet(4, 5), packet(6, 7)),
        ImmutableList.of(level(63, PacketKind.RESET, count)),
        true,
        ImmutableList.of(
            new Baseline(Scope.SOURCE, ImmutableList.of(level(29, PacketKind.ECHO_REPLY, 4)))),
        ImmutableList.of(new Evidence("df-differs", "DF differs")),
        ImmutableList.of(new Evidence("time-fits", "the time fits")),
        ImmutableList.of("anycast"),
        ImmutableList.of("192.0.2.7", "192.0.2.8"),
        "RST from "
            + claim
            + " (line 3) arrived with TTL 63. The host did not send this reset. Ask whether a"
            + " firewall stands there.",
        Facts.NONE);
  }

  /** Accuses nobody. */
  private static Finding diagnosis() {
    return new Finding(
        "syn-refused",
        "a",
        Grade.INFO,
        Grade.HIGH,
        true,
        "a",
        1,
        ImmutableList.of(packet(2, 3)),
        ImmutableList.of(),
        true,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        "The port is closed.",
        Facts.NONE);
  }

  private static TtlLevel level(int ttl, PacketKind kind, long count) {
    return new TtlLevel(ttl, ImmutableSortedMap.of(kind, count), ImmutableList.of(packet(2, 3)));
  }

  private static PacketRef packet(long record, long line) {
    byte[] text =
        "IP (tos 0x0, ttl 63)\n    192.0.2.129.22 > 192.0.2.1.9: Flags [R]\n"
            .getBytes(StandardCharsets.UTF_8);
    return new PacketRef(
        record,
        line,
        Optional.of(new PrintedTime(PrintedTime.Form.TIME_OF_DAY, 14255938066000L, 6)),
        OptionalInt.of(63),
        RecordText.wrap(line, 2, text),
        new Ends(
            "192.0.2.129",
            Optional.of(Port.of(22)),
            "192.0.2.1",
            Optional.of(Port.of(9)),
            OptionalInt.of(6)),
        "");
  }
}
