package io.hopwise.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentMapTest {
  private static final class Word extends RecentMap.Seen<String> {
    private final String word;

    Word(String word) {
      this.word = word;
    }

    @Override
    String key() {
      return word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static RecentMap<String, Word> map(int bound, long heaviest, String... words) {
    RecentMap<String, Word> map = new RecentMap<>(bound, heaviest);
    for (String word : words) {
      map.add(new Word(word));
    }
    return map;
  }

  private static List<String> forgotten(RecentMap<String, Word> map) {
    List<String> gone = new ArrayList<>();
    map.makeRoom(word -> gone.add(word.word));
    return gone;
  }

  @Test
  void forgetsNothingWithinItsBounds() {
    assertThat(forgotten(map(3, 100, "a", "b", "c"))).isEmpty();
  }

  @Test
  void forgetsWhatWasNotSeenSinceItStoodInLine() {
    RecentMap<String, Word> map = map(3, 100, "a", "b", "c", "d", "e");
    map.see("a");
    assertThat(forgotten(map)).containsExactly("b", "c");
    assertThat(map.see("a")).isNotNull();
    assertThat(map.see("b")).isNull();
  }

  @Test
  void knowsTheOrderAnewAfterEveryLookAndEveryLoss() {
    RecentMap<String, Word> map = map(3, 100, "a", "b", "c");
    assertThat(map.inOrder()).extracting(Word::key).containsExactly("a", "b", "c");
    map.see("a");
    assertThat(map.inOrder()).extracting(Word::key).containsExactly("b", "c", "a");
    map.add(new Word("d"));
    map.makeRoom(gone -> assertThat(map.inOrder()).hasSize(4).contains(gone));
    assertThat(map.inOrder()).extracting(Word::key).containsExactly("c", "a", "d");
  }

  @Test
  void forgetsTheHeavyEvenIfTheyAreFew() {
    RecentMap<String, Word> map = map(3, 100);
    for (String word : List.of("a", "b", "c")) {
      Word added = new Word(word);
      map.add(added);
      map.grow(added, 60);
    }
    assertThat(forgotten(map)).containsExactly("a", "b");
    assertThat(forgotten(map)).isEmpty();
  }

  @Test
  void keepsTheLastOneHoweverHeavy() {
    RecentMap<String, Word> map = map(3, 100);
    Word heavy = new Word("heavy");
    map.add(heavy);
    map.grow(heavy, 1000);
    assertThat(forgotten(map)).isEmpty();
    assertThat(map.weight(heavy)).isEqualTo(1000);
  }

  @Test
  void givesItsEntriesInTheOrderTheyWereSeen() {
    RecentMap<String, Word> map = map(3, 100, "a", "b", "c");
    map.see("b");
    assertThat(map.inOrder()).extracting(Word::toString).containsExactly("a", "c", "b");
  }
}
