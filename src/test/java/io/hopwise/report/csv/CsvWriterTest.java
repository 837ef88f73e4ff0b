package io.hopwise.report.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.report.MadeEntries;
import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  private static final String TCP =
      """
          7  22:13:20.123456 eth0  In  IP (tos 0x2,ECT(0), ttl 61, id 102, offset 0, flags [DF], proto TCP (6), length 60)
          192.0.2.10.51000 > 198.51.100.20.http: Flags [S.], cksum 0x4323 (incorrect -> 0x1111), seq 1:3, ack 5, win 65535, options [mss 1360,sackOK,TS val 1 ecr 2,nop,wscale 7], length 2: HTTP, "x", y
      """;

  private static final String QUOTE =
      """
      IP (tos 0x0, ttl 63, id 0, offset 0, flags [none], proto ICMP (1), length 68)
          192.0.2.1 > 192.0.2.10: ICMP net 198.51.100.20 unreachable, length 48
      \tIP (tos 0x0, ttl 1, id 555, offset 0, flags [none], proto UDP (17), length 40)
          192.0.2.10.51000 > 198.51.100.20.33434: UDP, length 12
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number             | 7",
        "line               | 1",
        "lines              | 2",
        "time               | 22:13:20.123456",
        "interface          | eth0",
        "direction          | In",
        "ip.version,version | 4,4",
        "ip.src,src         | 192.0.2.10,192.0.2.10",
        "ip.dst,dst         | 198.51.100.20,198.51.100.20",
        "ip.tos,tos         | 2,2",
        "ip.ttl,ttl         | 61,61",
        "ip.id,id           | 102,102",
        "ip.offset,offset   | 0,0",
        "ip.flags           | DF",
        "ip.proto,proto     | 6,6",
        "ip.length,length   | 60,60",
        "srcPort,tcp.srcPort,dstPort,tcp.dstPort | 51000,51000,80,80",
        "srcService,dstService,tcp.dstService    | ,http,http",
        "tcp.flags,flags    | S.,S.",
        "tcp.seq,seq,tcp.seqEnd,seqEnd | 1,1,3,3",
        "tcp.ack,ack,tcp.win,win,urg   | 5,5,65535,65535,",
        "tcp.cksum.status,tcp.cksum.found,tcp.cksum.expected | incorrect,17187,4369",
        "tcp.options        | `\"mss 1360,sackOK,TS val 1 ecr 2,nop,wscale 7\"`",
        "tcp.length         | 2",
        "udp.length,icmp.type,icmp6.type,class,flowlabel,inner.ip.src | ,,,,,",
      })
  void everyFieldOfASegmentHasItsCell(String fields, String row) throws IOException {
    assertThat(row(fields, TCP)).isEqualTo(row);
  }

  @Test
  void anAmbiguousRecordSaysSo() throws IOException {
    Packet sure = (Packet) Hopwise.parse(TCP);
    Packet doubtful = sure.withText(RecordText.wrapAmbiguous(1, 2, TCP.getBytes(UTF_8)));
    assertThat(csv(fields("ambiguous,ttl"), sure)).isEqualTo("ambiguous,ttl\n,61\n");
    assertThat(csv(fields("ambiguous,ttl"), doubtful)).isEqualTo("ambiguous,ttl\ntrue,61\n");
  }

  @Test
  void fieldsOfTheQuotedPacketHaveTheirCells() throws IOException {
    assertThat(
            row(
                "icmp.type,icmp.text,icmp.quoted.ip.ttl,icmp.quoted.dstPort,icmp6.quoted.ip.ttl",
                QUOTE))
        .isEqualTo("3,\"net 198.51.100.20 unreachable\",1,33434,");
  }

  @Test
  void everyNameIsAFieldAndWritesEveryPacket() throws IOException {
    ImmutableList<CsvField> all =
        CsvField.names().stream()
            .map(name -> CsvField.named(name).orElseThrow())
            .collect(ImmutableList.toImmutableList());
    MadeEntries made = new MadeEntries(5);
    for (int i = 0; i < 500; i++) {
      List<List<String>> rows = read(csv(all, made.packet()));
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1)).hasSize(all.size());
      assertThat(rows.get(1))
          .allMatch(cell -> cell.codePoints().noneMatch(SafeText::isUnsafe))
          .noneMatch(CsvWriterTest::isFormula);
    }
  }

  /** Every key behind every prefix: it is a field exactly if it is among the names. */
  @Test
  void allFieldsAreNamed() {
    Set<String> prefixes = new HashSet<>(Set.of(""));
    Set<String> keys = new HashSet<>();
    for (String name : CsvField.names()) {
      int dot = name.indexOf('.');
      prefixes.add(name.substring(0, dot + 1));
      keys.add(name.substring(dot + 1));
    }
    for (List<String> name : Sets.cartesianProduct(prefixes, keys)) {
      String joined = String.join("", name);
      assertThat(CsvField.named(joined).isPresent())
          .as(joined)
          .isEqualTo(CsvField.names().contains(joined));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "＝1", "＋1", "－1", "＠x"})
  void aCellThatStartsLikeAFormulaIsText(String hostile) throws IOException {
    assertThat(cell(hostile)).isEqualTo("\"'" + hostile + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a-b.example:80_x | a-b.example:80_x",
        "a,b              | `\"a,b\"`",
        "a;b              | `\"a;b\"`",
        "say \"x\"        | `\"say \"\"x\"\"\"`",
        "接続元            | `\"接続元\"`",
      })
  void textIsQuotedUnlessItIsPlain(String text, String cell) throws IOException {
    assertThat(cell(text)).isEqualTo(cell);
  }

  private static String cell(String text) throws IOException {
    CsvLine line = new CsvLine(1);
    line.text(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line.drainTo(out);
    return out.toString(UTF_8);
  }

  @Test
  void lineEndsFromTheWireDoNotEndALine() throws IOException {
    assertThat(cell("a\r\n\tb")).isEqualTo("\"a^M^J^Ib\"");
  }

  @Test
  void onlyPacketsHaveRows() throws IOException {
    assertThat(csv(fields("ttl"), Hopwise.parse("listening on eth0\n"))).isEqualTo("ttl\n");
    assertThat(CsvField.named("no.such")).isEmpty();
    assertThat(CsvField.named("icmp.quoted.no")).isEmpty();
  }

  private static String row(String fields, String record) throws IOException {
    return csv(fields(fields), Hopwise.parse(record)).lines().skip(1).findFirst().orElseThrow();
  }

  private static ImmutableList<CsvField> fields(String names) {
    return Splitter.on(',')
        .splitToStream(names)
        .map(name -> CsvField.named(name).orElseThrow())
        .collect(ImmutableList.toImmutableList());
  }

  private static String csv(ImmutableList<CsvField> fields, Entry entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, fields)) {
      writer.write(entry);
    }
    return out.toString(UTF_8);
  }

  private static boolean isFormula(String cell) {
    boolean number = cell.matches("-?[0-9:. -]*");
    return !number && !cell.isEmpty() && "=+-@＝＋－＠".indexOf(cell.charAt(0)) >= 0;
  }

  /** A reader of its own, so that the writer is not checked by itself. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
