package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.cli.process.CommandFailure;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.Session;
import io.hopwise.report.text.RuleText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code hopwise rules}: describes the rules. */
final class RulesCommand implements Subcommand {
  @Nullable String id;

  @Override
  public Options options() {
    Options options =
        new Options(
            "rules",
            "Lists the rules, or describes one: when it fires, how it grades, and its"
                + " thresholds.");
    options.argument("ID", "A rule's id.", this::argument);
    options.help();
    return options;
  }

  @Override
  public void argument(String word) {
    id = word;
  }

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
