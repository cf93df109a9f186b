import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;

/**
 * Starts the in-memory engine on the port given, writes its records as the broker's log exporter does, and obeys lines
 * on standard input: "clock MILLISECONDS" moves its clock. It ends when the input ends.
 */
public class Engine {
  private static final long RECORDS_EVERY_MILLIS = 20;

  public static void main(String[] arguments) throws Exception {
    ZeebeTestEngine engine = EngineFactory.create(Integer.parseInt(arguments[0]));
    engine.start();
    Thread records = new Thread(() -> writeRecords(engine));
    records.setDaemon(true);
    records.start();
    System.out.println("engine ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (line.startsWith("clock ")) {
        engine.increaseTime(Duration.ofMillis(Long.parseLong(line.substring(6))));
        System.out.println("engine clock moved");
      }
    }
    System.exit(0);
  }

  private static void writeRecords(ZeebeTestEngine engine) {
    long written = -1;
    while (true) {
      for (Record<?> record : engine.getRecordStreamSource().getRecords()) {
        if (record.getPosition() <= written) continue;
        written = record.getPosition();
        System.out.println("exporter.log - " + record.toJson());
      }
      try {
        Thread.sleep(RECORDS_EVERY_MILLIS);
      } catch (InterruptedException end) {
        return;
      }
    }
  }
}
