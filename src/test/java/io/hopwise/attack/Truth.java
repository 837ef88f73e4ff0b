package io.hopwise.attack;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Holds what was read of a text against the packets that were printed. */
final class Truth {
  private final List<MadeFrame> frames;
  private final List<String> wrong = new ArrayList<>();
  private long ambiguous;

  Truth(List<MadeFrame> frames) {
    this.frames = frames;
  }

  /** How many entries were said to be doubtful. */
  long ambiguous() {
    return ambiguous;
  }

  /**
   * What is wrong with what was read of a text; empty where nothing is. Nothing may be invented,
   * and nothing missing, without a doubtful entry in its place.
   */
  List<String> errors(byte[] text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text));
    int next = 0;
    boolean doubt = false;
    while (reader.hasNext()) {
      Entry entry = reader.next();
      boolean doubtful = entry.text().isAmbiguous();
      ambiguous += doubtful ? 1 : 0;
      doubt |= doubtful;
      int found = entry instanceof Packet packet ? indexFrom(next, packet) : -1;
      if (found >= 0) {
        if (found > next && !doubt) {
          wrong.add("line " + entry.text().firstLine() + ": " + (found - next) + " missing");
        }
        next = found + 1;
        doubt = doubtful;
      } else if (!doubtful && !isHarmless(entry)) {
        wrong.add("line " + entry.text().firstLine() + ": invented " + entry);
      }
    }
    if (next < frames.size() && !doubt) {
      wrong.add("the last " + (frames.size() - next) + " missing");
    }
    if (!reader.summary().accounts().isEmpty()) {
      wrong.add("counted " + reader.summary().accounts());
    }
    return wrong;
  }

  private static boolean isHarmless(Entry entry) {
    return entry instanceof Notice notice && notice.kind() == Notice.Kind.BLANK;
  }

  private int indexFrom(int from, Packet packet) {
    for (int i = from; i < frames.size(); i++) {
      if (isPrinted(frames.get(i), packet)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPrinted(MadeFrame frame, Packet packet) {
    return packet.ip().src().text().equals(frame.src())
        && packet.ip().dst().text().equals(frame.dst())
        && packet.ip().ttl().orElse(frame.ttl()) == frame.ttl()
        && packet.ip().length().orElse(frame.ipLength()) == frame.ipLength();
  }
}
