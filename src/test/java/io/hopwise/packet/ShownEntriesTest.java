package io.hopwise.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.Hopwise;
import io.hopwise.testing.packets.Packets;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries show themselves in their own text, safely; and code can be exhaustive on them. */
class ShownEntriesTest {
  private static final String TEXT =
      """
      tcpdump: listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
      10:00:00.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length 33)
          192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
      10:00:00.000001 ARP, Request who-has 192.0.2.1 tell 192.0.2.2, length 28
      10:00:00.000002 IP (tos 0x0, ttl \u0007
      """;

  private static List<Entry> entries() {
    return new ArrayList<>(
        Hopwise.read(new ByteArrayInputStream(TEXT.getBytes(UTF_8))).stream().toList());
  }

  @Test
  void eachKindIsMatched() {
    assertThat(entries())
        .extracting(
            entry -> entry.<String>match(p -> "packet", o -> "other", n -> "notice", r -> "reject"))
        .containsExactly("notice", "packet", "other", "reject");
  }

  @Test
  void aPacketShowsItsLines() {
    assertThat(entries().get(1))
        .hasToString(
            "line 2: "
                + TEXT.substring(TEXT.indexOf("10:00:00.000000"), TEXT.indexOf("10:00:00.000001"))
                    .stripTrailing());
  }

  @Test
  void aMadePacketShowsItsEnds() {
    assertThat(Packets.tcp("192.0.2.7:1", "192.0.2.8:2").ttl(7).build().toString())
        .startsWith("192.0.2.7.1 > 192.0.2.8.2, TTL 7, ");
  }

  @Test
  void textFromTheWireIsEscaped() {
    assertThat(entries().get(3).toString()).contains("ttl ^G").doesNotContain("\u0007");
  }

  @Test
  void aFailureOfAssertJItselfShowsTheLines() {
    List<Entry> entries = entries();
    Entry packet = entries.remove(entries.size() - 3);
    assertThatThrownBy(() -> assertThat(entries).contains(packet))
        .hasMessageContaining("line 2: 10:00:00.000000 IP (tos 0x0, ttl 61")
        .message()
        .doesNotContain("Packet[")
        .hasSizeLessThan(1500);
  }
}
