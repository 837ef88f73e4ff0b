package io.hopwise.report.html;

import com.google.common.html.HtmlEscapers;
import io.hopwise.report.SafeText;

/** HTML under construction. What is text is escaped here and nowhere else. */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** Appends markup as it is: only what this package wrote itself. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends text on one line, whatever it holds. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Appends text whose line feeds stay. */
  Html block(String text) {
    out.append(HtmlEscapers.htmlEscaper().escape(SafeText.block(text)));
    return this;
  }

  /** Appends an element that holds text only. */
  Html element(String tag, String attributes, String text) {
    out.append('<').append(tag).append(attributes.isEmpty() ? "" : " ").append(attributes);
    out.append('>').append(escape(text)).append("</").append(tag).append('>');
    return this;
  }

  /** Text as it may stand between tags and inside quoted attributes. */
  static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(SafeText.line(text));
  }

  int length() {
    return out.length();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
