package io.hopwise.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.hopwise.Hopwise;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.Reject;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import io.hopwise.testing.packets.Packets;
import io.hopwise.text.ParseError;
import io.hopwise.text.RecordText;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymizerTest {
  private final AnonymousNames names = new AnonymousNames(key());
  private final Anonymizer anonymizer = new Anonymizer("a secret");

  @Test
  void addressesShareAsManyLeadingBitsAsBefore() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] one = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(one);
      // Public unicast, and nothing else: the others are tested one by one.
      one[0] = one.length == 4 ? (byte) 80 : 0x20;
      byte[] two = one.clone();
      int differs = 8 + random.nextInt(one.length * 8 - 8);
      two[differs / 8] ^= (byte) (0x80 >> (differs % 8));

      assertThat(sharedBits(map(one), map(two))).isEqualTo(differs);
    }
  }

  @Test
  void aZoneFollowsTheMappedAddressWhateverItNames() {
    String mapped = names.address("fe80::1");
    assertThat(names.address("fe80::1%eth0")).isEqualTo(mapped + "%eth0");
    assertThat(names.address("fe80::1%nowhere"))
        .startsWith(mapped + "%n")
        .doesNotContain("nowhere");
    assertThat(new Host("ff02::1%nowhere").isMulticastOrBroadcast()).isTrue();
    assertThat(new Host("fe80::1%nowhere").address()).isEqualTo(new Host("fe80::1").address());
    assertThat(new Host("server").address()).isEmpty();
  }

  @Test
  void differentAddressesStayDifferent() {
    Set<String> mapped = new HashSet<>();
    for (int i = 0; i < 2048; i++) {
      mapped.add(names.address("198.51." + i / 256 + "." + i % 256));
    }

    assertThat(mapped).hasSize(2048);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "127.0.0.1", "224.0.0.251", "255.255.255.255", "::", "::1", "ff02::fb"})
  void addressesOfNobodyStay(String address) {
    assertThat(names.address(address)).isEqualTo(address);
  }

  @Test
  void privateStaysPrivate() {
    assertThat(names.address("10.1.2.3")).startsWith("10.").isNotEqualTo("10.1.2.3");
    assertThat(names.address("192.168.40.129")).startsWith("192.168.");
    assertThat(names.address("fe80::a00:27ff:fe12:3456")).startsWith("fe80::");
    assertThat(names.address("ff02::1:ff12:3456"))
        .startsWith("ff02::1:ff")
        .isNotEqualTo("ff02::1:ff12:3456");
    assertThat(names.address("::ffff:1.2.3.4")).isEqualTo("::ffff:" + names.address("1.2.3.4"));
  }

  @Test
  void unicastNeverBecomesMulticast() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      byte[] address = new byte[4];
      random.nextBytes(address);
      boolean unicast = (address[0] & 0xff) < 224;

      assertThat((map(address)[0] & 0xff) < 224).isEqualTo(unicast);
    }
  }

  @Test
  void namesOfOneDomainKeepOneDomain() {
    String www = names.name("www.example.com");
    String mail = names.name("mail.example.com");

    assertThat(www).matches("n[0-9a-f]{8}\\.n[0-9a-f]{8}\\.n[0-9a-f]{8}").isNotEqualTo(mail);
    assertThat(www.substring(9)).isEqualTo(mail.substring(9));
    assertThat(names.name("localhost")).isEqualTo("localhost");
  }

  @Test
  void textKeepsTcpdumpsOwnWordsAndHidesAllOthers() {
    MaskedText masked = new MaskedText(names);
    String four = names.address("192.0.2.7");
    String six = names.address("2001:db8::7");
    names.host(new Host("gw.example"));

    assertThat(
            masked.free(
                "10:00:00.123 from 192.0.2.7.53, 2001:db8::7: to gw.example.22, length 1234, gwx 567"))
        .isEqualTo(
            "00:00:00.000 from %s.53, %s: to %s.22, length 1234, masked 000"
                .formatted(four, six, names.name("gw.example")));
    assertThat(masked.free("is-at 08:00:27:12:34:56 (2001:db8::7)"))
        .isEqualTo("is-at " + names.mac("08:00:27:12:34:56") + " (" + six + ")");
    assertThat(masked.ofHeader("[0]2001:db8::7, 33434 2001:db8::7.80 ff:ff:ff:ff:ff:ff"))
        .isEqualTo("[0]" + six + ", 33434 " + six + ".80 ff:ff:ff:ff:ff:ff");
    assertThat(masked.free("bridge-id 8000.08:00:27:12:34:56.8001, auth \"p, w\", key 0xcb007105"))
        .isEqualTo(
            "bridge-id 0000."
                + names.mac("08:00:27:12:34:56")
                + ".8001, auth \"masked\", key 0x00000000");
  }

  @Test
  void quotedPacketIsMappedLikeTheOthers() {
    Packet probe = Packets.udp("192.0.2.10:51000", "198.51.100.20:33434").data(12).build();
    Packet error = Packets.portUnreachable("198.51.100.20", probe).ttl(61).build();

    Packet mappedProbe = anonymizer.anonymize(probe);
    Packet mapped = anonymizer.anonymize(error);

    IcmpMessage icmp = (IcmpMessage) mapped.payload();
    assertThat(mapped.ip().src()).isEqualTo(mappedProbe.ip().dst());
    assertThat(icmp.quoted().orElseThrow().ip().src()).isEqualTo(mappedProbe.ip().src());
    assertThat(icmp.subject()).contains(mappedProbe.ip().dst());
    assertThat(icmp.text()).isEqualTo(mappedProbe.ip().dst() + " udp port 33434 unreachable");
    assertThat(mapped.ip().ttl()).hasValue(61);
    assertThat(mapped.text().toString())
        .doesNotContain("192.0.2.10", "198.51.100.20")
        .isEqualTo(TcpdumpRenderer.create().render(mapped));
  }

  @Test
  void applicationTextIsLeftOut() {
    Packet query =
        Packets.udp("192.0.2.10:51000", "192.0.2.53:53").data(33).text("1+ A? a.b. (33)").build();

    UdpDatagram udp = (UdpDatagram) anonymizer.anonymize(query).payload();

    assertThat(udp)
        .isEqualTo(
            new UdpDatagram(
                Port.of(51000),
                Port.of(53),
                OptionalInt.of(33),
                Checksum.NOT_PRINTED,
                "",
                Optional.empty()));
  }

  @Test
  void sameSecretGivesTheSameAndAnotherDoesNot() {
    Packet packet = Packets.udp("80.0.2.10:51000", "80.51.100.20:33434").build();

    assertThat(new Anonymizer("a secret").anonymize(packet))
        .isEqualTo(anonymizer.anonymize(packet));
    assertThat(new Anonymizer("another").anonymize(packet))
        .isNotEqualTo(anonymizer.anonymize(packet));
  }

  @Test
  void arpKeepsItsWordsAndRejectsGo() {
    OtherRecord arp =
        new OtherRecord(
            RecordText.NONE,
            OptionalLong.empty(),
            Optional.empty(),
            LinkLayer.NONE,
            "ARP, Request who-has 80.51.100.20 tell 80.0.2.10, length 46");
    Reject reject = new Reject(RecordText.NONE, new ParseError(1, 1, "a record", "x", 1));
    AnonymousNames same =
        new AnonymousNames(
            com.google.common.hash.Hashing.sha256()
                .hashString("a secret", java.nio.charset.StandardCharsets.UTF_8)
                .asBytes());

    assertThat(((OtherRecord) anonymizer.anonymize(arp).orElseThrow()).description())
        .isEqualTo(
            "ARP, Request who-has %s tell %s, length 46"
                .formatted(same.address("80.51.100.20"), same.address("80.0.2.10")));
    assertThat(anonymizer.anonymize(reject)).isEmpty();
  }

  private byte[] map(byte[] address) {
    try {
      String text = InetAddresses.toAddrString(java.net.InetAddress.getByAddress(address));
      return InetAddresses.forString(names.address(text)).getAddress();
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static int sharedBits(byte[] one, byte[] two) {
    for (int bit = 0; bit < one.length * 8; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((one[bit / 8] & mask) != (two[bit / 8] & mask)) {
        return bit;
      }
    }
    return one.length * 8;
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i * 7 + 1);
    }
    return key;
  }

  @Test
  void namesOfLinkLayerAddressesAreNames() {
    String line =
        "gw7 > Broadcast, ethertype IPv4 (0x0800), length 47: 10.1.2.3.7 > 10.9.9.9.9: UDP, length"
            + " 5\n";
    Packet packet = anonymizer.anonymize((Packet) Hopwise.parse(line));
    assertThat(packet.link().text()).doesNotContain("gw7").contains(" > Broadcast, ");
    assertThat(packet.link().src().orElseThrow()).isNotEqualTo("gw7");
    assertThat(packet.link().dst()).hasValue("Broadcast");
  }
}
