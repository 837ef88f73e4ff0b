package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.device.DeviceNote;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What tcpdump prints between the time and the IP header: the interface ({@code -i any}, since
 * 4.99), the link-layer header ({@code -e}), and what a capturing device adds.
 *
 * @param interfaceName the interface, as named on the machine that prints the capture, or {@code ?}
 * @param direction how the frame passed the capturing host
 * @param src the sender's link-layer address as printed
 * @param dst the receiver's link-layer address as printed
 * @param ethertype the innermost ethertype printed, 0 to 65535
 * @param vlan VLAN identifiers, outermost first, each 0 to 4095
 * @param text all of it as printed; empty if nothing was printed
 * @param device what a packet filter or an appliance says of the packet
 * @since 0.1
 */
public record LinkLayer(
    Optional<String> interfaceName,
    Optional<Direction> direction,
    Optional<String> src,
    Optional<String> dst,
    OptionalInt ethertype,
    ImmutableList<Integer> vlan,
    String text,
    Optional<DeviceNote> device) {

  /** A link layer without a device's note. */
  public LinkLayer(
      Optional<String> interfaceName,
      Optional<Direction> direction,
      Optional<String> src,
      Optional<String> dst,
      OptionalInt ethertype,
      ImmutableList<Integer> vlan,
      String text) {
    this(interfaceName, direction, src, dst, ethertype, vlan, text, Optional.empty());
  }

  /** This link layer, with a device's note. */
  public LinkLayer withDevice(DeviceNote note) {
    return new LinkLayer(
        interfaceName, direction, src, dst, ethertype, vlan, text, Optional.of(note));
  }

  /** No link layer was printed. */
  public static final LinkLayer NONE =
      new LinkLayer(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          ImmutableList.of(),
          "");

  /** The packet type of a Linux cooked capture, in tcpdump's words. */
  public enum Direction {
    /** {@code In}: sent to this host. */
    IN("In"),
    /** {@code Out}: sent by this host. */
    OUT("Out"),
    /** {@code B}: broadcast by somebody else. */
    BROADCAST("B"),
    /** {@code M}: multicast by somebody else. */
    MULTICAST("M"),
    /** {@code P}: sent between others, seen in promiscuous mode. */
    OTHER_HOST("P"),
    /** {@code ?}: none of these. */
    UNKNOWN("?");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** The word tcpdump prints. */
    public String word() {
      return word;
    }
  }
}
