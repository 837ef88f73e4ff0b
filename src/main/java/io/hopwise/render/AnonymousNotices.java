package io.hopwise.render;

import io.hopwise.packet.Notice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** tcpdump's messages without users, machines, files and filter expressions. */
final class AnonymousNotices {
  /** The replacement of a prompt; it is a prompt itself. */
  private static final String PROMPT = "$ ";

  private static final Pattern OPTION = Pattern.compile("(?<!\\S)-[a-zA-Z#]{1,8}(?!\\S)");
  private static final Pattern SIDE =
      Pattern.compile("\\b(?:client|server)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern PRIVILEGES = Pattern.compile("(dropped privs to ).*");

  private final AnonymousNames names;
  private final MaskedText masked;

  AnonymousNotices(AnonymousNames names, MaskedText masked) {
    this.names = names;
    this.masked = masked;
  }

  /** The subject, anonymised. */
  Optional<String> subject(Notice notice) {
    return notice.subject().map(subject -> subject(notice.kind(), subject));
  }

  private String subject(Notice.Kind kind, String subject) {
    return switch (kind) {
      case LISTENING -> names.interfaceName(subject);
      case COMMAND, PROMPT -> command(subject);
      case HEADING -> heading(subject);
      default -> subject.equals("-") ? subject : MaskedText.MASK;
    };
  }

  /** The text, anonymised, line end included. */
  String text(Notice notice) {
    String all = notice.text().toString();
    int end = all.length();
    while (end > 0 && (all.charAt(end - 1) == '\n' || all.charAt(end - 1) == '\r')) {
      end--;
    }
    return line(notice, all.substring(0, end)) + all.substring(end);
  }

  private String line(Notice notice, String line) {
    return switch (notice.kind()) {
      case COMMAND, PROMPT -> prompt(notice) + notice.subject().map(this::command).orElse("");
      case HEADING -> heading(line) + ":";
      case ELLIPSIS -> "[...]";
      case FENCE -> LETTERS.matcher(line).replaceAll("");
      case DROPPED_PRIVS -> PRIVILEGES.matcher(line).replaceFirst("$1tcpdump");
      case LISTENING, READING -> source(notice, line);
      case BLANK,
          PACKETS_CAPTURED,
          RECEIVED_BY_FILTER,
          DROPPED_BY_KERNEL,
          DROPPED_BY_INTERFACE,
          COUNT,
          GOT,
          STATISTICS,
          INTERRUPT ->
          line;
      default -> masked.free(line);
    };
  }

  /**
   * Keeps apart what was typed on different machines: each machine in a prompt gets another name.
   */
  private String prompt(Notice notice) {
    return notice.place().map(place -> "user@" + names.name(place) + ":~" + PROMPT).orElse(PROMPT);
  }

  /** Keeps the word that says which side was captured; the rest of a heading may say anything. */
  private static String heading(String words) {
    Matcher side = SIDE.matcher(words);
    return side.find() ? side.group() : MaskedText.MASK;
  }

  private String source(Notice notice, String line) {
    String subject = notice.subject().orElse("");
    int at =
        line.indexOf(
            subject, line.indexOf(notice.kind() == Notice.Kind.LISTENING ? " on " : "file "));
    return masked.free(line.substring(0, at))
        + subject(notice.kind(), subject)
        + masked.ofHeader(line.substring(at + subject.length()));
  }

  /** Keeps option names; their values and the filter are treated like any untyped text. */
  private String command(String command) {
    StringBuilder out = new StringBuilder();
    Matcher options = OPTION.matcher(command);
    int last = 0;
    while (options.find()) {
      out.append(masked.ofHeader(command.substring(last, options.start()))).append(options.group());
      last = options.end();
    }
    return out.append(masked.ofHeader(command.substring(last))).toString();
  }
}
