package io.hopwise.parser.around;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Notice.Kind;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.parser.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste together with tcpdump's output is told from what is left of a record. */
class SurroundingsTest {
  private static final byte[] CAPTURE = Fixtures.bytes(Path.of("testdata/damaged/original.txt"));

  // ---- Prompts and commands

  @ParameterizedTest
  @CsvSource({
    "user@host:~$, host",
    "root@host:/etc# ls, host",
    "pi@raspberrypi:~ $, raspberrypi",
    "root@fbsd:/usr/home/x # ls, fbsd",
    "user@Mac ~ %, Mac",
    "user@MacBook-Pro Downloads % ls -l, MacBook-Pro",
    "Johns-Mac:~ john$, Johns-Mac",
    "user@host ~/dir>, host",
    "[root@host ~]#, host",
    "[root@bigip1:Active:Standalone] config # ls, bigip1",
    "[admin@f5:Active:In Sync] ~ #, f5",
    "admin@(bigip1)(cfg-sync In Sync)(Active)(/Common)(tmos)# run util bash, bigip1",
    "[Expert@gw:0]# fw monitor -e accept, gw",
    "/ #, ",
    "/app $ ls, ",
    "sh-4.4#, ",
    "bash-5.1$, ",
    "PS C:\\Users\\x>, ",
    "C:\\Users\\x>dir, ",
    "user@router>, router",
    "user@router# show interfaces, router",
    "FGT # diagnose sniffer packet any 'host 192.0.2.1' 4, FGT",
    "router#show capture, router",
    "switch(config)# show ip route, switch",
    "(venv) user@host:~$ ls, host",
    "\u250c\u2500\u2500(kali\u327fkali)-[~], kali",
    "\u279c  ~ ls, ",
    "-bash-4.2$, ",
    "I have no name!@pod:/$ ls, pod",
    "[10:00:00] user@host:~$ ls, host",
    "user@PC MINGW64 ~, PC",
    "[2.7.2-RELEASE][root@fw.example.net]/root: ls, fw.example.net",
    "[root@esx1:~], esx1",
    "42 host:/root# ls, host",
    "user@host [~]# ls, host",
    "gw1:0> fw monitor -e accept, ",
  })
  void aPromptTellsItsPlace(String line, String place) {
    Notice notice = notice(line);
    assertThat(notice.kind()).isEqualTo(Kind.PROMPT);
    assertThat(notice.place().orElse(null)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "user@Mac ~ % sudo tcpdump -n, , Mac",
    "host:dir user$ sudo tcpdump -n, , host",
    "[root@tcpdump-1 ~]# tcpdump -n, , tcpdump-1",
    "root@host / # tcpdump -n, , host",
    "/ # tcpdump -n, , ",
    "sh-4.4# tcpdump -n, , ",
    "PS C:\\> tcpdump -n, , ",
    "\u2514\u2500$ sudo tcpdump -n, , ",
    "~/x \u276f tcpdump -n, , ",
    "server# tcpdump -n, , server",
    "% tcpdump -n, , ",
    "-> % tcpdump -n, , ",
    "$ docker run --rm --net=container:web netshoot tcpdump -n, , web",
    "$ docker run --network container:web netshoot tcpdump -n, , web",
    "# nsenter -n -t $(pidof web) tcpdump -n, , ",
    "$ docker exec client tcpdump -n, , client",
    "docker exec -it client tcpdump -n, , client",
    "kubectl exec -it -n ns pod-1 -c web -- tcpdump -n, , pod-1",
    "oc exec pod-1 -- tcpdump -n, , pod-1",
    "podman exec -u root box tcpdump -n, , box",
    "# ip netns exec red tcpdump -n, , red",
    "user@host:~$ sudo ip netns exec red tcpdump -n, , red",
    "# nsenter -t 1234 -n tcpdump -n, , 1234",
    "# nsenter -n -t 99 tcpdump -n, , 99",
    "switch# bash tcpdump -n, , switch",
    "$ while true; do tcpdump -n, , ",
    "\u2570\u2500$ tcpdump -n, , ",
    "ssh root@gw1 tcpdump -n, , gw1",
    "$ ssh -p 2222 gw1 tcpdump -n, , gw1",
    "timeout 10 tcpdump -n, , ",
    "stdbuf -oL tcpdump -n, , ",
    "doas tcpdump -n, , ",
    "/usr/sbin/tcpdump -n, , ",
    "TZ=UTC tcpdump -n, , ",
    "cat x.pcap | tcpdump -n, , ",
  })
  void aCommandTellsItsPlace(String line, String ignored, String place) {
    Notice notice = notice(line);
    assertThat(notice.kind()).isEqualTo(Kind.COMMAND);
    assertThat(notice.subject()).hasValue("tcpdump -n");
    assertThat(notice.place().orElse(null)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@router> monitor traffic interface ge-0/0/0 no-resolve",
        "admin@PA-VM> view-pcap mgmt-pcap mgmt.pcap",
        "[root@esx1:~] tcpdump-uw -n -i vmk0",
        "[root@esx1:~] pktcap-uw --vmk vmk0 -o - | tcpdump-uw -nr -",
      })
  void someAppliancesCallTcpdumpOtherwise(String line) {
    assertThat(notice(line).kind()).isEqualTo(Kind.COMMAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x$", "abc#", "price$ 5", "a#b", "#1", "host>"})
  void aMarkAloneMakesNoPrompt(String line) {
    assertThat(Fixtures.only(line + "\n")).isInstanceOf(Reject.class);
  }

  // ---- What programs say

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Defaulted container \"web\" out of: web, istio-proxy",
        "(Promiscuous mode not supported on the \"any\" device)",
        "Password:",
        "[sudo] password for user:",
        "user@host's password:",
        "doas (user@host) password:",
        "Connection to 192.0.2.1 closed.",
        "command terminated with exit code 130",
        "failed to resize tty, using default size",
        "Last login: Mon Jan  1 10:00:00 2024 from 192.0.2.1",
        "-bash: tcpdump: command not found",
        "[1]+  Done                    tcpdump -i eth0",
        "Address resolution is ON. Use <no-resolve> to avoid any reverse lookup delay.",
        "{master:0}",
        "logout",
      })
  void chatterIsSetAside(String line) {
    assertThat(notice(line).kind()).isEqualTo(Kind.CHATTER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Listening on ge-0/0/0.0, capture size 96 bytes | ge-0/0/0.0",
        "C:\\tools\\WinDump.exe: listening on \\Device\\NPF_{12} | \\Device\\NPF_{12}",
      })
  void othersListenToo(String line, String subject) {
    Notice notice = notice(line);
    assertThat(notice.kind()).isEqualTo(Kind.LISTENING);
    assertThat(notice.subject()).hasValue(subject);
  }

