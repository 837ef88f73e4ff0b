package io.hopwise;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a class file refers to: classes as {@code java.lang.Thread}, fields and methods as {@code
 * java.lang.String.lines}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The Java
 *     Virtual Machine Specification, 4.4</a>
 */
final class ClassFile {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int INTERFACE_METHOD = 11;
  private static final int METHOD_HANDLE = 15;

  private final int[] tags;
  private final int[] first;
  private final int[] second;
  private final String[] texts;

  private ClassFile(DataInputStream in) throws IOException {
    in.readInt(); // 0xCAFEBABE
    in.readInt(); // version
    int count = in.readUnsignedShort();
    tags = new int[count];
    first = new int[count];
    second = new int[count];
    texts = new String[count];
    for (int i = 1; i < count; i += tags[i] == LONG || tags[i] == DOUBLE ? 2 : 1) {
      read(in, i);
    }
  }

  private void read(DataInputStream in, int i) throws IOException {
    tags[i] = in.readUnsignedByte();
    switch (tags[i]) {
      case UTF8 -> texts[i] = in.readUTF();
      case LONG, DOUBLE -> in.readLong();
      case CLASS, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
      case METHOD_HANDLE -> {
        in.readUnsignedByte();
        in.readUnsignedShort();
      }
      default -> {
        first[i] = in.readUnsignedShort();
        second[i] = in.readUnsignedShort();
      }
    }
  }

  static Set<String> references(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ClassFile read = new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
    Set<String> all = new TreeSet<>();
    for (int i = 1; i < read.tags.length; i++) {
      if (read.tags[i] == CLASS) {
        all.add(read.className(i));
      } else if (read.tags[i] > CLASS + 1 && read.tags[i] <= INTERFACE_METHOD) {
        all.add(read.className(read.first[i]) + "." + read.texts[read.first[read.second[i]]]);
      }
    }
    return all;
  }

  private String className(int index) {
    return texts[first[index]].replace('/', '.');
  }
}
