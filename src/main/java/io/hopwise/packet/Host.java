package io.hopwise.packet;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/**
 * A source or destination as tcpdump printed it: an IPv4 or IPv6 address, a host name (without
 * {@code -n}), or whatever a person put in its place to mask it.
 *
 * @param text the printed word, without the port
 */
public record Host(String text) {
  /** Whether the text is a numeric address. */
  public boolean isAddress() {
    return InetAddresses.isInetAddress(text);
  }

  /** Whether it is a numeric multicast address, or IPv4's limited broadcast 255.255.255.255. */
  public boolean isMulticastOrBroadcast() {
    if (!isAddress()) {
      return false;
    }
    // A zone is no part of the address, and need not be an interface of this host.
    int zone = text.indexOf('%');
    InetAddress address = InetAddresses.forString(zone < 0 ? text : text.substring(0, zone));
    return address.isMulticastAddress() || text.equals("255.255.255.255");
  }

  @Override
  public String toString() {
    return text;
  }
}
