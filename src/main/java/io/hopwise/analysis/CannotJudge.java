package io.hopwise.analysis;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.packet.OtherProgram;
import io.hopwise.text.English;
import java.util.List;
import java.util.Map;

/** Why a capture cannot be judged, each reason with the next step that fits it. */
final class CannotJudge {
  /** Why nothing can be judged where only second lines of records are left. */
  static final String LINES_LEFT_OUT =
      "the TTLs are missing, though this was printed with -v: the lines that hold them were left"
          + " out, by grep perhaps, so paste both lines of every packet";

  private static final String PING =
      "ping that host while capturing, so that there is something to compare with";

  private static final String RUN = "run tcpdump -n -v";

  /** If more than one packet in this many is ambiguous, the others are not called clean. */
  private static final int MANY_AMBIGUOUS = 10;

  /** So many datagrams of which nobody knows what they carry are more than a question or two. */
  private static final int MANY_DATAGRAMS = 3;

  private final ObservedCapture capture;
  private final DraftStore drafts;

  /** Whether a finding answers what was asked of the capture. */
  private final boolean answered;

  CannotJudge(ObservedCapture capture, DraftStore drafts, boolean answered) {
    this.capture = capture;
    this.drafts = drafts;
    this.answered = answered;
  }

  /** How many sources sent packets that were compared with one another. */
  static long comparable(ObservedCapture capture) {
    return capture.sources().stream()
        .filter(source -> source.isComparable() && !capture.isBeyondJudgement(source))
        .count();
  }

  /** The most important reason; empty if everything that matters was judged. */
  String first() {
    if (capture.counts().packets() == 0) {
      return noPacket();
    }
    String ofText = ofText();
    if (!ofText.isEmpty()) {
      return ofText;
    }
    String ofPackets = ofPackets();
    String ofResets = ofPackets.isEmpty() ? ofResets() : ofPackets;
    if (!ofResets.isEmpty()) {
      return ofResets;
    }
    String ofTunnels = answered ? "" : ofTunnels();
    return ofTunnels.isEmpty() ? ofFilters() : ofTunnels;
  }

  /** If answers are not captured, nothing can contradict what is. */
  private String ofFilters() {
    boolean hidden = capture.mayHideAnswers();
    return hidden && drafts.judged == 0
        ? "no reset was judged, and the filter or direction in the command may let one side's"
            + " packets through alone: capture without it, or with host and port only"
        : "";
  }

  private String ofTunnels() {
    long packets = capture.counts().closedTunnels().values().stream().mapToLong(n -> n).sum();
    return packets == 0
        ? ofDatagrams()
        : English.count(packets, "packet carries others", "packets carry others")
            + " that are not printed, encrypted or in a tunnel that tcpdump does not look into ("
            + String.join(", ", capture.counts().closedTunnels().keySet())
            + "): capture on the inner interface of the tunnel's end";
  }

  /**
   * Nothing else was judged than that datagrams, whatever they carry, kept to one TTL. Of 1,991
   * texts measured this is said of none: QUIC has a port of its own.
   */
  private String ofDatagrams() {
    long unknown = capture.counts().unknownDatagrams();
    boolean most = unknown * 2 > capture.counts().packets();
    return drafts.judged > 0 || unknown < MANY_DATAGRAMS || !most
        ? ""
        : "most packets are UDP datagrams whose content tcpdump does not know ("
            + English.number(unknown)
            + " of "
            + English.number(capture.counts().packets())
            + "), and what they carry was not looked at: if they are a tunnel, capture on the inner"
            + " interface of its end";
  }

  private String noPacket() {
    if (!capture.counts().otherPrograms().isEmpty()) {
      return otherProgram();
    }
    if (capture.counts().records() > 0) {
      return "there is no IP packet in the input, only "
          + English.count(capture.counts().records(), "record", "records")
          + " of other protocols, which have no TTL: capture IP packets (tcpdump -n -v ip or ip6)";
    }
    return capture.counts().rejects() > 0
        ? "nothing in the input is a packet as tcpdump prints it: give it the text of tcpdump -n -v"
        : "there is no packet in the input";
  }

  /** {@code this is text of ngrep, not of tcpdump: …}. */
  private String otherProgram() {
    OtherProgram program =
        capture.counts().otherPrograms().entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    return "this is text of " + program.title() + ", not of tcpdump: " + program.nextStep();
  }

