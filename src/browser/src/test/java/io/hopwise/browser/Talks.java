package io.hopwise.browser;

/** Captures for reports that hold much. */
final class Talks {
  private Talks() {}

  /** So many connections, each reset by somebody nearer than its server. */
  static String reset(int connections, String client, String prefix) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < connections; i++) {
      String server = prefix + i;
      int port = 40000 + i % 20000;
      packet(text, i, 1, 64, client + "." + port, server + ".443", "[S], seq 100, win 64800");
      packet(
          text, i, 2, 55, server + ".443", client + "." + port, "[S.], seq 500, ack 101, win 900");
      packet(text, i, 3, 64, client + "." + port, server + ".443", "[.], ack 501, win 64800");
      packet(text, i, 4, 61, server + ".443", client + "." + port, "[R.], seq 501, ack 101, win 7");
      packet(text, i, 5, 55, server + ".443", client + "." + port, "[.], ack 101, win 900");
    }
    return text.toString();
  }

  /** Echo replies, three from each of so many hosts. */
  static String replies(int hosts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3 * hosts; i++) {
      int host = i / 3;
      text.append(time(i, 0))
          .append(" IP (tos 0x0, ttl ")
          .append(40 + host % 24)
          .append(", id 7, offset 0, flags [none], proto ICMP (1), length 60)\n    10.")
          .append(host / 62500)
          .append('.')
          .append(host / 250 % 250)
          .append('.')
          .append(host % 250)
          .append(" > 192.0.2.1: ICMP echo reply, id 1, seq 1, length 40\n");
    }
    return text.toString();
  }

  private static void packet(
      StringBuilder text, int at, int step, int ttl, String from, String to, String flags) {
    text.append(time(at, step))
        .append(" IP (tos 0x0, ttl ")
        .append(ttl)
        .append(", id ")
        .append(1000 + at % 60000)
        .append(", offset 0, flags [DF], proto TCP (6), length 40)\n    ")
        .append(from)
        .append(" > ")
        .append(to)
        .append(": Flags ")
        .append(flags)
        .append(", length 0\n");
  }

  private static String time(int at, int step) {
    int seconds = at / 1000;
    return String.format(
        "%02d:%02d:%02d.%06d",
        12 + seconds / 3600, seconds / 60 % 60, seconds % 60, at % 1000 * 1000 + step * 100);
  }
}
