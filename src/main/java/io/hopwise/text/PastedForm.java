package io.hopwise.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How some of an input was taken that is not as tcpdump printed it: what a mail program, a console,
 * a log or a web page had made of it, and was undone.
 *
 * @param ways the ids of what was undone, in that order, such as {@code line-prefix}
 * @param words the same in words, such as {@code each line behind ">", wrapped at 76 columns}; they
 *     may hold words of the input
 * @param firstLine the line of the input it was met on first, 1 or more
 * @param lines how many lines of the input were taken so
 * @since 0.1
 */
public record PastedForm(ImmutableList<String> ways, String words, long firstLine, long lines) {
  /** The most forms that are named one by one. */
  private static final int FEW = 3;

  /** Whether the lines that hold the TTL were left out, as grep does. */
  public boolean lacksFirstLines() {
    return ways.contains("second-lines");
  }

  /** Whether so much was tried that the rest was not looked at closely. */
  public boolean endsSearch() {
    return ways.contains("search-ended");
  }

  /**
   * What is missing and what to do about it, where the text could not be made whole; safe to show.
   */
  public Optional<String> advice() {
    if (ways.contains("first-lines")) {
      return Optional.of(
          SafeText.line(words)
              + ": grep or sort took them apart perhaps, so paste both lines of every packet, or"
              + " let tcpdump itself choose (tcpdump -n -v 'host A and port N')");
    }
    if (ways.contains("search-ended")) {
      return Optional.of(
          "the form of the lines changes so often, or is known so seldom, that from line "
              + firstLine
              + " on no more forms were looked for, and what was not read may matter: split the"
              + " text where its form changes, paste less of it, or take a capture file (tcpdump -w"
              + " FILE) and read that (tcpdump -n -v -r FILE | hopwise)");
    }
    return ways.contains("unjoined-lines")
        ? Optional.of(
            SafeText.line(words)
                + ": paste them from a file or a wider window, or take a capture file (tcpdump -w"
                + " FILE) and read that (tcpdump -n -v -r FILE | hopwise)")
        : Optional.empty();
  }

  /** All of them in one line, what is missing first, safe to show; empty for none. */
  public static String summary(List<PastedForm> forms) {
    List<String> told = new ArrayList<>();
    forms.stream()
        .sorted(Comparator.comparing(form -> form.advice().isEmpty()))
        .limit(FEW)
        .forEach(form -> told.add(form.toString()));
    if (forms.size() > FEW) {
      told.add("and " + (forms.size() - FEW) + " more");
    }
    return String.join("; ", told);
  }

  /** One line a person can read, safe to show: text of the input is escaped. */
  @Override
  public String toString() {
    String count = English.count(lines, "line", "lines");
    return SafeText.line(words) + " (" + count + " from line " + firstLine + " on)";
  }
}
