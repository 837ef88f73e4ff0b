package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.hopwise.connections.Talk;
import io.hopwise.report.json.NdjsonSchemaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @ParameterizedTest
  @CsvSource({
    "x.pcap, x.pcap1, true",
    "x.pcap1, x.pcap2, true",
    "x.pcap, y.pcap1, false",
    "client.txt, server.txt, false",
    "cap1.txt, cap2.txt, false",
    "x-20261130-101500.pcap, x-20261130-111500.pcap, true",
    "a.txt, a.txt, false"
  })
  void filesThatTcpdumpWritesOneAfterTheOtherAreOfOnePlace(
      String before, String name, boolean goesOn) {
    assertThat(SeveralFiles.goesOn(before, name)).isEqualTo(goesOn);
  }
}
