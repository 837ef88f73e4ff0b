package io.hopwise.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** Where captures are searched. */
class CapturesProviderTest {
  @Test
  void anAbsolutePathIsSearchedWhereItSays(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("one.txt"), "");
    Files.writeString(folder.resolve("two.log"), "");
    CapturesProvider provider = new CapturesProvider();
    provider.glob = folder.toAbsolutePath() + "/*.txt";
    List<Arguments> found = provider.captures(getClass().getClassLoader()).toList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get()[0]).isInstanceOf(Named.class);
    assertThat(((Named<?>) found.get(0).get()[0]).getName()).isEqualTo(file.toString());
  }
}
