package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConnectionProbeTest {
  private static final String ID = ConnectionProbe.ID;

  @Test
  void oneDeviceInSeveralNamesAsksWhetherConnectionsLive() {
    assertThat(says(ID, "fires"))
        .startsWith("ACKs with TTL 248 and window 1024 came in the names of 203.0.113.1, ")
        .contains("a device behind 7 routers asks");
  }

  @Test
  void twoNamesMayBeTwoHosts() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
