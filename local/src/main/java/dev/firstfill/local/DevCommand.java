package dev.firstfill.local;

import dev.firstfill.local.example.ExamplePharmacies;
import dev.firstfill.local.payer.PayerSimulator;
import java.io.IOException;
import java.net.URI;

/** {@code bin/dev}: servers, API and two example pharmacies, until Ctrl-C. */
public final class DevCommand {

    private static final int PAYER_PORT = 8090;

    private DevCommand() {}

    public static void main(String[] words) throws InterruptedException {
        var progress = Progress.toStandardOutput();
        var instance = Instance.named("dev");
        try (var stack = LocalStack.of(instance).reportingTo(progress).start();
                var payer = PayerSimulator.listeningOn(Ports.freeNear(PAYER_PORT))) {
            if (stack.isShared()) {
                throw new LocalStackFailure("bin/dev runs here already. End that one first, or use it.");
            }
            var at = new ApiProgram(instance).startOn(stack, payer.url(), progress);
            var address = "http://%s:%d".formatted(Ports.HOST, at.port());
            ExamplePharmacies.ensure(address, stack.tokens(), progress);
            leaveAddresses(instance, address, payer.url());
            System.out.println(
                    new Welcome(address, at.tlsPort(), payer.url(), stack.certificates(), stack.tokens(), instance)
                            .text());
            stack.firstEnd().join();
            System.err.println("A server has ended by itself, so all are stopped. See " + instance.logs());
            System.exit(1);
        } catch (IOException | LocalStackFailure | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** For {@code bin/demo}, which uses what runs here. It stays when this ends, so whoever reads it looks for the process. */
    private static void leaveAddresses(Instance instance, String api, URI payer) throws IOException {
        PrivateFile.write(instance.folder().resolve("running.properties"), """
                process.pid=%d
                api=%s
                payer=%s
                """.formatted(
                        ProcessHandle.current().pid(), api, payer));
    }
}
