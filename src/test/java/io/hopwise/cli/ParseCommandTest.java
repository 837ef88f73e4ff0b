package io.hopwise.cli;

import static io.hopwise.cli.Ran.RESET_CAPTURE;
import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParseCommandTest {
  @Test
  void ndjsonIsTheStandard() {
    Ran ran = hopwise("parse", RESET_CAPTURE);
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines()).hasSize(14);
    assertThat(ran.out().lines().skip(1))
        .first()
        .isEqualTo(
            "{\"type\":\"packet\",\"line\":2,\"lines\":1,\"ip\":{\"version\":4,"
                + "\"src\":\"192.168.40.129\",\"dst\":\"192.168.31.128\",\"tos\":0,\"ttl\":63,"
                + "\"id\":0,\"offset\":0,\"flags\":[\"DF\"],\"proto\":6,\"length\":40},"
                + "\"tcp\":{\"srcPort\":22,\"dstPort\":49169,\"flags\":\"R.\",\"seq\":0,"
                + "\"ack\":2098519389,\"win\":0,"
                + "\"cksum\":{\"status\":\"correct\",\"found\":52196},\"length\":0}}");
    assertThat(hopwise("parse", "--format", "ndjson", RESET_CAPTURE)).isEqualTo(ran);
  }

  @Test
  void csvHasItsStandardFields() {
    List<String> lines = hopwise("parse", "--format", "csv", RESET_CAPTURE).out().lines().toList();
    assertThat(lines).hasSize(15);
    assertThat(lines.get(0))
        .isEqualTo("time,src,srcPort,dst,dstPort,ttl,id,length,proto,flags,seq,ack,win");
    assertThat(lines.get(2))
        .isEqualTo(",192.168.40.129,22,192.168.31.128,49169,63,0,40,6,R.,0,2098519389,0");
    assertThat(lines.get(8)).isEqualTo(",192.168.40.129,,192.168.31.128,,61,48987,60,1,,,,");
  }

  @Test
  void fieldsWithoutAFormatMeanCsv() {
    assertThat(hopwise("parse", "--fields", "line, ip.ttl,icmp.text", RESET_CAPTURE).out())
        .startsWith("line,ip.ttl,icmp.text\n1,128,\n2,63,\n")
        .endsWith("\n14,61,\"echo reply\"\n");
  }

  @Test
  void textIsTheCanonicalForm() {
    String text = hopwise("parse", "--format", "text", RESET_CAPTURE).out();
    assertThat(text)
        .startsWith(
            "IP (tos 0x0, ttl 128, id 2356, offset 0, flags [DF], proto TCP (6), length 52, bad"
                + " cksum 0 (->283e)!)\n"
                + "    192.168.31.128.49169 > 192.168.40.129.22: Flags [S], cksum 0xc978"
                + " (incorrect -> 0x6b25), seq 2098519388, win 8192, options [mss 1460,nop,wscale"
                + " 8,nop,nop,sackOK], length 0\n");
    assertThat(onInput(text, "parse", "--format", "text").out()).isEqualTo(text);
  }

  @Test
  void textIsSafeToLookAtAndItsLinesEndInLineFeeds() {
    Ran ran = onInput("listening on e\u001b[31m\r\n", "parse", "--format", "text");
    assertThat(ran.out()).isEqualTo("listening on e^[[31m\n");
  }

  @Test
  void theSameSecretAnonymizesAlike() {
    String[] args = {"parse", "--format", "csv", "--anonymize", "--secret", "s", RESET_CAPTURE};
    Ran ran = hopwise(args);
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).hasLineCount(15).doesNotContain("192.168.40.129", "192.168.31.128");
    assertThat(hopwise(args)).isEqualTo(ran);
  }

  @Test
  void aNameSeenOnceIsReplacedInAllLaterText() {
    String named = "IP secret-host > b: ICMP echo request, id 1, seq 1, length 64\n";
    String mentions = "LLDP, name secret-host, length 40\n".repeat(50_000);
    Ran ran = onInput(named + mentions, "parse", "--anonymize", "--secret", "s");
    assertThat(ran.out()).hasLineCount(50_001).doesNotContain("secret-host");
  }

  @Test
  void withoutASecretNobodyCanRepeatIt() {
    String[] args = {"parse", "--anonymize", RESET_CAPTURE};
    String once = hopwise(args).out();
    String again = hopwise(args).out();
    assertThat(once.lines()).hasSameSizeAs(again.lines().toList()).isNotEmpty();
    assertThat(once).isNotEqualTo(again);
    assertThat(once).contains("\"src\":");
  }
}
