package io.hopwise.analysis.rules.reset;

/** How long a connection was silent before a reset, and the names for it in findings. */
public final class Silence {
  /** The name under which seconds of silence are kept. */
  public static final String SECONDS = "idle-seconds";

  /** The name of the evidence that joins another finding. */
  public static final String AFTER = "after-silence";

  /** A second, in nanoseconds. */
  public static final long SECOND = 1_000_000_000L;

  /**
   * The shortest silence worth reporting, in nanoseconds: no firewall forgets a connection sooner.
   */
  public static final long LEAST_NANOS = 60 * SECOND;

  private Silence() {}

  /** Whole seconds, as text. */
  public static String seconds(long nanos) {
    return Long.toString(nanos / SECOND);
  }
}
