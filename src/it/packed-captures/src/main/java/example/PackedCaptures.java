package example;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens one record packed with what the JDK cannot unpack: this project has the libraries. */
public final class PackedCaptures {
  private static final String XZ =
      "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4ACZAH9dACSUAAGDPvfz5p0EiIuJ+K1KeYF8TfTatr656Jre"
          + "iq02GwZ3YxmiHPLBaZaZjRYRB3Gxwycr+qv2Ngun0yK3vz5gXSTMkkSK7Q0P3eZbcs99HgZtQqtQJJib"
          + "Bzrr3zgeX6TGTWz3WwLdW4ykOv2S3SYNtklCyd8IWko+/0/uoAAAABY5kciClKcpAAGbAZoBAAAacKta"
          + "scRn+wIAAAAABFla";

  private static final String ZST =
      "KLUv/SCatQMA0ocZGVC1DkgA/QuzQI/RhuRVNA/bktB8jaoRtQZAE3GA75i057fRS2avVCSRfsk7Ouja"
          + "weP9PyB0cepOlqRn4QVvGGV5vTW7zo+0quXcThCd5/6Vds56NuIRiUvV+RWn955b69t6gzdLBABMlHfD"
          + "RVWNEaGYZg==";

  private static final String BZ2 =
      "QlpoOTFBWSZTWdtyGwkAAC5fgEAQQGV98QgiQAov5fxgIABoQSepkaAAPUAA0Bqp+mERPUAMj1PTUBmp"
          + "6ijYoTsBzsvLd3i5b2kDZxEyCQF0l8pKE1NdwkBIzBtpCByVyEJTBhr1Aumra3hYvoCGVB4Qk+dy0FUQ"
          + "WyE0ro8ZiqhyuFnxH5s2uOLIRQhY71MPWjdN/8XckU4UJDbchsJA";

  private PackedCaptures() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> packed = new LinkedHashMap<>();
    packed.put("xz", XZ);
    packed.put("zst", ZST);
    packed.put("bz2", BZ2);
    StringBuilder said = new StringBuilder();
    for (Map.Entry<String, String> one : packed.entrySet()) {
      byte[] bytes = Base64.getDecoder().decode(one.getValue());
      try (CaptureReader capture = Hopwise.open(new ByteArrayInputStream(bytes))) {
        Packet packet = (Packet) capture.next();
        said.append(one.getKey()).append(' ').append(packet.ip().ttl().getAsInt()).append('\n');
      }
    }
    Files.writeString(Path.of(arguments[0]), said);
  }
}
