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
 * Folds the rows of an automaton's table into each other, so that they take an eighth of the space.
 * A row that nearly equals another keeps only the cells that differ and a reference to the other;
 * then each row is placed so that its cells fall into gaps between earlier ones. This is the
 * "default, base, next, check" table of scanner generators: Aho, Sethi, Ullman, Compilers (1986),
 * 3.9.
 *
 * <p>A row refers only to one that has no reference itself, so that a lookup takes at most two
 * steps.
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
   * @param rows for each state, the next state for each class of bytes, or {@link LexerTable#DEAD};
   *     tokens begin in the state of the first row
   * @param ends for each state, the token that ends there, 0 for none
   * @return the cells of a {@link Mode}
   */
  static int[] fold(int[][] rows, int[] ends) {
    RowFolder folder = new RowFolder(rows, ends);
    folder.findLikes();
    folder.layOut();
    return folder.fill();
  }

  // Which rows refer to which.

  /** What a row saves by referring to another. */
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

  /** The most frequent target of a row: the row of that state is often similar. */
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

  /** The positions of the cells that a row needs if it refers to another, or to {@link #NONE}. */
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

  // Where the rows are placed.

  /**
   * Places rows depth first from the start, so that states visited one after the other are close
   * together.
   */
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
