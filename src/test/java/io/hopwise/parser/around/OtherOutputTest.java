package io.hopwise.parser.around;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other programs printed that people ran beside a capture is neither a record nor a riddle.
 */
class OtherOutputTest {
  private static final Path SESSION = Path.of("testdata/tcp/session.txt");

  static Stream<String> lines() {
    return """
    PING 192.0.2.9 (192.0.2.9) 56(84) bytes of data.
    64 bytes from 192.0.2.9: icmp_seq=1 ttl=61 time=0.512 ms
    --- 192.0.2.9 ping statistics ---
    2 packets transmitted, 1 received, 50% packet loss, time 1002ms
    rtt min/avg/max/mdev = 0.512/0.512/0.512/0.000 ms
    From 192.0.2.1 icmp_seq=2 Destination Host Unreachable
    Reply from 192.0.2.9: bytes=32 time<1ms TTL=61
    traceroute to 192.0.2.9 (192.0.2.9), 30 hops max, 60 byte packets
     1  192.0.2.1  0.512 ms  0.498 ms  0.476 ms
     2  * * *
     3  gw.example.net (192.0.2.7)  5.1 ms 192.0.2.8 (192.0.2.8)  5.3 ms *
    12  2001:db8::1  0.5 ms !X  0.4 ms !X  0.4 ms !X
    LISTEN 0      128          0.0.0.0:22         0.0.0.0:*    users:(("sshd",pid=812,fd=3))
    State    Recv-Q   Send-Q     Local Address:Port     Peer Address:Port
    tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN
    Proto Recv-Q Send-Q Local Address           Foreign Address         State
    -A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
    iptables -A INPUT -p tcp --dport 22 -j DROP
    Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
     pkts bytes target     prot opt in     out     source               destination
       12   720 ACCEPT     tcp  --  *      *       0.0.0.0/0            0.0.0.0/0     tcp dpt:22
    REJECT     all  --  anywhere             anywhere             reject-with icmp-port-unreachable
    ssh: connect to host 192.0.2.9 port 22: Connection refused
    curl: (7) Failed to connect to 192.0.2.9 port 80 after 1 ms: Connection refused
    *   Trying 192.0.2.9:80...
    nc: connect to 192.0.2.9 port 22 (tcp) failed: Connection refused
    2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP
    eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
    inet 192.0.2.77/24 brd 192.0.2.255 scope global eth0
    default via 192.0.2.1 dev eth0 proto dhcp metric 100
    192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.77
    Nmap scan report for 192.0.2.9
    22/tcp filtered ssh\
    """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineOfAnotherProgramIsSetAside(String line) throws IOException {
    String session = Files.readString(SESSION, ISO_8859_1);
    List<Entry> before = entries(line + "\n" + session);
    assertThat(before).hasSize(1 + entries(session).size());
    assertThat(before.get(0)).isInstanceOfSatisfying(Notice.class, OtherOutputTest::isChatter);
    List<Entry> after = entries(session + line + "\n");
    assertThat(after).hasSize(1 + entries(session).size());
  }

  private static void isChatter(Notice notice) {
    assertThat(notice.kind()).isEqualTo(Notice.Kind.CHATTER);
  }

  @Test
  void whatIsLeftOfARecordIsNot() throws IOException {
    String session = Files.readString(SESSION, ISO_8859_1);
    for (int cut = 1; cut < session.length(); cut++) {
      String rest = session.substring(cut, session.indexOf('\n', cut) + 1);
      for (Entry entry : entries(rest)) {
        boolean chatter = entry instanceof Notice notice && notice.kind() == Notice.Kind.CHATTER;
        assertThat(chatter).as(rest).isFalse();
      }
    }
  }

  private static List<Entry> entries(String text) throws IOException {
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))) {
      return reader.stream().toList();
    }
  }
}
