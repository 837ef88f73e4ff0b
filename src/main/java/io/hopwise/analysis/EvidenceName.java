package io.hopwise.analysis;

/**
 * The names of the evidence that the library's rules give, see {@link Evidence#name}.
 *
 * @since 0.1
 */
public final class EvidenceName {
  /** DF is set where the packets compared with do not have it, or the other way round. */
  public static final String DF_DIFFERS = "df-differs";

  /** The IP id is that of a packet of the other direction. */
  public static final String ID_COPIED = "id-copied";

  /** The IP id is none of the flow's counter, which runs on without it. */
  public static final String ID_OFF_COUNTER = "id-off-counter";

  /** It came over other link-layer addresses than all else of the flow. */
  public static final String OTHER_LINK = "other-link";

  /** A reset carries payload. */
  public static final String PAYLOAD = "payload";

  /** The side that is said to have reset the connection goes on sending in it. */
  public static final String GOES_ON = "goes-on";

  /** A reset is one of several whose sequence numbers jump beyond everything sent. */
  public static final String JUMPS_AHEAD = "jumps-ahead";

  /** A reset's window is neither 0 nor one the flow had. */
  public static final String WINDOW = "window";

  /** A segment has no TCP timestamps, the rest of its flow has them. */
  public static final String TIMESTAMPS_MISSING = "timestamps-missing";

  /** The sequence number comes with other content, too. */
  public static final String OVERLAPS = "overlaps";

  /** A reset refuses the connection that a SYN asked for. */
  public static final String ANSWERS_SYN = "answers-syn";

  /** A reset came after a minute or more of silence. */
  public static final String AFTER_SILENCE = "after-silence";

  /** The packets were seen again as they went on from where the capture was taken. */
  public static final String PASSED_ON = "passed-on";

  /** Another reset from the same distance is known to be foreign. */
  public static final String SIBLING = "sibling";

  /** A reset's window is that of the SYN it answers. */
  public static final String WINDOW_COPIED = "window-copied";

  /** The side that a reset answers repeats its SYN as if nothing had come. */
  public static final String SYN_REPEATED = "syn-repeated";

  private EvidenceName() {}
}
