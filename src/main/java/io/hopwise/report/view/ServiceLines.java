package io.hopwise.report.view;

import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.ServiceSum;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Connections summed up by service, a sentence each. Many ports of one server with the same fate
 * are one sentence, and so is one port of many servers: what a scan is.
 */
public final class ServiceLines {
  /** The most services alike that are listed one by one. */
  private static final int FEW = 3;

  private static final int MOST_NAMED = 8;

  private final ConnectionTable table;

  /** Makes sentences for services of a table, which knows the places of captures. */
  ServiceLines(ConnectionTable table) {
    this.table = table;
  }

  /** The sentences for all services of a table, without full stops, in their order. */
  public static List<String> of(ConnectionTable table) {
    return new ServiceLines(table).lines(table.services()).stream().map(Supplier::get).toList();
  }

  /**
   * The sentences for some of the services, without full stops, in their order; each is made when
   * it is asked for, as mostly a few of thousands are shown.
   */
  List<Supplier<String>> lines(List<ServiceSum> services) {
    List<Supplier<String>> lines = new ArrayList<>();
    // A scan has thousands of services and few fates: each fate is kept once.
    Map<Object, Object> fates = new HashMap<>();
    Function<ServiceSum, Object> fateOf = sum -> fates.computeIfAbsent(fate(sum), fate -> fate);
    List<List<ServiceSum>> byServer =
        together(services, sum -> new Group(sum, sum.server(), fateOf.apply(sum)));
    List<ServiceSum> single = new ArrayList<>();
    for (List<ServiceSum> alike : byServer) {
      if (alike.size() > FEW) {
        lines.add(() -> ports(alike));
      } else {
        single.addAll(alike);
      }
    }
    List<List<ServiceSum>> byPort =
        together(single, sum -> new Group(sum, sum.port(), fateOf.apply(sum)));
    for (List<ServiceSum> alike : byPort) {
      if (alike.size() > FEW) {
        lines.add(() -> servers(alike));
      } else {
        alike.forEach(sum -> lines.add(() -> line(sum)));
      }
    }
    return lines;
  }

  private static List<List<ServiceSum>> together(
      Collection<ServiceSum> services, Function<ServiceSum, Group> key) {
    Map<Group, List<ServiceSum>> groups = new LinkedHashMap<>();
    services.forEach(
        sum -> groups.computeIfAbsent(key.apply(sum), any -> new ArrayList<>(1)).add(sum));
    return new ArrayList<>(groups.values());
  }

  /** What services that are told of together have in common: a server or a port, and their fate. */
  private record Group(Protocol protocol, int capture, Object common, Object fate) {
    Group(ServiceSum sum, Object common, Object fate) {
      this(sum.protocol(), sum.capture(), common, fate);
    }

    // Written out, as in Port.
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Group other
          && protocol == other.protocol
          && capture == other.capture
          && common.equals(other.common)
          && fate.equals(other.fate);
    }