  @Test
  void chatterMayBeGluedToAKey() {
    List<Entry> entries = Fixtures.read("^Cfailed to resize tty, using default size\n");
    assertThat(entries)
        .extracting(e -> ((Notice) e).kind())
        .containsExactly(Kind.INTERRUPT, Kind.CHATTER);
  }

  // ---- Where something was left out, or set off

  @ParameterizedTest
  @ValueSource(
      strings = {
        "...", "[...]", "\u2026", "(...)", "[\u2026]", "<\u4e2d\u7565>", "\uff08\u4e2d\u7565\uff09",
        "[snip]", "<snip>", "--- 8< ---", "8<----", "----->8----", "[truncated]", "-- snip --",
        "[12 packets omitted]", "...snip...", "... (more packets) ...", "--", "[output omitted]"
      })
  void anEllipsisSaysThatSomethingIsMissing(String line) {
    assertThat(notice(line).kind()).isEqualTo(Kind.ELLIPSIS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```",
        "```console",
        "~~~",
        "[code]",
        "{noformat}",
        "<pre>",
        "-----",
        "=====",
        "$"
      })
  void aFenceSetsTextOff(String line) {
    assertThat(notice(line).kind()).isEqualTo(Kind.FENCE);
  }

  // ---- Words

  @ParameterizedTest
  @CsvSource({
    "Client:, Client",
    "On the server:, On the server",
    "=== server ===, server",
    "## On the firewall, On the firewall",
    "--- client ---, client",
    "**Server**, Server",
    "Server side, Server side",
    "[client], client",
    "client side (192.0.2.1):, client side (192.0.2.1)",
    "===== 192.0.2.1 =====, 192.0.2.1",
    "client (192.0.2.1), client (192.0.2.1)",
    "on eth0:, on eth0",
    "And on the other side we have:, And on the other side we have",
    "\u3010\u5ba2\u6237\u7aef\u3011, \u5ba2\u6237\u7aef",
  })
  void aHeadingTellsItsWords(String line, String words) {
    Notice notice = notice(line);
    assertThat(notice.kind()).isEqualTo(Kind.HEADING);
    assertThat(notice.subject()).hasValue(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is what I see on the firewall when I connect.",
        "Hi all,",
        "Best regards,",
        "Thanks,",
        "Thanks for any help!",
        "IP forwarding is enabled on the router",
        "Unknown host was what I got from it",
        "12 packets were lost on the way",
        "Ich sehe auf dem Server nur das hier",
        "\u305d\u3053\u3067\u554f\u984c\u3067\u3059\u3002",
      })
  void aSentenceIsNoRecord(String line) {
    assertThat(notice(line).kind()).isEqualTo(Kind.PROSE);
  }

