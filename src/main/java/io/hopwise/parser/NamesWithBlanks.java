package io.hopwise.parser;

import io.hopwise.packet.OtherRecord;
import io.hopwise.parser.lexer.Bytes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises addresses that somebody replaced with words: {@code my old server.22 > the
 * client.443}. After a header in parentheses, names of up to four words are read. Elsewhere they
 * cannot be told from other text, and the record is rejected.
 */
final class NamesWithBlanks {
  /** What was expected instead. */
  static final String EXPECTED =
      "an address; the name that was put here holds a blank, which no address does: replace it by"
          + " one word, such as web-server, everywhere";

  private static final int LONGEST = 200;

  private static final Pattern SOURCE = Pattern.compile("\\S+(?: \\S+){1,7} > \\S.*");
  private static final Pattern DESTINATION = Pattern.compile("\\S+(?: [^\\s:]+){1,7}: .*");

  /**
   * {@code IP my server.40000 > remote host.443: Flags [S], …}, perhaps with a header in
   * parentheses. What is no address although it has blanks begins otherwise.
   */
  private static final Pattern RECORD =
      Pattern.compile(
          "(?:IP6? |(?=\\((?:tos|hlim|class|flowlabel) ))"
              + "(?:\\((?:[^()\\n]*+\\([^()\\n]*+\\)){0,8}+[^()\\n]*+\\)\\s++)?"
              + "(?<names>(?!truncated-|bad-|invalid|\\[\\||\\()"
              + "(?=\\S+(?: \\S+){1,7} > |\\S+ > \\S*[^\\s:] )[^\\n]{1,200}? > )"
              + "[^\\n]{1,100}?: (?s).*");

  private NamesWithBlanks() {}

  /** Whether such a name begins here, as the source of a packet or behind that. */
  static boolean begin(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && to < from + LONGEST && bytes[to] != '\n') {
      to++;
    }
    Pattern name = isBehindArrow(bytes, from) ? DESTINATION : SOURCE;
    return name.matcher(Bytes.text(bytes, from, to)).matches();
  }

  /** Whether the source of a packet stands before an index. */
  static boolean isBehindArrow(byte[] bytes, int from) {
    return from > 2 && bytes[from - 1] == ' ' && bytes[from - 2] == '>' && bytes[from - 3] == ' ';
  }

  /** The index where such names begin in an apparent non-IP record; -1 if there are none. */
  static int at(OtherRecord other, byte[] bytes) {
    String description = other.description();
    Matcher record = RECORD.matcher(description);
    if (!record.matches()) {
      return -1;
    }
    return Bytes.text(bytes, 0, bytes.length).indexOf(record.group("names"));
  }
}
