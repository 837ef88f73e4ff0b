package example;

import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Finding;
import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Uses the library as a module, of which the class path knows nothing. */
public final class OnTheModulePath {
  private static final String PING =
      """
      IP (tos 0x0, ttl 61, id 48987, offset 0, flags [none], proto ICMP (1), length 60)
          192.168.40.129 > 192.168.31.128: ICMP echo reply, id 1, seq 1238, length 40
      """;

  private OnTheModulePath() {}

  public static void main(String[] args) throws Exception {
    Packet packet = (Packet) Hopwise.parse(PING);
    ImmutableList<Finding> findings =
        Hopwise.analyze(
                Hopwise.read(new ByteArrayInputStream(PING.getBytes(StandardCharsets.UTF_8))),
                io.hopwise.analysis.settings.Settings.STANDARD)
            .findings();
    System.out.println(Hopwise.class.getModule().isNamed() + " " + packet.ip().ttl().getAsInt());
    System.out.println(Hopwise.class.getModule().getDescriptor().isAutomatic() + " " + findings);
  }
}
