package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.Conversation;
import org.junit.jupiter.api.Test;

/** The habits of AssertJ work here too. */
class AssertionStyleTest {
  private static final PacketCapture CAPTURE =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .serverTtl(63)
          .syn()
          .serverResets()
          .capture();

  @Test
  void aDescriptionComesFirst() {
    assertThatThrownBy(() -> assertThat(CAPTURE).as("the firewall").hasPackets(3))
        .isInstanceOf(AssertionError.class)
        .hasMessage("[the firewall] Expecting packets in made capture: 3, but found 2");
  }

  @Test
  void aDescriptionIsKeptForParts() {
    assertThatThrownBy(() -> assertThat(CAPTURE).as("the firewall").packet(2).ip().hasTtl(61))
        .hasMessageStartingWith("[the firewall] Expecting ttl 61, but found 63\n\n");
  }

  @Test
  void percentSignsOfTheCaptureAreKept() {
    PacketCapture capture =
        PacketCapture.of(
            """
            22:13:20.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 61)
                192.0.2.10.51000 > 192.0.2.53.53: 1+% [1au] A? a%sb.example. (33)
            """);

    assertThatThrownBy(() -> assertThat(capture).packet(1).hasTtl(1))
        .hasMessageContaining("1+% [1au] A? a%sb.example. (33)");
  }

  @Test
  void controlCharactersOfTheCaptureAreNotPrinted() {
    PacketCapture capture = PacketCapture.of("\u001b[31mIP nonsense\n");

    assertThatThrownBy(() -> assertThat(capture).hasNoRejects())
        .message()
        .doesNotContain("\u001b")
        .contains(".[31mIP nonsense");
  }

  @Test
  void aFailedEqualityShowsTheTextOfPackets() {
    Packet packet = CAPTURE.packets().get(0);
    Packet other = CAPTURE.packets().get(1);

    assertThatThrownBy(() -> assertThat(packet).isEqualTo(other))
        .hasMessageContaining("10.9.1.1.55538 > 10.9.4.2.22: Flags [S]")
        .message()
        .doesNotContain("Packet[");
  }

  @Test
  void softAssertionsCollectAllFailures() {
    Throwable failure =
        catchThrowable(
            () ->
                HopwiseSoftAssertions.check(
                    softly -> {
                      softly.assertThat(CAPTURE).hasPackets(1);
                      softly.assertThat(CAPTURE).hasPackets(2);
                      softly.assertThat(CAPTURE).packet(2).hasTtl(61).is(syn());
                      softly.assertThat(CAPTURE).packet(1).ip().hasTtl(1).hasId(1);
                      softly.assertThat(CAPTURE).inFlow("10.9.1.1", "10.9.4.2").next(rst());
                      softly.assertThat(1).isEqualTo(2);
                    }));

    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Multiple Failures (7 failures)")
        .hasMessageContaining("Expecting packets in made capture: 1, but found 2")
        .hasMessageContaining("Expecting ttl 61, but found 63")
        .hasMessageContaining("Expecting a SYN, but found another packet")
        .hasMessageContaining("Expecting ttl 1, but found 64")
        .hasMessageContaining("Expecting id 1, but found 4000")
        .hasMessageContaining("next a RST,\nbut another packet came");
  }

  @Test
  void softAssertionsContinueAfterAMissingPart() {
    Throwable failure =
        catchThrowable(
            () ->
                HopwiseSoftAssertions.check(
                    softly -> {
                      softly.assertThat(CAPTURE).packet(3).hasTtl(61);
                      softly.assertThat(CAPTURE).hasPackets(1);
                    }));

    assertThat(failure)
        .hasMessageContaining("Expecting a packet 3 in made capture, but it has 2")
        .hasMessageContaining("Expecting packets in made capture: 1, but found 2");
  }

  @Test
  void recordsWorkWithExtracting() {
    assertThat(CAPTURE.packets())
        .extracting(packet -> packet.ip().src().text(), packet -> packet.ip().ttl().getAsInt())
        .containsExactly(tuple("10.9.1.1", 64), tuple("10.9.4.2", 63));
    assertThat(CAPTURE.packets()).filteredOn(rst()::matches).hasSize(1);
  }

  @Test
  void nullFailsLikeInAssertJ() {
    assertThatThrownBy(() -> assertThat((PacketCapture) null).hasNoRejects())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting actual not to be null");
  }
}
