package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports flows of resets alone that two different senders must have made. */
public final class TwoSenders extends NamedRule {
  static final String ID = "two-senders";

  /** The traits of a sender's resets, besides their TTL. */
  private record Habit(Optional<Boolean> dontFragment, boolean hasWindow) {
    // Written out, as in Port.
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Habit other
          && hasWindow == other.hasWindow
          && dontFragment.equals(other.dontFragment);
    }

    @Override
    public int hashCode() {
      return 2 * dontFragment.hashCode() + (hasWindow ? 1 : 0);
    }

    boolean differsInBoth(Habit other) {
      return hasWindow != other.hasWindow && !dontFragment.equals(other.dontFragment);
    }
  }

  public TwoSenders() {
    super(
        ID,
        "a flow holds nothing but resets, of two families that differ in TTL, DF and window",
        """
        No other packet of the flow was captured, and its resets fall into families that differ \
        in their TTL and in DF or whether the window is 0: two machines sent in one name. Where \
        the distances agree, DF and window must both differ. Which of them is the host, the \
        capture does not tell. MEDIUM.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public Interest interest() {
        return Interest.RESETS;
      }

      @Override
      public void flow(Flow flow, Findings out) {
        judge(flow, out);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        if (SeenTwice.concerns(draft, capture)) {
          draft.withdraw(SeenTwice.WHY);
          return;
        }
        draft.innocentExplanation("a load balancer or firewall that resets on behalf of the host");
        draft.says(
            ResetSentences.arrived(draft, "RST")
                + " They also differ in DF or window: two machines sent in this name. Which of"
                + " them is the host cannot be told from here; ping it while capturing."
                + " Confidence: medium (nothing but resets to compare).");
      }
    };
  }

  private static void judge(Flow flow, Findings out) {
    if (flow.resets().size() < 2) {
      return;
    }
    boolean resetsOnly = flow.levels().isEmpty() && flow.afterSyn() == 0 && flow.pureSyns() == 0;
    if (!resetsOnly || out.capture().isBeyondJudgement(flow.source())) {
      return;
    }
    ImmutableList<ObservedPacket> resets = flow.resets();
    boolean known = resets.stream().anyMatch(r -> out.isReported(r) || r.duplicates().isPresent());
    ImmutableSortedMap<Integer, Set<Habit>> families = families(resets);
    if (known || families.size() != 2 || !differ(families)) {
      return;
    }
    FindingBuilder draft = out.about(flow.source().cause()).claim(flow.source().host());
    draft.grade(Grade.MEDIUM).diagnosis();
    resets.forEach(
        reset -> {
          out.report(reset);
          draft.packet(reset);
        });
  }

  private static ImmutableSortedMap<Integer, Set<Habit>> families(
      ImmutableList<ObservedPacket> resets) {
    TreeMap<Integer, Set<Habit>> families = new TreeMap<>();
    for (ObservedPacket reset : resets) {
      if (reset.ttl().isPresent()) {
        Habit habit = new Habit(reset.dontFragment(), reset.window().orElse(0) > 0);
        families.computeIfAbsent(reset.ttl().getAsInt(), t -> new HashSet<>()).add(habit);
      }
    }
    return ImmutableSortedMap.copyOf(families);
  }

  private static boolean differ(ImmutableSortedMap<Integer, Set<Habit>> families) {
    ImmutableList<Set<Habit>> habits = families.values().asList();
    Set<Habit> one = habits.get(0);
    Set<Habit> two = habits.get(1);
    HopSet near = HopSet.of(families.firstKey());
    if (!near.overlaps(HopSet.of(families.lastKey()))) {
      return one.stream().noneMatch(two::contains);
    }
    return one.stream().allMatch(a -> two.stream().allMatch(a::differsInBoth));
  }
}
