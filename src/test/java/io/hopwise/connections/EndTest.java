package io.hopwise.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How connections end. */
class EndTest {
  private static final String CLIENT_FIN = "Flags [F.], seq 1, ack 1, win 502, length 0";
  private static final String SERVER_FIN = "Flags [F.], seq 1, ack 2, win 502, length 0";

  @Test
  void twoFinsCloseItAndTheFirstOneTellsWho() {
    ConnectionSummary closed =
        new Talk().handshake(0).server(1, SERVER_FIN).client(1.01, CLIENT_FIN).first();
    assertThat(closed.end()).contains(End.CLOSED);
    assertThat(closed.endBy()).contains(Actor.host("198.51.100.80", OptionalInt.of(3)));
  }

  @Test
  void oneFinClosesOneSide() {
    ConnectionSummary half = new Talk().handshake(0).client(1, CLIENT_FIN).first();
    assertThat(half.end()).contains(End.HALF_CLOSED);
    assertThat(half.endBy().orElseThrow().host()).isEqualTo("192.0.2.10");
  }

  @Test
  void aResetBehindBothFinsChangesNothing() {
    ConnectionSummary closed =
        new Talk()
            .handshake(0)
            .client(1, CLIENT_FIN)
            .server(1.01, SERVER_FIN)
            .client(1.02, "Flags [R], seq 1002, win 0, length 0")
            .first();
    assertThat(closed.end()).contains(End.CLOSED);
  }

  @Test
  void aResetNamesItsSender() {
    ConnectionSummary reset =
        new Talk().handshake(0).server(1, "Flags [R.], seq 1, ack 1, win 0, length 0").first();
    assertThat(reset.end()).contains(End.RESET);
    assertThat(reset.endBy()).contains(Actor.host("198.51.100.80", OptionalInt.of(3)));
  }

  @Test
  void aResetFromAnotherDistanceIsADevices() {
    ConnectionSummary reset =
        new Talk()
            .handshake(0)
            .server(1, "Flags [P.], seq 1:101, ack 1, win 509, length 100")
            .server(1.1, "Flags [P.], seq 101:201, ack 1, win 509, length 100")
            .serverTtl(63)
            .server(2, "Flags [R], seq 201, win 0, length 0")
            .first();
    assertThat(reset.end()).contains(End.RESET);
    assertThat(reset.endBy()).contains(Actor.device("198.51.100.80", OptionalInt.of(1)));
  }

  @Test
  void aResetAfterAMinuteOfSilenceIsAnIdleReset() {
    ConnectionSummary idle =
        new Talk()
            .handshake(0)
            .client(1, "Flags [P.], seq 1:11, ack 1, win 502, length 10")
            .server(62, "Flags [R.], seq 1, ack 11, win 0, length 0")
            .first();
    assertThat(idle.end()).contains(End.IDLE_RESET);
  }

  @Test
  void theResetThatRefusesIsNoEnd() {
    ConnectionSummary refused =
        new Talk()
            .client(0, "Flags [S], seq 1000, win 64240, length 0")
            .server(0.01, "Flags [R.], seq 0, ack 1001, win 0, length 0")
            .first();
    assertThat(refused.end()).isEmpty();
    assertThat(refused.endBy()).isEmpty();
  }

  @Test
  void payloadAndWhatIsSentAgainAreCounted() {
    ConnectionSummary talked =
        new Talk()
            .handshake(0)
            .client(1, "Flags [P.], seq 1:101, ack 1, win 502, length 100")
            .client(1.3, "Flags [P.], seq 1:101, ack 1, win 502, length 100")
            .server(1.4, "Flags [P.], seq 1:51, ack 101, win 502, length 50")
            .first();
    assertThat(talked.client().bytes()).isEqualTo(200);
    assertThat(talked.client().retransmissions()).isEqualTo(1);
    assertThat(talked.client().packets()).isEqualTo(4);
    assertThat(talked.server().bytes()).isEqualTo(50);
    assertThat(talked.server().retransmissions()).isZero();
  }
}
