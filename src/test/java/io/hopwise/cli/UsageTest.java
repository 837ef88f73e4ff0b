package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "help pares               | there is no command pares. Try hopwise --help",
        "parse --fromat csv       | there is no option --fromat. Try hopwise parse --help",
        "--colour never           | there is no option --colour. Try hopwise analyze --help",
        "parse a b                | only one argument is allowed, but there is also b. Try hopwise parse"
            + " --help",
        "parse --format xml       | invalid value for option '--format': expected one of ndjson, csv,"
            + " text, not 'xml'. Try hopwise parse --help",
        "analyze --format csv     | invalid value for option '--format': expected one of text, json,"
            + " ndjson, html, not 'csv'. Try hopwise analyze --help",
        "hops --format json       | invalid value for option '--format': expected one of text,"
            + " ndjson, not 'json'. Try hopwise hops --help",
        "--fail-on bad            | invalid value for option '--fail-on': expected one of low, medium,"
            + " high, not 'bad'. Try hopwise analyze --help",
        "--vantage here           | invalid value for option '--vantage': expected one of client,"
            + " server, not 'here'. Try hopwise analyze --help",
        "--color red              | invalid value for option '--color': expected one of auto, always,"
            + " never, not 'red'. Try hopwise analyze --help",
        "--port no-such           | a port is a number from 0 to 65535 or a service's name, not"
            + " no-such",
        "--port 65536             | a port is a number from 0 to 65535 or a service's name, not"
            + " 65536",
        "--port 22/sctp           | a port is one of tcp or udp, not of sctp",
        "--set forged-reset.x=y   | invalid value for option '--set' (ID.NAME=VALUE): expected a whole"
            + " number, not 'y'. Try hopwise analyze --help",
        "--set forged-reset       | value for option option '--set' (ID.NAME=VALUE) should be in"
            + " KEY=VALUE format but was forged-reset. Try hopwise analyze --help",
        "--fail-on                | missing required parameter for option '--fail-on' (GRADE). Try"
            + " hopwise analyze --help",
        "--disable no-such        | there is no rule no-such; hopwise rules lists them",
        "rules no-such            | there is no rule no-such; hopwise rules lists them",
        "parse --secret x         | --secret is for --anonymize",
        "parse --format text --fields ttl | --fields is for --format csv, not for text",
      })
  void wrongUsageIsNamedAndEndsWithTwo(String args, String message) {
    Ran ran = hopwise(args.split(" "));
    assertThat(ran).isEqualTo(new Ran(2, "", "hopwise: " + message + "\n"));
  }

  @Test
  void anUnknownFieldIsAnsweredWithTheKnownOnes() {
    Ran ran = hopwise("parse", "--fields", "time,tll");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("hopwise: there is no field 'tll'; the fields are line lines ambiguous number ")
        .contains(" ip.ttl ")
        .contains(" tcp.cksum.expected ")
        .contains(" ttl ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",", "src,", "src,,dst", " ", ".", "ip.", ".ttl", "icmp.quoted.", "inner."})
  void anEmptyNameIsNoField(String fields) {
    Ran ran = hopwise("parse", "--fields", fields, Ran.RESET_CAPTURE);
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).startsWith("hopwise: there is no field '");
  }

  @Test
  void aFieldOfATooDeeplyNestedPacketIsUnknown() {
    Ran ran = hopwise("parse", "--fields", "inner.".repeat(20_000) + "ip.ttl", Ran.RESET_CAPTURE);
    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void anUnknownThresholdIsAnsweredWithTheKnownOnes() {
    Ran ran = hopwise("--set", "no.such=1");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).startsWith("hopwise: no threshold no.such; there are ");
  }

  @Test
  void typedTextIsEscapedInMessages() {
    assertThat(hopwise("parse", "--\u001b[2J").err())
        .isEqualTo("hopwise: there is no option --^[[2J. Try hopwise parse --help\n");
  }

  @Test
  void anAtSignIsPartOfAFileName() {
    assertThat(hopwise("@args").err()).isEqualTo("hopwise: cannot read @args: no such file\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "help"})
  void helpIsDataAndEndsWithZero(String args) {
    assertThat(hopwise(args.split(" "))).isEqualTo(new Ran(0, Help.HOPWISE, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "help analyze, analyze", "analyze --help, analyze", "analyze -h, analyze", "help parse, parse",
    "parse --help, parse", "help hops, hops", "hops --help, hops", "help rules, rules",
    "rules --help, rules"
  })
  void everyCommandHasItsHelp(String args, String command) {
    Ran ran = hopwise(args.split(" "));
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("Usage: hopwise " + command + " [OPTIONS] [");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theHelpFitsTheNarrowestUsualTerminal() {
    assertThat(Help.HOPWISE.lines()).allMatch(line -> line.length() <= 84);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void theVersionIsTold(String option) {
    Ran ran = hopwise(option);
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).matches("hopwise \\S.*\n");
  }
}
