package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.Actor;
import io.hopwise.packet.Packet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of each rule over a capture, in the order of the rules. */
final class RuleRuns {
  private final ImmutableList<Rule> rules;
  private final List<Rule.Run> runs = new ArrayList<>();

  /** Which connections each of the runs is asked about. */
  private final List<Rule.Interest> interests = new ArrayList<>();

  /** The runs that look at packets themselves, by their place among all. */
  private final Map<Integer, Rule.PacketRun> watchers = new LinkedHashMap<>();

  /** No run yet of these rules. */
  RuleRuns(ImmutableList<Rule> rules) {
    this.rules = rules;
  }

  /** Adds the run of the next rule. */
  void add(Rule.Run run) {
    if (run instanceof Rule.PacketRun watcher) {
      watchers.put(runs.size(), watcher);
    }
    interests.add(run.interest());
    runs.add(run);
  }

  /** Adds for each rule the run of a whole capture, whose two halves these runs saw. */
  void addMerged(RuleRuns earlier, RuleRuns later) {
    for (int i = 0; i < earlier.runs.size(); i++) {
      add(earlier.runs.get(i).merge(later.runs.get(i)));
    }
  }

  /** Whether the rules are the same: by id and version. */
  boolean areOfSameRules(RuleRuns others) {
    return names().equals(others.names());
  }

  private List<String> names() {
    return rules.stream().map(rule -> rule.id() + " " + rule.version()).toList();
  }

  /** Where each rule reports to. */
  ImmutableList<Findings> findingsIn(DraftStore drafts) {
    return rules.stream()
        .map(rule -> drafts.of(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether there is a rule that looks at packets themselves. */
  boolean seePackets() {
    return !watchers.isEmpty();
  }

  /** Shows a packet to the rules that look at packets. */
  void show(Packet packet, ObservedPacket seen, ImmutableList<Findings> findings) {
    watchers.forEach((i, run) -> run.packet(packet, seen, findings.get(i)));
  }

  void ask(Connection connection, ImmutableList<Findings> findings) {
    boolean odd = connection.standsOut();
    boolean reset = connection.hasResets();
    for (int i = 0; i < runs.size(); i++) {
      boolean asked =
          switch (interests.get(i)) {
            case ALL -> true;
            case ODD -> odd;
            case RESETS -> reset;
          };
      if (asked) {
        runs.get(i).connection(connection, findings.get(i));
      }
    }
  }

  void ask(Source source, ImmutableList<Findings> findings) {
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).source(source, findings.get(i));
    }
  }

  void ask(ObservedCapture capture, ImmutableList<Findings> findings) {
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).capture(capture, findings.get(i));
    }
  }

  /** Has all rules review a draft, and its own rule conclude it. */
  void conclude(FindingBuilder draft, ObservedCapture capture) {
    runs.forEach(run -> run.review(draft, capture));
    for (int i = 0; i < runs.size(); i++) {
      if (rules.get(i).id().equals(draft.rule())) {
        runs.get(i).conclude(draft, capture);
      }
    }
  }

  /** Who sent a reset. Where another rule reported it, that one's finding says so, and not this. */
  Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture, DraftStore drafts) {
    String reporter = drafts.reporter(reset);
    for (int i = 0; i < runs.size(); i++) {
      Optional<Actor> sender = runs.get(i).sender(reset, capture);
      if (sender.isPresent()) {
        boolean own = reporter.isEmpty() || reporter.equals(rules.get(i).id());
        return own ? sender : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
