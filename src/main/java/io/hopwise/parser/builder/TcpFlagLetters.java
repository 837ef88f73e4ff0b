package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpFlags;
import io.hopwise.parser.grammar.TcpdumpParser.OldTcpContext;
import io.hopwise.parser.grammar.TcpdumpParser.TcpContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;

/**
 * Reads the flags of a TCP segment, in the form of 4.0 and later and in that of 3.9.8 and older.
 */
final class TcpFlagLetters {
  private static final String LETTERS = "FSRP.UEWe";
  private static final int[] BITS = bitsOfLetters();
  private static final String OLD_LETTERS = "FSRP  EW";

  /** All possible flags, indexed by their bits. */
  private static final ImmutableList<Optional<TcpFlags>> FLAGS = allFlags();

  private TcpFlagLetters() {}

  static Optional<TcpFlags> flags(TcpContext tcp) {
    return FLAGS.get(bits(token(tcp.flags), tcp));
  }

  static Optional<TcpFlags> oldFlags(OldTcpContext tcp) {
    return FLAGS.get(oldBits(tcp));
  }

  /**
   * The flags in brackets. For a segment without flags, releases 4.0 to 4.5 print whatever they
   * formatted last; so other words, or a dot without an acknowledgement number, mean no flag.
   */
  private static int bits(RecordToken token, TcpContext tcp) {
    int bits = 0;
    for (int at = Bytes.indexOf(token, '[', token.start) + 1; at < token.end - 1; at++) {
      byte letter = token.bytes[at];
      int bit = letter < 0 ? 0 : BITS[letter];
      if (bit == 0) {
        return 0;
      }
      bits |= bit;
    }
    if (tcp.win == null) {
      return bits;
    }
    boolean staleAck = (bits & TcpFlags.ACK) != 0 && tcp.ack == null;
    boolean staleSeq =
        (bits & (TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)) != 0 && tcp.seq == null;
    return staleAck || staleSeq ? 0 : bits;
  }

  /** For each ASCII character, the bit of the flag with this letter; 0 if there is none. */
  private static int[] bitsOfLetters() {
    int[] bits = new int[1 << 7];
    for (int i = 0; i < LETTERS.length(); i++) {
      bits[LETTERS.charAt(i)] = 1 << i;
    }
    return bits;
  }

  /**
   * The flags of 3.9.8 and older. These print no letters for ACK and URG, but their numbers; a dot
   * means no letters.
   */
  private static int oldBits(OldTcpContext tcp) {
    RecordToken token = token(tcp.flags);
    int bits = 0;
    for (int at = token.start; at < token.end; at++) {
      int bit = token.bytes[at] == ' ' ? -1 : OLD_LETTERS.indexOf(token.bytes[at]);
      bits |= bit < 0 ? 0 : 1 << bit;
    }
    bits |= tcp.ack == null ? 0 : TcpFlags.ACK;
    bits |= tcp.urg == null ? 0 : TcpFlags.URG;
    return bits;
  }

  private static ImmutableList<Optional<TcpFlags>> allFlags() {
    ImmutableList.Builder<Optional<TcpFlags>> all = ImmutableList.builder();
    for (int bits = 0; bits < 1 << LETTERS.length(); bits++) {
      all.add(Optional.of(new TcpFlags(bits)));
    }
    return all.build();
  }
}