  private String ofText() {
    if (capture.counts().ambiguous() == capture.counts().packets()) {
      return "it is not sure of any packet that it is one: " + clearly();
    }
    if (capture.counts().isMuchUnread()) {
      return (capture.counts().rejects() > capture.counts().records() ? "most" : "much")
          + " of the text could not be read, and resets may be among it ("
          + English.count(capture.counts().rejects(), "piece", "pieces")
          + " beside "
          + English.count(capture.counts().records(), "record", "records")
          + "): paste what tcpdump printed as it is";
    }
    boolean noTtl =
        capture.counts().packetsWithoutTtl()
            == capture.counts().packets() - capture.counts().ambiguous();
    if (capture.counts().quietSegments() > 0) {
      return "printed with -q, which leaves the TCP flags out: run tcpdump without it"
          + (noTtl ? " and with -v (tcpdump -n -v ...)" : " (tcpdump -n -v ...)");
    }
    if (noTtl) {
      return capture.counts().isVerbose()
          ? LINES_LEFT_OUT
          : "the TTLs are not printed: run tcpdump with -v (tcpdump -n -v ...)";
    }
    return "";
  }

  /** How to capture so that the ambiguous packets become certain. */
  private String clearly() {
    if (!capture.counts().isAmbiguousWithoutTime()) {
      return RUN + ", without -A";
    }
    return capture.counts().isAmbiguousWithTime()
        ? RUN + ", with times and without -A"
        : RUN + ", with times (without -t)";
  }

  private String ofPackets() {
    if (capture.counts().ambiguousResets() > 0) {
      return English.count(capture.counts().ambiguousResets(), "reset stands", "resets stand")
          + " where text that another packet carried may be meant: "
          + clearly();
    }
    if (capture.counts().ambiguous() > capture.counts().packets() / MANY_AMBIGUOUS) {
      return "of "
          + English.count(capture.counts().ambiguous(), "packet", "packets")
          + " it is not sure whether another packet carried them as text: "
          + clearly();
    }
    if (capture.counts().tooDeep() > 0) {
      return English.count(capture.counts().tooDeep(), "packet is", "packets are")
          + " inside more tunnels than are looked into: capture behind the outer ones";
    }
    return "";
  }

  private String ofResets() {
    for (InconclusiveReason doubt : InconclusiveReason.values()) {
      long doubted = drafts.inconclusive.getOrDefault(doubt, 0L);
      if (doubted > 0 && doubt != InconclusiveReason.NO_BASELINE) {
        return English.count(doubted, "reset", "resets")
            + " cannot be judged, for "
            + doubt.why()
            + ": "
            + doubt.nextStep();
      }
    }
    long lonely = drafts.inconclusive.getOrDefault(InconclusiveReason.NO_BASELINE, 0L);
    if (capture.counts().resets() > 0 && (drafts.judged == 0 || lonely > drafts.judged)) {
      String most = drafts.judged == 0 ? "" : "of most resets this holds: ";
      return most + besideResets() + ": " + PING;
    }
    boolean told = answered && drafts.judged > 0 && lonely == 0;
    if (told || comparable(capture) > 0) {
      return "";
    }
    if (capture.sources().stream().anyMatch(Source::isInLoop)) {
      return "the packets pass here again and again in a routing loop, and never arrive: mend the"
          + " routes first";
    }
    boolean twice = capture.sources().stream().anyMatch(Source::isSeenTwice);
    return twice
        ? InconclusiveReason.SEEN_TWICE.why() + ": " + InconclusiveReason.SEEN_TWICE.nextStep()
        : "no source sent two packets that can be compared: " + PING;
  }

  /** What came from the addresses that sent resets, and why the resets are not compared with it. */
  private String besideResets() {
    List<Source> resetting =
        capture.sources().stream()
            .filter(source -> source.otherLevels().sum(PacketKind.RESET) > 0)
            .toList();
    boolean mostly = drafts.judged > 0;
    if (!mostly && resetting.stream().anyMatch(source -> !source.levels().isEmpty())) {
      return "the resets cannot be compared with what else came from their addresses";
    }
    if (resetting.stream()
        .anyMatch(source -> source.otherLevels().sum(PacketKind.ICMP_ERROR) > 0)) {
      return "from an address that sent a reset nothing else came but ICMP errors, which a router"
          + " makes as often as the host";
    }
    if (resetting.stream().anyMatch(source -> source.otherLevels().sum(PacketKind.LEFT_OUT) > 0)) {
      return "from an address that sent a reset nothing else came but later fragments, multicast or"
          + " packets with a TTL of 0 or 1, which tell no distance";
    }
    return "no other packet came from an address that sent a reset";
  }
}
