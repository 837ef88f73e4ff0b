package io.hopwise.oracle;

import com.google.common.base.Splitter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** Whether the field is one of these. */
  boolean is(String... names) {
    return Stream.of(names).anyMatch(field.name()::equals);
  }

  /** Whether tcpdump's text has such a place. */
  boolean says(Pattern words) {
    return words.matcher(pair.text()).find();
  }

  /** Whether it has such a place before the second IP header. */
  boolean outer(Pattern words) {
    return words.matcher(pair.outerText()).find();
  }

  /** How many such places it has. */
  long count(Pattern words) {
    return words.matcher(pair.text()).results().count();
  }

  /** How many IP headers were read from tcpdump's text, where the field is the inner ones. */
  long headersRead() {
    return 1L + ours.map(headers -> Splitter.on("; ").splitToList(headers).size()).orElse(0);
  }

  /** Whether what we say is how that begins which tshark says. */
  boolean isBeginning() {
    return theirs.isPresent() && theirs.get().startsWith(ours.orElse(""));
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
