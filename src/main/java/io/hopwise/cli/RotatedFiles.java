package io.hopwise.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that tcpdump writes one after the other: with {@code -C} numbered ones, {@code x.pcap} and
 * {@code x.pcap1}, with {@code -G} dated ones. With {@code -W} the numbers begin anew.
 *
 * @param names the files, in the order in which they were captured
 * @param beginnings what the first packets of each show
 */
record RotatedFiles(ImmutableList<String> names, ImmutableList<FileBeginning> beginnings) {
  /** The name that {@code -w} was given, the number, and what a compressor or a user appended. */
  private static final Pattern NUMBERED =
      Pattern.compile("(.*?\\.[A-Za-z]+)(\\d*)((?:\\.(?:gz|xz|zst|bz2|txt))*)");

  /** A date and a time in a name: eight digits or more, perhaps with something between them. */
  private static final Pattern DATED = Pattern.compile("\\d(?:[-_:.T]?\\d){7,}");

  /** Which of several files a name is: its date, and its number, -1 for none. */
  private record Which(String date, int number) {}

  /** The files in groups: each is what one tcpdump wrote, as far as the names tell. */
  static List<RotatedFiles> groups(List<String> files) {
    List<RotatedFiles> groups = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String file : files) {
      if (!group.isEmpty() && !isLike(group.get(0), file, group)) {
        groups.add(of(group));
        group = new ArrayList<>();
      }
      group.add(file);
    }
    groups.add(of(group));
    return groups;
  }

  private static boolean isLike(String first, String file, List<String> group) {
    return stem(first).equals(stem(file)) && !group.contains(file);
  }

  /** What names of one tcpdump have in common, with their folder. */
  private static String stem(String file) {
    Matcher numbered = NUMBERED.matcher(file);
    String name = numbered.matches() ? numbered.replaceFirst("$1#$3") : file;
    int folder = name.lastIndexOf('/') + 1;
    return name.substring(0, folder) + DATED.matcher(name.substring(folder)).replaceAll("#");
  }

  private static Which which(String file) {
    Matcher numbered = NUMBERED.matcher(file);
    String number = numbered.matches() ? numbered.group(2) : "";
    Matcher dated = DATED.matcher(file.substring(file.lastIndexOf('/') + 1));
    return new Which(
        dated.find() ? dated.group() : "",
        number.isEmpty() || number.length() > 9 ? -1 : Integer.parseInt(number));
  }

  private static RotatedFiles of(List<String> group) {
    if (group.size() == 1) {
      return new RotatedFiles(ImmutableList.copyOf(group), ImmutableList.of());
    }
    List<String> names = new ArrayList<>(group);
    names.sort(
        Comparator.comparing((String name) -> which(name).date())
            .thenComparing(name -> which(name).number()));
    Map<String, FileBeginning> beginnings = new HashMap<>();
    names.forEach(name -> beginnings.put(name, FileBeginning.of(name)));
    int first = oldest(names.stream().map(beginnings::get).toList());
    List<String> ordered = new ArrayList<>(names.subList(first, names.size()));
    ordered.addAll(names.subList(0, first));
    return new RotatedFiles(
        ImmutableList.copyOf(ordered),
        ordered.stream().map(beginnings::get).collect(ImmutableList.toImmutableList()));
  }

  /** Where a ring begins: behind the only place where times go back; 0 where there is none. */
  private static int oldest(List<FileBeginning> beginnings) {
    int first = 0;
    for (int i = 1; i < beginnings.size(); i++) {
      if (beginnings.get(i).isBefore(beginnings.get(i - 1).time())) {
        if (first > 0) {
          return 0;
        }
        first = i;
      }
    }
    FileBeginning last = beginnings.get(beginnings.size() - 1);
    return first > 0 && !beginnings.get(0).isBefore(last.time()) ? first : 0;
  }
}
