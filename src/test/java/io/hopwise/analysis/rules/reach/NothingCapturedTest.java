package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.Packets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NothingCapturedTest {
  private static final String ID = NothingCaptured.ID;

  @Test
  void zeroPacketsAreReported() {
    assertThat(says(ID, "fires")).startsWith("tcpdump captured 0 packets.");
  }

  @Test
  void aPortWithoutPacketsIsReportedWhenAskedAbout() {
    Settings asked = Settings.STANDARD.withPort(80).withVantage(Vantage.SERVER);
    assertThat(Fixtures.report("nothing-captured/silent", asked).of(ID).get(0).says())
        .startsWith("No packet went from or to port 80. Taken at the server:");
  }

  @Test
  void aPortWithPacketsIsNotReported() {
    Settings asked = Settings.STANDARD.withPort(22);
    assertThat(Fixtures.report("nothing-captured/silent", asked).of(ID)).isEmpty();
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"port 22", "host 192.0.2.1 and port 22", "'tcp port 22'"})
  void aPortThatTheCommandDemandsIsAskedAbout(String filter) {
    assertThat(foundWith(filter))
        .singleElement()
        .extracting(Finding::says)
        .asString()
        .startsWith("No packet went from or to port 22.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not port 22", "'!(port 22)'", "icmp or port 22", "| grep 'port 22 '"})
  void aPortThatTheCommandLeavesOutOrAllowsIsNotAskedAbout(String filter) {
    assertThat(foundWith(filter)).isEmpty();
  }

  private static List<Finding> foundWith(String filter) {
    Packet other = Packets.echoRequest("192.0.2.1", "198.51.100.2").build();
    String text =
        "[root@box ~]# tcpdump -nv -i eth0 "
            + filter
            + "\n"
            + PacketCapture.of(List.of(other)).text();
    return Fixtures.reportOf(text).of(ID);
  }
}
