package io.hopwise.analysis.rules.reset;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.capture.ObservedCapture;

/** Sources whose packets a capture shows on both sides of a router. */
public final class SeenTwice {
  /** Why a finding about such a source is withdrawn. */
  public static final String WHY = "its packets were captured on both sides of a router";

  private SeenTwice() {}

  /** Whether a draft is about a host whose packets were seen on both sides of a router. */
  public static boolean concerns(FindingBuilder draft, ObservedCapture capture) {
    String tunnel = draft.tunnel();
    return capture.isSeenTwice(draft.claim() + (tunnel.isEmpty() ? "" : " " + tunnel));
  }
}
