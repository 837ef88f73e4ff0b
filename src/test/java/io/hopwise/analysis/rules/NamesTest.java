package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.EvidenceName;
import io.hopwise.analysis.Rule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rules and evidence are called is promised, so there is a constant for each name. */
class NamesTest {
  @Test
  void thereIsAConstantForEveryRule() throws IllegalAccessException {
    assertThat(constants(RuleIds.class))
        .containsExactlyInAnyOrderElementsOf(StandardRules.all().stream().map(Rule::id).toList());
  }

  @Test
  void theJavadocOfEachConstantSaysWhatTheRuleReports() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/io/hopwise/analysis/rules/RuleIds.java"))
            .replaceAll("\\s*\\n\\s*\\*?\\s*", " ");
    for (Rule rule : StandardRules.all()) {
      String summary = Ascii.toUpperCase(rule.summary().charAt(0)) + rule.summary().substring(1);
      assertThat(source)
          .containsPattern(
              Pattern.quote(summary)
                  + "\\. \\*?/ public static final String \\w+ ?= ?\""
                  + rule.id()
                  + "\"");
    }
  }

  @Test
  void everyPieceOfEvidenceHasAConstant() throws IOException, IllegalAccessException {
    Set<String> given = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("testdata", "rules"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        Hopwise.analyze(file).findings().stream()
            .flatMap(finding -> finding.evidence().stream())
            .map(Evidence::name)
            .forEach(given::add);
      }
    }
    assertThat(given).hasSizeGreaterThan(8);
    assertThat(constants(EvidenceName.class)).containsAll(given).doesNotHaveDuplicates();
  }

  private static List<String> constants(Class<?> names) throws IllegalAccessException {
    List<String> all = new ArrayList<>();
    for (Field field : names.getFields()) {
      String name = (String) field.get(null);
      assertThat(field.getName())
          .isEqualTo(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
      all.add(name);
    }
    return all;
  }
}
