package io.hopwise.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of TCP options beside their text. */
class TcpOptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nop;1",
        "eol;1",
        "sackOK;2",
        "mss 1460;4",
        "wscale 7;3",
        "TS val 4001000 ecr 0;10",
        "sack 2 {1:2}{3:4};18",
        "cc 12;6",
        "md5 00010203040506070809101112131415;18",
        "uto 0x8005 300;4",
        "tfo  cookie 0102030405060708;10",
        "mptcp 12 join id 2 token 0x1 nonce 0x2;12",
        "unknown-201 0xcafe;4",
        "scps;0"
      })
  void anOptionTakesItsLengthOnTheWire(String printed, int bytes) {
    Packet packet =
        (Packet)
            Hopwise.parse(
                "IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 1, win 512, options ["
                    + printed
                    + "], length 0");
    TcpSegment tcp = (TcpSegment) packet.payload();
    assertThat(tcp.options())
        .extracting(TcpOption::wireBytes)
        .containsExactly(bytes == 0 ? OptionalInt.empty() : OptionalInt.of(bytes));
  }
}
