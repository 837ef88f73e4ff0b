package io.hopwise.parser.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.LinkLayer.Direction;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.device.PfLog;
import io.hopwise.parser.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet filter or an appliance says of a packet is typed beside the packet. */
class DeviceNotesTest {
  private static final String TCP =
      "192.0.2.10.40000 > 198.51.100.20.443: Flags [S], seq 1, win 65535, length 0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f5.hand-4.9.3",
        "junos.hand-3.9.8",
        "openbsd.hand-3.7.2",
        "pflog.hand-3.7.2",
        "pflog.hand-4.9.3",
        "pktap.hand-4.9.3",
        "pktap-untimed.hand-4.9.3"
      })
  void everyRecordOfTheDeviceIsAPacket(String name) {
    assertThat(entries(name)).isNotEmpty().allMatch(Packet.class::isInstance);
  }

  @Test
  void pflogTellsRuleActionAndDirection() {
    assertThat(notes("pflog.hand-3.7.2"))
        .containsExactly(
            log(3, "", -1, "match", "block", "in", "em0"),
            log(12, "ftp-proxy", 7, "match", "pass", "out", "vlan12"),
            log(-1, "", -1, "short", "block", "in", "em0"),
            log(4, "", -1, "match", "pass", "out", "em0"));
    assertThat(notes("pflog.hand-4.9.3"))
        .containsExactly(
            log(5, "", -1, "match", "block", "in", "vtnet0"),
            log(5, "anchor", 2, "match", "rdr", "out", "vtnet0"));
    assertThat(notes("pflog.e"))
        .contains(
            log(3, "", -1, "unkn(99)", "nordr", "in/out", "em0"),
            log(3, "ftp-proxy", 7, "unkn(3)", "block", "out", "vlan12"));
  }

  @Test
  void onlyABlockIsABlock() {
    assertThat(((PfLog) notes("pflog.hand-3.7.2").get(0)).isBlock()).isTrue();
    assertThat(((PfLog) notes("pflog.hand-3.7.2").get(1)).isBlock()).isFalse();
  }

  @Test
  void theTrailerOfF5TellsItsFields() {
    List<DeviceNote> notes = notes("f5.hand-4.9.3");
    F5Trailer syn = (F5Trailer) notes.get(0);
    assertThat(syn.direction()).isEqualTo("in");
    assertThat(syn.process()).isEqualTo("slot1/tmm0");
    assertThat(syn.listener()).isEmpty();
    assertThat(syn.port()).hasValue("1.2");
    F5Trailer answer = (F5Trailer) notes.get(1);
    assertThat(answer.listener()).hasValue("/Common/web_vs");
    assertThat(answer.trunk()).hasValue("up");
    F5Trailer reset = (F5Trailer) notes.get(2);
    assertThat(reset.fields())
        .containsEntry("flowtype", "64")
        .containsEntry("rst_cause", "\"[0x2a0f3b7:1024] No local listener\"")
        .containsEntry("vlan", "0");
    assertThat(notes).hasSize(5).allMatch(F5Trailer.class::isInstance);
  }

  @Test
  void theTrailerStaysInThePacketsText() {
    Packet syn = (Packet) entries("f5.hand-4.9.3").get(0);
    assertThat(syn.payload().text()).isEqualTo(" in slot1/tmm0 lis= port=1.2 trunk=");
    assertThat(((TcpSegment) syn.payload()).length()).hasValue(0);
  }

  @Test
  void wordsThatAPacketCarriedMakeNoTrailer() {
    String line = "06:13:20.000000 IP " + TCP + ": HTTP: see lis=/Common/x in it\n";
    assertThat(((Packet) Fixtures.only(line)).link().device()).isEmpty();
  }

  @Test
  void metadataOfMacosTellInterfaceAndDirection() {
    List<Entry> entries = entries("pktap.hand-4.9.3");
    Packet out = (Packet) entries.get(0);
    assertThat(out.link().interfaceName()).hasValue("en0");
    assertThat(out.link().direction()).hasValue(Direction.OUT);
    assertThat(((Packet) entries.get(1)).link().direction()).hasValue(Direction.IN);
    assertThat(((Packet) entries.get(3)).link().interfaceName()).isEmpty();
  }

  @Test
  void itDoesSoWithoutATimeToo() {
    List<Entry> entries = entries("pktap-untimed.hand-4.9.3");
    assertThat(entries)
        .allMatch(entry -> ((Packet) entry).link().interfaceName().orElse("").equals("en0"));
    assertThat(((Packet) entries.get(3)).link().direction()).hasValue(Direction.IN);
  }

  @Test
  void junosTellsDirectionAndTtl() {
    List<Entry> entries = entries("junos.hand-3.9.8");
    assertThat(entries)
        .extracting(entry -> ((Packet) entry).link().direction().orElseThrow())
        .containsExactly(
            Direction.OUT, Direction.IN, Direction.OUT, Direction.IN, Direction.IN, Direction.IN);
    assertThat(((Packet) entries.get(3)).ip().ttl()).hasValue(63);
    assertThat(((Packet) entries.get(4)).ip().ttl()).hasValue(61);
  }

  @Test
  void sophosTellsInterfaceAndDirection() {
    Packet in = (Packet) entries("sophos.hand-4.9.3").get(0);
    assertThat(in.link().interfaceName()).hasValue("PortB");
    assertThat(in.link().direction()).hasValue(Direction.IN);
  }

  @Test
  void openBsdsDateIsLeftAside() {
    Packet packet = (Packet) Fixtures.only("Jun  9 06:13:20.000000 IP " + TCP + "\n");
    assertThat(packet.time().orElseThrow()).hasToString("06:13:20.000000");
  }

  private static List<Entry> entries(String name) {
    return Fixtures.read(Fixtures.bytes(Path.of("testdata/link", name + ".txt")));
  }

  private static List<DeviceNote> notes(String name) {
    return entries(name).stream()
        .filter(Packet.class::isInstance)
        .flatMap(entry -> ((Packet) entry).link().device().stream())
        .toList();
  }

  private static PfLog log(
      long rule,
      String ruleset,
      long subrule,
      String reason,
      String action,
      String way,
      String name) {
    return new PfLog(
        rule < 0 ? OptionalLong.empty() : OptionalLong.of(rule),
        ruleset.isEmpty() ? Optional.empty() : Optional.of(ruleset),
        subrule < 0 ? OptionalLong.empty() : OptionalLong.of(subrule),
        reason,
        action,
        way,
        name);
  }
}
