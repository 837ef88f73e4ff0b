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
 * Prints packets as tcpdump 4.99 prints them with {@code -v}, whatever release their text came
 * from: two captures of different releases can be compared line by line. Reading the printed text
 * gives a packet that {@linkplain Packet#saysTheSameAs says the same}.
 *
 * <p>A packet without the fields that only {@code -v} prints comes out as without {@code -v}.
 * Instances are immutable.
 *
 * @since 0.1
 */
public final class TcpdumpRenderer {
  /**
   * How a link layer printed by {@code -e} ends. With {@code -e} tcpdump leaves the words {@code
   * IP} and {@code IP6} out, for the captured packet and for all it carries.
   */
  private static final int NUMBER_WIDTH = 5;

  private static final Pattern LINK_LEVEL_HEADER =
      Pattern.compile(
          "length \\d+: |ethertype [^,(]{1,64}\\(0x[0-9a-f]+\\), |^ip6?: |^(?: In|Out|  [BMP?]) ");

  /** This tag says a length of its own; the word follows it unless {@code -e} was given. */
  private static final Pattern ARISTA_WITHOUT_ADDRESSES =
      Pattern.compile("^ethertype Arista [^:]*, length \\d+: SubType ");

  private final TcpdumpRelease release;

  private TcpdumpRenderer(TcpdumpRelease release) {
    this.release = release;
  }

  /** Prints in the spelling most installed tcpdumps have, {@link TcpdumpRelease#V4_99_3}. */
  public static TcpdumpRenderer create() {
    return new TcpdumpRenderer(TcpdumpRelease.V4_99_3);
  }

  /** Prints in the spelling of the given release. */
  public static TcpdumpRenderer forRelease(TcpdumpRelease release) {
    return new TcpdumpRenderer(release);
  }

  /**
   * The text of a packet: one line or more, each with its line feed.
   *
   * @param packet a packet, read or made
   */
  public String render(Packet packet) {
    StringBuilder out = new StringBuilder(256);
    front(out, packet.number(), packet.time(), packet.link());
    new PacketText(out, release, !hasLinkLevelHeader(packet.link())).append(packet);
    endLine(out);
    if (!packet.dump().isEmpty()) {
      // Also behind payload that ends in a line feed itself: tcpdump ends every dump by its own.
      out.append(packet.dump()).append('\n');
    }
    return out.toString();
  }

  /**
   * The text of an entry: a packet rendered, another record with its time and link layer, notices
   * and rejects as they were read.
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
