package io.hopwise.paste;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.ReadingSummary;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text whose form changes again and again is read to its end, or it is said where that ended. */
class ChangingFormsTest {
  private static final int RECORDS = 2400;

  /** The records of a session, as often as needed, some of them in a row behind each prefix. */
  private static String changing(ImmutableList<String> prefixes, int inRow, String between)
      throws IOException {
    List<String> records = new ArrayList<>();
    for (String record : Pasted.text("tcp/session").split("(?m)^(?=\\d)", -1)) {
      if (!record.isEmpty()) {
        records.add(record);
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      String prefix = prefixes.get(i / inRow % prefixes.size());
      text.append(i > 0 && i % inRow == 0 ? between : "");
      text.append(Pasted.lines(records.get(i % records.size()), line -> prefix + line));
    }
    return text.toString();
  }

  private static ReadingSummary summary(String text) {
    var reader = Pasted.read(text);
    reader.forEachRemaining(entry -> {});
    return reader.summary();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void formsMetBeforeAreTriedAgainHoweverOftenTheyChange(int inRow) throws IOException {
    for (ImmutableList<String> prefixes :
        List.of(ImmutableList.of("", "> "), ImmutableList.of("# ", "> "))) {
      ReadingSummary summary = summary(changing(prefixes, inRow, "And then:\n"));
      assertThat(summary.packets()).as("%s", prefixes).isEqualTo(RECORDS);
      assertThat(summary.pasted()).noneMatch(PastedForm::endsSearch);
    }
  }

  @Test
  void whereNoMoreFormsAreLookedForIsSaidAndNothingIsClean() throws IOException {
    String text = changing(ImmutableList.of("", "> "), 1, "");
    ReadingSummary summary = summary(text);
    assertThat(summary.pasted())
        .filteredOn(PastedForm::endsSearch)
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.ways()).containsExactly("search-ended");
              assertThat(form.firstLine()).isGreaterThan(1);
              assertThat(form.advice())
                  .hasValueSatisfying(said -> assertThat(said).contains("split the text"));
            });
    Report report = Hopwise.analyze(Pasted.read(text), Settings.STANDARD);
    assertThat(report.result()).isNotEqualTo(Report.Result.CLEAN);
  }
}
