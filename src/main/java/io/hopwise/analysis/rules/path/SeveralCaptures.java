package io.hopwise.analysis.rules.path;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;

/** Remarks that one text holds captures of several places. */
public final class SeveralCaptures extends NamedRule {
  public static final String ID = "several-captures";
  private static final int MOST = 6;

  public SeveralCaptures() {
    super(
        ID,
        "one text holds captures taken at several places, or perhaps several: each is judged alone",
        """
        Behind packets stands another prompt or command, another "listening on" or "reading from"; \
        or a block of code ends there and another begins; \
        or the clock jumps back by a second or by half of what was captured; or the packets of a \
        connection begin once more with another TTL; or a reset that had arrived comes once more as \
        its host sent it, which happens in none of 1,991 texts measured. A clock alone is mentioned only where the same \
        host occurs before and behind: times of damaged files jump, too. Only captures whose prompt names one host and \
        which name one interface are taken for one. A remark.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void capture(ObservedCapture capture, Findings out) {
        if (capture.places().size() > 1 && matters(capture)) {
          out.about("");
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        ImmutableList<Place> places = capture.places();
        List<String> all = new ArrayList<>();
        places.stream().limit(MOST).map(place -> words(place, draft.texts())).forEach(all::add);
        if (places.size() > MOST) {
          all.add(places.size() - MOST + " more");
        }
        boolean named = areNamedApart(places);
        draft.says(
            "This text holds captures taken at "
                + places.size()
                + (named ? " places: " : " places, or perhaps at fewer: ")
                + English.and(all)
                + ". Each was judged by itself, as TTLs of two places do not compare."
                + (named ? "" : " To be sure, analyse each in a text of its own."));
      }
    };
  }

  /**
   * Whether more than the clock tells the captures apart, or the same host occurs in two of them:
   * damaged times alone mean nothing.
   */
  private static boolean matters(ObservedCapture capture) {
    return capture.places().stream().skip(1).anyMatch(Place::isSure)
        || capture.sources().stream()
            .anyMatch(source -> source.place().number() > 0 && capture.isInOtherCaptures(source));
  }

  /** Whether each has a name, and no two the same. */
  private static boolean areNamedApart(List<Place> places) {
    return places.stream().map(Place::words).filter(words -> !words.isEmpty()).distinct().count()
        == places.size();
  }

  private static String words(Place place, CaptureTexts texts) {
    String words = place.words();
    String named =
        words.isEmpty() || words.equals(texts.name(place.first())) ? "" : " (" + words + ")";
    return "from " + texts.words(List.of(place.first())) + named;
  }
}
