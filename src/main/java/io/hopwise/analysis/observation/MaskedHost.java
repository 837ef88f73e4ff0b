package io.hopwise.analysis.observation;

import java.util.regex.Pattern;

/**
 * Tells names that somebody put in an address's place to hide it, such that other addresses may
 * have got the same: {@code 203.0.113.x}, {@code x.x.x.x}, {@code ***}, {@code [REDACTED]}. Not
 * {@code <client>} or {@code SERVER}: such a name stands for one host.
 *
 * @since 0.1
 */
public final class MaskedHost {
  private static final Pattern MASKED =
      Pattern.compile(
          "(?:^|[.:])[xX*#?\u2588\u2022]+(?:$|[.:])|redacted|masked|hidden|removed|anonymi[sz]ed",
          Pattern.CASE_INSENSITIVE);

  private MaskedHost() {}

  public static boolean is(String host) {
    return MASKED.matcher(host).find();
  }
}
