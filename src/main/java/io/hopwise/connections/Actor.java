package io.hopwise.connections;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who refused, rejected, closed or reset a connection, as far as it can be told.
 *
 * @param role what is known of it
 * @param host the address or name that it did it in, as printed: of {@link Role#DEVICE} not its own
 * @param routers how many routers lie between here and it, 0 to 32; empty where not known
 * @param reason why, in a few words, as an ICMP error says it; else empty
 * @since 0.1
 */
public record Actor(Role role, String host, OptionalInt routers, String reason) {
  // Written out, as in Port.
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Actor other
        && role == other.role
        && host.equals(other.host)
        && routers.equals(other.routers)
        && reason.equals(other.reason);
  }

  @Override
  public int hashCode() {
    return ((role.hashCode() * 31 + host.hashCode()) * 31 + routers.hashCode()) * 31
        + reason.hashCode();
  }

  /** What is known of who did it. */
  public enum Role {
    /** The host whose address it came from. */
    HOST("host"),
    /** Another device, in the name of the host. */
    DEVICE("device"),
    /** Whoever sent an ICMP error in its own name: a router or a firewall. */
    ROUTER("router"),
    /** The host, or a device in its name: it cannot be told. */
    UNKNOWN("unknown");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** The word for it, in lower case. */
    public String word() {
      return word;
    }
  }

  /** The host itself. */
  public static Actor host(String host, OptionalInt routers) {
    return new Actor(Role.HOST, host, routers, "");
  }

  /** A device in the name of a host. */
  public static Actor device(String host, OptionalInt routers) {
    return new Actor(Role.DEVICE, host, routers, "");
  }

  /** It is not known who, in the name of a host. */
  public static Actor unknown(String host, OptionalInt routers) {
    return new Actor(Role.UNKNOWN, host, routers, "");
  }

  /** Who, to follow "by": {@code the host}, {@code a device 2 routers away}. */
  public String words() {
    return switch (role) {
      case HOST -> "the host" + (reason.isEmpty() ? "" : ": " + reason);
      case DEVICE -> "a device" + away(" at an unknown distance");
      case ROUTER -> host + away("") + (reason.isEmpty() ? "" : ": " + reason);
      case UNKNOWN -> "the host or a device" + away("");
    };
  }

  private String away(String otherwise) {
    if (routers.isEmpty()) {
      return otherwise;
    }
    int count = routers.getAsInt();
    return count == 0
        ? " on this link"
        : " " + count + (count == 1 ? " router" : " routers") + " away";
  }
}