  /** Rather say that a line was not read than lose what may be left of a record. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "port unreachable",
        "time exceeded in-transit",
        "correct)",
        "options [mss 1460]",
        "Flags [S], seq 1",
        "length 0",
        "reply, id 1",
        "sum ok",
        "[none]",
        "(correct)",
        "my server.40000 > the other host.443: is the one",
        "TCP",
        "0",
        "28:",
        "HTTP:",
        "4500 003c 1c46 4000 4006 b1e6 c0a8 0068",
        "0001 0800 0604 0001 0200 0000 0000 0000",
        "c0a8 abcd feed dead beef cafe babe face",
        "GET / HTTP/1.1",
        "Host: example.com",
        "Server: nginx",
      })
  void whatMayBeLeftOfARecordIsNotSetAside(String line) {
    assertThat(Fixtures.only(line + "\n")).isInstanceOf(Reject.class);
  }

  @Test
  void bytesThatAreNoTextAreNoSentence() {
    byte[] line = {'t', 'h', 'e', ' ', (byte) 0xff, (byte) 0xfe, ' ', 'a', '\n'};
    assertThat(Fixtures.read(line)).first().isInstanceOf(Reject.class);
  }

  // ---- Among records

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@Mac ~ % sudo tcpdump -n -v\n",
        "/ # tcpdump -n -v\n",
        "Defaulted container \"web\" out of: web, istio-proxy\n",
        "[...]\n",
        "=== server ===\n",
        "```\n",
        "This is what the client sees:\n",
        "^Cfailed to resize tty, using default size\n",
      })
  void recordsAboveAndBelowAreReadAsWithoutIt(String line) {
    List<Entry> around = Fixtures.read(line + new String(CAPTURE, UTF_8) + line);
    assertThat(around).noneMatch(Reject.class::isInstance);
    assertThat(packets(around)).isEqualTo(packets(Fixtures.read(CAPTURE)));
    assertThat(around.get(0)).isInstanceOf(Notice.class);
    assertThat(around.get(around.size() - 1)).isInstanceOf(Notice.class);
  }

  /** Behind another command the records may have other times. */
  @Test
  void anotherCommandBeginsAnotherCapture() {
    String untimed = "IP 192.0.2.1.22 > 192.0.2.2.51000: Flags [S], seq 1, win 1, length 0\n";
    String command = "/ # tcpdump -n -t\n";
    List<Entry> entries = Fixtures.read("10:00:00.000001 " + untimed + command + untimed);
    assertThat(packets(entries)).hasSize(2);
    List<Entry> without = Fixtures.read("10:00:00.000001 " + untimed + "/ # ls\n" + untimed);
    assertThat(packets(without)).hasSize(1);
  }

  private static List<Object> packets(List<Entry> entries) {
    return entries.stream()
        .filter(e -> e instanceof Packet || e instanceof OtherRecord)
        .map(e -> e instanceof Packet p ? p.ip() : ((OtherRecord) e).description())
        .toList();
  }

  private static Notice notice(String line) {
    return (Notice) Fixtures.only(line + "\n");
  }
}
