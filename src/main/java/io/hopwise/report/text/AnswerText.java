package io.hopwise.report.text;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Report;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.PortAnswer;
import io.hopwise.connections.ServiceSum;
import io.hopwise.report.SafeText;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a report opens with: the answer for the port or the host asked about; where none was, the
 * few sums that matter.
 */
final class AnswerText {
  /** So many sums are few. */
  private static final int FEW = 4;

  private static final int INDENT = 2;
  private static final int LEAST = 2;

  private AnswerText() {}

  /** The opening, with an empty line behind it; empty where there is nothing to say. */
  static String of(Report report, Style style) {
    StringBuilder text = new StringBuilder();
    for (PortAnswer answer : report.answers()) {
      append(text, answer, report, style);
    }
    if (report.answers().isEmpty()) {
      appendSums(text, report.connections().services(), 0, style);
    }
    for (String line : PlaceText.lines(report.connections())) {
      List<String> parts = Wrapped.lines(SafeText.line(line), style.columns() - INDENT);
      text.append(String.join("\n  ", parts)).append('\n');
    }
    return text.length() == 0 ? "" : text.append('\n').toString();
  }

  private static void append(StringBuilder text, PortAnswer answer, Report report, Style style) {
    String head = asked(answer.asked());
    List<String> lines = Wrapped.lines(SafeText.line(head + ": " + what(answer)), style.columns());
    text.append(style.bold(head)).append(String.join("\n", lines).substring(head.length()));
    text.append('\n');
    if (!answer.services().isEmpty()) {
      appendSums(text, answer.services(), INDENT, style);
      return;
    }
    ImmutableList<ServiceSum> others =
        report.connections().services().stream()
            .filter(sum -> sum.count(Outcome.OPENED) + sum.count(Outcome.ANSWERED) > 0)
            .collect(ImmutableList.toImmutableList());
    if (!others.isEmpty()) {
      text.append("What else there was:\n");
      appendSums(text, others, INDENT, style);
    }
  }

  private static String asked(ConnectionFilter asked) {
    String protocol = asked.protocol().map(known -> "/" + known.word()).orElse("");
    String port = asked.port().isPresent() ? "PORT " + asked.port().getAsInt() + protocol : "";
    String host = asked.host().map(known -> "HOST " + SafeText.line(known)).orElse("");
    return host.isEmpty() || port.isEmpty() ? host + port : host + ", " + port;
  }

  private static String what(PortAnswer answer) {
    if (answer.outcome().isEmpty()) {
      return "nothing arrived here, no packet went from or to it.";
    }
    return switch (answer.outcome().get()) {
      case OPENED -> "opened, the service answers.";
      case ANSWERED -> "answered.";
      case MID_STREAM -> "in use by connections that were open before the capture.";
      case HALF_OPEN -> "it answers, and no client completes the handshake.";
      case REFUSED -> "refused" + by(answer, Outcome.REFUSED) + ".";
      case REJECTED -> "rejected" + by(answer, Outcome.REJECTED) + ".";
      case UNANSWERED -> "asked for, and nothing answers.";
      case UNKNOWN -> "asked for; whether it was answered, the capture does not tell.";
    };
  }

  /** Who, where it is always the same. */
  private static String by(PortAnswer answer, Outcome outcome) {
    Set<Optional<Actor>> actors =
        answer.services().stream()
            .flatMap(sum -> sum.begun().stream())
            .filter(some -> some.outcome() == outcome)
            .map(ServiceSum.Begun::by)
            .collect(Collectors.toSet());
    boolean same = actors.size() == 1;
    return same ? actors.iterator().next().map(by -> " by " + by.words()).orElse("") : "";
  }

  /** The sums of most weight, and how many more there are. */
  private static void appendSums(
      StringBuilder text, List<ServiceSum> services, int indent, Style style) {
    List<String> lines = new ArrayList<>();
    for (int weight = 0; weight <= LEAST; weight++) {
      int now = weight;
      lines.addAll(ServiceText.lines(services.stream().filter(sum -> weight(sum) == now).toList()));
    }
    int shown = lines.size() <= FEW + 1 ? lines.size() : FEW;
    for (String line : lines.subList(0, shown)) {
      String margin = " ".repeat(indent);
      List<String> parts = Wrapped.lines(SafeText.line(line), style.columns() - indent - INDENT);
      text.append(margin).append(String.join("\n  " + margin, parts)).append('\n');
    }
    if (shown < lines.size()) {
      text.append(" ".repeat(indent))
          .append("and ")
          .append(English.number(lines.size() - shown))
          .append(" more: hopwise connections lists them\n");
    }
  }

  /** Less for what a person looks for first: what failed, and what somebody else ended. */
  private static int weight(ServiceSum sum) {
    // Much of what is sent over UDP asks for no answer.
    boolean asks = sum.protocol() != Protocol.UDP || sum.count(Outcome.REJECTED) > 0;
    boolean fails = asks && sum.begun().stream().anyMatch(some -> some.outcome().isFailure());
    boolean cut =
        sum.ended().stream()
            .anyMatch(
                some ->
                    some.end() == End.IDLE_RESET
                        || some.by().filter(by -> by.kind() == Actor.Kind.DEVICE).isPresent());
    return fails ? 0 : cut ? 1 : LEAST;
  }
}
