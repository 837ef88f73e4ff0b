package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;

/**
 * The packets of a capture that two ends exchange.
 *
 * @param capture the capture
 * @param one the end whose packets count as forward
 * @param other the other end
 */
record Exchange(PacketCapture capture, Endpoint one, Endpoint other) {
  ImmutableList<Packet> packets() {
    return capture.packets().stream()
        .filter(packet -> isForward(packet) || isBackward(packet))
        .collect(ImmutableList.toImmutableList());
  }

  boolean isForward(Packet packet) {
    return EndpointPair.isFrom(packet, one) && EndpointPair.isTo(packet, other);
  }

  boolean isBackward(Packet packet) {
    return EndpointPair.isFrom(packet, other) && EndpointPair.isTo(packet, one);
  }

  @Override
  public String toString() {
    return one + " <-> " + other;
  }
}
