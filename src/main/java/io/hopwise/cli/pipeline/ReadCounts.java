package io.hopwise.cli.pipeline;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.CaptureCommand;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherProgram;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpSegment;
import io.hopwise.text.ParseError;
import io.hopwise.text.PastedForm;
import io.hopwise.text.RecordText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts what was read, and remembers what is worth reporting about the whole input. */
public final class ReadCounts {
  /** So many entries are looked at to see whether the text begins amid a record. */
  private static final int FIRST = 4;

  private long packets;
  private long packetsWithTtl;
  private long others;
  private long notices;
  private long around;
  private long rejects;
  private long ambiguous;
  private Optional<ParseError> firstReject = Optional.empty();
  private Optional<RecordText> firstAround = Optional.empty();
  private Optional<Notice> source = Optional.empty();
  private OptionalLong stated = OptionalLong.empty();
  private int statements;

  /** Whether a command line in the text has {@code -v}. */
  private boolean verbose;

  private ImmutableList<PastedForm> pasted = ImmutableList.of();
  private final Map<OtherProgram, Long> programs = new EnumMap<>(OtherProgram.class);

  /** What the first entries are: R for a reject, P for a packet, - for another. */
  private String firsts = "";

  private boolean endsAmidRecord;

  void add(Entry entry) {
    if (firsts.length() < FIRST) {
      firsts += entry instanceof Reject ? "R" : entry instanceof Packet ? "P" : "-";
    }
    endsAmidRecord = isCut(entry);
    boolean doubtful = entry.text().isAmbiguous();
    ambiguous += doubtful ? 1 : 0;
    if (entry instanceof Packet packet) {
      packets++;
      packetsWithTtl += packet.ip().ttl().isPresent() ? 1 : 0;
    } else if (entry instanceof OtherRecord) {
      others++;
    } else if (entry instanceof Notice notice && !doubtful) {
      add(notice);
    } else if (entry instanceof Reject reject) {
      rejects++;
      firstReject = firstReject.or(() -> Optional.of(reject.error()));
      reject.program().ifPresent(program -> programs.merge(program, 1L, Long::sum));
    }
  }

  /** Whether an entry is not whole, and the text ends on its last line. */
  private static boolean isCut(Entry entry) {
    boolean whole =
        entry instanceof Packet packet
            ? !(packet.payload() instanceof TcpSegment tcp) || tcp.length().isPresent()
            : !(entry instanceof Reject);
    if (whole || entry.text().length() == 0) {
      return false;
    }
    byte[] bytes = entry.text().bytes();
    return bytes[bytes.length - 1] != '\n';
  }

  private void add(Notice notice) {
    switch (notice.kind()) {
      case BLANK -> {}
      case PROMPT, CHATTER, HEADING, ELLIPSIS, FENCE, PROSE -> {
        around++;
        if (firstAround.isEmpty()) {
          firstAround = Optional.of(notice.text());
        }
      }
      case COMMAND -> {
        notices++;
        verbose |= notice.command().map(CaptureCommand::verbose).orElse(false);
      }
      case LISTENING, READING -> {
        notices++;
        source = Optional.of(notice);
      }
      case PACKETS_CAPTURED -> {
        notices++;
        stated = notice.count();
        statements++;
      }
      default -> notices++;
    }
  }

  /** Adds the counts of what was read after everything counted so far. */
  void add(ReadCounts later) {
    String both = firsts.length() < FIRST ? firsts + later.firsts : firsts;
    firsts = both.length() > FIRST ? both.substring(0, FIRST) : both;
    endsAmidRecord = later.firsts.isEmpty() ? endsAmidRecord : later.endsAmidRecord;
    packets += later.packets;
    packetsWithTtl += later.packetsWithTtl;
    others += later.others;
    notices += later.notices;
    around += later.around;
    rejects += later.rejects;
    ambiguous += later.ambiguous;
    firstReject = firstReject.or(() -> later.firstReject);
    firstAround = firstAround.or(() -> later.firstAround);
    source = later.source.or(() -> source);
    stated = later.statements > 0 ? later.stated : stated;
    statements += later.statements;
    verbose |= later.verbose;
    later.programs.forEach((program, lines) -> programs.merge(program, lines, Long::sum));
  }

  void pasted(ImmutableList<PastedForm> forms) {
    pasted = forms;
  }

  /** How the text was taken where it is not as tcpdump printed it. */
  public ImmutableList<PastedForm> pasted() {
    return pasted;
  }

  long packets() {
    return packets;
  }

  public long rejects() {
    return rejects;
  }

  public Optional<ParseError> firstReject() {
    return firstReject;
  }

  /** The first text that is not tcpdump's, harmless or not. */
  public Optional<ParseError> firstForeign() {
    return firstReject.or(
        () ->
            firstAround.map(
                text -> ParseError.at(text.bytes(), 0, text.firstLine(), ParseError.A_LINE)));
  }

  /** Whether what stands before the first packet seems to be the rest of a record. */
  public boolean beginsAmidRecord() {
    return firsts.indexOf('P') > 0 && firsts.charAt(0) == 'R' && firsts.indexOf('-') < 0;
  }

  /** Whether the last record is cut. */
  public boolean endsAmidRecord() {
    return endsAmidRecord;
  }

  /** How many entries may in fact be payload. */
  public long ambiguous() {
    return ambiguous;
  }

  /** Whether packets were read, none of them said its TTL, and the text does not have -v either. */
  public boolean lacksVerbosity() {
    return packets > 0 && packetsWithTtl == 0 && !verbose;
  }

  /**
   * The program other than tcpdump that printed most of the rejected text. If packets were read, a
   * single line is not enough to name one.
   */
  public Optional<OtherProgram> program() {
    long least = packets == 0 ? 1 : 2;
    return programs.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /**
   * Whether there was text, but nothing that tcpdump prints. In the output of another program,
   * lines that look like tcpdump's do not count.
   */
  public boolean nothingUnderstood() {
    boolean foreign = packets == 0 && program().isPresent();
    return foreign || (rejects + around > 0 && records() + notices == 0);
  }

  /** The message in which tcpdump names the source of the capture. */
  public Optional<Notice> source() {
    return source;
  }

  /** The number of packets and other records read. */
  public long records() {
    return packets + others;
  }

  /** How many packets tcpdump itself counted, if it says so exactly once. */
  public OptionalLong stated() {
    return statements == 1 ? stated : OptionalLong.empty();
  }
}
