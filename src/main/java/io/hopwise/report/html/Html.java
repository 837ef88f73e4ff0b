package io.hopwise.report.html;

import com.google.common.html.HtmlEscapers;
import io.hopwise.report.SafeText;

/** A builder for HTML. Text is escaped here and nowhere else. */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** Appends markup as it is. Only for markup written in this package. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends text, escaped, on one line. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Appends text, escaped, with its line feeds. */
  Html block(String text) {
    out.append(HtmlEscapers.htmlEscaper().escape(SafeText.block(text)));
    return this;
  }

  /** Appends an element that contains only text. */
  Html element(String tag, String attributes, String text) {
    out.append('<').append(tag).append(attributes.isEmpty() ? "" : " ").append(attributes);
    out.append('>').append(escape(text)).append("</").append(tag).append('>');
    return this;
  }

  /** Text escaped for use between tags and inside quoted attributes. */
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
