package io.hopwise.report.html;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packet's own text with the claimed sender and the TTL marked. */
final class Marked {
  private static final Pattern TTL = Pattern.compile("\\b(?:ttl|hlim) +(\\d{1,3})\\b");

  private Marked() {}

  /** Appends the text. The marks only highlight; they add no information. */
  static void append(Html html, String text, String claim, OptionalInt ttl) {
    int ttlFrom = -1;
    int ttlTo = -1;
    Matcher found = TTL.matcher(text);
    if (ttl.isPresent()
        && found.find()
        && found.group(1).equals(Integer.toString(ttl.getAsInt()))) {
      ttlFrom = found.start();
      ttlTo = found.end();
    }
    int after = Math.max(ttlTo, 0);
    html.block(text.substring(0, Math.max(ttlFrom, 0)));
    if (ttlFrom >= 0) {
      mark(html, text.substring(ttlFrom, ttlTo));
    }
    int at = claim.isEmpty() ? -1 : text.indexOf(claim, after);
    if (at < 0) {
      html.block(text.substring(after));
      return;
    }
    html.block(text.substring(after, at));
    mark(html, claim);
    html.block(text.substring(at + claim.length()));
  }

  private static void mark(Html html, String text) {
    html.markup("<mark>").text(text).markup("</mark>");
  }
}
