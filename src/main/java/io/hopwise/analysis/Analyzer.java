package io.hopwise.analysis;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.CaptureMerger;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.capture.Recorder;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.LaterHalf;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.tracking.ConnectionLog;
import io.hopwise.connections.tracking.ResetJudge;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.text.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges a capture while it is read: takes its entries one at a time, in their order.
 *
 * <p>What it remembers is bounded by the {@link Settings}. Not for use by several threads at once.
 *
 * <pre>{@code
 * Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
 * entries.forEach(analyzer::accept);
 * Report report = analyzer.finish();
 * }</pre>
 *
 * @since 0.1
 */
public final class Analyzer {
  private final ImmutableList<Rule> rules;
  private final Settings settings;
  private final FindingListener listener;
  private final RuleRuns runs;
  private final LiveFindings announcements;
  private final ObservedCapture capture;
  private final Recorder recorder;
  private final DraftStore ledger;
  private final ConnectionLog connections;
  private boolean finished;

  /** The state of the analysis while the capture is read. */
  private final ResetJudge judge;

  private final ImmutableList<Findings> ledgers;

  /** The connections that may show something else than when they were judged last. */
  private final DueConnections due = new DueConnections();

  /** An analyzer that reports once, at the end. */
  public Analyzer(List<Rule> rules, Settings settings) {
    this(rules, settings, FindingListener.NONE);
  }

  /**
   * An analyzer that also reports findings while it reads.
   *
   * @param rules the rules to ask, in this order; one that stands before another may speak for a
   *     packet of both
   * @param settings what is given and what is set
   * @param listener is called with findings while entries are accepted, in the accepting thread
   * @throws IllegalArgumentException if two rules have one id, or a threshold is set that no rule
   *     has, or is out of its range
   */
  public Analyzer(List<Rule> rules, Settings settings, FindingListener listener) {
    this(rules, settings, listener, new ObservedCapture(settings));
    Thresholds.check(this.rules, settings);
    settings.place().ifPresent(recorder::takenAt);
    this.rules.forEach(rule -> runs.add(rule.start(settings)));
  }

  private Analyzer(
      List<Rule> rules, Settings settings, FindingListener listener, ObservedCapture capture) {
    this.rules = ImmutableList.copyOf(rules);
    this.runs = new RuleRuns(this.rules);
    this.settings = settings;
    this.listener = listener;
    this.capture = capture;
    this.recorder = new Recorder(capture, this::judgeForGood, this::judgeForGood);
    this.announcements = new LiveFindings(listener, this::isSettled);
    this.ledger = new DraftStore(capture, announcements::isAnnounced);
    this.ledgers = runs.findingsIn(ledger);
    this.connections = new ConnectionLog(capture);
    this.connections.ask(filter());
    this.judge = reset -> runs.sender(reset, capture, ledger);
  }

  private boolean isSettled(String key) {
    return ledger.drafts.containsKey(key);
  }

  /**
   * The entries that follow were captured at another place than those before, until the text says
   * that they were not.
   *
   * @param place what the place is called, such as the name of the file
   */
  public void beginCapture(String place) {
    record(
        Observation.of(
            new Notice(
                RecordText.NONE,
                Notice.Kind.HEADING,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(place)),
            false));
  }

  /**
   * Says what the entries are read from, before the first one: after a {@link #merge}, findings
   * name the text that each of their packets stands in, and the line it has there.
   *
   * @param name what the text is called, such as a file name
   * @param citation how its packets are pointed to
   */
  public void readFrom(String name, Citation citation) {
    capture.readFrom(CaptureTexts.of(name, citation));
  }

  /**
   * Takes the next entry of the capture.
   *
   * @throws IllegalStateException after {@link #finish}
   */
  public void accept(Entry entry) {
    accept(observe(entry));
  }

  /** How much of a packet it looks at: all, if there is a rule that looks at packets themselves. */
  public Detail detail() {
    return runs.seePackets() ? Detail.ALL : Detail.JUDGED;
  }

  /** What is asked of an entry: may be called in another thread than the one that judges. */
  public Observation observe(Entry entry) {
    return Observation.of(entry, runs.seePackets());
  }

  /** Takes the next entry of the capture, as another thread may have observed it. */
  public void accept(Observation observation) {
    record(observation);
    judge();
  }

  /**
   * Takes the next entry of the capture, and leaves telling what it shows to {@link #judge}: for a
   * listener that cannot say everything at once anyway. What explains a packet comes mostly soon
   * after it, so that judging from time to time takes a fraction of the time. Where very much waits
   * to be told, it is told at once.
   */
  public void record(Observation observation) {
    if (finished) {
      throw new IllegalStateException(
          "the analysis is finished; report() tells what it came to so far and takes more");
    }
    ObservedPacket seen = recorder.add(observation);
    if (seen == null) {
      return;
    }
    connections.add(seen, observation.firstLine(), observation.time(), judge);
    if (observation.entry instanceof Packet packet) {
      show(packet, seen, observation);
    }
    if (listener != FindingListener.NONE) {
      due.note(seen, capture.takeLastRejected());
      if (due.areMany()) {
        judge();
      }
    }
  }

  /** Shows a packet to the rules that look at packets; each of them can point to its text. */
  private void show(Packet packet, ObservedPacket seen, Observation observation) {
    boolean lent = recorder.lendText(seen, observation);
    runs.show(packet, seen, ledgers);
    if (lent) {
      recorder.takeBackText(seen);
    }
  }

