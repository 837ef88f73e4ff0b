package io.hopwise.analysis.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a packet stands in the text it was read from. */
class CaptureTextsTest {
  private static final CaptureTexts CLIENT = CaptureTexts.of("client.txt", Citation.LINE);
  private static final CaptureTexts SERVER = CaptureTexts.of("server.pcap", Citation.FRAME);

  /** Records 1 to 10 on lines 1 to 20, and 11 to 15 on lines 21 to 30. */
  private static final CaptureTexts BOTH = CLIENT.then(SERVER, 10, 20);

  private static PacketNumber packet(long record) {
    return new PacketNumber(record, 2 * record - 1);
  }

  @Test
  void oneTextIsNotNamed() {
    assertThat(CLIENT.words(List.of(packet(2)))).isEqualTo("line 3");
    assertThat(CLIENT.words(List.of(packet(2), packet(3)))).isEqualTo("lines 3, 5");
    assertThat(CLIENT.words(List.of())).isEmpty();
  }

  @Test
  void ofSeveralEachIsNamedAndCountsFromItsOwnBeginning() {
    assertThat(BOTH.words(List.of(packet(2), packet(10), packet(11), packet(12))))
        .isEqualTo("lines 3, 19 of client.txt and frames 1, 2 of server.pcap");
  }

  @Test
  void aSentenceHasAnAnd() {
    assertThat(CLIENT.inSentence(List.of(packet(1), packet(2)), 0)).isEqualTo("lines 1 and 3");
    assertThat(CLIENT.inSentence(List.of(packet(1)), 7)).isEqualTo("lines 1 and 7 more");
    assertThat(BOTH.inSentence(List.of(packet(1), packet(2), packet(13)), 7))
        .isEqualTo("lines 1 and 3 of client.txt, frame 3 of server.pcap and 7 more");
  }

  @Test
  void aTextWithoutANameIsCounted() {
    CaptureTexts texts = CLIENT.then(CaptureTexts.PLAIN, 10, 20);
    assertThat(texts.words(List.of(packet(11)))).isEqualTo("line 1 of text 2");
  }

  @Test
  void halvesOfOneTextAreOneText() {
    CaptureTexts halves = CLIENT.then(CLIENT, 10, 20);
    assertThat(halves.areSeveral()).isFalse();
    assertThat(halves.words(List.of(packet(12)))).isEqualTo("line 23");
  }

  @Test
  void threeAreTheSameInEitherOrderOfMerging() {
    CaptureTexts third = CaptureTexts.of("late.txt", Citation.LINE);
    CaptureTexts left = BOTH.then(third, 15, 30);
    CaptureTexts right = CLIENT.then(SERVER.then(third, 5, 10), 10, 20);
    for (long record = 1; record <= 20; record++) {
      assertThat(right.words(List.of(packet(record))))
          .isEqualTo(left.words(List.of(packet(record))));
    }
    assertThat(left.words(List.of(packet(16)))).isEqualTo("line 1 of late.txt");
  }

  @Test
  void aLineThatIsNotRememberedIsNotCited() {
    assertThat(CLIENT.isKnown(new PacketNumber(4, 0))).isFalse();
    assertThat(SERVER.isKnown(new PacketNumber(4, 0))).isTrue();
  }
}
