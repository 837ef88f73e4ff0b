package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.HopSet;
import java.util.OptionalInt;

/**
 * Packets of one sender that arrived with the same TTL: a line in the drawing.
 *
 * @param words their number and kind: {@code 4 echo replies}
 * @param ports the ports of the service, briefly: {@code :22, :2222}; empty where there are many
 * @param ttl the TTL they arrived with, 0 to 255
 * @param initial the TTL they started with; empty if none is plausible
 * @param hops the number of routers to their sender, 0 to 32; empty if the TTL does not tell
 * @param unusual where an old system that starts at 30, 32 or 60 would stand, the nearest first
 * @param fits whether these are the packets that the others were compared with
 */
public record Lane(
    String words,
    String ports,
    int ttl,
    OptionalInt initial,
    OptionalInt hops,
    ImmutableList<HopSet.Candidate> unusual,
    boolean fits) {}
