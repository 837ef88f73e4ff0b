package io.hopwise.analysis.observation;

/**
 * Recognises multicast and broadcast addresses.
 *
 * @since 0.1
 */
public final class GroupAddress {
  private GroupAddress() {}

  /**
   * Whether an address is multicast or broadcast. A directed broadcast looks like a host's address,
   * but one that ends in .255 nearly always is a broadcast. Names and masked addresses are hosts.
   */
  public static boolean is(String host) {
    if (host.indexOf(':') >= 0) {
      return host.startsWith("ff") || host.startsWith("FF");
    }
    int dot = host.indexOf('.');
    boolean multicast = dot == 3 && host.compareTo("224.") >= 0 && host.compareTo("240.") < 0;
    return multicast || host.endsWith(".255");
  }
}
