package io.hopwise.parser.around;

import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.parser.grammar.CaptureFilterLexer;
import io.hopwise.parser.grammar.CaptureFilterParser;
import io.hopwise.parser.grammar.CaptureFilterParser.AtomContext;
import io.hopwise.parser.grammar.CaptureFilterParser.ExpressionContext;
import io.hopwise.parser.grammar.CaptureFilterParser.FilterContext;
import io.hopwise.parser.grammar.CaptureFilterParser.JoinedContext;
import io.hopwise.parser.grammar.CaptureFilterParser.TermContext;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * What a filter lets through, as far as the grammar CaptureFilter reads it.
 *
 * <p>A filter that lets anything else through, such as {@code not port 22} or {@code icmp or port
 * 80}, asks about no port. What is read of it is {@code and}, {@code or}, {@code not}, parentheses
 * and {@code port}; any other primitive may let any port through.
 *
 * @see <a href="https://www.tcpdump.org/manpages/pcap-filter.7.html">pcap-filter(7)</a>
 */
final class FilterReader {
  private static final Map<String, Integer> NAMES =
      Map.of("http", 80, "https", 443, "ssh", 22, "smtp", 25, "domain", 53, "ftp", 21);

  private static final ImmutableSortedSet<Integer> ANY = ImmutableSortedSet.of();
  private static final int MAX_PORTS = 16;

  /** Nobody types longer ones, or more parentheses; each takes a call. */
  private static final int MAX_LENGTH = 4096;

  private static final int MAX_PARENTHESES = 64;

  private boolean understood = true;
  private boolean tellsWays;
  private ImmutableSortedSet<Integer> ports = ANY;

  private FilterReader() {}

  static FilterReader read(String text) {
    FilterReader reader = new FilterReader();
    boolean endless =
        text.length() > MAX_LENGTH || text.chars().filter(c -> c == '(').count() > MAX_PARENTHESES;
    if (endless) {
      reader.understood = false;
      return reader;
    }
    CaptureFilterLexer lexer = new CaptureFilterLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    CaptureFilterParser parser = new CaptureFilterParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      FilterContext filter = parser.filter();
      reader.ports = filter.all == null ? ANY : reader.expression(filter.all);
    } catch (ParseCancellationException e) {
      reader.understood = false;
    }
    return reader;
  }

  /** Whether all of it could be read, and can be true of a packet. */
  boolean isUnderstood() {
    return understood;
  }

  /** Whether a primitive tells what one side of a connection sends from what the other does. */
  boolean tellsWays() {
    return tellsWays;
  }

  /** The ports that the filter lets through; empty if it may let others through. */
  ImmutableSortedSet<Integer> ports() {
    return ports.size() <= MAX_PORTS ? ports : ANY;
  }

  private ImmutableSortedSet<Integer> expression(ExpressionContext expression) {
    ImmutableSortedSet<Integer> all = term(expression.first);
    for (JoinedContext joined : expression.rest) {
      boolean both = joined.operator.getType() == CaptureFilterParser.AND;
      all = both ? and(all, term(joined.next)) : or(all, term(joined.next));
    }
    return all;
  }

  private ImmutableSortedSet<Integer> and(
      ImmutableSortedSet<Integer> one, ImmutableSortedSet<Integer> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    // "port 80 and port 443" is both at once: hardly what was meant.
    understood &= one.equals(other);
    return one;
  }

  private static ImmutableSortedSet<Integer> or(
      ImmutableSortedSet<Integer> one, ImmutableSortedSet<Integer> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return ANY;
    }
    return ImmutableSortedSet.<Integer>naturalOrder().addAll(one).addAll(other).build();
  }

  private ImmutableSortedSet<Integer> term(TermContext term) {
    ImmutableSortedSet<Integer> inner = ANY;
    for (AtomContext atom : term.atoms) {
      if (atom.inner != null) {
        inner = expression(atom.inner);
      }
      tellsWays |= atom.WAY() != null || atom.ACCESS() != null;
    }
    boolean alone = term.atoms.size() == 1 && term.atoms.get(0).inner != null;
    boolean denied = !term.denied.isEmpty();
    // What stands beside a parenthesis calculates with it: tcp[13] & (2 | 16) != 0.
    return denied ? ANY : alone ? inner : primitive(term.atoms);
  }

  /** {@code tcp dst port 80}, {@code 443} as in {@code port 80 or 443}. */
  private ImmutableSortedSet<Integer> primitive(List<AtomContext> atoms) {
    int at = -1;
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i).PORT() != null) {
        understood &= at < 0;
        at = i;
      }
    }
    boolean alone = at < 0 && atoms.size() == 1;
    boolean named = alone || (at >= 0 && at + 1 < atoms.size());
    int number = named ? number(atoms.get(at + 1).getText()) : -1;
    return number < 0 ? ANY : ImmutableSortedSet.of(number);
  }

  private static int number(String port) {
    Integer known = NAMES.get(port);
    if (known != null) {
      return known;
    }
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
    return number <= 0xffff ? number : -1;
  }
}
