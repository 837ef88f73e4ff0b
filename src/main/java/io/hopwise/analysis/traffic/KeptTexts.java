package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.text.RecordText;
import java.util.Arrays;

/** Decides whose text is kept: texts take most of the memory. */
final class KeptTexts {
  private static final int LONGEST_TEXT = 2048;

  /** About what keeping a packet takes beside its text, in bytes. */
  private static final int BESIDE_TEXT = 256;

  private static final int TEXTS_PER_ODD_TTL = 4;

  private KeptTexts() {}

  // Resets, SYNs and ICMP errors are what findings are about; of the others one of each TTL serves
  // as an example, and more of them where a flow has several. Most flows but TCP's are one packet,
  // with which nothing is compared: so not the very first.
  static boolean keeps(ObservedPacket seen) {
    Flow flow = seen.flow;
    if (seen.kind == PacketKind.RESET) {
      return flow.resets.size() < Flow.MAX_RESETS;
    }
    if (seen.isPureSyn() && !flow.syns.isAgain(seen)) {
      return flow.syns.kept.size() < SynHistory.MAX;
    }
    if (flow.source.wantsExample(seen) || seen.kind == PacketKind.ICMP_ERROR) {
      return true;
    }
    boolean asks = seen.kind == PacketKind.UDP || seen.kind == PacketKind.ECHO_REQUEST;
    if (asks && flow.packets == 1 && flow.reverse().packets == 0) {
      return true;
    }
    UnansweredData waiting = flow.waiting;
    if (waiting != null && (waiting.isFirstRepeatedBy(seen) || waiting.isFirstBeyondHole(seen))) {
      return true;
    }
    if (flow.strange.size() < Flow.MAX_STRANGE && OddPackets.isStrange(flow, seen)) {
      return true;
    }
    TtlCount level = flow.levels.get(seen.ttl);
    int ttls = flow.levels.size();
    if (level != null) {
      return level.examples.size() < (ttls > 1 ? TEXTS_PER_ODD_TTL : 1);
    }
    boolean veryFirst = ttls == 0 && seen.kind != PacketKind.TCP;
    // With too many TTLs nothing of the flow is judged.
    return seen.kind.counts() && !veryFirst && ttls <= Source.MANY;
  }

  /** Has a packet point to its text. */
  static void keep(ObservedPacket seen, PacketFacts facts) {
    RecordText text = shown(facts.text);
    Flow flow = seen.flow;
    Connection connection = flow.connection;
    Ends ends =
        new Ends(
            flow.source.host,
            flow.port(),
            flow.reverse().source.host,
            flow.reverse().port(),
            connection.protocol());
    seen.ref =
        new PacketRef(seen.record, text.firstLine(), facts.time, facts.printedTtl, text, ends, "");
  }

  /** About what keeping a packet with its text takes, in bytes. */
  static long weight(ObservedPacket seen) {
    return seen.ref == null ? 0 : seen.ref.text().length() + BESIDE_TEXT;
  }

  /** A finding shows what a packet says, and not megabytes of dump. */
  private static RecordText shown(RecordText text) {
    return text.length() <= LONGEST_TEXT ? text : cut(text);
  }

  private static RecordText cut(RecordText text) {
    byte[] bytes = Arrays.copyOf(text.bytes(), LONGEST_TEXT);
    RecordText cut = RecordText.wrap(text.firstLine(), text.lines(), bytes);
    return text.isPossibleTrailer() ? cut.asPossibleTrailer() : cut;
  }
}
