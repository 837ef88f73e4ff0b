package io.hopwise.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import io.hopwise.parser.lexer.LexerTable;
import io.hopwise.parser.lexer.TableText;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes tables as Java sources of classes that implement {@link TableText}. Run by the build.
 *
 * @param sources the root folder for the sources
 */
record TableSourceWriter(Path sources) {
  /**
   * Bytes per string constant: each takes up to two bytes in a class file, whose constants have at
   * most 65,535.
   */
  private static final int PIECE = 32_000;

  private static final String PACKAGE = TableText.class.getPackageName();

  /** Writes the class with a simple name. */
  void write(String name, LexerTable table) throws IOException {
    Path folder = sources.resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".java"), source(name, text(table)));
  }

  private static String text(LexerTable table) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    table.save(new DataOutputStream(saved));
    return saved.toString(ISO_8859_1);
  }

  private static String source(String name, String text) {
    StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n\n");
    source
        .append("/** Made by the build. */\npublic final class ")
        .append(name)
        .append(" implements TableText {\n");
    source.append("  @Override\n  public String[] pieces() {\n    return new String[] {\n");
    for (String piece : Splitter.fixedLength(PIECE).split(text)) {
      source.append("      \"");
      piece.chars().forEach(c -> source.append(String.format("\\%03o", c)));
      source.append("\",\n");
    }
    return source.append("    };\n  }\n}\n").toString();
  }
}
