package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.EvidenceName;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.distance.KeptPacket;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Side;
import io.hopwise.connections.Outcome;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A connection that somebody else spoke in, message by message, with three that take part: the one
 * the suspect packets went to, whoever sent them, and the host whose address they carry.
 *
 * @param here whether that is the machine the capture was taken at, or one on its link
 * @param receiver whom the suspect packets went to
 * @param receiverPort its port, after a colon
 * @param sender who sent them: a device, or somebody unknown
 * @param device where that is, as far as is known
 * @param host whose address they carry
 * @param hostPort the port they come from, after a colon
 * @param steps what was said, first things first
 */
public record Exchange(
    boolean here,
    String receiver,
    String receiverPort,
    String sender,
    String device,
    String host,
    String hostPort,
    ImmutableList<Step> steps) {
  /** Who takes part. */
  public enum Party {
    /** Whom the suspect packets went to. */
    RECEIVER,
    /** Who sent them. */
    DEVICE,
    /** Whose address they carry. */
    HOST
  }

  /** What is known of a message. */
  public enum Sort {
    /** It was seen. */
    SEEN,
    /** Whether it went there was not seen. */
    UNSEEN,
    /** It does not come from the host. */
    SUSPECT,
    /** None: time that passed, or messages that are left out. */
    GAP
  }

  /**
   * A message, or several alike.
   *
   * @param from who sent it
   * @param to whom it went to
   * @param label what it is
   * @param sort what is known of it
   */
  public record Step(Party from, Party to, String label, Sort sort) {
    Step labelled(String words) {
      return new Step(from, to, words, sort);
    }
  }

  /**
   * The connection of a finding that somebody else spoke in; empty if the finding accuses nobody,
   * or its connection is not known.
   */
  public static Optional<Exchange> of(Finding finding, Report report) {
    if (finding.grade() == Grade.INFO || finding.facts().connections().count() == 0) {
      return Optional.empty();
    }
    Ends ends = finding.facts().connections().values().get(0);
    return report.connections().connections().stream()
        .filter(connection -> connection.protocol() == ConnectionSummary.Protocol.TCP)
        .filter(connection -> isBetween(connection, ends))
        .findFirst()
        .map(
            connection ->
                of(
                    finding,
                    ends,
                    connection,
                    report.talks().getOrDefault(ends, ImmutableList.of())));
  }

  private static boolean isBetween(ConnectionSummary connection, Ends ends) {
    return (isEnd(connection.client(), ends) && isOtherEnd(connection.server(), ends))
        || (isEnd(connection.server(), ends) && isOtherEnd(connection.client(), ends));
  }

  private static boolean isEnd(Side side, Ends ends) {
    return side.host().equals(ends.sender()) && side.port().equals(ends.senderPort());
  }

  private static boolean isOtherEnd(Side side, Ends ends) {
    return side.host().equals(ends.receiver()) && side.port().equals(ends.receiverPort());
  }

  private static Exchange of(
      Finding finding, Ends ends, ConnectionSummary connection, ImmutableList<KeptPacket> kept) {
    boolean serverSpeaks = isEnd(connection.server(), ends);
    boolean refused = serverSpeaks && connection.outcome() == Outcome.REFUSED;
    long all = connection.client().packets() + connection.server().packets();
    List<Step> steps =
        kept.isEmpty()
            ? summed(finding, connection, serverSpeaks)
            : new ExchangeSteps(finding, refused).of(kept, all);
    Side receiver = serverSpeaks ? connection.client() : connection.server();
    return new Exchange(
        receiver.routers().equals(OptionalInt.of(0)),
        ends.receiver(),
        port(ends.receiverPort()),
        finding.baseline().isEmpty() ? "host or device" : "a device",
        device(finding, kept),
        ends.sender(),
        port(ends.senderPort()),
        ImmutableList.copyOf(steps));
  }

  /** Of a connection whose packets are forgotten: what is known of it altogether. */
  private static List<Step> summed(
      Finding finding, ConnectionSummary connection, boolean serverSpeaks) {
    Party client = serverSpeaks ? Party.RECEIVER : Party.HOST;
    Party server = serverSpeaks ? Party.HOST : Party.RECEIVER;
    List<Step> steps = new ArrayList<>();
    addBeginning(steps, connection, client, server);
    addPayload(steps, connection.client(), client, server);
    addPayload(steps, connection.server(), server, client);
    boolean one = finding.facts().connections().count() == 1;
    finding
        .observed()
        .forEach(
            level ->
                steps.add(
                    new Step(
                        Party.DEVICE,
                        Party.RECEIVER,
                        (one ? level.words() : kinds(level)) + ", TTL " + level.ttl(),
                        Sort.SUSPECT)));
    boolean goesOn =
        finding.evidence().stream().anyMatch(known -> known.name().equals(EvidenceName.GOES_ON));
    if (goesOn) {
      steps.add(new Step(Party.HOST, Party.RECEIVER, "goes on sending", Sort.SEEN));
    }
    return steps;
  }

  /** What they are, without their number: {@code reset}. */
  private static String kinds(TtlLevel level) {
    return level.kinds().keySet().stream()
        .map(kind -> kind.words(1).substring(2))
        .collect(Collectors.joining(" or "));
  }

  private static String port(Optional<Port> port) {
    return port.map(known -> ":" + known).orElse("");
  }

  /** Where it stands: of several devices, the one that spoke in this connection. */
  private static String device(Finding finding, List<KeptPacket> kept) {
    HopPicture picture = HopPicture.of(finding);
    Set<Integer> here = new HashSet<>();
    kept.stream().filter(KeptPacket::forth).forEach(packet -> packet.ttl().ifPresent(here::add));
    List<String> places =
        picture.lanes().stream()
            .filter(lane -> !lane.fits() && lane.hops().isPresent())
            .filter(lane -> kept.isEmpty() || here.contains(lane.ttl()))
            .map(picture::place)
            .distinct()
            .collect(ImmutableList.toImmutableList());
    return places.size() == 1 ? places.get(0) : "from where?";
  }

  private static void addBeginning(
      List<Step> steps, ConnectionSummary connection, Party client, Party server) {
    String syn = connection.tries() > 1 ? connection.tries() + " SYNs" : "SYN";
    if (connection.outcome() == Outcome.MID_STREAM) {
      return;
    }
    if (connection.outcome() == Outcome.REFUSED && client == Party.RECEIVER) {
      steps.add(new Step(client, Party.DEVICE, syn, Sort.SEEN));
      steps.add(new Step(Party.DEVICE, server, "not seen to arrive", Sort.UNSEEN));
      return;
    }
    if (connection.tries() > 0) {
      steps.add(new Step(client, server, syn, Sort.SEEN));
    }
    if (connection.outcome() == Outcome.OPENED || connection.outcome() == Outcome.HALF_OPEN) {
      steps.add(new Step(server, client, "SYN, ACK", Sort.SEEN));
    }
  }

  private static void addPayload(List<Step> steps, Side side, Party from, Party to) {
    if (side.bytes() > 0) {
      String words = English.number(side.bytes()) + (side.bytes() == 1 ? " byte" : " bytes");
      steps.add(new Step(from, to, words, Sort.SEEN));
    }
  }

  /** The drawing described in one sentence, for screen readers. */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    for (Step step : steps) {
      String ways = name(step.from()) + " to " + name(step.to()) + ": ";
      parts.add((step.sort() == Sort.GAP ? "" : ways) + step.label());
    }
    return String.join("; ", parts) + ".";
  }

  private String name(Party party) {
    return switch (party) {
      case RECEIVER -> receiver;
      case DEVICE -> sender + " " + device;
      case HOST -> host;
    };
  }
}
