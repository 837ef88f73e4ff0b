package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Link layers that are seldom seen, as tcpdump 4.99.3 prints them. */
class RareLinksTest {
  private static final String FLOW =
      "192.0.2.7 > 192.0.2.9: ICMP echo reply, id 0, seq 4, length 80";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x2c, ethertype IPv4 (0x0800), length 104: ",
        "I ctcp * W+0 S+0 58 (9): ",
        "O utcp 3: ",
        "In  IP (0x0021), length 45: ",
        "PPPoE  ",
        " [ver 3] [type 2]PPPoE  [len 64 > 43!] [ses 0x7] ",
        "rule 3/0(match): pass in on em0: ",
        "rule 2.ftp-proxy/10.0.0.1.4/(match) [uid 0, pid 7]: block out on vlan12: ",
        "(unprotected): SPI 0x00001234: ",
        "Tx: VPI:1 VCI:32 ilmi: ",
        "be 50 ip seqid 0001 (first of 2 fragments) 89: ",
        "async1 02:00:5e:10:00:01 > 02:00:5e:10:00:02, length 45: ",
        "FRF.16 Frag, seq 5, Flags [Begin, End], Pad! ",
        "IP: ",
        "ff 03 45 IP: ",
        "0us DA:02:00:5e:10:00:01 BSSID:02:00:5e:10:00:02 SA:02:00:5e:10:00:03 LLC, dsap SNAP (0xaa)"
            + " Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4"
            + " (0x0800), length 104: ",
      })
  void aPacketAfterARareLinkHeaderIsRead(String link) {
    for (String time : new String[] {"10:00:00.000001 ", ""}) {
      Packet packet = (Packet) Hopwise.parse(time + link + FLOW);
      assertThat(packet.ip().src().text()).isEqualTo("192.0.2.7");
      assertThat(packet.link().text()).isEqualTo(link);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Names of service access points are no hosts, and their addresses no IPv6 ones.
        "02:00:5e:10:00:01 STP > 02:00:5e:10:00:02 OSI Unnumbered, ui, Flags [Command], length 39",
        "02:00:5e:10:00:01 Null > 02:00:5e:10:00:02 Unknown DSAP 0x18 Information, send seq 0",
        "02:00:5e:10:00:01 > 02:00:5e:10:00:02, ethertype 802.1Q (0x8100), length 68: vlan 1213, p 0,"
            + " 802.3 [|llc]",
      })
  void linkRecordsWithoutAPacketAreOtherRecords(String record) {
    for (String time : new String[] {"10:00:00.000001 ", ""}) {
      Entry entry = Hopwise.parse(time + record);
      assertThat(entry).isInstanceOf(OtherRecord.class);
    }
  }
}
