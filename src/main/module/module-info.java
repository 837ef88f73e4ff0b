/**
 * Reads the text tcpdump prints and says who really sent each packet.
 *
 * <p>The stable packages are exported. AssertJ and JUnit are needed by {@code io.hopwise.testing}
 * only, picocli by the command only.
 */
module io.hopwise {
  requires transitive com.google.common;
  requires org.antlr.antlr4.runtime;
  requires static info.picocli;
  requires static org.jspecify;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static org.junit.jupiter.params;

  exports io.hopwise;
  exports io.hopwise.analysis;
  exports io.hopwise.analysis.capture;
  exports io.hopwise.analysis.citation;
  exports io.hopwise.analysis.distance;
  exports io.hopwise.analysis.facts;
  // For Observation, which Analyzer makes in one thread and takes in another.
  exports io.hopwise.analysis.observation;
  exports io.hopwise.analysis.place;
  exports io.hopwise.analysis.rules;
  exports io.hopwise.analysis.settings;
  exports io.hopwise.analysis.traffic;
  exports io.hopwise.connections;
  exports io.hopwise.connections.tracking;
  // For Frame, which CaptureFrames hands to FrameReader.
  exports io.hopwise.framing;
  exports io.hopwise.packet;
  exports io.hopwise.packet.device;
  exports io.hopwise.packet.ip;
  exports io.hopwise.render;
  exports io.hopwise.report;
  exports io.hopwise.report.csv;
  exports io.hopwise.report.html;
  exports io.hopwise.report.json;
  exports io.hopwise.report.text;
  exports io.hopwise.testing;
  exports io.hopwise.testing.capture;
  exports io.hopwise.testing.junit;
  exports io.hopwise.testing.packets;
  exports io.hopwise.text;

  // AssertJ makes subclasses for soft assertions, JUnit instances of resolvers, picocli options.
  opens io.hopwise.testing;
  opens io.hopwise.testing.junit;
  opens io.hopwise.cli;
}
