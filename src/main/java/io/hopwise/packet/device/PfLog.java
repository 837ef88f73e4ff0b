package io.hopwise.packet.device;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a BSD packet filter logged about a packet on {@code pflog0}, as {@code tcpdump -e} prints
 * it: {@code rule 3.ftp-proxy.7/0(match): block in on em0: }.
 *
 * @param rule the number of the rule that matched the packet, from 0; absent for the default rule
 * @param ruleset the anchor that contains the rule, if named
 * @param subrule the number of the rule in that anchor
 * @param reason why it was logged, in tcpdump's words: {@code match}, {@code fragment}, {@code
 *     unkn(99)}
 * @param action what was done: {@code pass}, {@code block}, {@code nat}, {@code rdr} and others
 * @param direction {@code in}, {@code out} or {@code in/out}, as the filter sees it
 * @param interfaceName the interface on which the packet came in or went out
 * @since 0.1
 */
public record PfLog(
    OptionalLong rule,
    Optional<String> ruleset,
    OptionalLong subrule,
    String reason,
    String action,
    String direction,
    String interfaceName)
    implements DeviceNote {
  /** Whether the filter dropped the packet, so that nothing will answer it. */
  public boolean isBlock() {
    return action.equals("block");
  }
}
