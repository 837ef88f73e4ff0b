package io.hopwise.build;

import io.hopwise.parser.grammar.OtherProgramLines;
import io.hopwise.parser.grammar.SurroundingLines;
import io.hopwise.parser.grammar.TcpdumpLexer;
import io.hopwise.parser.grammar.TcpdumpLines;
import io.hopwise.parser.lexer.LexerTable;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.LexerAction;
import org.antlr.v4.runtime.atn.LexerModeAction;
import org.antlr.v4.runtime.atn.LexerTypeAction;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * Turns the automaton of a lexer grammar into a {@link LexerTable}: it asks ANTLR's own simulator
 * for every reachable state, merges equivalent states, and groups bytes that every state treats
 * alike. Run by the build; see {@link #main}.
 */
public final class LexerTableMaker extends LexerATNSimulator {
  private static final int BYTES = LexerTable.BYTES;

  private static final CharStream ANY = CharStreams.fromString("\u0001");

  /** For each state of the grammar, by its number, the labels of its transitions. */
  private final int[][] labelsOf;

  /** For each byte, the labels that it matches. */
  private final BitSet[] matching = new BitSet[BYTES];

  /**
   * For each byte, the first one that every transition of the grammar treats alike, perhaps itself.
   */
  private final int[] likes = new int[BYTES];

  private LexerTableMaker(Lexer lexer) {
    super(
        lexer,
        lexer.getATN(),
        lexer.getInterpreter().decisionToDFA,
        lexer.getInterpreter().getSharedContextCache());
    labelsOf = new int[atn.states.size()][];
    noteLabels();
  }

  /**
   * Writes the tables of the project's lexers as Java sources.
   *
   * @param args the root folder for the sources
   */
  public static void main(String[] args) throws IOException {
    TableSourceWriter sources = new TableSourceWriter(Path.of(args[0]));
    sources.write("RecordsTable", make(new TcpdumpLexer(ANY)));
    sources.write("LinesTable", make(new TcpdumpLines(ANY)));
    sources.write("SurroundingsTable", make(new SurroundingLines(ANY)));
    sources.write("ProgramsTable", make(new OtherProgramLines(ANY)));
  }

  /** The table of a lexer grammar whose only commands are {@code mode} and {@code type}. */
  public static LexerTable make(Lexer lexer) {
    LexerTableMaker maker = new LexerTableMaker(lexer);
    LexerTable.Mode[] modes = new LexerTable.Mode[lexer.getModeNames().length];
    for (int mode = 0; mode < modes.length; mode++) {
      modes[mode] = maker.table(mode);
    }
    return new LexerTable(modes);
  }

  private LexerTable.Mode table(int mode) {
    List<DFAState> states = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    explore(mode, states, rows);
    int[] ends = new int[states.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = end(states.get(i), mode);
    }
    int[] group = groups(rows, ends);
    return folded(rows, ends, group, 1 + Arrays.stream(group).max().orElseThrow());
  }

  /** Numbers the different labels of transitions: each is the set of bytes that it matches. */
  private void noteLabels() {
    Arrays.setAll(matching, c -> new BitSet());
    Map<BitSet, Integer> labels = new HashMap<>();
    for (ATNState state : atn.states) {
      int count = state.getNumberOfTransitions();
      labelsOf[state.stateNumber] = new int[count];
      for (int i = 0; i < count; i++) {
        BitSet bytes = bytes(state.transition(i));
        int label = labels.computeIfAbsent(bytes, k -> labels.size());
        bytes.stream().forEach(c -> matching[c].set(label));
        labelsOf[state.stateNumber][i] = label;
      }
    }
    Map<BitSet, Integer> first = new HashMap<>();
    Arrays.setAll(likes, c -> first.computeIfAbsent(matching[c], k -> c));
  }

  private static BitSet bytes(Transition transition) {
    BitSet bytes = new BitSet(BYTES);
    for (int c = 0; c < BYTES; c++) {
      bytes.set(c, transition.matches(c, Lexer.MIN_CHAR_VALUE, Lexer.MAX_CHAR_VALUE));
    }
    return bytes;
  }

  /** Finds all reachable states, the start first, each with its 256 targets (-1 for none). */
  private void explore(int mode, List<DFAState> states, List<int[]> rows) {
    Map<DFAState, Integer> numbers = new HashMap<>();
    DFAState start = start(mode);
    states.add(start);
    numbers.put(start, 0);
    for (int i = 0; i < states.size(); i++) {
      rows.add(row(states.get(i), numbers, states));
    }
  }

  /** The targets of a state; bytes that match the same of its labels lead to the same one. */
  private int[] row(DFAState from, Map<DFAState, Integer> numbers, List<DFAState> states) {
    BitSet labels = new BitSet();
    for (ATNConfig config : from.configs) {
      Arrays.stream(labelsOf[config.state.stateNumber]).forEach(labels::set);
    }
    Map<BitSet, Integer> targets = new HashMap<>();
    int[] row = new int[BYTES];
    for (int c = 0; c < BYTES; c++) {
      if (likes[c] < c) {
        row[c] = row[likes[c]];
        continue;
      }
      BitSet matched = (BitSet) matching[c].clone();
      matched.and(labels);
      Integer known = targets.get(matched);
      row[c] = known != null ? known : number(target(from, c), numbers, states);
      targets.put(matched, row[c]);
    }
    return row;
  }

  private DFAState target(DFAState from, int c) {
    DFAState known = getExistingTargetState(from, c);
    return known != null ? known : computeTargetState(ANY, from, c);
  }

  private static int number(DFAState state, Map<DFAState, Integer> numbers, List<DFAState> states) {
    if (state.equals(ERROR)) {
      return -1;
    }
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    states.add(state);
    return states.size() - 1;
  }

  private DFAState start(int mode) {
    this.mode = mode;
    if (decisionToDFA[mode].s0 == null) {
      try {
        match(CharStreams.fromString("\u0001"), mode);
      } catch (LexerNoViableAltException e) {
        // Only the start state is needed, not the token.
      }
    }
    return decisionToDFA[mode].s0;
  }

  /** The type of the token that ends in a state, and the next mode; 0 if none ends. */
  private static int end(DFAState state, int mode) {
    if (!state.isAcceptState) {
      return 0;
    }
    int type = state.prediction;
    int next = mode;
    if (state.lexerActionExecutor != null) {
      for (LexerAction action : state.lexerActionExecutor.getLexerActions()) {
        if (action instanceof LexerModeAction change) {
          next = change.getMode();
        } else if (action instanceof LexerTypeAction rename) {
          type = rename.getType();
        } else {
          throw new IllegalStateException("lexer command not supported: " + action);
        }
      }
    }
    return LexerTable.Mode.end(type, next);
  }

  /** Minimises with Moore's algorithm: the group of each state; that of the start is 0. */
  private int[] groups(List<int[]> rows, int[] ends) {
    int[] different = IntStream.range(0, BYTES).filter(c -> likes[c] == c).toArray();
    int[] group = new int[ends.length];
    int count = 0;
    while (true) {
      Map<IntBuffer, Integer> numbers = new HashMap<>();
      int[] finer = new int[ends.length];
      for (int i = 0; i < ends.length; i++) {
        IntBuffer key = IntBuffer.allocate(different.length + 2).put(ends[i]).put(group[i]);
        for (int c : different) {
          int target = rows.get(i)[c];
          key.put(target < 0 ? -1 : group[target]);
        }
        finer[i] = numbers.computeIfAbsent(key.flip(), k -> numbers.size());
      }
      group = finer;
      if (numbers.size() == count) {
        return group;
      }
      count = numbers.size();
    }
  }

  private static LexerTable.Mode folded(List<int[]> rows, int[] ends, int[] group, int count) {
    int[][] merged = new int[count][];
    int[] mergedEnds = new int[count];
    for (int i = 0; i < group.length; i++) {
      merged[group[i]] =
          Arrays.stream(rows.get(i)).map(to -> to < 0 ? LexerTable.DEAD : group[to]).toArray();
      mergedEnds[group[i]] = ends[i];
    }
    byte[] classOf = new byte[BYTES];
    List<Integer> sample = new ArrayList<>();
    classify(merged, classOf, sample);
    int[][] byClass = new int[count][sample.size()];
    for (int s = 0; s < count; s++) {
      for (int k = 0; k < sample.size(); k++) {
        byClass[s][k] = merged[s][sample.get(k)];
      }
    }
    return new LexerTable.Mode(classOf, RowFolder.fold(byClass, mergedEnds));
  }

  /**
   * Groups bytes into classes: two are in one class if they lead to the same state from every
   * state.
   */
  private static void classify(int[][] merged, byte[] classOf, List<Integer> sample) {
    Map<List<Integer>, Integer> columns = new HashMap<>();
    for (int c = 0; c < BYTES; c++) {
      int b = c;
      List<Integer> column = Arrays.stream(merged).map(row -> row[b]).toList();
      Integer known = columns.putIfAbsent(column, columns.size());
      if (known == null) {
        known = sample.size();
        sample.add(c);
      }
      classOf[c] = LexerTable.Mode.place(known);
    }
  }
}
