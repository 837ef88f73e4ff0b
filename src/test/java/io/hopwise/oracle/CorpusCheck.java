package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.partitioningBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints captures with one set of tcpdump's options after the other, and holds what is read against
 * tcpdump's own count of packets and against what is read from {@code -nn -v}: no record lost, none
 * invented, none rejected, every IP header found and none made of something else.
 */
final class CorpusCheck {
  /** What is said with these options is what the other printings are held against. */
  private static final String REFERENCE = "-nn -v";

  private static final ImmutableList<String> OPTIONS =
      ImmutableList.of(
          REFERENCE,
          "-n",
          "-nn -vvv -e",
          "-nn -v -x",
          "-nn -v -X",
          "-nn -v -A",
          "-n -A",
          "-n -t",
          "-nn -t -v",
          "-n -tttt -#",
          "-n -ttt -v",
          "-n -v --nano",
          "-n -q",
          "-n -q -v",
          "-n -v -K",
          "-n -v -S");

  private CorpusCheck() {}

  /**
   * Prints what came out for captures, in files or directories; 1 if anything is amiss. Arguments
   * that begin with a dash are sets of options ({@code "-n -v"}) to print with instead of the usual
   * ones.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Map<Boolean, List<String>> given =
        Stream.of(arguments).collect(partitioningBy(argument -> argument.startsWith("-")));
    List<Path> captures = TsharkAgreement.captures(given.getOrDefault(false, List.of()));
    List<String> options = given.getOrDefault(true, List.of());
    List<Printing> printings = check(captures, options.isEmpty() ? OPTIONS : options);
    printings.forEach(printing -> printing.problems().forEach(out::println));
    out.printf("%n%d captures%n", captures.size());
    Printing.printHead(out);
    printings.forEach(printing -> printing.print(out));
    boolean fine = printings.stream().allMatch(printing -> printing.problems().isEmpty());
    System.exit(fine ? 0 : 1);
  }

  static List<Printing> check(List<Path> captures, List<String> options) throws IOException {
    List<Printing> printings = options.stream().map(Printing::new).toList();
    for (Path capture : captures) {
      long count = count(capture);
      Reading reference = Reading.of(capture, REFERENCE);
      for (Printing printing : printings) {
        printing.add(capture, count, Reading.of(capture, printing.options()), reference);
      }
    }
    return printings;
  }

  /** How many packets tcpdump itself counts. */
  private static long count(Path capture) throws IOException {
    String said = new String(Programs.tcpdump(capture, List.of("--count")), UTF_8);
    return Long.parseLong(said.substring(0, said.indexOf(' ')));
  }
}