  /** Whether {@link #judge} has something to judge. */
  public boolean isDue() {
    return !due.isEmpty();
  }

  /** Judges what may have changed, and calls the listener. */
  public void judge() {
    due.takeAll().forEach(this::announce);
  }

  /** What is known of the capture so far. */
  public ObservedCapture capture() {
    return capture;
  }

  private void judgeForGood(Connection connection) {
    connection.markForgotten();
    if (connection.isDue()) {
      announce(connection);
    }
    runs.ask(connection, ledgers);
    connections.forget(connection, judge);
    ledger.forgetReported();
    announcements.forget(connection);
  }

  private void judgeForGood(Source source) {
    runs.ask(source, ledgers);
  }

  private void announce(Connection connection) {
    connection.setDue(false);
    DraftStore scratch = new DraftStore(capture);
    runs.ask(connection, runs.findingsIn(scratch));
    announcements.show(connection, conclude(scratch));
  }

  /**
   * What becomes of the connections: to ask for some of them only, or to be told as soon as one is
   * over.
   */
  public ConnectionLog connectionLog() {
    return connections;
  }

  /**
   * Ends the capture and gives its report. Nothing more is accepted afterwards; later calls give
   * the same report.
   */
  public Report finish() {
    finished = true;
    DraftStore all = allDrafts();
    Report report = report(all);
    announcements.end(report.findings(), all.gathered);
    return report;
  }

  /** The report on the capture so far; more may be accepted afterwards. */
  public Report report() {
    return report(allDrafts());
  }

  private DraftStore allDrafts() {
    DraftStore all = new DraftStore(capture, announcements::isAnnounced);
    all.absorb(ledger, 0, 0);
    return all;
  }

  private Report report(DraftStore all) {
    ImmutableList<Findings> findings = runs.findingsIn(all);
    capture.connections().forEach(connection -> runs.ask(connection, findings));
    capture.sources().forEach(source -> runs.ask(source, findings));
    runs.ask(capture, findings);
    ConnectionTable table = connections.table(reset -> runs.sender(reset, capture, all));
    Report report = ReportAssembler.report(capture, conclude(all), all);
    return asked(
        ReportAssembler.withWhatIsLeftOut(report, all.notAsked)
            .withRules(rules.stream().map(Rule::id).collect(ImmutableList.toImmutableList()))
            .withConnections(table.only(filter()), Answers.of(capture, table)));
  }

  private ConnectionFilter filter() {
    return Relevance.filter(settings, settings.port());
  }

  /** Leaves out what has nothing to do with what is asked about. */
  private Report asked(Report report) {
    return filter().isAll()
        ? report
        : report.withSources(Relevance.sources(report, connections.unlistedHosts()));
  }

  private ImmutableList<Finding> conclude(DraftStore pool) {
    List<Finding> findings = new ArrayList<>();
    for (FindingBuilder draft : pool.all()) {
      runs.conclude(draft, capture);
      draft.nameLimit();
      if (draft.withdrawn().isEmpty()) {
        Finding finding = draft.finding();
        Finding named = capture.namesPlaces() ? finding.at(capture::placeOf) : finding;
        if (Relevance.isRelevant(named, draft, settings)) {
          findings.add(named);
        } else {
          pool.notAsked++;
        }
      }
    }
    findings.sort(Analyzer::compare);
    return ImmutableList.copyOf(findings);
  }

  // Not composed comparators: at the end of a short run the JVM has not compiled them yet.
  private static int compare(Finding one, Finding other) {
    return ComparisonChain.start()
        .compare(other.grade(), one.grade())
        .compare(record(one), record(other))
        .compare(one.rule(), other.rule())
        .compare(one.cause(), other.cause())
        .result();
  }

  private static long record(Finding finding) {
    return finding.first().map(PacketRef::record).orElse(Long.MAX_VALUE);
  }

  /**
   * An analyzer that has seen what this one saw and then what {@code later} saw: the two halves of
   * one capture, each analysed apart, come to what the whole comes to, as far as the bounds allow.
   * Neither of the two is changed. Merging is associative. Line and record numbers of a half that
   * was read from a text of its own are moved behind those of this one.
   *
   * @param later an analyzer with the same rules and settings
   * @throws IllegalArgumentException if it has others
   */
  public Analyzer merge(Analyzer later) {
    if (!runs.areOfSameRules(later.runs)
        || !settings.withoutPlace().equals(later.settings.withoutPlace())) {
      throw new IllegalArgumentException("analyzers of different rules or settings");
    }
    ObservedCapture both = new ObservedCapture(settings);
    both.readFrom(capture.texts());
    LaterHalf first = CaptureMerger.append(capture, both);
    LaterHalf second = CaptureMerger.append(later.capture, both);
    both.readFrom(capture.texts().then(later.capture.texts(), second.records(), second.lines()));
    boolean together = settings.place().equals(later.settings.place());
    Settings shared = together ? settings : settings.withoutPlace();
    Analyzer merged = new Analyzer(rules, shared, listener, both);
    merged.announcements.addAll(announcements);
    merged.ledger.absorb(ledger, 0, 0);
    merged.ledger.absorb(later.ledger, second.records(), second.lines());
    merged.runs.addMerged(runs, later.runs);
    merged.connections.append(connections, first, merged.judge);
    merged.connections.append(later.connections, second, merged.judge);
    both.makeRoom(merged::judgeForGood, merged::judgeForGood);
    return merged;
  }
}
