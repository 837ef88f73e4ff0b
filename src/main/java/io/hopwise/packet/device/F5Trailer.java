package io.hopwise.packet.device;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What the tcpdump of F5 BIG-IP prints after a packet ({@code -i 0.0:n}, {@code :nn}, {@code
 * :nnn}): {@code in slot1/tmm0 lis=/Common/vs port=1.2 trunk=}.
 *
 * @param direction {@code in} or {@code out}, as the traffic manager sees it
 * @param process the blade and the traffic manager's process: {@code slot1/tmm0}
 * @param listener the virtual server that handles the packet; absent if none does yet
 * @param port the interface, if named
 * @param trunk the trunk, if named
 * @param fields all other fields with their values, in the order printed: {@code flowtype}, {@code
 *     peerlocal} …
 * @since 0.1
 */
public record F5Trailer(
    String direction,
    String process,
    Optional<String> listener,
    Optional<String> port,
    Optional<String> trunk,
    ImmutableMap<String, String> fields)
    implements DeviceNote {}
