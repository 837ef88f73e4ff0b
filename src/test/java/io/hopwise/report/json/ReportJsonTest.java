package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.report.text.ReportTextTest;
import io.hopwise.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aFindingIsOneLine() throws IOException {
    new ReportJson(out).finding(ReportTextTest.finding(Grade.HIGH, "192.0.2.129", 20));
    String packet =
        "\"time\":\"03:57:35.938066\",\"ttl\":63,\"text\":\"IP (tos 0x0, ttl 63)\\n"
            + "    192.0.2.129.22 > 192.0.2.1.9: Flags [R]\"}";
    String example =
        "\"examples\":[{\"line\":3,\"record\":2,\"time\":\"03:57:35.938066\",\"ttl\":63}]}";
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"type\":\"finding\",\"rule\":\"forged-reset\",\"grade\":\"high\","
                + "\"confidence\":\"high\",\"diagnosis\":true,\"cause\":\"192.0.2.129\","
                + "\"count\":20,\"packets\":[{\"line\":3,\"record\":2,"
                + packet
                + ",{\"line\":5,\"record\":4,"
                + packet
                + ",{\"line\":7,\"record\":6,"
                + packet
                + "],\"claim\":\"192.0.2.129\",\"observed\":[{\"ttl\":63,\"count\":20,"
                + "\"kinds\":{\"reset\":20},"
                + "\"hops\":[{\"ttl\":63,\"initial\":64,\"hops\":1}],"
                + example
                + "],\"candidates\":[{\"ttl\":63,\"initial\":64,\"hops\":1}],"
                + "\"baseline\":[{\"scope\":\"source\",\"count\":4,\"levels\":[{\"ttl\":29,"
                + "\"count\":4,\"kinds\":{\"echo-reply\":4},"
                + "\"hops\":[{\"ttl\":29,\"initial\":30,\"hops\":1,\"unusual\":true},"
                + "{\"ttl\":29,\"initial\":32,\"hops\":3,\"unusual\":true},"
                + "{\"ttl\":29,\"initial\":60,\"hops\":31,\"unusual\":true}],"
                + example
                + "]}],\"evidence\":[{\"name\":\"df-differs\",\"text\":\"DF"
                + " differs\"}],\"against\":[{\"name\":\"time-fits\",\"text\":\"the time fits\"}],"
                + "\"innocent\":[\"anycast\"],\"suspects\":[\"192.0.2.7\",\"192.0.2.8\"],\"says\":\"RST"
                + " from 192.0.2.129 (line 3) arrived with TTL 63. The host did not send this"
                + " reset. Ask whether a firewall stands"
                + " there.\",\"id\":\"forged-reset/192.0.2.129\",\"facts\":{\"senders\":{\"count\":0,\"values\":[]},\"receivers\":{\"count\":0,\"values\":[]},\"protocols\":[],\"senderPorts\":{\"count\":0,\"values\":[]},\"receiverPorts\":{\"count\":0,\"values\":[]},\"servicePorts\":{\"count\":0,\"values\":[]},\"connections\":{\"count\":0,\"values\":[]},\"records\":{\"count\":0,\"values\":[]}}}\n");
  }

  @Test
  void theSummaryIsTheLastLine() throws IOException {
    Finding finding = ReportTextTest.finding(Grade.LOW, "192.0.2.129", 20);
    ReportJson json = new ReportJson(out);
    json.withdrawn(finding, "the route changed");
    json.summary(ReportTextTest.report(Report.Result.FINDINGS, "why", finding), true);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"type\":\"withdrawn\",\"rule\":\"forged-reset\",\"cause\":\"192.0.2.129\",\"id\":\"forged-reset/192.0.2.129\",\"reason\":\"the"
                + " route changed\"}\n"
                + "{\"type\":\"summary\",\"result\":\"findings\",\"worst\":\"low\",\"reason\":\"why\",\"interrupted\":true,\"counts\":{\"records\":1002,\"packets\":1000,\"ambiguous\":0,\"withoutTtl\":0,\"resets\":3,\"judged\":3,\"rejects\":1,\"evictedSources\":4,\"evictedConnections\":5},\"findings\":[{\"rule\":\"forged-reset\",\"grade\":\"low\",\"cause\":\"192.0.2.129\",\"count\":20}]}\n");
  }

  @Test
  void everythingFitsTheSchemaAndIsSafeToLookAt() throws IOException {
    String hostile = "\u001b[2J\u202e\u200b\u0007\u009b\ud83d\ude00";
    Finding finding = ReportTextTest.finding(Grade.HIGH, hostile, 20);
    Report report = ReportTextTest.report(Report.Result.CANNOT_JUDGE, hostile, finding);
    ReportJson json = new ReportJson(out);
    json.finding(finding);
    json.withdrawn(finding, hostile);
    json.sources(report);
    json.summary(report, false);
    assertThat(out.toString(UTF_8).lines()).hasSize(4).allSatisfy(ReportJsonTest::fits);
    out.reset();
    new ReportJson(out).document(report, false);
    fits(out.toString(UTF_8));
  }

  private static void fits(String json) {
    assertThat(NdjsonSchemaTest.SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    assertThat(json.codePoints().filter(c -> c != '\n').anyMatch(SafeText::isUnsafe)).isFalse();
  }
}
