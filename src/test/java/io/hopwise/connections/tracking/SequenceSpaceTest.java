package io.hopwise.connections.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceSpaceTest {
  private final SequenceSpace sent = new SequenceSpace();
  private int id = 100;

  private boolean again(long seq, long length) {
    return sent.add(seq, length, id++);
  }

  @Test
  void whatWasSeenBeforeIsSentAgain() {
    assertThat(again(1, 100)).isFalse();
    assertThat(again(101, 100)).isFalse();
    assertThat(again(1, 100)).isTrue();
    assertThat(again(101, 100)).isTrue();
    assertThat(again(201, 100)).isFalse();
  }

  @Test
  void whatFillsAGapIsLateAndNotSentAgain() {
    assertThat(again(1, 100)).isFalse();
    assertThat(again(301, 100)).isFalse();
    assertThat(again(201, 100)).isFalse();
    assertThat(again(101, 100)).isFalse();
    assertThat(again(201, 100)).isTrue();
  }

  @Test
  void theFirstSegmentMayBeAbsoluteAndTheOthersRelative() {
    assertThat(again(3_000_000_000L, 100)).isFalse();
    assertThat(again(100, 100)).isFalse();
    assertThat(again(100, 100)).isTrue();
  }

  @Test
  void allMayBeAbsoluteAndPassZero() {
    assertThat(again(4_294_967_200L, 90)).isFalse();
    assertThat(again(4_294_967_290L, 100)).isFalse();
    assertThat(again(94, 100)).isFalse();
    assertThat(again(94, 100)).isTrue();
    assertThat(again(4_294_967_290L, 100)).isTrue();
  }

  @Test
  void theSamePacketPrintedTwiceIsNotSentAgain() {
    assertThat(sent.add(1, 100, 7)).isFalse();
    assertThat(sent.add(101, 100, 8)).isFalse();
    assertThat(sent.add(1, 100, 7)).isFalse();
    assertThat(sent.add(101, 100, 9)).isTrue();
  }

  @Test
  void aByteThatOnlyKeepsTheConnectionAliveIsNoData() {
    assertThat(again(1, 100)).isFalse();
    assertThat(again(100, 1)).isFalse();
    assertThat(again(101, 10)).isFalse();
  }

  @Test
  void aNumberFromFarAwayDoesNotMoveTheWindow() {
    assertThat(again(1, 100)).isFalse();
    assertThat(again(101, 100)).isFalse();
    assertThat(again(2_000_000_000L, 100)).isFalse();
    assertThat(again(1, 100)).isTrue();
  }
}
