package io.hopwise.connections.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceSpaceTest {
  private final SequenceSpace sent = new SequenceSpace();
  private int id = 100;

  private boolean again(long seq, long length) {
    return sent.add(seq, length, id++, false);
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
    assertThat(sent.add(1, 100, 7, false)).isFalse();
    assertThat(sent.add(101, 100, 8, false)).isFalse();
    assertThat(sent.add(1, 100, 7, false)).isFalse();
    assertThat(sent.add(101, 100, 9, false)).isTrue();
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

  @Test
  void aFinBehindTheDataIsSentAgainAndKeepsNothingAlive() {
    assertThat(again(1, 100)).isFalse();
    assertThat(sent.add(101, 1, id++, true)).isFalse();
    assertThat(sent.add(101, 1, id++, true)).isTrue();
  }

  @Test
  void whatIsMissingBehindTheSynWasLostAndIsNotSentAgain() {
    for (long base : new long[] {1, 3_000_000_001L, 0xffff_ff00L}) {
      long second = base + 100 & 0xffff_ffffL;
      SequenceSpace space = SequenceSpace.behindSyn(base == 1 ? 77_000 : base - 1, second);
      assertThat(space.add(second, 100, 1, false)).isFalse();
      assertThat(space.add(base, 100, 2, false)).isFalse();
      assertThat(space.add(base, 100, 3, false)).isTrue();
      assertThat(space.add(second, 100, 4, false)).isTrue();
    }
  }

  @Test
  void aSynThatTheDataIsFarFromTellsNothing() {
    SequenceSpace space = SequenceSpace.behindSyn(77_000, 2_000_000_000L);
    assertThat(space.add(2_000_000_000L, 100, 1, false)).isFalse();
    assertThat(space.add(2_000_000_000L, 100, 2, false)).isTrue();
  }
}
