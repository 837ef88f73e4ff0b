package io.hopwise.report.html;

import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.EvidenceName;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.PacketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packets' own text with the fields marked that a finding rests on. The marks add nothing. */
final class Marked {
  private static final Pattern TTL = Pattern.compile("\\b(?:ttl|hlim) +\\d{1,3}\\b");
  private static final Pattern DF = Pattern.compile("\\bflags \\[(?:DF|none|\\+|\\+, DF)\\]");
  private static final Pattern ID = Pattern.compile("\\bid \\d+\\b");
  private static final Pattern WINDOW = Pattern.compile("\\bwin \\d+\\b");
  private static final Pattern RESET =
      Pattern.compile("Flags \\[[^\\]]*R[^\\]]*\\]|(?<=: )R[P.]*(?=[, ])");
  private static final Pattern REPLY = Pattern.compile("\\becho reply\\b");

  private final List<Pattern> telling = new ArrayList<>();

  Marked(Finding finding) {
    telling.add(TTL);
    if (!finding.claim().isEmpty()) {
      telling.add(Pattern.compile("(?<![\\w.:])" + Pattern.quote(finding.claim())));
    }
    if (finding.observed().stream().anyMatch(l -> l.kinds().containsKey(PacketKind.RESET))) {
      telling.add(RESET);
    }
    telling.add(REPLY);
    finding.evidence().stream().map(Evidence::name).forEach(this::add);
  }

  private void add(String evidence) {
    switch (evidence) {
      case EvidenceName.DF_DIFFERS -> telling.add(DF);
      case EvidenceName.ID_COPIED, EvidenceName.ID_OFF_COUNTER -> telling.add(ID);
      case EvidenceName.WINDOW, EvidenceName.WINDOW_COPIED -> telling.add(WINDOW);
      default -> {}
    }
  }

  /** Appends a packet's text. */
  void append(Html html, String text) {
    TreeMap<Integer, Integer> marks = new TreeMap<>();
    for (Pattern pattern : telling) {
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        marks.merge(found.start(), found.end(), Math::max);
      }
    }
    int at = 0;
    for (Map.Entry<Integer, Integer> mark : marks.entrySet()) {
      if (mark.getKey() >= at) {
        html.block(text.substring(at, mark.getKey())).markup("<mark>");
        html.block(text.substring(mark.getKey(), mark.getValue())).markup("</mark>");
        at = mark.getValue();
      }
    }
    html.block(text.substring(at));
  }
}
