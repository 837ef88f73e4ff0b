package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.analysis.facts.NaturalOrder;
import io.hopwise.analysis.observation.Tunnels;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A finding in the making: what rules report under one cause is gathered here, in any order, and
 * two drafts about one cause can be merged.
 *
 * @since 0.1
 */
public final class FindingBuilder {
  /** How many packets of a finding are kept one by one. */
  public static final int MAX_PACKETS = FindingPackets.MAX_KEPT;

  /** The cause of all that a rule reports beyond the causes that are kept apart. */
  static final String OTHERS = "others";

  static final int MAX_NAMES = 64;
  private static final int MAX_SUSPECTS = 8;

  private final String rule;
  private final String cause;
  private final CaptureTexts texts;
  private Grade grade = Grade.INFO;
  private Grade confidence = Grade.INFO;
  private Grade most = Grade.HIGH;
  private boolean diagnosis;
  private boolean distanceKnown = true;
  private String claim = "";
  private String tunnel = "";
  private String says = "";
  private Optional<String> withdrawn = Optional.empty();
  private final FindingPackets packets = new FindingPackets();
  private final CollectedBaselines baselines = new CollectedBaselines();
  private final CollectedEvidence evidence = new CollectedEvidence();
  private final CollectedEvidence against = new CollectedEvidence();
  private final TreeSet<String> likeliest = new TreeSet<>();
  private final TreeSet<String> innocent = new TreeSet<>();
  private final TreeSet<String> suspects = new TreeSet<>(NaturalOrder.OF_TEXTS);
  static final String ASKED_HOSTS = "asked hosts";
  static final String ASKED_PORTS = "asked ports";

  private final TreeMap<String, TreeSet<String>> names = new TreeMap<>();
  private final TreeMap<String, Long> tallies = new TreeMap<>();
  private final TreeSet<Vantage> vantages = new TreeSet<>();

  /** Begins a finding of a rule about a cause. */
  public FindingBuilder(String rule, String cause) {
    this(rule, cause, CaptureTexts.PLAIN);
  }

  FindingBuilder(String rule, String cause, CaptureTexts texts) {
    this.rule = rule;
    this.cause = cause;
    this.texts = texts;
  }

  /** The texts that its words point into. */
  public CaptureTexts texts() {
    return texts;
  }

  /** The rule's id. */
  public String rule() {
    return rule;
  }

  /** What makes it one finding among the rule's others. */
  public String cause() {
    return cause;
  }

  /** The grade so far: no more than LOW if another frame may have carried the packets as words. */
  public Grade grade() {
    return capped(grade);
  }

  private Grade capped(Grade at) {
    Grade limit = packets.mayAllBeTrailers() ? Grade.LOW : most;
    return at.atLeast(limit) ? limit : at;
  }

  /** How many packets it is about so far. */
  public long count() {
    return packets.count();
  }

  /** Who the packets say they are from. */
  public String claim() {
    return claim;
  }

  /** In which tunnel they were seen, in words; empty where in none. */
  public String tunnel() {
    return tunnel;
  }

  /** The packets so far, first ones first. */
  public ImmutableList<PacketRef> packets() {
    return packets.kept();
  }

  /** The TTLs of the packets so far. */
  public ImmutableList<TtlLevel> observed() {
    return packets.levels();
  }

  /** Whether the TTLs locate the sender, as far as is known. */
  public boolean isDistanceKnown() {
    return distanceKnown;
  }

  /** Whether there is evidence of this name. */
  public boolean hasEvidence(String name) {
    return evidence.has(name);
  }

  /** Raises the grade, and with it the confidence, to at least this one. */
  public FindingBuilder grade(Grade at) {
    grade = Grade.max(grade, at);
    return confidence(at);
  }

  /** Whatever speaks for it, its grade is no more than this one, LOW or more. */
  public FindingBuilder atMost(Grade limit) {
    most = limit;
    return this;
  }

