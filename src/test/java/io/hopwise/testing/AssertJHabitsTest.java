package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertFactories.CAPTURE;
import static io.hopwise.testing.HopwiseAssertFactories.ENTRY;
import static io.hopwise.testing.HopwiseAssertFactories.FINDING;
import static io.hopwise.testing.HopwiseAssertFactories.ICMP_MESSAGE;
import static io.hopwise.testing.HopwiseAssertFactories.IP_HEADER;
import static io.hopwise.testing.HopwiseAssertFactories.PACKET;
import static io.hopwise.testing.HopwiseAssertFactories.REPORT;
import static io.hopwise.testing.HopwiseAssertFactories.TCP_SEGMENT;
import static io.hopwise.testing.HopwiseAssertFactories.UDP_DATAGRAM;
import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.not;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.Conversation;
import io.hopwise.testing.packets.Packets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What an AssertJ user expects to find: conditions, factories, expected and actual, own rules. */
class AssertJHabitsTest {
  private static final PacketCapture CAPTURE_OF_TWO =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .serverTtl(63)
          .syn()
          .serverResets()
          .capture();

  @Test
  void aMatcherIsACondition() {
    List<Packet> packets = CAPTURE_OF_TWO.packets();
    assertThat(packets).haveExactly(1, syn()).haveAtLeastOne(rst());
    assertThat(packets).first().is(syn()).isNot(rst());
    assertThat(packets).are(not(syn().ttl(1)));
    assertThatThrownBy(() -> assertThat(packets).haveExactly(2, syn().ttl(64)))
        .hasMessageContaining("a SYN with ttl 64")
        .hasMessageContaining("10.9.1.1.55538 > 10.9.4.2.22: Flags [S]");
  }

  @Test
  void factoriesLeadFromAssertJsAssertionsToOurs() {
    Object capture = AssertedCaptures.FOUNDING;
    assertThat(capture).asInstanceOf(CAPTURE).hasNoRejects();
    assertThat(CAPTURE_OF_TWO.packets()).first(PACKET).hasTtl(64);
    assertThat(CAPTURE_OF_TWO.entries()).last(ENTRY).isPacket().hasTtl(63);
    assertThat((Object) CAPTURE_OF_TWO.packets().get(0).ip()).asInstanceOf(IP_HEADER).hasTtl(64);
    assertThat((Object) CAPTURE_OF_TWO.packets().get(0).payload())
        .asInstanceOf(TCP_SEGMENT)
        .hasFlags("S");
    assertThat((Object) Packets.udp("10.0.0.1:1", "10.0.0.2:2").build().payload())
        .asInstanceOf(UDP_DATAGRAM)
        .isNotNull();
    assertThat((Object) Packets.echoRequest("10.0.0.1", "10.0.0.2").build().payload())
        .asInstanceOf(ICMP_MESSAGE)
        .isNotNull();
    assertThat((Object) AssertedCaptures.FOUNDING.report())
        .asInstanceOf(REPORT)
        .hasFinding("forged-reset");
    assertThat(AssertedCaptures.FOUNDING.report().findings())
        .first(FINDING)
        .isOfRule("forged-reset");
  }

  @Test
  void anIdeIsToldWhatWasExpectedAndWhatWasFound() {
    AssertionFailedError error =
        catchThrowableOfType(
            AssertionFailedError.class, () -> assertThat(CAPTURE_OF_TWO).hasPackets(3));
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("3");
    assertThat(error.getActual().getStringRepresentation()).isEqualTo("2");
  }

  @Test
  void aMistypedRuleFailsAndSaysWhatMayBeMeant() {
    assertThatThrownBy(() -> assertThat(AssertedCaptures.FOUNDING).hasNoFinding("forged-rest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("There is no rule forged-rest; did you mean forged-reset?");
    assertThatThrownBy(() -> assertThat(AssertedCaptures.FOUNDING).hasFinding("forged-rest"))
        .hasMessageContaining("did you mean forged-reset?");
  }

  @Test
  void rulesOfOnesOwnCanBeAsked() {
    assertThat(AssertedCaptures.FOUNDING).hasFinding(new TooFew(11)).says("fewer than 11");
    assertThat(AssertedCaptures.FOUNDING).hasNoFinding(new TooFew(10));
    assertThat(AssertedCaptures.FOUNDING)
        .hasFinding(StandardRules.only(List.of("forged-reset")).get(0));
    assertThatThrownBy(() -> assertThat(AssertedCaptures.FOUNDING).hasNoFinding(new TooFew(11)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("too-few");
  }

  /** Remarks on a capture of few packets. */
  private static final class TooFew extends NamedRule {
    private final long least;

    TooFew(long least) {
      super("too-few", "the capture is short", "Counts records.");
      this.least = least;
    }

    @Override
    public Run start(Settings settings) {
      return new StatelessRun() {
        @Override
        public void capture(ObservedCapture capture, Findings out) {
          if (capture.counts().records() < least) {
            out.about("all");
          }
        }

        @Override
        public void conclude(FindingBuilder draft, ObservedCapture capture) {
          draft.says("There are fewer than " + least + " records.");
        }
      };
    }
  }
}
