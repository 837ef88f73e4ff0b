package io.hopwise.analysis.observation;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What judging asks of one entry, read off it beforehand. Where one thread reads and another
 * judges, the reading one should take it, which has the entry's many small objects at hand:
 * fetching them from the other core takes longer than judging them.
 *
 * <pre>{@code
 * Observation observation = analyzer.observe(entry); // in the thread that reads
 * analyzer.accept(observation); // in the thread that judges
 * }</pre>
 *
 * @since 0.1
 */
public final class Observation {
  /** Null where it is a packet that is judged by its facts alone. */
  public final @Nullable Entry entry;

  public final long firstLine;
  public final int lines;
  public final boolean ambiguous;

  /** Null where it is no packet, or may be none. */
  public final @Nullable PacketFacts facts;

  /** Of the packets that it carries, outermost first. */
  public final List<PacketFacts> carried;

  /** Whether it carries more packets, in more tunnels than are unpacked. */
  public final boolean tooDeep;

  /** What carries packets that were not printed, such as {@code ESP}; empty for none. */
  public final String closed;

  /** Whether it is a datagram of which nobody knows what it carries. */
  public final boolean unknown;

  private Observation(Entry entry, boolean wanted) {
    this.firstLine = entry.text().firstLine();
    this.lines = entry.text().lines();
    this.ambiguous = entry.text().isAmbiguous();
    this.facts = entry instanceof Packet packet && !ambiguous ? new PacketFacts(packet) : null;
    this.carried =
        entry instanceof Packet packet && !ambiguous ? Tunnels.within(packet) : List.of();
    this.tooDeep = carried.size() > 1 && entry instanceof Packet packet && Tunnels.goDeeper(packet);
    this.closed = facts == null ? "" : ClosedTunnels.name((Packet) entry);
    this.unknown = closed.isEmpty() && facts != null && ClosedTunnels.isUnknown((Packet) entry);
    this.entry = wanted || facts == null ? entry : null;
  }

  /** The line its text starts on, 1 or more. */
  public long firstLine() {
    return firstLine;
  }

  /** When it was captured, if it is a packet and that was printed. */
  public Optional<PrintedTime> time() {
    return facts == null ? Optional.empty() : facts.time;
  }

  /**
   * What judging asks of this entry.
   *
   * @param wanted whether there is a rule that looks at packets themselves
   */
  public static Observation of(Entry entry, boolean wanted) {
    return new Observation(entry, wanted);
  }
}
