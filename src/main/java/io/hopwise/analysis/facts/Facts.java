package io.hopwise.analysis.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who and what the packets of a finding are, as data: what its sentences say, to be filtered,
 * grouped and compared. TTLs, distances, what was compared and the evidence are parts of the {@link
 * io.hopwise.analysis.Finding} itself.
 *
 * @param senders who is said to have sent the packets, by their source addresses
 * @param receivers whom they went to
 * @param protocols the IP protocol numbers, 6 for TCP; none where not printed
 * @param senderPorts the ports they came from
 * @param receiverPorts the ports they went to
 * @param servicePorts those of the two that belong to the service: the side that was asked for a
 *     connection, where a SYN was seen; else the side with fewer ports, or the lower one
 * @param connections the connections they are part of, in the direction of the packets
 * @param records which records of the capture they are, 1 for the first; in a capture file printed
 *     whole, the number of the frame
 * @since 0.1
 */
public record Facts(
    DistinctValues<String> senders,
    DistinctValues<String> receivers,
    ImmutableSortedSet<Integer> protocols,
    DistinctValues<Port> senderPorts,
    DistinctValues<Port> receiverPorts,
    DistinctValues<Port> servicePorts,
    DistinctValues<Ends> connections,
    DistinctValues<Long> records) {
  /** Of a finding that is about no packets. */
  public static final Facts NONE =
      new Facts(
          DistinctValues.none(),
          DistinctValues.none(),
          ImmutableSortedSet.of(),
          DistinctValues.none(),
          DistinctValues.none(),
          DistinctValues.none(),
          DistinctValues.none(),
          DistinctValues.none());

  /**
   * A display filter of Wireshark's that shows the packets, such as {@code frame.number in
   * {10,12,14}}: for a capture file that was printed whole. Empty where the finding is about no
   * packets; beyond {@link DistinctValues#KEPT} packets it shows the first.
   */
  public Optional<String> displayFilter() {
    ImmutableList<Long> numbers = records.values();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            numbers.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "frame.number in {", "}")));
  }
}
