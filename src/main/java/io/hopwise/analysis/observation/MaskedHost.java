package io.hopwise.analysis.observation;

import java.util.regex.Pattern;

/**
 * Recognises masks that somebody wrote over an address, where several addresses may have got the
 * same mask: {@code 203.0.113.x}, {@code x.x.x.x}, {@code ***}, {@code [REDACTED]}. A name such as
 * {@code <client>} or {@code SERVER} is not one: it stands for one host.
 *
 * @since 0.1
 */
public final class MaskedHost {
  private static final Pattern MASKED =
      Pattern.compile(
          "(?:^|[.:])[xX*#?\u2588\u2022]+(?:$|[.:])|redacted|masked|hidden|removed|anonymi[sz]ed",
          Pattern.CASE_INSENSITIVE);

  private MaskedHost() {}

  /** Whether a host's name is such a mask. */
  public static boolean is(String host) {
    return MASKED.matcher(host).find();
  }
}
