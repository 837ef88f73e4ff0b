package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.Actor;
import io.hopwise.packet.Packet;
import java.util.Optional;

/**
 * One kind of conclusion. A rule is immutable; what it needs to remember of a capture is in the
 * {@link Run} it starts, or in the {@link ObservedCapture} that all rules share.
 *
 * @since 0.1
 */
public interface Rule {
  /** The rule's name in kebab case, such as {@code forged-reset}. */
  String id();

  /**
   * Which version of the rule it is, 1 or more: to be raised when it reports something else than
   * before. Rules of one id and version are taken to be the same when analyses are merged.
   */
  default int version() {
    return 1;
  }

  /** What the rule reports, in one sentence without a full stop. */
  String summary();

  /** When it fires, how it grades, and what it does not take for evidence. */
  String documentation();

  /** The numbers it decides by. */
  default ImmutableList<Threshold> thresholds() {
    return ImmutableList.of();
  }

  /** Starts on a new capture. */
  Run start(Settings settings);

  /**
   * A rule at work on one capture. Each method may report to {@code out}; the packets reported
   * under one cause become one finding.
   */
  interface Run {
    /** Which connections it is to be asked about. */
    default Interest interest() {
      return Interest.ALL;
    }

    /**
     * A connection may be judged: something in it does not fit, or the capture ended, or it is
     * about to be forgotten. Called any number of times for a connection; the last call counts.
     */
    default void connection(Connection connection, Findings out) {}

    /**
     * Who sent a reset, as far as this rule tells; empty where it does not. Asked whenever what
     * became of a connection is summed up.
     */
    default Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture) {
      return Optional.empty();
    }

    /** The capture ended, or the source is about to be forgotten. */
    default void source(Source source, Findings out) {}

    /** The capture ended. Called after all connections and sources. */
    default void capture(ObservedCapture capture, Findings out) {}

    /**
     * Another rule, or this one, is about to complete a finding: a chance to widen it, with what
     * this rule knows of such packets.
     */
    default void review(FindingBuilder draft, ObservedCapture capture) {}

    /**
     * Completes a finding: says in plain words what was reported under one cause, or withdraws it
     * where the capture as a whole speaks against it.
     */
    void conclude(FindingBuilder draft, ObservedCapture capture);

    /**
     * A run that has seen what this one saw and then what {@code later} saw. Neither of the two may
     * change, now or when the merged one sees more: a run that keeps anything must copy it. A
     * {@link StatelessRun} has this written already.
     *
     * @param later a run of the same rule, started with the same settings
     */
    Run merge(Run later);
  }

  /** A run that keeps nothing of its own: all it knows is in the {@link ObservedCapture}. */
  interface StatelessRun extends Run {
    @Override
    default Run merge(Run later) {
      return this;
    }
  }

  /** Which connections a run may report. */
  enum Interest {
    /** Any. */
    ALL,
    /** Those that {@linkplain Connection#standsOut stand out}: most do not. */
    ODD,
    /** Those that hold a reset. */
    RESETS
  }

  /** A run that looks at the resets of a connection only. */
  interface ResetRun extends StatelessRun {
    @Override
    default Interest interest() {
      return Interest.RESETS;
    }

    /** A reset of a connection may be judged, as {@link Run#connection} is. */
    void reset(ObservedPacket reset, Findings out);

    @Override
    default void connection(Connection connection, Findings out) {
      connection.resets().forEach(reset -> reset(reset, out));
    }
  }

  /** A run that looks at the flows of the connections that stand out, each by itself. */
  interface FlowRun extends StatelessRun {
    @Override
    default Interest interest() {
      return Interest.ODD;
    }

    /** A flow of a connection may be judged, as {@link Run#connection} is. */
    void flow(Flow flow, Findings out);

    @Override
    default void connection(Connection connection, Findings out) {
      connection.flows().forEach(flow -> flow(flow, out));
    }
  }

  /**
   * A run that looks at packets themselves. Few rules need to: what is remembered of packets is
   * mostly enough, and with such a run {@link Analyzer#detail} is all there is.
   */
  interface PacketRun extends Run {
    /** A packet was read; {@code seen} is what is remembered of it. */
    void packet(Packet packet, ObservedPacket seen, Findings out);
  }
}
