import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/**
 * AWS's own matcher, asked over standard input. A line holds a pattern and an event in base64, a tab between them; the
 * answer is a line: {@code refused}, {@code complex}, {@code true} or {@code false}. The argument is the complexity from
 * which on a rule is too complex.
 */
public final class Ruler {
  private Ruler() {}

  public static void main(String[] arguments) throws Exception {
    MachineComplexityEvaluator complexity = new MachineComplexityEvaluator(Integer.parseInt(arguments[0]));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split("\t", -1);
      out.println(answer(text(parts[0]), text(parts[1]), complexity, Integer.parseInt(arguments[0])));
    }
    out.close();
  }

  private static String answer(String pattern, String event, MachineComplexityEvaluator complexity, int most) {
    try {
      if (JsonRuleCompiler.check(pattern) != null) return "refused";
      Machine machine = Machine.builder().build();
      machine.addRule("rule", pattern);
      if (machine.evaluateComplexity(complexity) >= most) return "complex";
      return String.valueOf(!machine.rulesForJSONEvent(event).isEmpty());
    } catch (Exception broken) {
      // What the library itself trips over is no rule.
      return "refused";
    }
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
