package io.hopwise.parser.around;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a command runs: the container, pod, namespace or ssh host in its words, or else
 * the machine in the prompt.
 */
final class CommandPlace {
  private static final Pattern USER_AT_HOST =
      Pattern.compile("[A-Za-z0-9_.!-]+\\$?[@㉿]([A-Za-z0-9_][A-Za-z0-9_.-]*|\\([^()]+\\))");

  /** {@code sensor:~#}, {@code host:dir user$}, {@code [host:~]$}, {@code 42 host:/root#}. */
  private static final Pattern HOST_BEFORE_PATH =
      Pattern.compile(
          "^(?:\\[|\\d+ )?([A-Za-z0-9_][A-Za-z0-9_.-]*): ?(?:[~/][^ ]*|[A-Za-z0-9_.-]+ [a-z])");

  /** {@code server#}, {@code FGT #}, {@code switch(config)#}, {@code <name>}. */
  private static final Pattern NAME_BEFORE_MARK =
      Pattern.compile("^<?([A-Za-z0-9_][A-Za-z0-9_.-]*)(?: ?\\([^)]*\\))?(?: [~/][^ ]*)? ?[#$%>]$");

  /** {@code sh-4.4#} names the shell, {@code PS C:\>} a folder. */
  private static final Pattern NO_PLACE =
      Pattern.compile("^(?:ba|a|z|k)?sh(?:-[0-9.]+[a-z]*)?[#$]$|^PS |^[A-Za-z]:\\\\");

  private static final Pattern MARK = Pattern.compile("[#$%>] *");

  /** Commands that run another one in a container or pod, which is named after this word. */
  private static final ImmutableSet<String> CONTAINERS =
      ImmutableSet.of(
          "kubectl",
          "oc",
          "docker",
          "podman",
          "nerdctl",
          "crictl",
          "lxc",
          "incus",
          "k",
          "docker-compose");

  private static final ImmutableSet<String> IN_CONTAINER =
      ImmutableSet.of("exec", "debug", "shell", "run");

  /** Options whose value is the next word. */
  private static final ImmutableSet<String> WITH_VALUE =
      ImmutableSet.of(
          "-n",
          "--namespace",
          "-c",
          "--container",
          "-u",
          "--user",
          "-e",
          "--env",
          "-w",
          "--workdir",
          "-p",
          "-i",
          "-l",
          "-o",
          "-F",
          "-J",
          "--image",
          "--context",
          "--target",
          "--name",
          "--net",
          "--network",
          "-b",
          "-m",
          "-L",
          "-R",
          "-D");

  /** {@code --net=container:web}: a new container sees the packets of another one. */
  private static final String OTHERS_NETWORK = "container:";

  private CommandPlace() {}

  /** What was typed after the prompt, in a line up to the name of tcpdump. */
  static String typed(String before) {
    Matcher mark = MARK.matcher(before);
    return mark.find() ? before.substring(mark.end()) : before;
  }

  static Optional<String> of(String prompt, String command) {
    return inCommand(command).or(() -> inPrompt(prompt.strip()));
  }

  private static Optional<String> inPrompt(String prompt) {
    if (NO_PLACE.matcher(prompt).find()) {
      return Optional.empty();
    }
    Matcher user = USER_AT_HOST.matcher(prompt);
    if (user.find()) {
      return Optional.of(user.group(1).replaceAll("[()]", ""));
    }
    Matcher host = HOST_BEFORE_PATH.matcher(prompt);
    if (host.find()) {
      return Optional.of(host.group(1));
    }
    Matcher name = NAME_BEFORE_MARK.matcher(prompt);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static Optional<String> inCommand(String command) {
    Iterator<String> words = Splitter.on(' ').omitEmptyStrings().split(command).iterator();
    Optional<String> place = Optional.empty();
    while (words.hasNext()) {
      String word = words.next();
      if (CONTAINERS.contains(word)) {
        place = container(words).or(() -> Optional.empty());
      } else if (word.equals("netns")) {
        place = namespace(words);
      } else if (word.equals("ssh")) {
        place = operand(words).map(to -> to.substring(to.indexOf('@') + 1));
      } else if (word.equals("nsenter")) {
        place = value(words, "-t");
      } else if (word.equals("lxc-attach")) {
        place = value(words, "-n");
      }
    }
    return place
        .map(name -> name.replaceAll("[\"']", ""))
        .filter(name -> !name.isEmpty() && !name.startsWith("$"));
  }

  private static Optional<String> container(Iterator<String> words) {
    while (words.hasNext()) {
      if (IN_CONTAINER.contains(words.next())) {
        return operand(words);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> namespace(Iterator<String> words) {
    return words.hasNext() && words.next().equals("exec") ? operand(words) : Optional.empty();
  }

  /** The first word that is neither an option nor an option's value. */
  private static Optional<String> operand(Iterator<String> words) {
    while (words.hasNext()) {
      String word = words.next();
      boolean hasValue = WITH_VALUE.contains(word) && words.hasNext();
      String value = hasValue ? words.next() : word.substring(word.indexOf('=') + 1);
      boolean isOption = hasValue || word.startsWith("-");
      if (isOption && value.startsWith(OTHERS_NETWORK)) {
        return Optional.of(value.substring(OTHERS_NETWORK.length()));
      }
      if (!isOption) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** {@code -t 1234}, {@code --target=1234}, {@code --net=/run/netns/x}. */
  private static Optional<String> value(Iterator<String> words, String option) {
    while (words.hasNext()) {
      String word = words.next();
      int equals = word.indexOf('=');
      if (word.startsWith("-") && equals > 0) {
        return Optional.of(word.substring(equals + 1));
      }
      if ((word.equals(option) || word.equals("--target")) && words.hasNext()) {
        return Optional.of(words.next());
      }
    }
    return Optional.empty();
  }
}
