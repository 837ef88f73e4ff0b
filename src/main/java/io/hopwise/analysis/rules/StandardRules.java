package io.hopwise.analysis.rules;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.path.AnsweredElsewhere;
import io.hopwise.analysis.rules.path.BothSidesOfRouter;
import io.hopwise.analysis.rules.path.ConnectionProbe;
import io.hopwise.analysis.rules.path.IcmpErrorPath;
import io.hopwise.analysis.rules.path.ManyTtls;
import io.hopwise.analysis.rules.path.RouteChange;
import io.hopwise.analysis.rules.path.RoutingLoop;
import io.hopwise.analysis.rules.path.SeveralCaptures;
import io.hopwise.analysis.rules.path.TracerouteSender;
import io.hopwise.analysis.rules.reach.DataUnanswered;
import io.hopwise.analysis.rules.reach.FilterBlocked;
import io.hopwise.analysis.rules.reach.HttpsOnly;
import io.hopwise.analysis.rules.reach.IcmpUndelivered;
import io.hopwise.analysis.rules.reach.IdleReset;
import io.hopwise.analysis.rules.reach.NothingCaptured;
import io.hopwise.analysis.rules.reach.PathMtu;
import io.hopwise.analysis.rules.reach.SynRefused;
import io.hopwise.analysis.rules.reach.SynRejectedByIcmp;
import io.hopwise.analysis.rules.reach.SynUnanswered;
import io.hopwise.analysis.rules.reach.Unanswered;
import io.hopwise.analysis.rules.sender.BareReset;
import io.hopwise.analysis.rules.sender.DistanceMeaningless;
import io.hopwise.analysis.rules.sender.ForgedReset;
import io.hopwise.analysis.rules.sender.ForgedSameTtl;
import io.hopwise.analysis.rules.sender.ForgedSyn;
import io.hopwise.analysis.rules.sender.InjectedData;
import io.hopwise.analysis.rules.sender.LeapingIds;
import io.hopwise.analysis.rules.sender.MadeHere;
import io.hopwise.analysis.rules.sender.NatOwnReset;
import io.hopwise.analysis.rules.sender.OtherStackSameDistance;
import io.hopwise.analysis.rules.sender.ResetAfterClose;
import io.hopwise.analysis.rules.sender.SameMachine;
import io.hopwise.analysis.rules.sender.SplitInitialTtl;
import io.hopwise.analysis.rules.sender.TwoSenders;
import io.hopwise.text.Spelling;

/**
 * All the rules of the library.
 *
 * @since 0.1
 */
public final class StandardRules {
  // A rule that stands before another speaks first: a forged reset is not called a closed port.
  private static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          new MadeHere(),
          new ForgedReset(),
          new ForgedSyn(),
          new NatOwnReset(),
          new ResetAfterClose(),
          new OtherStackSameDistance(),
          new InjectedData(),
          new ForgedSameTtl(),
          new BareReset(),
          new TwoSenders(),
          new SameMachine(),
          new LeapingIds(),
          new SplitInitialTtl(),
          new RouteChange(),
          new AnsweredElsewhere(),
          new DistanceMeaningless(),
          new IcmpErrorPath(),
          new SeveralCaptures(),
          new BothSidesOfRouter(),
          new TracerouteSender(),
          new ManyTtls(),
          new ConnectionProbe(),
          new RoutingLoop(),
          new SynRejectedByIcmp(),
          new SynRefused(),
          new SynUnanswered(),
          new FilterBlocked(),
          new DataUnanswered(),
          new PathMtu(),
          new Unanswered(),
          new IcmpUndelivered(),
          new IdleReset(),
          new NothingCaptured(),
          new HttpsOnly());

  private StandardRules() {}

  /** All rules, in the order in which they are asked. */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /**
   * All rules but those of the given ids.
   *
   * @throws IllegalArgumentException if there is no rule of such an id
   */
  public static ImmutableList<Rule> allBut(Iterable<String> ids) {
    ImmutableList<String> off = ImmutableList.copyOf(ids);
    off.forEach(StandardRules::check);
    return ALL.stream()
        .filter(rule -> !off.contains(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The rules of the given ids, in the order in which they are asked.
   *
   * @throws IllegalArgumentException if there is no rule of such an id
   */
  public static ImmutableList<Rule> only(Iterable<String> ids) {
    ImmutableList<String> on = ImmutableList.copyOf(ids);
    on.forEach(StandardRules::check);
    return ALL.stream()
        .filter(rule -> on.contains(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  private static void check(String id) {
    ImmutableList<String> known =
        ALL.stream().map(Rule::id).collect(ImmutableList.toImmutableList());
    if (!known.contains(id)) {
      throw new IllegalArgumentException(
          "there is no rule " + id + "; " + Spelling.hint(id, known));
    }
  }
}
