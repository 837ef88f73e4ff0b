package io.hopwise.cli;

import static io.hopwise.cli.Ran.RESET_CAPTURE;
import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.hopwise.connections.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsCommandTest {
  @Test
  void theTableSaysWhatBecameOfEachConnectionAndWhoDidIt() {
    assertThat(hopwise("connections", RESET_CAPTURE))
        .isEqualTo(
            new Ran(
                0,
                """
                CLIENT                SERVER             BEGAN     ENDED  PACKETS    BYTES
                192.168.31.128.49169  192.168.40.129.22  refused   -          3/3      0/0
                    refused by a device 1 router away in the server's name; 3 SYNs; client on
                    this link; server 3 routers away
                192.168.31.128        192.168.40.129     answered  -          4/4  128/128
                    4 requests; client on this link; server 3 routers away

                192.168.40.129 port 22: 1 try, 1 refused by a device 1 router away
                192.168.40.129 ping: 1 run, 1 answered
                """,
                ""));
  }

  @Test
  void aScanOfThreeHundredPortsIsAFewLines() {
    String services = services(scan());
    assertThat(services)
        .isEqualTo(
            """
            198.51.100.80, 298 ports (1-21, 23-79, 81-300): 298 tries, 298 refused by the
              host
            198.51.100.80 ping: 1 run, 1 answered
            198.51.100.80 port 22: 1 try, 1 opened
            198.51.100.80 port 80: 1 try, 1 opened
            """);
  }

  private static String services(Talk talk) {
    String out = onInput(talk.text(), "connections").out();
    return out.substring(out.indexOf("\n\n") + 2);
  }

  private static Talk scan() {
    Talk talk = new Talk().ping(0, true, 1, 1).ping(0.1, false, 1, 1);
    for (int port = 1; port <= 300; port++) {
      talk.ports(50000, port);
      if (port == 22 || port == 80) {
        talk.handshake(port);
      } else {
        talk.client(port, "Flags [S], seq 1000, win 64240, length 0")
            .server(port + 0.1, "Flags [R.], seq 0, ack 1001, win 0, length 0");
      }
    }
    return talk;
  }

  @Test
  void onePortOrOneHostMayBeAskedAbout() {
    Talk talk = scan();
    assertThat(
            onInput(talk.text(), "connections", "--port", "ssh", "--format", "csv").out().lines())
        .hasSize(2);
    assertThat(onInput(talk.text(), "connections", "--port", "22/udp").out())
        .isEqualTo("No connection was seen.\n");
    assertThat(onInput(talk.text(), "connections", "--host", "192.0.2.99").out())
        .isEqualTo("No connection was seen.\n");
    assertThat(
            onInput(
                    talk.text(),
                    "connections",
                    "--host",
                    "192.0.2.10",
                    "--port",
                    "22",
                    "--format",
                    "ndjson")
                .out()
                .lines())
        .hasSize(3);
  }

  @Test
  void whatIsNoPortIsSaid() {
    assertThat(hopwise("connections", "--port", "70000", RESET_CAPTURE).err())
        .contains("a port is a number from 0 to 65535 or a service's name, not 70000");
    assertThat(hopwise("connections", "--port", "22/sctp", RESET_CAPTURE).exitCode()).isEqualTo(2);
  }

  @Test
  void csvHasACellForEachName() {
    List<String> lines =
        hopwise("connections", "--format", "csv", RESET_CAPTURE).out().lines().toList();
    assertThat(lines).hasSize(3);
    int names = Splitter.on(',').splitToList(lines.get(0)).size();
    assertThat(lines)
        .allSatisfy(line -> assertThat(Splitter.on(',').splitToList(line)).hasSize(names));
    assertThat(lines.get(1))
        .startsWith("tcp,192.168.31.128,49169,,192.168.40.129,22,,1,1,1,,,3,,refused,device,");
  }

  @Test
  void withMinusQItSaysThatTheFlagsAreMissing() {
    String quiet =
        """
        10:00:00.000000 IP 192.0.2.10.40000 > 198.51.100.80.443: tcp 0
        10:00:00.000400 IP 198.51.100.80.443 > 192.0.2.10.40000: tcp 0
        """;
    String out = onInput(quiet, "connections").out().replaceAll("\\s+", " ");
    assertThat(out)
        .contains("lasted 0.400 ms")
        .contains("1 try, 1 not known, as no flags are printed")
        .contains("TCP flags are not printed, so how connections began and ended is not known")
        .doesNotContain("without an answer");
    assertThat(onInput(quiet, "connections", "--format", "ndjson").out())
        .contains("\"withoutFlags\":true");
  }

  @Test
  void withoutTtlsItSaysWhatMinusVWouldAdd() {
    String out = onInput(new Talk().handshake(0).brief(), "connections").out();
    assertThat(out).contains("opened").contains("run tcpdump with -v");
  }

  @Test
  void aLongAddressTakesALineOfItsOwn() {
    String text =
        "10:00:00.000000 IP6 2001:db8:1234:5678:9abc:def0:1234:5678.40000 >"
            + " 2001:db8:1234:5678:9abc:def0:1234:9999.443: Flags [S], seq 1, win 1, length 0\n";
    assertThat(onInput(text, "connections").out())
        .startsWith(
            """
            CLIENT > SERVER: BEGAN, ENDED, PACKETS, BYTES
            2001:db8:1234:5678:9abc:def0:1234:5678.40000 > 2001:db8:1234:5678:9abc:def0:1234:9999.443
                unknown  -          1/0    0/0
            """);
  }
}
