package io.hopwise.cli.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RawArgumentsTest {
  @Test
  void aWordIsReadAsUtf8WhateverTheJvmMadeOfIt() {
    byte[] line = "java\0-jar\0x.jar\0parse\0na\u00efve \u30dd\0".getBytes(UTF_8);
    assertThat(RawArguments.of(ImmutableList.of("parse", "na??ve ???"), line))
        .containsExactly("parse", "na\u00efve \u30dd");
  }

  @Test
  void aByteThatIsNoCharacterIsKept() {
    byte[] line = "java\0caf\u00e9\u00ff.txt\0".getBytes(ISO_8859_1);
    ImmutableList<String> words = RawArguments.of(ImmutableList.of("caf??.txt"), line);
    assertThat(words).containsExactly("caf\udce9\udcff.txt");
    assertThat(RawArguments.path("/tmp/" + words.get(0)).toUri().getRawPath())
        .isEqualTo("/tmp/caf%E9%FF.txt");
    assertThat(RawArguments.shown(words.get(0))).isEqualTo("caf\ufffd\ufffd.txt");
  }

  @Test
  void emptyWordsAndOrdinaryNamesStayAsTheyAre() {
    byte[] line = "java\0Main\0\0a b\0".getBytes(UTF_8);
    assertThat(RawArguments.of(ImmutableList.of("", "a b"), line)).containsExactly("", "a b");
    assertThat(RawArguments.of(ImmutableList.of("a"), new byte[0])).containsExactly("a");
    assertThat(RawArguments.path("a b")).isEqualTo(Path.of("a b"));
    assertThat(RawArguments.shown("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
  }
}
