package io.hopwise.parser;

import io.hopwise.framing.Frame;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.text.ParseError;
import org.jspecify.annotations.Nullable;

/** The text of a frame: its bytes without the foreign pieces inside. */
public final class FrameText {
  /** The record and the dump after it. */
  final byte[] bytes;

  /** The index where the record ends and an ASCII dump may begin. */
  final int recordEnd;

  private final byte[] framed;
  private final @Nullable Frame frame;
  private final int[] cutFrom;
  private final int[] cutTo;

  private static final int[] NO_CUTS = {};

  /** A text of all these bytes. */
  FrameText(byte[] raw) {
    framed = raw;
    frame = null;
    bytes = withFeeds(raw);
    recordEnd = raw.length;
    cutFrom = NO_CUTS;
    cutTo = NO_CUTS;
  }

  FrameText(Frame frame, byte[] raw) {
    framed = raw;
    this.frame = frame;
    if (frame.cuts() == 0) {
      cutFrom = NO_CUTS;
      cutTo = NO_CUTS;
      bytes = withFeeds(raw);
      recordEnd = frame.dumpFrom();
      return;
    }
    cutFrom = new int[frame.cuts()];
    cutTo = new int[frame.cuts()];
    bytes = new byte[raw.length - fillCuts(frame)];
    copyUncut();
    recordEnd = frame.dumpFrom() - (raw.length - bytes.length);
  }

  /**
   * The same with a line feed for each carriage return where these alone end lines: amid lines that
   * end in line feeds they are text.
   */
  private static byte[] withFeeds(byte[] text) {
    boolean feeds = text.length > 0 && text[text.length - 1] == '\n';
    if (feeds || Bytes.indexOf(text, '\r') < 0 || Bytes.indexOf(text, '\n') >= 0) {
      return text;
    }
    byte[] lines = text.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
    }
    return lines;
  }

  private int fillCuts(Frame frame) {
    int length = 0;
    for (int i = 0; i < cutFrom.length; i++) {
      cutFrom[i] = frame.cutFrom(i);
      cutTo[i] = frame.cutTo(i);
      length += cutTo[i] - cutFrom[i];
    }
    return length;
  }

  private void copyUncut() {
    int from = 0;
    int to = 0;
    for (int i = 0; i <= cutFrom.length; i++) {
      int end = i == cutFrom.length ? framed.length : cutFrom[i];
      System.arraycopy(framed, from, bytes, to, end - from);
      to += end - from;
      from = i == cutFrom.length ? end : cutTo[i];
    }
  }

  /** The ASCII dump without its closing line feed; empty if there is none. */
  String dump() {
    int end = bytes.length;
    if (end > recordEnd && bytes[end - 1] == '\n') {
      end--;
    }
    return end > recordEnd ? Bytes.text(bytes, recordEnd, end) : "";
  }

  /** The error at an offset of this text, with its line and column in the input. */
  ParseError error(int offset, long firstLine, String expected) {
    int at = offset;
    for (int i = 0; i < cutFrom.length && cutFrom[i] <= at; i++) {
      at += cutTo[i] - cutFrom[i];
    }
    return frame == null
        ? ParseError.at(framed, at, firstLine, expected)
        : ParseError.at(frame.raw(), frame.placeInRaw(at), firstLine, expected);
  }

  @Override
  public String toString() {
    return Bytes.text(bytes, 0, bytes.length);
  }
}
