package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.report.RuleText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hopwise rules}: what is looked for. */
@Command(
    name = "rules",
    description = {
      "Lists the rules, or tells all about one: when it fires, how it grades, and its thresholds.",
      ""
    })
final class RulesCommand implements Subcommand {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "A rule's id.")
  @Nullable String id;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  boolean help;

  @Override
  public int run(Session session) throws IOException {
    int columns = session.terminal().columns();
    String text = id == null ? RuleText.list(StandardRules.all(), columns) : about(id, columns);
    session.out().write(text.getBytes(UTF_8));
    session.out().flush();
    return ExitCode.OK;
  }

  private static String about(String id, int columns) {
    for (Rule rule : StandardRules.all()) {
      if (rule.id().equals(id)) {
        return RuleText.about(rule, columns);
      }
    }
    throw CommandFailure.usage("there is no rule " + id + "; hopwise rules lists them");
  }
}
