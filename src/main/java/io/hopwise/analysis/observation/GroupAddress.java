package io.hopwise.analysis.observation;

/**
 * Tells addresses of groups, multicast or broadcast, from those of hosts.
 *
 * @since 0.1
 */
public final class GroupAddress {
  private GroupAddress() {}

  /**
   * Whether an address is a group's, as far as it tells. A directed broadcast cannot be told from a
   * host's address; .255 nearly always is one. Names and masked addresses are hosts.
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
