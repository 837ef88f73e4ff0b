package io.hopwise.analysis.traffic;

/**
 * Data that were sent again and again without being acknowledged.
 *
 * @param repeated the packet that repeated them first
 * @param times how often they were sent, 3 times at least
 * @param length how many bytes they are at most in one packet
 * @param answers how many packets of the other side came since they were sent first
 * @param laterAnswers how many of them came after the data were sent again
 * @param largeArrived whether data of 1000 bytes or more were acknowledged before
 * @param nanos for how long they were sent, in nanoseconds, -1 where no times are printed
 * @since 0.1
 */
public record UnansweredData(
    ObservedPacket repeated,
    int times,
    int length,
    long answers,
    long laterAnswers,
    boolean largeArrived,
    long nanos) {}
