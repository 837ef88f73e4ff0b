package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.Outcome;
import io.hopwise.packet.PrintedTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The facts of what two hosts exchange over UDP, or of one ping: whoever began is the client. */
class DatagramTrack extends Track<Half> {
  private final Protocol protocol;

  DatagramTrack(
      Protocol protocol, Flow asking, ObservedPacket seen, long line, @Nullable PrintedTime start) {
    super(new Half(asking), new Half(asking.reverse()), seen, line, start);
    this.protocol = protocol;
  }

  DatagramTrack(DatagramTrack other, Flow flow, Shift shift) {
    super(other, Half.moved(other.first, flow), Half.moved(other.second, flow.reverse()), shift);
    this.protocol = other.protocol;
  }

  @Override
  DatagramTrack movedTo(Flow flow, Shift shift) {
    return new DatagramTrack(this, flow, shift);
  }

  /** Adds what was seen of the same exchange later on. */
  final void absorb(DatagramTrack later) {
    half(later.first.flow).addCounts(later.first);
    half(later.second.flow).addCounts(later.second);
    absorbTimes(later);
  }

  @Override
  final void follow(ObservedPacket seen, Half from) {}

  @Override
  final Protocol protocol() {
    return protocol;
  }

  @Override
  final Conclusion conclude(ObservedCapture capture, ResetJudge judge, boolean forgotten) {
    Optional<Actor> rejecter =
        second.packets > 0
            ? Optional.empty()
            : rejecter(first, capture.errorsAboutDatagrams(first.flow, lastNanos()), capture);
    return new Conclusion(
        this,
        first,
        second,
        protocol == Protocol.PING ? first.packets : 0,
        OptionalLong.empty(),
        outcome(rejecter, capture, forgotten),
        rejecter,
        Optional.empty(),
        Optional.empty(),
        forgotten);
  }

  private Outcome outcome(Optional<Actor> rejecter, ObservedCapture capture, boolean forgotten) {
    if (second.packets > 0) {
      return Outcome.ANSWERED;
    }
    return rejecter.isPresent() ? Outcome.REJECTED : silence(first.packets, capture, forgotten);
  }
}
