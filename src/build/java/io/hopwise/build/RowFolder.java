package io.hopwise.build;

import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.LexerTable.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds the rows of an automaton's table into each other, so that they take an eighth of the room.
 * Where a row is nearly the same as another, it keeps only the cells that differ and the name of
 * that other; then each row is laid where its cells fall into gaps of those before it. This is the
 * "next, check and default" table of scanner generators: Aho, Sethi, Ullman, Compilers (1986), 3.9.
 *
 * <p>A row names one that names none itself, so that a walk looks twice at most.
 */
final class RowFolder {
  private static final int NONE = -1;

  private final int[][] rows;
  private final int[] ends;
  private final int classes;
  private final int[] likes;
  private final int[] places;
  private int[] cells = {};
  private int firstGap;
  private int length;

  private RowFolder(int[][] rows, int[] ends) {
    this.rows = rows;
    this.ends = ends;
    this.classes = rows[0].length;
    this.likes = new int[rows.length];
    this.places = new int[rows.length];
  }

  /**
   * Folds rows.
   *
   * @param rows for each state, the state each class of bytes leads to, {@link LexerTable#DEAD} for
   *     none; the first row's state is where a token begins
   * @param ends for each state, the token that ends there, 0 for none
   * @return the cells of a {@link Mode}
   */
  static int[] fold(int[][] rows, int[] ends) {
    RowFolder folder = new RowFolder(rows, ends);
    folder.findLikes();
    folder.layOut();
    return folder.fill();
  }

  // Which rows are like which.

  /** What a row saves by naming another. */
  private record Saving(int row, int like, int cells) {}

  private void findLikes() {
    Arrays.fill(likes, NONE);
    List<Saving> savings = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      int like = commonest(rows[row]);
      if (like != LexerTable.DEAD && like != row) {
        savings.add(new Saving(row, like, cellsOf(row, NONE).size() - cellsOf(row, like).size()));
      }
    }
    savings.sort(Comparator.comparingInt(Saving::cells).reversed().thenComparing(Saving::row));
    boolean[] named = new boolean[rows.length];
    for (Saving saving : savings) {
      boolean possible = !named[saving.row] && likes[saving.like] == NONE;
      if (possible && saving.cells > 0) {
        likes[saving.row] = saving.like;
        named[saving.like] = true;
      }
    }
  }

  /** Where most classes lead from a word's letters, there most lead on: that row is much alike. */
  private static int commonest(int[] row) {
    Map<Integer, Integer> counts = new HashMap<>();
    int commonest = LexerTable.DEAD;
    for (int target : row) {
      if (target == LexerTable.DEAD) {
        continue;
      }
      int count = counts.merge(target, 1, Integer::sum);
      commonest = count > counts.getOrDefault(commonest, 0) ? target : commonest;
    }
    return commonest;
  }

  /** The places of the cells a row needs that names another, or {@link #NONE}. */
  private List<Integer> cellsOf(int row, int like) {
    List<Integer> needed = new ArrayList<>();
    needed.add(Mode.END);
    if (like != NONE) {
      needed.add(Mode.LIKE);
    }
    for (int i = 0; i < classes; i++) {
      int otherwise = like == NONE ? LexerTable.DEAD : rows[like][i];
      if (rows[row][i] != otherwise) {
        needed.add(Mode.FIRST_CLASS + i);
      }
    }
    return needed;
  }

  // Where they lie.

  /** Depth first from the start: what is walked one after the other lies close together. */
  private void layOut() {
    boolean[] seen = new boolean[rows.length];
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.push(0);
    while (!waiting.isEmpty()) {
      int row = waiting.pop();
      if (seen[row]) {
        continue;
      }
      seen[row] = true;
      lay(row);
      for (int i = classes - 1; i >= 0; i--) {
        int target = rows[row][i];
        if (target != LexerTable.DEAD && !seen[target]) {
          waiting.push(target);
        }
      }
    }
  }

  private void lay(int row) {
    int[] needed = cellsOf(row, likes[row]).stream().mapToInt(cell -> cell).toArray();
    int place = firstGap;
    while (!isFree(place, needed)) {
      place++;
    }
    places[row] = place;
    for (int cell : needed) {
      cells[place + cell] = 1;
    }
    length = Math.max(length, place + Mode.FIRST_CLASS + classes);
    while (firstGap < cells.length && cells[firstGap] != 0) {
      firstGap++;
    }
  }

  private boolean isFree(int place, int[] needed) {
    int end = place + Mode.FIRST_CLASS + classes;
    if (end > cells.length) {
      cells = Arrays.copyOf(cells, 2 * end);
    }
    for (int cell : needed) {
      if (cells[place + cell] != 0) {
        return false;
      }
    }
    return true;
  }

  private int[] fill() {
    int[] filled = new int[length];
    Arrays.fill(filled, Mode.VACANT);
    for (int row = 0; row < rows.length; row++) {
      for (int cell : cellsOf(row, likes[row])) {
        filled[places[row] + cell] = Mode.cell(cell, value(row, cell));
      }
    }
    return filled;
  }

  private int value(int row, int cell) {
    if (cell == Mode.END) {
      return ends[row];
    }
    if (cell == Mode.LIKE) {
      return places[likes[row]];
    }
    int target = rows[row][cell - Mode.FIRST_CLASS];
    return target == LexerTable.DEAD ? LexerTable.DEAD : places[target];
  }
}
