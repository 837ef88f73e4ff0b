package io.hopwise.testing;

import static io.hopwise.testing.PacketMatcher.rst;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.CaptureBuilder;
import io.hopwise.testing.packets.Conversation;

/** Captures, and what is found in them, on which assertions pass and fail. */
final class AssertedCaptures {
  private AssertedCaptures() {}

  static final PacketCapture BROKEN = PacketCapture.of("this is 0x1 nothing tcpdump prints\n");

  static final PacketCapture FOUNDING =
      new CaptureBuilder()
          .add(
              Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
                  .serverTtl(63)
                  .syn()
                  .serverResets())
          .ping("10.9.1.1", "10.9.4.2", 4, 61)
          .capture();

  static final Report REPORT = FOUNDING.report();
  static final Finding FORGED = REPORT.of("forged-reset").get(0);

  static final String SHOWN_FOUNDING =
      """
           1  00:00:00.000000 IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
           2      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0x4832 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
           5  00:00:01.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto ICMP (1), length 84)
           6      10.9.1.1 > 10.9.4.2: ICMP echo request, id 1, seq 1, length 64
      """;

  static final String SHOWN_RESET =
      """


      >    3  00:00:00.020000 IP (tos 0x0, ttl 63, id 7000, offset 0, flags [none], proto TCP (6), length 40)
      >    4      10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0xb817 (correct), seq 0, ack 1000000001, win 0, length 0
      """;

  static final Finding EVIDENT =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .serverTtl(61)
          .handshake()
          .serverSends(100)
          .foreign(reset -> reset.rst().ttl(63))
          .serverSends(100)
          .capture()
          .report()
          .of("forged-reset")
          .get(0);

  static final PacketMatcher QUIET =
      PacketMatcher.packet("a quiet packet", packet -> !rst().matches(packet));

  static final PacketCapture SESSION =
      Conversation.between("10.9.1.1:55538", "10.9.4.2:22")
          .handshake()
          .clientSends(21)
          .close()
          .capture();
}
