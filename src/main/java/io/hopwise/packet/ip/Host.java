package io.hopwise.packet.ip;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A source or destination as tcpdump printed it: an IPv4 or IPv6 address, a host name (without
 * {@code -n}), or a word that somebody put in its place to mask it.
 *
 * @param text the printed word, without the port
 * @since 0.1
 */
public record Host(String text) {
  private static final byte[] NO_BYTES = {};

  /** Whether the text is a numeric address. */
  public boolean isAddress() {
    return InetAddresses.isInetAddress(text);
  }

  /**
   * The numeric address without a zone ({@code fe80::1%eth0}), because the zone need not exist on
   * this machine; empty for a name.
   */
  public Optional<InetAddress> address() {
    if (!isAddress()) {
      return Optional.empty();
    }
    int zone = text.indexOf('%');
    return Optional.of(InetAddresses.forString(zone < 0 ? text : text.substring(0, zone)));
  }

  /** The numeric address as 4 or 16 bytes in network order; no bytes for a name. */
  public byte[] addressBytes() {
    return address().map(InetAddress::getAddress).orElse(NO_BYTES);
  }

  /**
   * The host with a numeric address.
   *
   * @param address 4 or 16 bytes in network order
   * @throws IllegalArgumentException if it has another length
   */
  public static Host of(byte[] address) {
    try {
      return new Host(InetAddresses.toAddrString(InetAddress.getByAddress(address)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of " + address.length + " bytes", e);
    }
  }

  /** Whether it is a numeric multicast address, or IPv4's limited broadcast 255.255.255.255. */
  public boolean isMulticastOrBroadcast() {
    return text.equals("255.255.255.255")
        || address().map(InetAddress::isMulticastAddress).orElse(false);
  }

  @Override
  public String toString() {
    return text;
  }
}
