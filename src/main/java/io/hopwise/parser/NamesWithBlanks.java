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
      "an address and \" > \": the name before \" > \" holds a blank, which no address does";

  private static final int LONGEST = 200;

  private static final Pattern NAME = Pattern.compile("\\S+(?: \\S+){1,7} > \\S.*");

  /** {@code IP my server.40000 > remote host.443: Flags [S], …}. */
  private static final Pattern RECORD =
      Pattern.compile(
          "IP6? (?=\\S+(?: \\S+){1,7} > |\\S+ > \\S+ )(?:[^>\\n]|>(?! ))* > [^:\\n]{1,100}:"
              + " (?:Flags \\[|UDP, |ICMP6?,? |\\[|tcp \\d|[SFRPWE.]{1,6} )(?s).*");

  private NamesWithBlanks() {}

  /** Whether such a name begins here. */
  static boolean begin(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && to < from + LONGEST && bytes[to] != '\n') {
      to++;
    }
    return NAME.matcher(Bytes.text(bytes, from, to)).matches();
  }

  /** The index where such names begin in an apparent non-IP record; -1 if there are none. */
  static int at(OtherRecord other, byte[] bytes) {
    String description = other.description();
    Matcher record = RECORD.matcher(description);
    if (!description.startsWith("IP") || !record.matches()) {
      return -1;
    }
    String line = Bytes.text(bytes, 0, bytes.length);
    int at = line.indexOf(description.substring(0, description.indexOf(' ') + 1));
    return at < 0 ? -1 : line.indexOf(' ', at) + 1;
  }
}