  /** Raises the confidence to at least this one. */
  public FindingBuilder confidence(Grade at) {
    confidence = Grade.max(confidence, at);
    return this;
  }

  /** Makes it the answer to what was asked of the capture, not a remark. */
  public FindingBuilder diagnosis() {
    diagnosis = true;
    return this;
  }

  /** Says who the packets claim to be from, or whom it is about. */
  public FindingBuilder claim(String who) {
    claim = Tunnels.address(who);
    tunnel = Tunnels.of(who);
    return this;
  }

  /** The TTLs do not locate the sender. */
  public FindingBuilder distanceUnknown() {
    distanceKnown = false;
    return this;
  }

  /**
   * Adds a packet that the finding is about. The same one again counts once, as far as it is among
   * the first {@link #MAX_PACKETS}; whether its text is kept makes no difference.
   */
  public FindingBuilder packet(ObservedPacket seen) {
    packets.add(seen);
    return this;
  }

  /** Adds packets that are known by number only. */
  public FindingBuilder more(int ttl, PacketKind kind, long number) {
    packets.add(ttl, kind, number);
    return this;
  }

  /** Adds packets the finding is about that have no TTL worth a mention. */
  public FindingBuilder packets(Iterable<PacketRef> refs) {
    refs.forEach(packets::add);
    return this;
  }

  /**
   * Says what the packets were compared with.
   *
   * @param scope how close the comparison is
   * @param origin the flow or source whose levels these are: told again, they replace themselves
   * @param levels the levels
   */
  public FindingBuilder baseline(Scope scope, String origin, ImmutableList<TtlLevel> levels) {
    baselines.put(scope, origin, levels);
    return this;
  }

  /** What the packets were compared with, narrowest first. */
  public ImmutableList<Baseline> baselines() {
    return baselines.all();
  }

  /** How many flows or sources the levels of a scope are of. */
  public int origins(Scope scope) {
    return baselines.count(scope);
  }

  /** Adds a reason for the finding; the earliest packet's words are kept. */
  public FindingBuilder evidence(String name, ObservedPacket seen, String text) {
    return evidence(new Evidence(name, text), seen);
  }

  /** Adds a reason for the finding; the earliest packet's is kept. */
  public FindingBuilder evidence(Evidence reason, ObservedPacket seen) {
    evidence.add(seen.record(), reason);
    return this;
  }

  /** Adds a reason for the finding that is not one packet's. */
  public FindingBuilder evidence(String name, String text) {
    evidence.add(new Evidence(name, text));
    return this;
  }

  /** Adds a reason against the finding; the earliest packet's words are kept. */
  public FindingBuilder against(String name, ObservedPacket seen, String text) {
    against.add(seen.record(), new Evidence(name, text));
    return this;
  }

  /** Adds an innocent explanation that remains. */
  public FindingBuilder innocentExplanation(String explanation) {
    innocent.add(explanation);
    return this;
  }

  /** Adds an innocent explanation that remains and is likelier than the others. */
  public FindingBuilder firstExplanation(String explanation) {
    likeliest.add(explanation);
    return this;
  }

  /** Names a source that stands where the sender must stand. */
  public FindingBuilder suspect(String host) {
    if (suspects.size() < MAX_SUSPECTS) {
      suspects.add(host);
    }
    return this;
  }

  /** The sources named so far. */
  public ImmutableList<String> suspects() {
    return ImmutableList.copyOf(suspects);
  }

  /** Keeps a word for the conclusion, such as a port: each word once. */
  public FindingBuilder name(String what, String word) {
    TreeSet<String> words = names.computeIfAbsent(what, w -> new TreeSet<>(NaturalOrder.OF_TEXTS));
    if (words.size() < MAX_NAMES) {
      words.add(word);
    }
    return this;
  }