    @Override
    public int hashCode() {
      return (common.hashCode() * 31 + fate.hashCode()) * 31 + protocol.hashCode() + capture;
    }
  }

  /** What became of its connections, whatever their number: one fate, or a set of them. */
  private static Object fate(ServiceSum sum) {
    if (sum.begun().size() == 1 && sum.ended().isEmpty()) {
      return Fate.of(sum.begun().get(0).outcome(), sum.begun().get(0).by());
    }
    Set<Fate> fates = new HashSet<>();
    sum.begun().forEach(some -> fates.add(Fate.of(some.outcome(), some.by())));
    sum.ended().forEach(some -> fates.add(Fate.of(some.end(), some.by())));
    return fates.size() == 1 ? fates.iterator().next() : fates;
  }

  /** How connections began or ended, and by whom: the host alone differs from server to server. */
  private record Fate(Object what, Optional<Actor> by) {
    static Fate of(Object what, Optional<Actor> by) {
      return new Fate(what, by.map(Fate::anywhere));
    }

    private static Actor anywhere(Actor who) {
      return who.role() == Actor.Role.ROUTER
          ? who
          : new Actor(who.role(), "", who.routers(), who.reason());
    }

    // Written out, as in Port.
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Fate other && what.equals(other.what) && by.equals(other.by);
    }

    @Override
    public int hashCode() {
      return 31 * what.hashCode() + by.hashCode();
    }
  }

  private String line(ServiceSum sum) {
    String port = sum.port().map(known -> " port " + known).orElse("");
    return capture(sum) + sum.server() + protocol(sum) + port + ": " + what(List.of(sum));
  }

  private String ports(List<ServiceSum> alike) {
    ServiceSum first = alike.get(0);
    return capture(first)
        + first.server()
        + protocol(first)
        + ", "
        + English.number(alike.size())
        + " ports ("
        + ranges(alike)
        + "): "
        + what(alike);
  }

  private String servers(List<ServiceSum> alike) {
    ServiceSum first = alike.get(0);
    List<String> named =
        alike.stream().limit(FEW).map(ServiceSum::server).collect(Collectors.toList());
    named.add(English.number(alike.size() - named.size()) + " more");
    return capture(first)
        + English.number(alike.size())
        + " servers ("
        + English.and(named)
        + ")"
        + protocol(first)
        + first.port().map(port -> " port " + port).orElse("")
        + ": "
        + what(alike);
  }

  private String capture(ServiceSum sum) {
    boolean several = sum.capture() > 1 || (table.isSeveral() && table.isNamed(sum.capture()));
    return several ? table.place(sum.capture()) + ": " : "";
  }

  private static String protocol(ServiceSum sum) {
    return switch (sum.protocol()) {
      case TCP -> "";
      case UDP -> " UDP";
      case PING -> " ping";
    };
  }

  /** {@code 1-299, 301, ssh}: the first few. */
  private static String ranges(List<ServiceSum> alike) {
    TreeSet<Integer> numbers = new TreeSet<>();
    List<String> words = new ArrayList<>();
    for (ServiceSum sum : alike) {
      sum.port()
          .ifPresent(
              port -> {
                if (port.number().isPresent()) {
                  numbers.add(port.number().getAsInt());
                } else {
                  words.add(port.toString());
                }
              });
    }
    List<String> all = new ArrayList<>();
    int from = -1;
    int to = -1;
    for (int number : numbers) {
      if (number != to + 1 || from < 0) {
        addRange(all, from, to);
        from = number;
      }
      to = number;
    }
    addRange(all, from, to);
    all.addAll(words);
    return all.size() <= MOST_NAMED
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, MOST_NAMED)) + ", ...";
  }

  private static void addRange(List<String> all, int from, int to) {
    if (from >= 0) {
      all.add(from == to ? "" + from : from + "-" + to);
    }
  }

  private String what(List<ServiceSum> sums) {
    long tries = sums.stream().mapToLong(ServiceSum::tries).sum();
    Map<String, Long> words = new LinkedHashMap<>();
    boolean flagless = table.withoutFlags() && sums.get(0).protocol() == Protocol.TCP;
    for (ServiceSum sum : sums) {
      sum.begun().forEach(some -> words.merge(words(some, flagless), some.count(), Long::sum));
      sum.ended()
          .forEach(
              some ->
                  words.merge(
                      some.end().word() + some.by().map(by -> " by " + who(by, sum)).orElse(""),
                      some.count(),
                      Long::sum));
    }
    List<String> parts = new ArrayList<>();
    if (tries > 0) {
      parts.add(tries(tries, sums.get(0).protocol()));
    }
    words.forEach((what, count) -> parts.add(English.number(count) + " " + what));
    return String.join(", ", parts);
  }

  private static String tries(long tries, Protocol protocol) {
    return switch (protocol) {
      case TCP -> tries == 1 ? "1 try" : English.number(tries) + " tries";
      case UDP -> tries == 1 ? "1 client port" : English.number(tries) + " client ports";
      case PING -> tries == 1 ? "1 run" : English.number(tries) + " runs";
    };
  }

  private static String words(ServiceSum.Begun some, boolean flagless) {
    String word =
        switch (some.outcome()) {
          case MID_STREAM -> "seen in mid-stream";
          case UNKNOWN ->
              flagless
                  ? "not known, as no flags are printed"
                  : "without an answer in what was captured";
          default -> some.outcome().word();
        };
    boolean names = some.outcome() == Outcome.REFUSED || some.outcome() == Outcome.REJECTED;
    return word + (names ? some.by().map(by -> " by " + by.words()).orElse("") : "");
  }

  private static String who(Actor by, ServiceSum sum) {
    if (by.role() == Actor.Role.HOST) {
      return by.host().equals(sum.server()) ? "the server" : "the client";
    }
    return by.words();
  }
}
