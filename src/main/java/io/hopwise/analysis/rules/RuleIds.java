package io.hopwise.analysis.rules;

/**
 * The ids of the library's rules, as {@link io.hopwise.analysis.Finding#rule} names them, with what
 * each reports. When it does, how it grades and its thresholds are said by {@link
 * io.hopwise.analysis.Rule#documentation} and {@link io.hopwise.analysis.Rule#thresholds}, which
 * {@code hopwise rules ID} prints.
 *
 * @since 0.1
 */
public final class RuleIds {
  /** A reset in another host's name was made by the machine that captured it. */
  public static final String MADE_HERE = "made-here";

  /** A reset came from another distance than the host it claims to be from. */
  public static final String FORGED_RESET = "forged-reset";

  /** A SYN was forged: the host it claims to be from disowns it with a reset. */
  public static final String FORGED_SYN = "forged-syn";

  /** The machine that captured it, which masquerades for those behind it, made a reset itself. */
  public static final String NAT_OWN_RESET = "nat-own-reset";

  /** A reset from another distance came after both sides had ended the connection. */
  public static final String RESET_AFTER_CLOSE = "reset-after-close";

  /** A packet filter says in its log that it blocked packets. */
  public static final String FILTER_BLOCKED = "filter-blocked";

  /** Data were sent again and again, and nothing at all came back. */
  public static final String DATA_UNANSWERED = "data-unanswered";

  /** Large segments vanish while small packets pass: path MTU. */
  public static final String PATH_MTU = "path-mtu";

  /** Pings or datagrams stayed without any answer. */
  public static final String UNANSWERED = "unanswered";

  /** A device says with ICMP errors that it does not deliver packets, and why. */
  public static final String ICMP_UNDELIVERED = "icmp-undelivered";

  /** Routers send a packet in a circle: it passed here again and again. */
  public static final String ROUTING_LOOP = "routing-loop";

  /** A device asks in the names of several hosts whether their connections live. */
  public static final String CONNECTION_PROBE = "connection-probe";

  /** A reset came from the host's distance, but another IP stack made it. */
  public static final String OTHER_STACK_SAME_DISTANCE = "other-stack-same-distance";

  /** A data or FIN packet in a flow came from somebody else. */
  public static final String INJECTED_DATA = "injected-data";

  /** A reset or data with the host's own TTL were sent by somebody else. */
  public static final String FORGED_SAME_TTL = "forged-same-ttl";

  /** A SYN was reset without an ACK, as devices do and no host. */
  public static final String BARE_RESET = "bare-reset";

  /** A flow holds nothing but resets, of two families that differ in TTL, DF and window. */
  public static final String TWO_SENDERS = "two-senders";

  /** A reset's TTL differs, but its IP id runs on from the host's other packets. */
  public static final String SAME_MACHINE = "same-machine";

  /** The IP ids of a flow leap now and then: they tell nothing of its reset. */
  public static final String LEAPING_IDS = "leaping-ids";

  /** One host sends with two initial TTLs, from one distance. */
  public static final String SPLIT_INITIAL_TTL = "split-initial-ttl";

  /** A port is answered from another distance than the address's own echo replies. */
  public static final String ANSWERED_ELSEWHERE = "answered-elsewhere";

  /** The route of a source changed in mid-flow, or differs from flow to flow. */
  public static final String ROUTE_CHANGE = "route-change";

  /**
   * The suspects carry several TTLs, or copy that of what they answer: foreign, distance unknown.
   */
  public static final String DISTANCE_MEANINGLESS = "distance-meaningless";

  /** An ICMP error tells the distance there and back, or that a NAT owns the address. */
  public static final String ICMP_ERROR_PATH = "icmp-error-path";

  /** One text holds captures taken at several places, or perhaps several: each is judged alone. */
  public static final String SEVERAL_CAPTURES = "several-captures";

  /** The capture shows a source's packets on both sides of a router: its TTLs say nothing. */
  public static final String BOTH_SIDES_OF_ROUTER = "both-sides-of-router";

  /** A source sends like traceroute: its TTLs are made up, and it is not judged. */
  public static final String TRACEROUTE_SENDER = "traceroute-sender";

  /**
   * A source has more than 8 different TTLs: they were made up or rewritten, and it is not judged.
   */
  public static final String MANY_TTLS = "many-ttls";

  /** A SYN was rejected with an ICMP error: the device names itself. */
  public static final String SYN_REJECTED_BY_ICMP = "syn-rejected-by-icmp";

  /** A SYN was refused with a reset: by the host (port closed), or nobody can tell. */
  public static final String SYN_REFUSED = "syn-refused";

  /** A SYN stayed without any answer. */
  public static final String SYN_UNANSWERED = "syn-unanswered";

  /** A connection was reset after a minute or more of silence. */
  public static final String IDLE_RESET = "idle-reset";

  /** Nothing was captured, or nothing for the port asked about. */
  public static final String NOTHING_CAPTURED = "nothing-captured";

  /** Port 80 is silent while the same client opens port 443: perhaps HTTPS only. */
  public static final String HTTPS_ONLY = "https-only";

  private RuleIds() {}
}
