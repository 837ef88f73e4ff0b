package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds what is read from {@code tcpdump -nn -v -S -#} against what tshark shows of the same
 * packets, field by field. Nothing that Hopwise is made of takes part in tshark's opinion.
 */
final class TsharkAgreement {
  private static final List<String> OPTIONS = List.of("-nn", "-v", "-S", "-#");

  private final AgreementTable table = new AgreementTable();

  /** Prints the agreement over captures; 1 if anything differs that is not explained. */
  public static void main(String[] arguments) throws IOException {
    AgreementTable table = compare(captures(List.of(arguments)));
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    table.print(out);
    System.exit(table.differences().isEmpty() ? 0 : 1);
  }

  /** The captures among files and in directories, at any depth. */
  static List<Path> captures(List<String> places) throws IOException {
    List<Path> captures = new ArrayList<>();
    for (String place : places) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        files
            .filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
            .sorted()
            .forEach(captures::add);
      }
    }
    return captures;
  }

  static AgreementTable compare(List<Path> captures) throws IOException {
    TsharkAgreement agreement = new TsharkAgreement();
    Map<Path, List<TsharkRow>> rows = Tshark.read(captures);
    for (Path capture : captures) {
      List<TsharkRow> theirs = rows.get(capture);
      if (theirs == null) {
        agreement.table.addUnreadable(capture);
      } else {
        agreement.compare(capture, theirs);
      }
    }
    return agreement.table;
  }

  private void compare(Path capture, List<TsharkRow> rows) throws IOException {
    table.addCapture();
    long snapshot = Snapshot.length(capture);
    byte[] text = Programs.tcpdump(capture, OPTIONS);
    Map<Long, Entry> entries = new TreeMap<>();
    try (var reader = Hopwise.read(new ByteArrayInputStream(text))) {
      while (reader.hasNext()) {
        Entry entry = reader.next();
        OptionalLong number = number(entry);
        if (entry instanceof Notice notice && notice.kind() == Notice.Kind.BLANK) {
          continue; // Some printers end their text with one.
        }
        if (number.isEmpty() || entries.put(number.getAsLong(), entry) != null) {
          table.addStray(capture, entry);
        }
      }
    }
    for (int i = 1; i <= rows.size(); i++) {
      Entry entry = entries.remove((long) i);
      compare(new Pair(capture, i, Optional.ofNullable(entry), rows.get(i - 1), snapshot));
    }
    entries.forEach(
        (number, entry) ->
            compare(new Pair(capture, number, Optional.of(entry), TsharkRow.NONE, snapshot)));
  }

  private void compare(Pair pair) {
    if (pair.packet().isEmpty() || !pair.row().isIp()) {
      // Of a packet that only one side knows there is but one thing to say.
      compare(pair, IpFields.VERSION);
      return;
    }
    Field.ALL.forEach(field -> compare(pair, field));
  }

  private void compare(Pair pair, Field field) {
    Optional<String> ours = pair.packet().flatMap(field.ours());
    Optional<String> theirs = field.theirs().apply(pair.row());
    if (ours.isEmpty() && theirs.isEmpty()) {
      return;
    }
    table.add(new Comparison(pair, field, ours, theirs));
  }

  private static OptionalLong number(Entry entry) {
    if (entry instanceof Packet packet) {
      return packet.number();
    }
    return entry instanceof OtherRecord other ? other.number() : OptionalLong.empty();
  }
}
