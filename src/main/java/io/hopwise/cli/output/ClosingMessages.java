package io.hopwise.cli.output;

import com.google.common.base.CharMatcher;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.Messages;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherProgram;
import io.hopwise.text.ParseError;
import io.hopwise.text.PastedForm;
import java.util.List;
import java.util.Locale;

/** The messages on standard error after an input was read, and the resulting exit code. */
public final class ClosingMessages {
  private static final CharMatcher HARMLESS_IN_A_SHELL =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("._/:@-"));

  private final Messages messages;
  private final Input input;
  private final ReadCounts tally;

  public ClosingMessages(Messages messages, Input input, ReadCounts tally) {
    this.messages = messages;
    this.input = input;
    this.tally = tally;
  }

  /**
   * Writes the messages.
   *
   * @param strict whether rejects are a failure
   * @param needsTtl whether a capture without TTLs is useless
   * @return {@link ExitCode#OK} or {@link ExitCode#UNREADABLE}
   */
  public int write(boolean strict, boolean needsTtl) {
    input.failure().ifPresent(messages::error);
    writePasted();
    writeRejects(strict);
    if (needsTtl && tally.lacksVerbosity()) {
      boolean leftOut = tally.pasted().stream().anyMatch(PastedForm::lacksFirstLines);
      messages.notice(
          leftOut
              ? "the lines that hold the TTLs were left out, by grep perhaps: paste both lines of"
                  + " every packet, or let tcpdump itself choose (tcpdump -n -v 'host A and port"
                  + " N')"
              : "this was printed without -v, so it has no TTLs; " + advice());
    }
    writeAmbiguous();
    writeLoss();
    boolean failed = input.failure().isPresent() || tally.nothingUnderstood();
    return failed || (strict && tally.rejects() > 0) ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  private void writePasted() {
    List<PastedForm> undone =
        tally.pasted().stream().filter(form -> form.advice().isEmpty()).toList();
    if (!undone.isEmpty()) {
      messages.notice("pasted text: " + PastedForm.summary(undone));
    }
  }

  private void writeRejects(boolean strict) {
    OtherProgram program = tally.program().orElse(null);
    if (program != null) {
      String sentence = "text of " + program.title() + ", not of tcpdump: " + program.nextStep();
      if (tally.nothingUnderstood()) {
        messages.error(input.name() + " is " + sentence);
        return;
      }
      messages.notice("some lines are " + sentence);
    }
    List<String> advice = tally.pasted().stream().flatMap(form -> form.advice().stream()).toList();
    if (tally.nothingUnderstood()) {
      String nothing = "nothing in " + input.name() + " is text as tcpdump prints it";
      String first = tally.firstForeign().map(e -> nothing + "; " + e.message()).orElse(nothing);
      messages.error(advice.isEmpty() ? first : advice.get(0));
      return;
    }
    advice.forEach(messages::notice);
    writeCuts();
    if (tally.firstReject().isEmpty()) {
      return;
    }
    ParseError first = tally.firstReject().get();
    String sentence =
        tally.rejects() == 1
            ? "one line or record could not be read"
            : String.format(
                Locale.ROOT, "%,d lines or records could not be read; the first", tally.rejects());
    String full = sentence + ": " + first.message();
    if (strict) {
      messages.error(full);
    } else {
      messages.notice(full);
    }
    messages.detail(first.withCaret().substring(first.message().length() + 1));
  }

  private void writeCuts() {
    if (tally.beginsAmidRecord()) {
      messages.notice("the text begins amid a record: what stood before its first line is missing");
    }
    if (tally.endsAmidRecord()) {
      messages.notice("the text ends amid a record: what stood behind its last line is missing");
    }
  }

  private String advice() {
    Notice source = tally.source().orElse(null);
    String subject = source == null ? "" : source.subject().orElse("");
    boolean named = !subject.isEmpty() && HARMLESS_IN_A_SHELL.matchesAllOf(subject);
    if (named && source != null && source.kind() == Notice.Kind.READING && !subject.equals("-")) {
      return "run tcpdump -n -v -r " + subject + " | hopwise";
    }
    if (named && source != null && source.kind() == Notice.Kind.LISTENING) {
      return "run tcpdump -l -n -v -i " + subject + " | hopwise";
    }
    return "run tcpdump with -v: tcpdump -l -n -v -i INTERFACE | hopwise, or for a capture file"
        + " tcpdump -n -v -r FILE | hopwise";
  }

  private void writeAmbiguous() {
    if (tally.ambiguous() > 0) {
      messages.notice(
          tally.ambiguous() == 1
              ? "one record may be payload of a packet, which -A prints as it is"
              : String.format(
                  Locale.ROOT,
                  "%,d records may be payload of a packet, which -A prints as it is",
                  tally.ambiguous()));
    }
  }

  private void writeLoss() {
    if (tally.stated().isEmpty() || tally.stated().getAsLong() == tally.records()) {
      return;
    }
    messages.notice(
        String.format(
            Locale.ROOT,
            "tcpdump counted %,d packets, but this text has %,d",
            tally.stated().getAsLong(),
            tally.records()));
  }
}
