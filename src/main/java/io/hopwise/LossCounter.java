package io.hopwise;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.text.PastedForm;
import java.util.ArrayList;
import java.util.List;

/** Counts entries and compares the counts with what tcpdump says it captured. */
final class LossCounter {
  private final List<LossAccount> accounts = new ArrayList<>();
  private long packets;
  private long others;
  private long notices;
  private long rejects;
  private long ambiguous;

  /** The counts when the capture began. */
  private long readBefore;

  private long rejectsBefore;
  private long ambiguousBefore;

  void count(Entry entry) {
    boolean doubtful = entry.text().isAmbiguous();
    ambiguous += doubtful ? 1 : 0;
    if (entry instanceof Packet) {
      packets++;
    } else if (entry instanceof Notice notice) {
      notices++;
      if (!doubtful) {
        observe(notice);
      }
    } else if (entry instanceof Reject) {
      rejects++;
    } else {
      others++;
    }
  }

  private void observe(Notice notice) {
    switch (notice.kind()) {
      case LISTENING, READING -> begin();
      case PACKETS_CAPTURED -> {
        notice.count().ifPresent(captured -> settle(notice.text().firstLine(), captured));
        begin();
      }
      default -> {
        // Says nothing of how many packets there are.
      }
    }
  }

  private void begin() {
    readBefore = packets + others;
    rejectsBefore = rejects;
    ambiguousBefore = ambiguous;
  }

  private void settle(long line, long captured) {
    if (accounts.size() < ReadingSummary.MOST_ACCOUNTS) {
      accounts.add(
          new LossAccount(
              line,
              captured,
              packets + others - readBefore,
              rejects - rejectsBefore,
              ambiguous - ambiguousBefore));
    }
  }

  ReadingSummary summary(ImmutableList<PastedForm> pasted) {
    return new ReadingSummary(
        packets, others, notices, rejects, ambiguous, ImmutableList.copyOf(accounts), pasted);
  }
}
