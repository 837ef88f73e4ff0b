package io.hopwise.analysis.citation;

import com.google.common.collect.ImmutableList;
import io.hopwise.text.English;
import io.hopwise.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The texts that a capture was read from, one after another. Lines and records of the whole capture
 * are numbered through; this class says where a packet stands in the text it was read from: {@code
 * line 4}, or {@code line 4 of server.txt} where there are several. Immutable.
 *
 * @since 0.1
 */
public final class CaptureTexts {
  /** One text without a name, whose packets are cited by line. */
  public static final CaptureTexts PLAIN = of("", Citation.LINE);

  private final ImmutableList<Text> texts;

  /** A text, and how many records and lines of other texts stand before it. */
  private record Text(String name, Citation citation, long records, long lines) {
    boolean isSame(Text other) {
      return name.equals(other.name) && citation == other.citation;
    }

    Text moved(long moreRecords, long moreLines) {
      return new Text(name, citation, records + moreRecords, lines + moreLines);
    }

    long number(PacketNumber packet) {
      return citation.number(packet.line() - lines, packet.record() - records);
    }
  }

  /**
   * Packets of one text.
   *
   * @param before what to write before their numbers: {@code line}, {@code frames}
   * @param packets the packets
   * @param after what to write after them: {@code of server.txt}, empty where there is one text
   */
  private record Cited(String before, ImmutableList<PacketNumber> packets, String after) {}

  private CaptureTexts(ImmutableList<Text> texts) {
    this.texts = texts;
  }

  /**
   * One text.
   *
   * @param name what it is called, such as a file name; may be empty
   * @param citation how its packets are pointed to
   */
  public static CaptureTexts of(String name, Citation citation) {
    return new CaptureTexts(ImmutableList.of(new Text(name, citation, 0, 0)));
  }

  /**
   * These texts and, behind them, others. A text goes on where the next one has its name.
   *
   * @param records how many records stand before the others
   * @param lines how many lines stand before them
   */
  public CaptureTexts then(CaptureTexts others, long records, long lines) {
    List<Text> all = new ArrayList<>(texts);
    for (Text other : others.texts) {
      if (!all.get(all.size() - 1).isSame(other)) {
        all.add(other.moved(records, lines));
      }
    }
    return new CaptureTexts(ImmutableList.copyOf(all));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaptureTexts same && texts.equals(same.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  /** The names of the texts. */
  @Override
  public String toString() {
    return texts.stream().map(Text::name).map(SafeText::line).toList().toString();
  }

  /** Whether there is more than one. */
  public boolean areSeveral() {
    return texts.size() > 1;
  }

  /** Whether the texts that follow are others than the last one of these. */
  public boolean endBefore(CaptureTexts others) {
    return !texts.get(texts.size() - 1).isSame(others.texts.get(0));
  }

  /** Whether packets of every text are cited so. */
  public boolean areCitedBy(Citation citation) {
    return texts.stream().allMatch(text -> text.citation == citation);
  }

  /**
   * What the text is called that a packet was read from: {@code text 2} where it has no name and is
   * one of several, empty where it is the only one.
   */
  public String name(PacketNumber packet) {
    return areSeveral() ? nameOf(textOf(packet)) : textOf(packet).name;
  }

  /** The line on which a packet starts in its own text, 1 or more. */
  public long line(PacketNumber packet) {
    return packet.line() - textOf(packet).lines;
  }

  /** Which record of its own text a packet is, 1 for the first. */
  public long record(PacketNumber packet) {
    return packet.record() - textOf(packet).records;
  }

  /** The number by which a packet is cited in its own text. */
  public long number(PacketNumber packet) {
    return textOf(packet).number(packet);
  }

  /** The packets in their order, those of one text together as long as no other comes between. */
  private ImmutableList<Cited> cited(List<PacketNumber> packets) {
    ImmutableList.Builder<Cited> all = ImmutableList.builder();
    int from = 0;
    while (from < packets.size()) {
      int text = indexOf(packets.get(from));
      int end = from + 1;
      while (end < packets.size() && indexOf(packets.get(end)) == text) {
        end++;
      }
      all.add(cited(texts.get(text), ImmutableList.copyOf(packets.subList(from, end))));
      from = end;
    }
    return all.build();
  }

  private Cited cited(Text text, ImmutableList<PacketNumber> packets) {
    return new Cited(
        text.citation.word(packets.size()), packets, areSeveral() ? "of " + nameOf(text) : "");
  }

  /**
   * Where packets stand: {@code line 4}, {@code lines 4, 6}, {@code lines 4, 6 of client.txt and
   * line 2 of server.txt}; empty without packets.
   */
  public String words(List<PacketNumber> packets) {
    return words(packets, packet -> Long.toString(number(packet)), name -> name);
  }

  /**
   * As {@link #words(List)}, in another notation.
   *
   * @param number how the number of a packet is written
   * @param text how the name of a text and other words are written
   */
  public String words(
      List<PacketNumber> packets,
      Function<PacketNumber, String> number,
      Function<String, String> text) {
    return English.and(
        cited(packets).stream()
            .map(
                cited ->
                    cited.packets.stream()
                        .map(number)
                        .collect(
                            Collectors.joining(
                                ", ",
                                text.apply(cited.before + " "),
                                cited.after.isEmpty() ? "" : text.apply(" " + cited.after))))
            .toList());
  }

  /**
   * As a sentence has it: {@code line 4}, {@code lines 4 and 6}, {@code lines 4, 6 and 19 more},
   * {@code lines 4 and 6 of client.txt and line 2 of server.txt}.
   *
   * @param more how many packets there are besides
   */
  public String inSentence(List<PacketNumber> packets, long more) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    if (areSeveral()) {
      cited(packets).forEach(cited -> words.add(inSentence(cited)));
    } else {
      packets.forEach(packet -> words.add(Long.toString(number(packet))));
    }
    if (more > 0) {
      words.add(more + " more");
    }
    String unit = areSeveral() ? "" : texts.get(0).citation.word(packets.size() + more) + " ";
    return unit + English.and(words.build());
  }

  private String inSentence(Cited cited) {
    List<String> numbers = cited.packets.stream().map(one -> Long.toString(number(one))).toList();
    return cited.before + " " + English.and(numbers) + " " + cited.after;
  }

  /** Whether it is remembered where in its text a packet stands. */
  public boolean isKnown(PacketNumber packet) {
    return textOf(packet).citation.number(packet.line(), packet.record()) > 0;
  }

  private String nameOf(Text text) {
    return text.name.isEmpty() ? "text " + (texts.indexOf(text) + 1) : text.name;
  }

  private Text textOf(PacketNumber packet) {
    return texts.get(indexOf(packet));
  }

  /** Which text is the last one that begins before the packet. */
  private int indexOf(PacketNumber packet) {
    int found = 0;
    for (int i = 1; i < texts.size(); i++) {
      found = texts.get(i).records < packet.record() ? i : found;
    }
    return found;
  }
}
