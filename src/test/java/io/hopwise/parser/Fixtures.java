package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.CaptureFrames;
import io.hopwise.CaptureReader;
import io.hopwise.FrameReader;
import io.hopwise.Hopwise;
import io.hopwise.framing.Frame;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The captures of {@code testdata}, and short ways to read text. */
public final class Fixtures {
  private Fixtures() {}

  /** All texts, in a fixed order. */
  public static List<Path> texts() {
    try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a file. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries of a text. */
  public static List<Entry> read(String text) {
    return read(text.getBytes(UTF_8));
  }

  /** All entries of a text. */
  public static List<Entry> read(byte[] text) {
    List<Entry> entries = new ArrayList<>();
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text));
    reader.forEachRemaining(entries::add);
    return entries;
  }

  /** All entries of a text, with so much of packets. */
  public static List<Entry> read(byte[] text, Detail detail) {
    List<Entry> entries = new ArrayList<>();
    CaptureFrames frames = Hopwise.frames(new ByteArrayInputStream(text));
    FrameReader reader = new FrameReader(detail);
    try {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        entries.add(reader.read(frame));
        for (Entry inside = reader.nextInside(); inside != null; inside = reader.nextInside()) {
          entries.add(inside);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** A text in which some bytes have become others of it. */
  public static byte[] damaged(byte[] text, Random random) {
    byte[] damaged = text.clone();
    for (int i = 0; i < damaged.length / 100; i++) {
      damaged[random.nextInt(damaged.length)] = text[random.nextInt(text.length)];
    }
    return damaged;
  }

  /** The only entry of a text. */
  public static Entry only(String text) {
    List<Entry> entries = read(text);
    if (entries.size() != 1) {
      throw new AssertionError("not one entry: " + entries);
    }
    return entries.get(0);
  }

  /** The only packet of a text. */
  public static Packet packet(String text) {
    if (only(text) instanceof Packet packet) {
      return packet;
    }
    throw new AssertionError("not a packet: " + text);
  }

  /** The packets of a text. */
  public static List<Packet> packets(String text) {
    return read(text).stream().filter(Packet.class::isInstance).map(Packet.class::cast).toList();
  }

  /** The raw texts of entries, joined. */
  public static byte[] joined(Iterable<? extends Entry> entries) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      all.writeBytes(entry.text().bytes());
    }
    return all.toByteArray();
  }
}
