package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Compiles tables into the classes that {@link TableText} reads. Run by the build.
 *
 * @param classes the folder of the project's classes
 * @param sources the folder for the sources of those that hold tables
 */
record TableClassWriter(Path classes, Path sources) {
  /** So many bytes, two each in a class file, are less than the 65,535 of its longest constant. */
  private static final int PIECE = 32_000;

  /** Makes the class of a simple name. */
  void write(String name, LexerTable table) throws IOException {
    Path source = sources.resolve(name + ".java");
    Files.createDirectories(sources);
    Files.writeString(source, source(name, text(table)));
    String folder = classes.toString();
    String[] options = {"-cp", folder, "-d", folder, "--release", "17", source.toString()};
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options) != 0) {
      throw new IllegalStateException("cannot compile " + source);
    }
  }

  private static String text(LexerTable table) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    table.save(new DataOutputStream(saved));
    return saved.toString(ISO_8859_1);
  }

  private static String source(String name, String text) {
    StringBuilder source = new StringBuilder("package io.hopwise.parser;\n\n");
    source.append("final class ").append(name).append(" implements TableText {\n");
    source.append("  @Override\n  public String[] pieces() {\n    return new String[] {\n");
    for (String piece : Splitter.fixedLength(PIECE).split(text)) {
      source.append("      \"");
      piece.chars().forEach(c -> source.append(String.format("\\%03o", c)));
      source.append("\",\n");
    }
    return source.append("    };\n  }\n}\n").toString();
  }
}