  /**
   * Says what the packets that an ICMP error is about were asking for, as the error has no ports of
   * its own.
   *
   * @param port empty where it is not known, or where there is none
   */
  public FindingBuilder asking(String host, Optional<Port> port) {
    name(ASKED_HOSTS, host);
    return name(ASKED_PORTS, "" + port.map(Port::number).orElse(OptionalInt.empty()));
  }

  /** What speaks for it so far, in words. */
  public ImmutableList<Evidence> evidence() {
    return evidence.all(texts);
  }

  /** The words kept, in alphabetical order, numbers in them by their values. */
  public ImmutableSortedSet<String> names(String what) {
    return ImmutableSortedSet.copyOfSorted(
        names.getOrDefault(what, new TreeSet<>(NaturalOrder.OF_TEXTS)));
  }

  /** Keeps where the capture was taken, seen from a connection the finding is about. */
  public FindingBuilder seenFrom(Vantage vantage) {
    vantages.add(vantage);
    return this;
  }

  /** The places it was seen from. */
  public ImmutableSortedSet<Vantage> vantages() {
    return ImmutableSortedSet.copyOf(vantages);
  }

  /** Keeps a count for the conclusion. */
  public FindingBuilder tally(String what, long number) {
    tallies.merge(what, number, Long::sum);
    return this;
  }

  /** The count kept, 0 if there is none. */
  public long tally(String what) {
    return tallies.getOrDefault(what, 0L);
  }

  /** Who and what the packets so far are. */
  public Facts facts() {
    return packets.facts();
  }

  /** Sets the sentences of the finding. */
  public FindingBuilder says(String sentences) {
    says = sentences;
    return this;
  }

  /** A finding about causes that could not be kept apart says so. */
  void nameLimit() {
    if (cause.equals(OTHERS)) {
      says =
          "This sums up all that came after the first "
              + English.number(DraftStore.MAX_CAUSES)
              + " causes of this rule, which are kept apart; "
              + claim
              + " is one of many. "
              + says;
    }
  }

  /** Withdraws the finding because later packets speak against it. */
  public FindingBuilder withdraw(String reason) {
    withdrawn = Optional.of(reason);
    return this;
  }

  /** Why the finding was withdrawn, if it was. */
  public Optional<String> withdrawn() {
    return withdrawn;
  }

  /** The finding as it stands. */
  public Finding finding() {
    return new Finding(
        rule,
        cause,
        grade(),
        capped(confidence),
        diagnosis,
        claim,
        packets.count(),
        packets(),
        observed(),
        distanceKnown,
        baselines(),
        evidence(),
        against.all(texts),
        ImmutableList.<String>builder().addAll(likeliest).addAll(innocent).build(),
        suspects(),
        tunnel.isEmpty() || says.isEmpty() ? says : says + inTunnel(),
        facts());
  }

  private String inTunnel() {
    return " This was seen " + tunnel + ": distances are from the end of the tunnel.";
  }

  /** Takes over what another draft about the same cause holds, so many records and lines later. */
  void absorb(FindingBuilder other, long moreRecords, long lines) {
    grade = Grade.max(grade, other.grade);
    confidence = Grade.max(confidence, other.confidence);
    diagnosis |= other.diagnosis;
    distanceKnown &= other.distanceKnown;
    claim = claim.isEmpty() ? other.claim : claim;
    tunnel = tunnel.isEmpty() ? other.tunnel : tunnel;
    says = says.isEmpty() ? other.says : says;
    packets.append(other.packets, moreRecords, lines);
    baselines.append(other.baselines, moreRecords, lines);
    evidence.append(other.evidence, moreRecords, lines);
    against.append(other.against, moreRecords, lines);
    likeliest.addAll(other.likeliest);
    innocent.addAll(other.innocent);
    other.suspects.forEach(this::suspect);
    other.names.forEach((what, words) -> words.forEach(word -> name(what, word)));
    other.tallies.forEach(this::tally);
    vantages.addAll(other.vantages);
  }
}
