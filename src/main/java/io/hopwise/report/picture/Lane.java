package io.hopwise.report.picture;

import java.util.OptionalInt;

/**
 * Packets of one sender that arrived with one TTL: a line in the drawing.
 *
 * @param words what they are, count included: {@code 4 echo replies}
 * @param ttl the TTL they arrived with, 0 to 255
 * @param initial the TTL they started with; empty where no start is plausible
 * @param hops how many routers away their sender is, 0 to 32; empty where the TTL does not tell
 * @param unusualHops the distance if an old system sent them that starts at 30, 32 or 60; empty
 *     where none fits
 * @param fits true for the packets that the others were compared with
 */
public record Lane(
    String words,
    int ttl,
    OptionalInt initial,
    OptionalInt hops,
    OptionalInt unusualHops,
    boolean fits) {}
