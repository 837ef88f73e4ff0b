package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.framing.LineKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code -t} a record is told by what its packet begins with, damaged packets as well. */
class UntimedHeadsTest {
  private final TcpdumpLineKinds kinds = new TcpdumpLineKinds();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IS-ISversion 22 packet not supported",
        "IS-ISfixed header length 0 < minimum header size 8",
        "ES-IS version 12 packet not supported",
        "LACP version 9 packet not supported",
        "unknown STP version, length 35",
        "unknown (0x82ff), length 40",
        " (pktlen 246 > 35) (invalid)",
        " (length 15 < 129) (invalid)",
        ", length: 83",
        ", ethertype Unknown (0x08ff), length 100: ",
        ": unknown PPP protocol (0xad7e)",
        "02:00:5e:10:00:01 STP > 02:00:5e:10:00:02 Unknown DSAP 0x52 Unnumbered, ui, length 38",
        "02:00:5e:10:00:01 802.1B I > 02:00:5e:10:00:02 Null Information, length 39",
        "2:0:5e:10:0:1 2:0:5e:10:0:2 0800 55: 192.0.2.10.5 > 198.51.100.20.6: udp 13",
        "2:0:5e:10:0:1 2:0:5e:10:0:2 ip 55: 192.0.2.10.5 > 198.51.100.20.6: udp 13",
        "cfp short preamble wep fragmented bad-fcs 1.0 Mb/s 2412 MHz 11b Authentication-1:",
        "antenna 0 42dB signal Authentication (Open System)-2: ",
      })
  void damagedPacketsOfOtherProtocolsBeginRecords(String line) {
    byte[] bytes = (line + "\n").getBytes(ISO_8859_1);
    assertThat(kinds.kind(bytes, 0, bytes.length)).isEqualTo(LineKind.UNTIMED);
  }
}
