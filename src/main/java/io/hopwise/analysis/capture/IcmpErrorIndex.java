package io.hopwise.analysis.capture;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.place.Clock;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.LaterHalf;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.Traffic;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the connection that an ICMP error is about, by the packet it quotes or by the words that
 * name one. Errors that come before their connection wait for it here.
 */
final class IcmpErrorIndex {
  private static final int UDP = 17;
  private static final int MAX_WAITING = 256;
  private static final int MAX_DEVICES = 256;
  private static final int MAX_TARGETS = 4096;
  private static final int MAX_NAMED = 1024;
  private static final int MAX_ERRORS_PER_NAMED = 4;

  /** An answer that takes longer than this is one to another packet. */
  private static final long LATEST_NANOS = 10_000_000_000L;

  private final Traffic traffic;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<Named, List<IcmpError>> named = new LinkedHashMap<>();
  private final Set<String> targets = new HashSet<>();
  private final Map<String, Source> devices = new LinkedHashMap<>();
  private @Nullable Connection lastFound;

  /** An ICMP error about a packet of a connection that was not seen (yet). */
  private record Waiting(IcmpError.Quoted quoted, IcmpError note) {}

  /** What an ICMP error names that quotes nothing: a host, and perhaps a TCP or UDP port of it. */
  private record Named(int place, String asker, String asked, OptionalInt port, boolean udp) {
    static Named by(IcmpError note, String asked, OptionalInt port, boolean udp) {
      Flow flow = note.error().flow();
      return new Named(
          flow.source().place().number(), flow.reverse().source().host(), asked, port, udp);
    }
  }

  IcmpErrorIndex(Traffic traffic) {
    this.traffic = traffic;
  }

  /** Adds an ICMP error, seen in a tunnel or in none. */
  void add(IcmpMessage message, ObservedPacket seen, String tunnel) {
    IcmpError note = IcmpError.of(message, seen, tunnel);
    traffic.add(note);
    addDevice(seen.flow().source());
    note.quotedTarget().ifPresent(this::addTarget);
    InnerPacket quoted = message.quoted().orElse(null);
    if (quoted != null) {
      findOrWait(IcmpError.Quoted.of(quoted, tunnel), note);
    } else if (message.subject().isPresent()) {
      String asked = PacketFacts.host(message.subject().get()) + tunnel;
      if (IcmpError.mayConcernSyn(message)) {
        add(Named.by(note, asked, note.namedPort(), false), note);
      } else if (note.isPortUnreachable() && note.protocol().orElse(-1) == UDP) {
        add(Named.by(note, asked, message.port(), true), note);
      }
    }
  }

  void addDevice(Source device) {
    if (devices.size() < MAX_DEVICES) {
      devices.putIfAbsent(device.place().key(device.host()), device);
    }
  }

  private void addTarget(String host) {
    if (targets.size() < MAX_TARGETS) {
      targets.add(host);
    }
  }

  private void add(Named about, IcmpError note) {
    if (named.size() >= MAX_NAMED && !named.containsKey(about)) {
      return;
    }
    List<IcmpError> notes = named.getOrDefault(about, List.of());
    if (notes.size() < MAX_ERRORS_PER_NAMED) {
      named.put(about, ShortList.plus(notes, note));
    }
  }

  private void findOrWait(IcmpError.Quoted quoted, IcmpError note) {
    if (!isFound(quoted, note) && waiting.size() < MAX_WAITING) {
      waiting.add(new Waiting(quoted, note));
    }
  }

  private boolean isFound(IcmpError.Quoted quoted, IcmpError note) {
    Connection connection = traffic.addToQuoted(quoted, note);
    if (connection == null) {
      return false;
    }
    lastFound = connection;
    return true;
  }

  /** The connection that an ICMP error was last found to be about, since this was last asked. */
  @Nullable Connection takeLastFound() {
    Connection found = lastFound;
    lastFound = null;
    return found;
  }

  /** Appends that of the later half of a capture, once all else is appended. */
  void append(IcmpErrorIndex later, LaterHalf half) {
    later.targets.forEach(this::addTarget);
    later.waiting.forEach(error -> findOrWait(error.quoted, half.copy(error.note)));
    waiting.removeIf(error -> isFound(error.quoted, error.note));
    later.named.forEach(
        (about, notes) -> {
          for (IcmpError note : notes) {
            IcmpError copy = half.copy(note);
            int place = copy.error().flow().source().place().number();
            add(new Named(place, about.asker, about.asked, about.port, about.udp), copy);
          }
        });
  }

  /** The first few hundred sources that sent ICMP errors. */
  ImmutableList<Source> devices() {
    return ImmutableList.copyOf(devices.values());
  }

  /** Whether an ICMP error is about a packet to this host, of the first few thousand. */
  boolean hasErrorTo(String host) {
    return targets.contains(host);
  }

  /** See {@link ObservedCapture#errorsAbout}. */
  ImmutableList<IcmpError> about(Flow asking) {
    if (named.isEmpty()) {
      return asking.connection().errors();
    }
    OptionalInt port = asking.reverse().port().map(Port::number).orElse(OptionalInt.empty());
    ImmutableList<IcmpError> known =
        ImmutableList.<IcmpError>builder()
            .addAll(asking.connection().errors())
            .addAll(port.isPresent() ? named(asking, port) : ImmutableList.of())
            .build();
    return known.isEmpty() ? named(asking, OptionalInt.empty()) : known;
  }

  /** See {@link ObservedCapture#errorsAboutDatagrams}. */
  ImmutableList<IcmpError> aboutDatagrams(Flow asking, long lastNanos) {
    ImmutableList<IcmpError> quoting = asking.connection().errors();
    if (named.isEmpty() || !quoting.isEmpty()) {
      return quoting;
    }
    OptionalInt port = asking.reverse().port().map(Port::number).orElse(OptionalInt.empty());
    return Stream.concat(
            port.isPresent() ? named(asking, port, true) : Stream.of(),
            named(asking, OptionalInt.empty(), false).filter(IcmpError::isHostUnreachable))
        .filter(note -> !isLate(note.error(), lastNanos))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<IcmpError> named(Flow asking, OptionalInt port) {
    return named(asking, port, false)
        .filter(note -> isSoonAfterSyn(note.error(), asking))
        .collect(ImmutableList.toImmutableList());
  }

  private Stream<IcmpError> named(Flow asking, OptionalInt port, boolean udp) {
    Source asker = asking.source();
    String asked = asking.reverse().source().host();
    Named about = new Named(asker.place().number(), asker.host(), asked, port, udp);
    return named.getOrDefault(about, List.of()).stream();
  }

  private static boolean isSoonAfterSyn(ObservedPacket error, Flow asking) {
    return asking.isAfterFirstSyn(error)
        && !isLate(error, asking.lastPureSynNanos().orElse(Clock.NO_TIME));
  }

  /** Whether it came too long after that time to be about what was sent then. */
  private static boolean isLate(ObservedPacket error, long asked) {
    long nanos = error.nanos().orElse(Clock.NO_TIME);
    return nanos != Clock.NO_TIME && asked != Clock.NO_TIME && nanos - asked > LATEST_NANOS;
  }
}
