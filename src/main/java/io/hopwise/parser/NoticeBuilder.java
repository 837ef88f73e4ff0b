package io.hopwise.parser;

import io.hopwise.packet.Notice;
import io.hopwise.packet.Notice.Kind;
import io.hopwise.parser.around.Command;
import io.hopwise.parser.around.CommandLine;
import io.hopwise.parser.grammar.TcpdumpLines;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads messages about the capture itself, from tcpdump or its terminal. */
public final class NoticeBuilder {
  private NoticeBuilder() {}

  public static Notice notice(int type, RecordText text, FrameText frameText) {
    return notice(type, text, frameText.toString().strip());
  }

  public static Notice notice(int type, RecordText text, String line) {
    return switch (type) {
      case TcpdumpLines.LISTENING -> source(Kind.LISTENING, text, line, "listening on ");
      case TcpdumpLines.READING -> source(Kind.READING, text, line, "file ");
      case TcpdumpLines.DROPPED -> plain(Kind.DROPPED_PRIVS, text);
      case TcpdumpLines.COUNTER -> count(counter(line), text, line);
      case TcpdumpLines.GOT -> count(Kind.GOT, text, line);
      case TcpdumpLines.STATISTICS -> count(Kind.STATISTICS, text, line);
      case TcpdumpLines.MESSAGE -> message(text, line);
      case TcpdumpLines.COMMAND, 0 -> command(text, line);
      case TcpdumpLines.PROMPT ->
          plain(Kind.PROMPT, text).withPlace(Command.of(line, "", false).place());
      case TcpdumpLines.CONTROL_C -> plain(Kind.INTERRUPT, text);
      default -> plain(line.isEmpty() ? Kind.BLANK : Kind.MESSAGE, text);
    };
  }

  private static Kind counter(String line) {
    if (line.endsWith("captured")) {
      return Kind.PACKETS_CAPTURED;
    }
    if (line.endsWith("by filter")) {
      return Kind.RECEIVED_BY_FILTER;
    }
    if (line.endsWith("by kernel")) {
      return Kind.DROPPED_BY_KERNEL;
    }
    return line.endsWith("by interface") ? Kind.DROPPED_BY_INTERFACE : Kind.COUNT;
  }

  private static Notice message(RecordText text, String line) {
    if (line.contains("verbose output suppressed")) {
      return plain(Kind.VERBOSE_SUPPRESSED, text);
    }
    String label = "data link type ";
    int at = line.indexOf(label);
    return at < 0
        ? plain(Kind.MESSAGE, text)
        : new Notice(
            text,
            Kind.DATA_LINK,
            OptionalLong.empty(),
            Optional.empty(),
            Optional.of(line.substring(at + label.length())),
            OptionalLong.empty());
  }

  /** {@code listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes}. */
  private static Notice source(Kind kind, RecordText text, String line, String label) {
    int from = line.indexOf(label) + label.length();
    int link = line.lastIndexOf(", link-type ");
    int snapshot =
        Math.max(line.lastIndexOf(", capture size "), line.lastIndexOf(", snapshot length "));
    int subjectEnd = link >= from ? link : snapshot >= from ? snapshot : line.length();
    Optional<String> linkType = Optional.empty();
    if (link >= from) {
      String name = line.substring(link + ", link-type ".length());
      linkType = Optional.of(name.split("[ ,]", 2)[0]);
    }
    OptionalLong length =
        snapshot < from ? OptionalLong.empty() : firstNumber(line.substring(snapshot));
    return new Notice(
        text,
        kind,
        OptionalLong.empty(),
        Optional.of(line.substring(from, subjectEnd)),
        linkType,
        length);
  }

  private static Notice command(RecordText text, String line) {
    Command command = Command.inLine(line);
    return plain(Kind.COMMAND, text)
        .withSubject(Optional.of(command.typed()))
        .withPlace(command.place())
        .withCommand(CommandLine.read(command.typed()));
  }

  private static Notice count(Kind kind, RecordText text, String line) {
    return new Notice(
        text, kind, firstNumber(line), Optional.empty(), Optional.empty(), OptionalLong.empty());
  }

  private static Notice plain(Kind kind, RecordText text) {
    return Notice.of(kind, text);
  }

  private static OptionalLong firstNumber(String text) {
    int from = 0;
    while (from < text.length() && !isDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && to - from < 18 && isDigit(text.charAt(to))) {
      to++;
    }
    return from == to ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text, from, to, 10));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
