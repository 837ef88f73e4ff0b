package io.hopwise.analysis;

/**
 * How sure a finding is, from a remark to as good as proven; the order is the enum's.
 *
 * @since 0.1
 */
public enum Grade {
  /** A remark: nothing speaks against the claimed sender. */
  INFO,
  /** One thing does not fit, and an innocent explanation is about as likely. */
  LOW,
  /** Ask about it: the likely explanation is another sender. */
  MEDIUM,
  /** As sure as a capture at one place can be. */
  HIGH;

  /** Whether this grade is the other one or above it. */
  public boolean atLeast(Grade other) {
    return compareTo(other) >= 0;
  }

  /** The surer of two grades. */
  public static Grade max(Grade one, Grade other) {
    return one.atLeast(other) ? one : other;
  }
}
