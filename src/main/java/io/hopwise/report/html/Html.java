package io.hopwise.report.html;

import com.google.common.base.Utf8;
import com.google.common.html.HtmlEscapers;
import io.hopwise.text.SafeText;

/** A builder for HTML. Text is escaped here and nowhere else. */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** Bytes of UTF-8 that are more than the characters. */
  private int wide;

  /** Appends markup as it is. Only for markup written in this package. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends text, escaped, on one line. */
  Html text(String text) {
    appendText(escape(text));
    return this;
  }

  private void appendText(String escaped) {
    out.append(escaped);
    wide += Utf8.encodedLength(escaped) - escaped.length();
  }

  /** Appends text, escaped, with its line feeds. */
  Html block(String text) {
    appendText(HtmlEscapers.htmlEscaper().escape(SafeText.block(text)));
    return this;
  }

  /** Appends an element that contains only text. */
  Html element(String tag, String attributes, String text) {
    out.append('<').append(tag).append(attributes.isEmpty() ? "" : " ").append(attributes);
    out.append('>');
    appendText(escape(text));
    out.append("</").append(tag).append('>');
    return this;
  }

  /** Text escaped for use between tags and inside quoted attributes. */
  static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(SafeText.line(text));
  }

  /** The length in bytes of UTF-8, but for markup beyond ASCII. */
  int length() {
    return out.length() + wide;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
