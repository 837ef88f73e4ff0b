package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Report;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.PortAnswer;
import io.hopwise.connections.ServiceSum;
import io.hopwise.text.English;
import io.hopwise.text.PastedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a report opens with: the answer for the port or the host asked about; where none was, the
 * few sums that matter.
 */
public final class Opening {
  /** The most services that count as few. */
  private static final int FEW = 4;

  private static final int LEAST = 2;

  private Opening() {}

  /**
   * A line of it.
   *
   * @param depth 0, or 1 for what belongs to the line above
   * @param head what it is about, where that stands out; else empty
   * @param text the rest
   */
  public record OpeningLine(int depth, String head, String text) {}

  /** The lines; none where there is nothing to say. */
  public static ImmutableList<OpeningLine> lines(Report report) {
    List<OpeningLine> lines = new ArrayList<>();
    ServiceLines sums = new ServiceLines(report.connections());
    for (PortAnswer answer : report.answers()) {
      add(lines, answer, sums);
    }
    if (report.answers().isEmpty()) {
      addSums(lines, sums, report.connections().services(), 0);
    }
    PlaceLines.lines(report.connections()).forEach(line -> lines.add(new OpeningLine(0, "", line)));
    addPasted(lines, report);
    return ImmutableList.copyOf(lines);
  }

  /** How the text was taken, where it is not as tcpdump printed it. */
  private static void addPasted(List<OpeningLine> lines, Report report) {
    if (report.pasted().isEmpty()) {
      return;
    }
    int captures = report.connections().places().size();
    String several = captures > 1 ? "; it holds " + captures + " captures" : "";
    lines.add(
        new OpeningLine(0, "Pasted text", ": " + PastedForm.summary(report.pasted()) + several));
  }

  private static void add(List<OpeningLine> lines, PortAnswer answer, ServiceLines sums) {
    lines.add(new OpeningLine(0, asked(answer.asked()), ": " + what(answer)));
    if (!answer.services().isEmpty()) {
      addSums(lines, sums, answer.services(), 1);
      return;
    }
    if (!answer.elsewhere().isEmpty()) {
      lines.add(new OpeningLine(0, "", "What else there was:"));
      addSums(lines, sums, answer.elsewhere(), 1);
    }
  }

  private static String asked(ConnectionFilter asked) {
    String protocol = asked.protocol().map(known -> "/" + known.word()).orElse("");
    String port = asked.port().isPresent() ? "PORT " + asked.port().getAsInt() + protocol : "";
    String host = asked.host().map(known -> "HOST " + known).orElse("");
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
  private static void addSums(
      List<OpeningLine> lines, ServiceLines view, List<ServiceSum> services, int depth) {
    List<List<ServiceSum>> byWeight =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    services.forEach(sum -> byWeight.get(weight(sum)).add(sum));
    List<Supplier<String>> sums = new ArrayList<>();
    byWeight.forEach(alike -> sums.addAll(view.lines(alike)));
    int shown = sums.size() <= FEW + 1 ? sums.size() : FEW;
    sums.subList(0, shown).forEach(sum -> lines.add(new OpeningLine(depth, "", sum.get())));
    if (shown < sums.size()) {
      String more = English.number(sums.size() - shown);
      lines.add(
          new OpeningLine(depth, "", "and " + more + " more: hopwise connections lists them"));
    }
  }

  /** Less for what a person looks for first: what failed, and what somebody else ended. */
  private static int weight(ServiceSum sum) {
    // Much of what is sent over UDP asks for no answer.
    boolean asks = sum.protocol() != Protocol.UDP || sum.count(Outcome.REJECTED) > 0;
    for (ServiceSum.Begun some : sum.begun()) {
      if (asks && some.outcome().isFailure()) {
        return 0;
      }
    }
    for (ServiceSum.Ended some : sum.ended()) {
      boolean byDevice = some.by().filter(by -> by.role() == Actor.Role.DEVICE).isPresent();
      if (byDevice || some.end() == End.IDLE_RESET) {
        return 1;
      }
    }
    return LEAST;
  }
}
