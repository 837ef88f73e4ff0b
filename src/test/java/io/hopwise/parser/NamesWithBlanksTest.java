package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpSegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that somebody replaced by hand are read, or the error says what is wrong with them. */
class NamesWithBlanksTest {
  private static final String TIME = "06:13:20.000000 ";
  private static final String HEADER =
      "IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto TCP (6), length 40)";
  private static final String FLAGS = ": Flags [R], cksum 0x1 (correct), seq 5, win 0, length 0\n";

  @ParameterizedTest
  @CsvSource({
    "my server, remote host",
    "client, the other host",
    "<client ip>, <server ip>",
    "my old web server, x.x.x.x",
    "x.x.x.x, y.y.y.y",
    "10.0.0.xxx, 203.0.113.x",
    "[REDACTED], ***",
    "SERVER, <client>",
  })
  void masksAndNamesAfterAHeaderAreRead(String src, String dst) {
    String flow = src + ".40000 > " + dst + ".443" + FLAGS;
    for (String between : new String[] {"\n    ", " "}) {
      Packet packet = (Packet) Fixtures.only(TIME + HEADER + between + flow);
      assertThat(packet.ip().src().text()).isEqualTo(src);
      assertThat(packet.ip().dst().text()).isEqualTo(dst);
      assertThat(((TcpSegment) packet.payload()).srcPort().number()).hasValue(40000);
      assertThat(((TcpSegment) packet.payload()).dstPort().number()).hasValue(443);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IP my server.40000 > remote host.443",
        "IP client (me).40000 > server.443",
        "IP server.22 > the client.443",
      })
  void elsewhereTheErrorSaysThatANameHoldsABlank(String flow) {
    Entry entry = Fixtures.only(TIME + flow + ": Flags [S], seq 100, win 64240, length 0\n");
    assertThat(((Reject) entry).error().message())
        .isEqualTo("line 1:20: expected " + NamesWithBlanks.EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {": UDP, length 5", ": 1+ A? example.com. (29)", ": ICMP echo reply, id 1"})
  void whateverIsCarriedTheErrorSaysSo(String payload) {
    Entry entry = Fixtures.only(TIME + "IP <my server> > 192.0.2.2" + payload + "\n");
    assertThat(((Reject) entry).error().expected()).isEqualTo(NamesWithBlanks.EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[server ip].443 > 192.0.2.1.5", "192.0.2.1.5 > 192.0.2.2 (server).443"})
  void aNameInBracketsIsSaidToHoldABlank(String flow) {
    for (String before :
        new String[] {"", "2:0:0:0:0:1 > 2:0:0:0:0:2, ethertype IPv4, length 54: "}) {
      String header = before.isEmpty() ? HEADER : before + HEADER.substring("IP ".length());
      Entry entry = Fixtures.only(TIME + header + "\n    " + flow + FLAGS);
      assertThat(((Reject) entry).error().expected()).isEqualTo(NamesWithBlanks.EXPECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"client (me)", "one name of far too many words"})
  void aNameThatIsNotReadIsSaidToHoldABlank(String name) {
    Entry entry = Fixtures.only(TIME + HEADER + "\n    " + name + ".40000 > b.443" + FLAGS);
    assertThat(((Reject) entry).error().message())
        .isEqualTo("line 2:5: expected " + NamesWithBlanks.EXPECTED);
  }
}
