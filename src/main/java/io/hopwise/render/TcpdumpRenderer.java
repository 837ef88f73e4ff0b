package io.hopwise.render;

import io.hopwise.packet.Entry;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Prints packets as tcpdump 4.99 prints them with {@code -v}, whatever release they were read from,
 * so that captures of different releases can be compared line by line. Reading the printed text
 * again gives {@linkplain Packet#hasSameContentAs the same} packet.
 *
 * <p>A packet without the fields that only {@code -v} prints is printed as without {@code -v}.
 * Instances are immutable.
 *
 * @since 0.1
 */
public final class TcpdumpRenderer {
  /**
   * How a link layer printed with {@code -e} ends. With {@code -e} tcpdump omits the words {@code
   * IP} and {@code IP6}, for the captured packet and for inner packets.
   */
  private static final int NUMBER_WIDTH = 5;

  private static final Pattern LINK_LEVEL_HEADER =
      Pattern.compile(
          "length \\d+: |ethertype [^,(]{1,64}\\(0x[0-9a-f]+\\), |^ip6?: |^(?: In|Out|  [BMP?]) ");

  /** This tag prints its own length; the word IP follows unless {@code -e} was given. */
  private static final Pattern ARISTA_WITHOUT_ADDRESSES =
      Pattern.compile("^ethertype Arista [^:]*, length \\d+: SubType ");

  private final TcpdumpRelease release;

  private TcpdumpRenderer(TcpdumpRelease release) {
    this.release = release;
  }

  /** Prints in the spelling of most installed tcpdumps, {@link TcpdumpRelease#V4_99_3}. */
  public static TcpdumpRenderer create() {
    return new TcpdumpRenderer(TcpdumpRelease.V4_99_3);
  }

  /** Prints in the spelling of a release. */
  public static TcpdumpRenderer forRelease(TcpdumpRelease release) {
    return new TcpdumpRenderer(release);
  }

  /**
   * The text of a packet: one or more lines, each ending in a line feed.
   *
   * @param packet a packet, read or made
   */
  public String render(Packet packet) {
    StringBuilder out = new StringBuilder(256);
    front(out, packet.number(), packet.time(), packet.link());
    new PacketText(out, release, !hasLinkLevelHeader(packet.link())).append(packet);
    endLine(out);
    if (!packet.dump().isEmpty()) {
      // tcpdump ends every dump with a line feed, even if the payload ends in one.
      out.append(packet.dump()).append('\n');
    }
    return out.toString();
  }

  /**
   * The text of an entry: a packet as {@link #render(Packet)} prints it, another record with its
   * time and link layer, notices and rejects as they were read.
   *
   * @param entry any entry of a capture
   */
  public String render(Entry entry) {
    if (entry instanceof Packet packet) {
      return render(packet);
    }
    if (entry instanceof OtherRecord other) {
      StringBuilder out = new StringBuilder();
      front(out, other.number(), other.time(), other.link());
      out.append(other.description());
      endLine(out);
      return out.toString();
    }
    return entry.text().toString();
  }

  private static void front(
      StringBuilder out, OptionalLong number, Optional<PrintedTime> time, LinkLayer link) {
    if (number.isPresent()) {
      String digits = Long.toString(number.getAsLong());
      out.append(" ".repeat(Math.max(0, NUMBER_WIDTH - digits.length())))
          .append(digits)
          .append("  ");
    }
    time.ifPresent(value -> out.append(value).append(' '));
    out.append(link.text());
  }

  private static void endLine(StringBuilder out) {
    if (out.length() == 0 || out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private static boolean hasLinkLevelHeader(LinkLayer link) {
    return LINK_LEVEL_HEADER.matcher(link.text()).find()
        && !ARISTA_WITHOUT_ADDRESSES.matcher(link.text()).find();
  }
}
