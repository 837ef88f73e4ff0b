package io.hopwise.report.picture;

import java.util.OptionalInt;

/**
 * Packets of one sender that arrived with the same TTL: a line in the drawing.
 *
 * @param words their number and kind: {@code 4 echo replies}
 * @param ttl the TTL they arrived with, 0 to 255
 * @param initial the TTL they started with; empty if none is plausible
 * @param hops the number of routers to their sender, 0 to 32; empty if the TTL does not tell
 * @param unusualHops the distance if an old system that starts at 30, 32 or 60 sent them; empty if
 *     none fits
 * @param fits whether these are the packets that the others were compared with
 */
public record Lane(
    String words,
    int ttl,
    OptionalInt initial,
    OptionalInt hops,
    OptionalInt unusualHops,
    boolean fits) {}
