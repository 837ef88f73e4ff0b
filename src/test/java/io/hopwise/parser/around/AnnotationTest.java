package io.hopwise.parser.around;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write about packets is told from what is left of records. */
class AnnotationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.10 is the client and 198.51.100.20 is the server.",
        "the client 192.0.2.1 talks to the server 192.0.2.2",
        "The reset has ttl 61 whereas the SYN-ACK has ttl 52, so it is not the server.",
        "here ttl 64 is what I see in the output",
        "192.0.2.10 sends SYN to 198.51.100.20 port 443",
        "The server (198.51.100.20) never answers.",
        "Tcpdump output from 192.0.2.10:",
        "Ich sehe den RST mit TTL 64, obwohl der Server weiter weg ist.",
        "\u041d\u0430 \u043a\u043b\u0438\u0435\u043d\u0442\u0435 192.0.2.10 TTL 64",
        "\u4ee5\u4e0b\u3001\u30b5\u30fc\u30d0\u5074\u306etcpdump\u306e\u7d50\u679c\u3067\u3059",
      })
  void aSentenceMayHoldAddressesAndWordsOfRecords(String line) {
    assertThat(Annotation.isOne(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client = 192.0.2.10, server = 198.51.100.20",
        "192.0.2.10 -> my laptop",
        "Client IP: 192.0.2.10",
        "eth0 = WAN, eth1 = LAN",
      })
  void aLegendSaysWhoseAnAddressIs(String line) {
    assertThat(Annotation.isOne(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<--- this is the RST",
        "^^^ this one",
        "// RST here",
        "Any ideas?",
        "RST!",
        "Alice"
      })
  void aRemarkPointsAtALine(String line) {
    assertThat(Annotation.isOne(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "198.51.100.20.443: Flags [S], seq 1, win 64240, length 0",
        "(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60)",
        "// IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60)",
        "192.0.2.10.40000 > 198.51.100.20.443: S 1:1(0)",
        "<- 192.0.2.10",
        "reply 192.0.2.1 is-at 02:00:00:00:77:01",
        "who-has 192.0.2.1 tell 192.0.2.10",
        "example.com. A 192.0.2.1, example.com. A 192.0.2.2",
        "203.0.113.77 udp port 53 unreachable",
        "win 64240, options [mss 1460,sackOK]",
        "Flags",
        "Request",
        "UDP",
        "A? example.com.",
      })
  void whatMayBeLeftOfARecordIsNone(String line) {
    assertThat(Annotation.isOne(line)).isFalse();
  }
}
