package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.parser.Fixtures;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of earlier records changes nothing in what later ones say. */
class PrefixTreeTest {
  private static final String[] OPTIONS = {
    "nop", "mss 1460", "sackOK", "wscale 7", "TS val 1 ecr 2"
  };

  private final TcpdumpLineKinds kinds = new TcpdumpLineKinds();
  private final Random random = new Random(20261128);

  @Test
  void recordsReadAfterOthersAreReadAsAlone() {
    List<byte[]> texts = new ArrayList<>();
    for (var file : Fixtures.texts()) {
      Fixtures.read(Fixtures.bytes(file)).forEach(entry -> texts.add(entry.text().bytes()));
    }
    Collections.shuffle(texts, random);
    RecordReader experienced = new RecordReader(kinds);
    for (byte[] text : texts) {
      byte[] damaged = random.nextInt(4) == 0 ? damaged(text) : text;
      assertReadAsAlone(experienced, damaged);
    }
  }

  @Test
  void recordsThatWereForgottenAreReadAsNewOnes() {
    RecordReader experienced = new RecordReader(kinds);
    for (int i = 0; i < 3000; i++) {
      assertReadAsAlone(experienced, withOptions(1 + random.nextInt(12)).getBytes(ISO_8859_1));
    }
  }

  @Test
  void theTreeNeverGrowsBeyondItsBound() {
    RecordTokens tokens = new RecordTokens(TableLexers.records());
    for (int i = 0; i < 3000; i++) {
      byte[] text = withOptions(1 + random.nextInt(12)).getBytes(ISO_8859_1);
      tokens.cut(text, 0, text.length);
      assertThat(tokens.prefixes().count()).isLessThan(PrefixTree.MOST + tokens.size());
    }
    byte[] deep = withOptions(5000).getBytes(ISO_8859_1);
    tokens.cut(deep, 0, deep.length);
    assertThat(tokens.node()).isNull();
  }

  private String withOptions(int count) {
    StringBuilder text =
        new StringBuilder(
            "IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), length 60)\n");
    text.append("    192.0.2.1.")
        .append(random.nextInt(65536))
        .append(" > 192.0.2.2.22: Flags [.]");
    text.append(", cksum 0x0102 (correct), ack 1, win 502, options [");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(OPTIONS[random.nextInt(OPTIONS.length)]);
    }
    return text.append("], length 0\n").toString();
  }

  private byte[] damaged(byte[] text) {
    byte[] damaged = text.clone();
    for (int i = 0; i < 3 && damaged.length > 0; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private void assertReadAsAlone(RecordReader experienced, byte[] text) {
    if (new String(text, ISO_8859_1).isBlank()) {
      return; // no frame is
    }
    Entry entry = experienced.readAlone(text, 0, text.length);
    assertThat(entry).isEqualTo(new RecordReader(kinds).readAlone(text, 0, text.length));
  }
}
