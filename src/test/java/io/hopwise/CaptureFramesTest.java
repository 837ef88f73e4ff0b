package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.framing.Frame;
import io.hopwise.packet.Entry;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureFramesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void framesReadInAnyThreadAndOrderGiveTheSameEntries(Path text) throws IOException {
    byte[] bytes = Fixtures.bytes(text);
    List<Frame> frames = frames(bytes);
    List<List<Entry>> read = new ArrayList<>(Collections.nCopies(frames.size(), List.of()));
    List<FrameReader> readers = List.of(new FrameReader(), new FrameReader(), new FrameReader());
    Random random = new Random(7);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    for (int i : order) {
      read.set(i, entries(frames.get(i), readers.get(random.nextInt(readers.size()))));
    }
    assertThat(read.stream().flatMap(List::stream).toList()).isEqualTo(Fixtures.read(bytes));
  }

  private static List<Frame> frames(byte[] bytes) throws IOException {
    CaptureFrames capture = Hopwise.frames(new ByteArrayInputStream(bytes));
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = capture.next(); frame != null; frame = capture.next()) {
      frames.add(frame);
    }
    return frames;
  }

  private static List<Entry> entries(Frame frame, FrameReader reader) {
    List<Entry> entries = new ArrayList<>();
    entries.add(reader.read(frame));
    for (Entry next = reader.nextInside(); next != null; next = reader.nextInside()) {
      entries.add(next);
    }
    return entries;
  }
}
