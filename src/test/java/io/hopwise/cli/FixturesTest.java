package io.hopwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command on every fixture: no bug, valid JSON, nothing unsafe to look at. */
class FixturesTest {
  private static final List<String[]> COMMANDS =
      List.of(
          new String[] {"parse"},
          new String[] {"parse", "--format", "csv"},
          new String[] {"parse", "--format", "text"},
          new String[] {"analyze"},
          new String[] {"analyze", "--format", "json"},
          new String[] {"analyze", "--format", "ndjson"},
          new String[] {"hops"},
          new String[] {"hops", "--format", "ndjson"});

  private static final Schema SCHEMA = schema();

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void everyCommandCopesWithTheFixture(Path file) {
    COMMANDS.forEach(command -> check(command, file));
  }

  private void check(String[] command, Path file) {
    String[] args =
        Stream.concat(Stream.of(command), Stream.of(file.toString())).toArray(String[]::new);
    Ran ran = Ran.hopwise(args);
    String where = String.join(" ", args);
    assertThat(ran.exitCode())
        .as(where)
        .isIn(ExitCode.OK, ExitCode.UNREADABLE, ExitCode.CANNOT_JUDGE);
    String all = ran.out() + ran.err();
    assertThat(all.codePoints().filter(c -> c != '\n' && c != '\t').anyMatch(SafeText::isUnsafe))
        .as(where)
        .isFalse();
    if (where.startsWith("analyze --format json ")) {
      fits(ran.out(), where);
    } else if (where.equals("parse " + file) || where.contains("ndjson")) {
      ran.out().lines().forEach(line -> fits(line, where));
    }
  }

  private void fits(String json, String where) {
    if (!json.isEmpty()) {
      assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(where + "\n" + json).isEmpty();
    }
  }

  private static Schema schema() {
    try (InputStream in = NdjsonWriter.class.getResourceAsStream("ndjson.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
