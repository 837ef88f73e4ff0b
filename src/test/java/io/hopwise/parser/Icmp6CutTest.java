package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message of ICMPv6 that was cut keeps what its words tell before {@code [|icmp6]}. */
class Icmp6CutTest {
  private static final int NONE = -1;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "neighbor advertisement, length 16 [|icmp6];136;-1;16",
        "neighbor advertisment [|icmp6];136;-1;-1",
        "neighbor solicitation, length 24 [|icmp6];135;-1;24",
        "redirect, length 40 [|icmp6];137;-1;40",
        "router advertisement, length 24 [|icmp6];134;-1;24",
        "destination unreachable [|icmp6];1;-1;-1",
        "destination unreachable, length 48[|icmp6];1;-1;48",
        "destination unreachable, unreachable port [|icmp6];1;4;-1",
        "destination unreachable, beyond scope [|icmp6];1;2;-1",
        "destination unreachable, unreachable route [|icmp6];1;0;-1",
        "packet too big [|icmp6];2;-1;-1",
        "time exceeded in-transit [|icmp6];3;-1;-1",
        "parameter problem [|icmp6];4;-1;-1",
      })
  void whatIsCutKeepsItsType(String words, int type, int code, int length) {
    IcmpMessage message = message("IP6 2001:db8::1 > 2001:db8::2: ICMP6, " + words + "\n");
    assertThat(message.type()).isEqualTo(printed(type));
    assertThat(message.code()).isEqualTo(printed(code));
    assertThat(message.length()).isEqualTo(printed(length));
    assertThat(message.subject()).isEmpty();
    assertThat(message.text()).isEqualTo(words.replaceFirst(", length \\d+", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.txt", "cut.plain.txt", "cut-types.txt", "cut-types.plain.txt"})
  void noMessageOfTcpdumpsLosesItsType(String name) throws IOException {
    try (CaptureReader reader = Hopwise.read(Path.of("testdata", "icmp6", name))) {
      List<IcmpMessage> messages =
          reader.stream()
              .map(entry -> ((Packet) entry).payload())
              .filter(IcmpMessage.class::isInstance)
              .map(IcmpMessage.class::cast)
              .filter(message -> !message.text().equals("[|icmp6]"))
              .toList();
      assertThat(messages).isNotEmpty().allMatch(message -> message.type().isPresent());
    }
  }

  @Test
  void anErrorThatIsCutIsStillAnError() {
    assertThat(message("IP6 2001:db8::1 > 2001:db8::2: ICMP6, packet too big [|icmp6]\n").isError())
        .isTrue();
  }

  private static IcmpMessage message(String line) {
    return (IcmpMessage) ((Packet) Hopwise.parse(line)).payload();
  }

  private static OptionalInt printed(int number) {
    return number == NONE ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
