package io.hopwise.cli;

import static io.hopwise.cli.Ran.RESET_CAPTURE;
import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HopsCommandTest {
  @Test
  void theTableShowsEverySourceWithItsTtls() {
    assertThat(hopwise("hops", RESET_CAPTURE))
        .isEqualTo(
            new Ran(
                0,
                """
                SOURCE          TTL  ROUTERS  PACKETS  KINDS
                192.168.31.128  128  0 (128)        7  3 TCP segments and 4 echo requests
                192.168.40.129   61  3 (64)         4  4 echo replies
                                 63  1 (64)         3  3 resets  <- does not fit: forged-reset
                """,
                ""));
  }

  @Test
  void theHeaderOfTheTableIsColoured() {
    assertThat(hopwise("hops", "--color", "always", RESET_CAPTURE).out())
        .startsWith("\u001b[1mSOURCE          TTL  ROUTERS  PACKETS  KINDS\u001b[0m\n");
  }

  @Test
  void ndjsonIsALineForEachSource() {
    assertThat(hopwise("hops", "--format", "ndjson", RESET_CAPTURE).out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "{\"type\":\"source\",\"host\":\"192.168.40.129\",\"packets\":7,\"levels\":[{\"ttl\":61,"
                + "\"count\":4,\"kinds\":{\"echo-reply\":4},"
                + "\"hops\":[{\"ttl\":61,\"initial\":64,\"hops\":3}],");
  }
}
