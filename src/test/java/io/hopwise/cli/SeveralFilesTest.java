package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.hopwise.connections.Talk;
import io.hopwise.report.json.NdjsonSchemaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same connections, captured at two places. */
class SeveralFilesTest {
  private static final String SYN = "Flags [S], seq 77000, win 64240, length 0";
  private static final String SYN_ACK = "Flags [S.], seq 900, ack 77001, win 65160, length 0";

  @TempDir private Path folder;

  /** What is said of a capture at the client and one at the server, on one line. */
  private String said(Talk atClient, Talk atServer, String... options) throws IOException {
    Path client = folder.resolve("client.txt");
    Path server = folder.resolve("server.txt");
    Files.writeString(client, atClient.text());
    Files.writeString(server, atServer.text());
    String[] args = new String[options.length + 2];
    System.arraycopy(options, 0, args, 0, options.length);
    args[options.length] = client.toString();
    args[options.length + 1] = server.toString();
    return hopwise(args).out();
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** A connection that works, so that the two are known to see the same server. */
  private static Talk works() {
    return new Talk().ports(40000, 443).handshake(1).ports(40001, 80);
  }

  private static Talk worksAtServer() {
    return new Talk().seenAtServer().ports(40000, 443).handshake(1.001).ports(40001, 80);
  }

  @Test
  void aSynThatDoesNotReachTheServerIsLostBetween() throws IOException {
    String said = said(works().client(3, SYN).client(4, SYN), worksAtServer().until(9));
    assertThat(onOneLine(said))
        .contains(
            "192.0.2.10.40001 > 198.51.100.80.80: the SYN was seen at client.txt and not at"
                + " server.txt, which captured at that time: dropped between the two")
        .contains("192.0.2.10.40000 > 198.51.100.80.443: seen at client.txt and at server.txt.");
  }

  @Test
  void ofAPlaceThatDidNotCaptureAtTheTimeNothingIsSaid() throws IOException {
    String said = said(works().client(3, SYN).client(4, SYN), worksAtServer().until(2));
    assertThat(onOneLine(said)).doesNotContain("dropped between");
  }

  @Test
  void aSynThatReachesTheServerInVainIsTheServersMatter() throws IOException {
    String said =
        said(
            works().client(3, SYN).client(4, SYN),
            worksAtServer().client(3.001, SYN).client(4.001, SYN));
    assertThat(onOneLine(said)).contains("it reached server.txt, and nothing answered there");
  }

  @Test
  void anAnswerThatDoesNotComeBackIsLostOnTheWayBack() throws IOException {
    String said =
        said(
            works().client(3, SYN).client(4, SYN),
            worksAtServer().client(3.001, SYN).server(3.002, SYN_ACK).client(4.001, SYN));
    assertThat(onOneLine(said))
        .contains(
            "it was answered at server.txt, and the answer did not come to client.txt: dropped on"
                + " the way back");
  }

  @Test
  void aResetThatTheServerDidNotSendWasSentBetween() throws IOException {
    Talk client =
        works()
            .client(3, SYN)
            .server(3.02, SYN_ACK)
            .client(3.03, "Flags [.], ack 1, win 502, length 0")
            .server(3.5, "Flags [R], seq 901, win 0, length 0");
    Talk server =
        worksAtServer()
            .client(3.001, SYN)
            .server(3.002, SYN_ACK)
            .client(3.031, "Flags [.], ack 1, win 502, length 0");
    assertThat(onOneLine(said(client, server)))
        .contains("the reset that came to client.txt was not seen at server.txt");
  }

  @Test
  void aNatBetweenThePlacesLeavesSequenceNumberAndId() throws IOException {
    Talk server =
        worksAtServer()
            .clientAddress("203.0.113.7")
            .ports(50123, 80)
            .client(3.001, SYN)
            .client(4.001, SYN);
    String said = said(works().client(3, SYN).client(4, SYN), server);
    assertThat(onOneLine(said)).contains("it reached server.txt, and nothing answered there");
  }

  @Test
  void aNatBetweenThePlacesLeavesSequenceNumberAndServerWhereNoIdIsPrinted() throws IOException {
    Talk client = works().client(3, SYN).client(4, SYN);
    Talk server =
        worksAtServer().clientAddress("203.0.113.7").client(3.001, SYN).client(4.001, SYN);
    Path here = folder.resolve("client.txt");
    Path there = folder.resolve("server.txt");
    Files.writeString(here, client.brief());
    Files.writeString(there, server.brief());
    assertThat(onOneLine(hopwise(here.toString(), there.toString()).out()))
        .contains("192.0.2.10.40001 > 198.51.100.80.80: it reached server.txt")
        .doesNotContain("dropped between");
  }

  @Test
  void whatANatMayHavePassedOnInItsOwnNameIsNotCalledLost() throws IOException {
    Talk client = works().ports(40002, 161).datagram(3, true, 30).datagram(4, true, 30);
    Talk server = worksAtServer().ports(40002, 161);
    String said =
        said(
            client,
            server
                .clientAddress("203.0.113.7")
                .datagram(3.001, true, 30)
                .datagram(4.001, true, 30)
                .until(9));
    assertThat(onOneLine(said)).doesNotContain("dropped between");
    Talk other = worksAtServer().ports(40002, 162).clientAddress("203.0.113.7");
    assertThat(onOneLine(said(client, other.datagram(3.001, true, 30).until(9))))
        .contains("192.0.2.10.40002 > 198.51.100.80.161: what the client sent was seen at client");
  }

  @Test
  void whereNothingAtAllWasCapturedNothingArrived() throws IOException {
    String text = "tcpdump: listening on eth0\n0 packets captured\n0 packets received by filter\n";
    Path client = folder.resolve("client.txt");
    Files.writeString(client, new Talk().client(3, SYN).client(4, SYN).text());
    Path server = folder.resolve("server.txt");
    Files.writeString(server, text);
    String expected =
        "the SYN was seen at client.txt, and at server.txt nothing at all was captured: dropped"
            + " between the two, if that ran at the same time";
    assertThat(onOneLine(hopwise(client.toString(), server.toString()).out())).contains(expected);
    assertThat(onOneLine(hopwise(server.toString(), client.toString()).out())).contains(expected);
    Files.writeString(client, new Talk().seenAtServer().client(3, SYN).client(4, SYN).text());
    assertThat(hopwise(client.toString(), server.toString()).out())
        .doesNotContain("nothing at all");
  }

  @Test
  void aPlaceOnTheWayIsNotTheServers() throws IOException {
    Path client = folder.resolve("client.txt");
    Path router = folder.resolve("router.txt");
    Path server = folder.resolve("server.txt");
    Files.writeString(client, works().client(3, SYN).client(4, SYN).text());
    Files.writeString(
        router,
        new Talk()
            .seenBetween()
            .ports(40000, 443)
            .handshake(1.0005)
            .ports(40001, 80)
            .client(3.0005, SYN)
            .client(4.0005, SYN)
            .text());
    Files.writeString(server, worksAtServer().until(9).text());
    String[] all = {client.toString(), router.toString(), server.toString()};
    assertThat(onOneLine(hopwise(all).out()))
        .contains("40001 > 198.51.100.80.80: seen at client.txt and at router.txt.")
        .contains("the SYN was seen at router.txt and not at server.txt");
    assertThat(onOneLine(hopwise(client.toString(), router.toString()).out()))
        .contains(
            "it reached router.txt, and nothing answered there: the server is 2 routers away");
  }

  @Test
  void whatComesToTheServerInTheClientsNameWasSentBetween() throws IOException {
    String ack = "Flags [.], ack 1, win 502, length 0";
    Talk client = works().client(3, SYN).server(3.02, SYN_ACK).client(3.03, ack).until(9);
    Talk server =
        worksAtServer()
            .client(3.001, SYN)
            .server(3.002, SYN_ACK)
            .client(3.031, ack)
            .client(3.5, "Flags [R], seq 77001, win 0, length 0");
    assertThat(onOneLine(said(client, server)))
        .contains("the reset that came to server.txt was not seen at client.txt: somebody between");
  }

  @Test
  void anAnswerThatTheServerDidNotGiveWasGivenBetween() throws IOException {
    Talk client = works().client(3, SYN).server(3.02, SYN_ACK).client(3.03, "Flags [.], ack 1");
    Talk server = worksAtServer().client(3.001, SYN).client(4.001, SYN).until(9);
    assertThat(onOneLine(said(client, server)))
        .contains("the answer that came to client.txt was not seen at server.txt, where nothing");
  }

  @Test
  void withoutTtlsTheOrderIsTheirsAndThatIsSaid() throws IOException {
    Path client = folder.resolve("client.txt");
    Path server = folder.resolve("server.txt");
    Files.writeString(client, works().client(3, SYN).client(4, SYN).brief());
    Files.writeString(server, worksAtServer().client(3.001, SYN).client(4.001, SYN).brief());
    assertThat(onOneLine(hopwise(client.toString(), server.toString()).out()))
        .contains("it reached server.txt, and nothing answered there")
        .contains("client.txt is taken for the place nearer to the client, as it comes first");
    Files.writeString(server, worksAtServer().until(9).brief());
    for (String[] files :
        new String[][] {
          {client.toString(), server.toString()}, {server.toString(), client.toString()}
        }) {
      assertThat(onOneLine(hopwise(files).out()))
          .contains("the SYN was seen at client.txt and not at server.txt");
    }
  }

  @Test
  void theLastRouterThatSawAPacketIsNamed() throws IOException {
    Talk client =
        works()
            .ports(40009, 80)
            .client(2, SYN)
            .error(2.01, "203.0.113.9", "time exceeded in-transit", "TCP (6)")
            .ports(40001, 80)
            .client(3, SYN)
            .client(4, SYN);
    assertThat(onOneLine(said(client, worksAtServer().until(9))))
        .contains(
            "The last router that had a packet to that port is 203.0.113.9, with 1 router between");
  }

  @Test
  void connectionsAreListedPlaceByPlaceAndComparedAsDataToo() throws IOException {
    Talk client = works().client(3, SYN).client(4, SYN);
    assertThat(said(client, worksAtServer().until(9), "connections"))
        .contains("\nclient.txt\n", "\nserver.txt\n", "dropped between");
    String json = said(client, worksAtServer().until(9), "connections", "--format", "ndjson");
    assertThat(json).contains("\"type\":\"match\",\"fate\":\"lost-between\",\"nearRecord\":");
    assertThat(json.lines())
        .allSatisfy(
            line -> assertThat(NdjsonSchemaTest.SCHEMA.validate(line, InputFormat.JSON)).isEmpty());
  }

  /** Writes a part of a capture; both hosts talk in it. */
  private String part(String name, Talk talk) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, talk.text());
    return file.toString();
  }

  @Test
  void partsThatTcpdumpWroteAreOneCaptureInTheOrderOfTheirNumbers() throws IOException {
    Talk begin = new Talk().client(1, SYN).server(1.01, SYN_ACK);
    Talk end = new Talk().client(3, "Flags [.], ack 1, win 502, length 0");
    String first = part("x.pcap9", begin);
    String second = part("x.pcap10", end);
    Ran ran = hopwise("connections", second, first);
    assertThat(ran.out()).contains("1 try, 1 opened").doesNotContain("several-captures");
    assertThat(ran.err())
        .contains("x.pcap9 and x.pcap10 are read as one capture, in this order, as tcpdump -C");
  }

  @Test
  void aRingOfPartsBeginsWithTheOldest() throws IOException {
    String newest = part("x.pcap0", new Talk().client(9, "Flags [.], ack 1, win 5, length 0"));
    String oldest = part("x.pcap1", new Talk().client(1, SYN));
    String between = part("x.pcap2", new Talk().server(1.01, SYN_ACK));
    Ran ran = hopwise("connections", newest, oldest, between);
    assertThat(ran.err()).contains("x.pcap1, x.pcap2 and x.pcap0 are read as one");
    assertThat(ran.out()).contains("1 try, 1 opened");
  }

  @Test
  void partsWhoseTimesOverlapAreOfPlacesOfTheirOwn() throws IOException {
    String one = part("x.pcap", works().until(9));
    String other = part("x.pcap1", worksAtServer().until(9));
    Ran ran = hopwise(one, other);
    assertThat(ran.err())
        .contains("x.pcap1 begins before the file before it ends: read as a capture of a place");
    assertThat(ran.out()).contains("x.pcap and at x.pcap1.");
  }

  @Test
  void partsInWhichTheHostsHaveOtherTtlsAreOfPlacesOfTheirOwn() throws IOException {
    String one = part("x-20261130101500.pcap", works());
    String other = part("x-20261130111500.pcap", new Talk().seenAtServer().handshake(100));
    assertThat(hopwise(one, other).err())
        .contains(
            "x-20261130111500.pcap shows the same hosts with other TTLs than the file before");
  }

  @ParameterizedTest
  @CsvSource({
    "x.pcap, x.pcap1, true",
    "x.pcap1.gz, x.pcap2.gz, true",
    "x.pcap, y.pcap1, false",
    "client.txt, server.txt, false",
    "cap1.txt, cap2.txt, false",
    "a/x.pcap, b/x.pcap1, false",
    "x-20261130-101500.pcap, x-20261130-111500.pcap, true",
    "a.txt, a.txt, false"
  })
  void namesTellWhatTcpdumpMayHaveWritten(String one, String other, boolean together) {
    assertThat(RotatedFiles.groups(List.of(one, other))).hasSize(together ? 1 : 2);
  }

  @Test
  void aFindingNamesTheFileOfEachPacketAndItsLineThere() throws IOException {
    Path reset = Path.of("testdata/rules/forged-reset/fires.txt");
    Path pings = Path.of("testdata/reset/who-sent-the-reset.txt");
    String text = hopwise(pings.toString(), reset.toString()).out();
    assertThat(onOneLine(text)).contains("(lines 3, 7 and 11 of fires.txt) arrived with TTL 63");
    String json = hopwise("--format", "ndjson", pings.toString(), reset.toString()).out();
    assertThat(json)
        .contains(
            "\"in\":{\"name\":\"fires.txt\",\"line\":3,\"record\":2},\"place\":\"fires.txt\"");
    assertThat(json.lines())
        .allSatisfy(
            line -> assertThat(NdjsonSchemaTest.SCHEMA.validate(line, InputFormat.JSON)).isEmpty());
  }

  @Test
  void filesOfOneNameAreToldByTheirFolders() throws IOException {
    Talk client = works().client(3, SYN);
    String near = part("near/capture.txt", client);
    String far = part("far/capture.txt", works().client(3, SYN));
    String text = onOneLine(hopwise("--info", near, far).out());
    assertThat(text).contains("of " + near).contains("of " + far);
  }
}
