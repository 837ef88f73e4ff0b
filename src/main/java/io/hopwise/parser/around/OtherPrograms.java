package io.hopwise.parser.around;

import io.hopwise.packet.OtherProgram;
import io.hopwise.parser.grammar.OtherProgramLines;
import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.TableLexers;
import java.util.Optional;

/** Names the program that printed a foreign line, by the beginning of the line. */
public final class OtherPrograms {
  private OtherPrograms() {}

  /** The program that prints lines like this one, if known. */
  public static Optional<OtherProgram> of(byte[] line) {
    int type = beginning(0, line);
    return program(type != 0 ? type : beginning(OtherProgramLines.INSIDE, line));
  }

  private static int beginning(int mode, byte[] bytes) {
    LexerTable.Mode table = TableLexers.programs().mode(mode);
    int state = 0;
    int type = 0;
    for (byte b : bytes) {
      state = table.next(state, b);
      if (state == LexerTable.DEAD) {
        break;
      }
      int ending = LexerTable.Mode.type(table.end(state));
      type = ending == 0 ? type : ending;
    }
    return type;
  }

  private static Optional<OtherProgram> program(int type) {
    return switch (type) {
      case OtherProgramLines.FORTIOS -> Optional.of(OtherProgram.FORTIOS_SNIFFER);
      case OtherProgramLines.FW_MONITOR -> Optional.of(OtherProgram.FW_MONITOR);
      case OtherProgramLines.SNOOP -> Optional.of(OtherProgram.SNOOP);
      case OtherProgramLines.TSHARK -> Optional.of(OtherProgram.TSHARK);
      case OtherProgramLines.PTCPDUMP -> Optional.of(OtherProgram.PTCPDUMP);
      case OtherProgramLines.ASA -> Optional.of(OtherProgram.CISCO_ASA);
      case OtherProgramLines.IOS_CAPTURE -> Optional.of(OtherProgram.CISCO_CAPTURE);
      case OtherProgramLines.IOS_DEBUG, OtherProgramLines.IOS_LOG ->
          Optional.of(OtherProgram.CISCO_DEBUG);
      case OtherProgramLines.JUNOS_FLOW -> Optional.of(OtherProgram.JUNOS_FLOW);
      case OtherProgramLines.SCREENOS -> Optional.of(OtherProgram.SCREENOS);
      case OtherProgramLines.PKTMON, OtherProgramLines.PKTMON_TRACE ->
          Optional.of(OtherProgram.PKTMON);
      case OtherProgramLines.NETSH_TRACE -> Optional.of(OtherProgram.NETSH_TRACE);
      case OtherProgramLines.NGREP -> Optional.of(OtherProgram.NGREP);
      case OtherProgramLines.SNORT, OtherProgramLines.SNORT_ALERT ->
          Optional.of(OtherProgram.SNORT);
      case OtherProgramLines.IPTABLES_LOG -> Optional.of(OtherProgram.IPTABLES_LOG);
      case OtherProgramLines.ZEEK -> Optional.of(OtherProgram.ZEEK);
      case OtherProgramLines.MIKROTIK -> Optional.of(OtherProgram.MIKROTIK_SNIFFER);
      case OtherProgramLines.IPREPORT -> Optional.of(OtherProgram.IPREPORT);
      case OtherProgramLines.FILTERLOG -> Optional.of(OtherProgram.FILTERLOG);
      case OtherProgramLines.CONNTRACK -> Optional.of(OtherProgram.CONNTRACK);
      case OtherProgramLines.NFT_TRACE -> Optional.of(OtherProgram.NFT_TRACE);
      case OtherProgramLines.VPC_FLOW -> Optional.of(OtherProgram.VPC_FLOW_LOG);
      case OtherProgramLines.HUBBLE -> Optional.of(OtherProgram.HUBBLE);
      default -> Optional.empty();
    };
  }
}
