package io.hopwise.report.json;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** A finding as a JSON object. */
final class FindingJson {
  private FindingJson() {}

  /**
   * Writes a finding.
   *
   * @param texts the texts that its packets stand in
   * @param revision 1 for the first version written, 2 for the next, and so on
   */
  static void write(JsonGenerator json, Finding finding, CaptureTexts texts, int revision)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "finding");
    json.writeStringField("rule", finding.rule());
    json.writeStringField("grade", word(finding.grade()));
    json.writeStringField("confidence", word(finding.confidence()));
    json.writeBooleanField("diagnosis", finding.diagnosis());
    json.writeStringField("cause", finding.cause());
    json.writeNumberField("count", finding.count());
    writePackets(json, "packets", finding.packets(), texts, true);
    json.writeStringField("claim", finding.claim());
    writeLevels(json, "observed", finding.observed(), texts);
    writeCandidates(json, finding);
    writeBaselines(json, finding.baseline(), texts);
    writeEvidence(json, "evidence", finding.evidence());
    writeEvidence(json, "against", finding.against());
    writeTexts(json, "innocent", finding.innocentExplanations());
    writeTexts(json, "suspects", finding.suspects());
    json.writeStringField("says", finding.says());
    json.writeStringField("id", finding.id());
    FactsJson.write(json, finding.facts());
    if (revision > 1) {
      json.writeNumberField("revision", revision);
    }
    json.writeEndObject();
  }

  /** The name of a constant in JSON: {@code cannot-judge}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void writePackets(
      JsonGenerator json,
      String key,
      ImmutableList<PacketRef> packets,
      CaptureTexts texts,
      boolean withText)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (PacketRef packet : packets) {
      json.writeStartObject();
      json.writeNumberField("line", packet.line());
      json.writeNumberField("record", packet.record());
      if (texts.areSeveral()) {
        writeText(json, packet.number(), texts);
      }
      if (!packet.place().isEmpty()) {
        json.writeStringField("place", packet.place());
      }
      if (packet.time().isPresent()) {
        json.writeStringField("time", packet.time().get().toString());
      }
      if (packet.ttl().isPresent()) {
        json.writeNumberField("ttl", packet.ttl().getAsInt());
      }
      if (withText) {
        json.writeStringField("text", packet.text().toString().stripTrailing());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeText(JsonGenerator json, PacketNumber packet, CaptureTexts texts)
      throws IOException {
    json.writeObjectFieldStart("in");
    json.writeStringField("name", texts.name(packet));
    json.writeNumberField("line", texts.line(packet));
    json.writeNumberField("record", texts.record(packet));
    json.writeEndObject();
  }

  static void writeLevels(
      JsonGenerator json, String key, ImmutableList<TtlLevel> levels, CaptureTexts texts)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (TtlLevel level : levels) {
      json.writeStartObject();
      json.writeNumberField("ttl", level.ttl());
      json.writeNumberField("count", level.count());
      json.writeObjectFieldStart("kinds");
      for (Map.Entry<PacketKind, Long> kind : level.kinds().entrySet()) {
        json.writeNumberField(word(kind.getKey()), kind.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("hops");
      writeHops(json, level.hops());
      json.writeEndArray();
      writePackets(json, "examples", level.examples(), texts, false);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The possible positions of the sender; none if the TTLs do not tell. */
  private static void writeCandidates(JsonGenerator json, Finding finding) throws IOException {
    json.writeArrayFieldStart("candidates");
    if (finding.distanceKnown()) {
      for (TtlLevel level : finding.observed()) {
        writeHops(json, level.hops());
      }
    }
    json.writeEndArray();
  }

  private static void writeHops(JsonGenerator json, HopSet hops) throws IOException {
    for (HopSet.Candidate candidate : hops.candidates()) {
      writeCandidate(json, hops.ttl(), candidate, false);
    }
    for (HopSet.Candidate candidate : hops.unusual()) {
      writeCandidate(json, hops.ttl(), candidate, true);
    }
  }

  private static void writeCandidate(
      JsonGenerator json, int ttl, HopSet.Candidate candidate, boolean unusual) throws IOException {
    json.writeStartObject();
    json.writeNumberField("ttl", ttl);
    json.writeNumberField("initial", candidate.initial());
    json.writeNumberField("hops", candidate.hops());
    if (unusual) {
      json.writeBooleanField("unusual", true);
    }
    json.writeEndObject();
  }

  private static void writeBaselines(
      JsonGenerator json, ImmutableList<Baseline> baselines, CaptureTexts texts)
      throws IOException {
    json.writeArrayFieldStart("baseline");
    for (Baseline baseline : baselines) {
      json.writeStartObject();
      json.writeStringField("scope", word(baseline.scope()));
      json.writeNumberField("count", baseline.count());
      writeLevels(json, "levels", baseline.levels(), texts);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeEvidence(
      JsonGenerator json, String key, ImmutableList<Evidence> evidence) throws IOException {
    json.writeArrayFieldStart(key);
    for (Evidence piece : evidence) {
      json.writeStartObject();
      json.writeStringField("name", piece.name());
      json.writeStringField("text", piece.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTexts(JsonGenerator json, String key, ImmutableList<String> texts)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
