package io.hopwise.cli;

import static io.hopwise.cli.Ran.RESET_CAPTURE;
import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.connections.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command answers first, for the port that was asked about. */
class AnswerTest {
  private static final String SYN = "Flags [S], seq 1000, win 64240, length 0";

  @Test
  void ofACaptureWithoutPacketsNothingArrived() {
    assertThat(hopwise("testdata/port/port-80-nothing-arrives.txt").out())
        .startsWith("PORT 80: nothing arrived here, no packet went from or to it.\n\n");
  }

  @Test
  void aPortThatWorksIsAnsweredPositively() {
    assertThat(hopwise("testdata/port/port-443-https.txt").out())
        .startsWith(
            """
            PORT 443: opened, the service answers.
              YYY.YYY.YYY.YYY port https: 1 try, 1 opened
            """);
  }

  @Test
  void ofSynsWithoutAnswerNothingAnswers() {
    assertThat(hopwise("testdata/port/port-80-unanswered.txt").out())
        .startsWith(
            """
            PORT 80: asked for, and nothing answers.
              <ご利用VPSIPアドレス> port 80: 1 try, 1 unanswered
            """);
  }

  @Test
  void aPortThatNobodyTriedIsAnsweredWithWhatElseThereWas() {
    assertThat(hopwise("--port", "80", "testdata/port/port-443-https.txt").out())
        .startsWith(
            """
            PORT 80: nothing arrived here, no packet went from or to it.
            What else there was:
              YYY.YYY.YYY.YYY port https: 1 try, 1 opened
            """)
        .contains("1 https-only");
  }

  @Test
  void httpsIsNoReasonWhereItDoesNotOpenEither() {
    String text = new Talk().client(0, SYN).client(1, SYN).text();
    assertThat(onInput(text, "--port", "80").out()).doesNotContain("https-only");
    assertThat(onInput(new Talk().handshake(0).text(), "--port", "80").out())
        .contains("https-only");
  }

  @Test
  void aRefusalNamesWhoRefused() {
    assertThat(hopwise("--port", "ssh", RESET_CAPTURE).out())
        .startsWith(
            """
            PORT 22: refused by a device 1 router away.
              192.168.40.129 port 22: 1 try, 1 refused by a device 1 router away

            FINDINGS: 1 medium; compared 3 resets and the packets of 2 sources (14 packets)

            MEDIUM  forged-reset\
            """);
  }

  @Test
  void findingsAboutOtherPortsAndHostsAreLeftOutAndCounted() {
    assertThat(hopwise("--port", "443/udp", RESET_CAPTURE).out().replaceAll("\\s+", " "))
        .startsWith("PORT 443/udp: nothing arrived here, no packet went from or to it. ")
        .doesNotContain("forged-reset")
        .contains("1 finding about another port or host is left out");
    assertThat(hopwise("--host", "192.0.2.1", RESET_CAPTURE).out())
        .startsWith("HOST 192.0.2.1: nothing arrived here")
        .doesNotContain("forged-reset");
    assertThat(hopwise("--host", "192.168.40.129", RESET_CAPTURE).out())
        .startsWith("HOST 192.168.40.129: answered.\n")
        .contains("forged-reset");
  }

  @Test
  void connectionsServicesAndSourcesOfOtherPortsAndHostsAreLeftOut() {
    String text =
        new Talk()
            .handshake(0)
            .clientAddress("192.0.2.77")
            .ports(40002, 22)
            .handshake(1)
            .until(5)
            .text();
    for (String asked : List.of("--port=22", "--host=192.0.2.77")) {
      String json = onInput(text, asked, "--format", "json").out();
      assertThat(json).contains("192.0.2.77", "198.51.100.80").doesNotContain("192.0.2.10\"");
      assertThat(json).doesNotContain("192.0.2.99", "443");
      String html = onInput(text, asked, "--format", "html").out();
      assertThat(html).contains("192.0.2.77").doesNotContain(">192.0.2.10", "192.0.2.99");
    }
    String all = onInput(text, "--format", "json").out();
    assertThat(all).contains("192.0.2.10\"", "192.0.2.77", "192.0.2.99");
  }

  @Test
  void anIcmpErrorIsOfThePortAndTheHostThatItIsAbout() {
    Talk talk = new Talk().ports(40000, 25).client(0, "Flags [S], seq 1000, win 64240, length 0");
    talk.error(0.01, "203.0.113.1", "host 198.51.100.80 unreachable - admin prohibited", "TCP (6)");
    talk.ports(40001, 161).datagram(1, true, 32);
    talk.error(
        1.01, "203.0.113.2", "host 198.51.100.80 unreachable - admin prohibited", "UDP (17)");
    String rejected = onInput(talk.text(), "--port", "25", "--host", "198.51.100.80").out();
    assertThat(rejected).contains("syn-rejected-by-icmp").doesNotContain("icmp-undelivered");
    String undelivered = onInput(talk.text(), "--port", "161", "--host", "198.51.100.80").out();
    assertThat(undelivered).contains("icmp-undelivered").doesNotContain("syn-rejected-by-icmp");
    assertThat(onInput(talk.text(), "--host", "198.51.100.81").out())
        .doesNotContain("icmp-undelivered", "syn-rejected-by-icmp");
  }

  @Test
  void aRefusalFromOneRouterNearerIsNotSaidToFitTheHost() {
    Talk talk = new Talk().client(0, "Flags [S], seq 1000, win 64240, length 0");
    talk.serverTtl(62).server(0.01, "Flags [R.], seq 0, ack 1001, win 0, length 0").serverTtl(61);
    talk.ping(1, true, 7, 1).ping(1.01, false, 7, 1).ports(40001, 80).handshake(2);
    assertThat(onInput(talk.text(), "--port", "443").out().replaceAll("\\s+", " "))
        .startsWith("PORT 443: refused by the host or a device 2 routers away.")
        .contains("the host refused over another route, or a device in front of it did")
        .doesNotContain("Its TTL fits");
  }

  @Test
  void theAnswerIsDataToo() {
    assertThat(hopwise("--port", "22", "--format", "ndjson", RESET_CAPTURE).out())
        .contains(
            "\"answers\":[{\"port\":22,\"seen\":true,\"outcome\":\"refused\",\"services\":[{");
    assertThat(hopwise("--port", "80/tcp", "--format", "ndjson", RESET_CAPTURE).out())
        .contains(
            "\"answers\":[{\"port\":80,\"protocol\":\"tcp\",\"seen\":false,\"services\":[],\"elsewhere\":[{");
    assertThat(hopwise("--format", "json", RESET_CAPTURE).out())
        .contains("\"services\" : [ {", "\"outcome\" : \"refused\"");
  }

  @Test
  void ofManyServicesThoseThatFailComeFirst() {
    Talk talk = new Talk();
    for (int i = 0; i < 4; i++) {
      talk.ports(50000, 8001 + i).handshake(10 * i);
      talk.server(10 * i + 1, "Flags [R.], seq 1, ack 1, win 0, length 0");
      talk.ports(50001, 9001 + i).handshake(10 * i + 2);
    }
    talk.ports(50002, 22).client(50, SYN).client(51, SYN);
    assertThat(onInput(talk.text()).out())
        .startsWith("FINDINGS: ")
        .contains("\n\n198.51.100.80 port 22: 1 try, 1 unanswered\n198.51.100.80, 4 ports (8001-");
  }
}
