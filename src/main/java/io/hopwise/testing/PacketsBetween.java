package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.testing.capture.PacketCapture;

/**
 * The packets of a capture that two ends exchange.
 *
 * @param capture the capture
 * @param one the end whose packets count as forward
 * @param other the other end
 */
record PacketsBetween(PacketCapture capture, Endpoint one, Endpoint other) {
  ImmutableList<Packet> packets() {
    return capture.packets().stream()
        .filter(packet -> isForward(packet) || isBackward(packet))
        .collect(ImmutableList.toImmutableList());
  }

  boolean isForward(Packet packet) {
    return one.sent(packet) && other.receives(packet);
  }

  boolean isBackward(Packet packet) {
    return other.sent(packet) && one.receives(packet);
  }

  @Override
  public String toString() {
    return one + " <-> " + other;
  }
}
