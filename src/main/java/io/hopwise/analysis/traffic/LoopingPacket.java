package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.PacketRef;
import java.util.List;

/**
 * A packet that passed between the same two link-layer addresses again and again.
 *
 * @param times how often, 4 or more
 * @param firstTtl its TTL when it passed first, 0 to 255
 * @param lastTtl its TTL when it passed last, less than the first
 * @param packets the first few times
 * @since 0.1
 */
public record LoopingPacket(int times, int firstTtl, int lastTtl, List<PacketRef> packets) {}
