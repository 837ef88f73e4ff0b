package io.hopwise.page;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles {@link Judge} and the library to JavaScript. TeaVM's own Maven plugin looks into jars
 * first, where this project's classes could not take the place of the library's.
 */
public final class Compile {
  private Compile() {}

  /**
   * Writes {@code judge.js}.
   *
   * @param args the folder to write it to
   * @throws IllegalStateException if something cannot be compiled
   */
  public static void main(String[] args) throws Exception {
    List<File> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .collect(Collectors.toList());
    TeaVMTool tool = new TeaVMTool();
    tool.setClassLoader(Compile.class.getClassLoader());
    tool.setClassPath(classPath);
    tool.setMainClass(Judge.class.getName());
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setTargetDirectory(new File(args[0]));
    tool.setTargetFileName("judge.js");
    tool.setJsModuleType(JSModuleType.NONE);
    tool.setObfuscated(true);
    tool.setStrict(true);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
    tool.generate();
    String problems =
        tool.getProblemProvider().getSevereProblems().stream()
            .map(Compile::words)
            .distinct()
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems);
    }
  }

  private static String words(Problem problem) {
    DefaultProblemTextConsumer words = new DefaultProblemTextConsumer();
    problem.render(words);
    return words.getText();
  }
}
