package io.hopwise.oracle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What both sides say of one field of one packet.
 *
 * @param ours read from tcpdump's text, absent where nothing was
 * @param theirs shown by tshark, absent where nothing is or tcpdump would not print it
 */
record Comparison(Pair pair, Field field, Optional<String> ours, Optional<String> theirs) {
  boolean agrees() {
    return ours.equals(theirs);
  }

  /** Whether tcpdump's text has such a place. */
  boolean says(Pattern words) {
    return words.matcher(pair.text()).find();
  }

  @Override
  public String toString() {
    return "%s #%d %s: %s, tshark %s%n%s"
        .formatted(
            pair.capture(),
            pair.number(),
            field.name(),
            ours.orElse("nothing"),
            theirs.orElse("nothing"),
            pair.text().stripTrailing().indent(4));
  }
}
