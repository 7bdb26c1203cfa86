package dev.firstfill.bench.load;

import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.measure.Warm;
import dev.firstfill.bench.platform.Patients;
import dev.firstfill.bench.platform.Pharmacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A closed loop: each client asks again when it was answered. It finds the peak and says nothing of percentiles. */
public final class Wrk implements Side {
    public static final int CLIENTS = 16;

    /** A program that has just started takes seconds for its first answers on a busy machine, and that is no error. */
    private static final String PATIENCE = "20s";

    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern ERRORS = Pattern.compile("(Non-2xx or 3xx responses|Socket errors):?.*");

    private final String name;
    private final String url;
    private final Path script;

    private Wrk(String name, String url, Path script) {
        this.name = name;
        this.url = url;
        this.script = script;
    }

    /** Each request is one of these, by chance. */
    public static Wrk sending(String name, Path folder, String url, List<Request> requests) throws IOException {
        var script = Files.writeString(Files.createTempFile(folder, "wrk-", ".lua"), script(requests));
        return new Wrk(name, url, script);
    }

    /** Patients, each under an idempotency key of its own, in one of these pharmacies by chance. */
    public static Wrk creating(String name, Path folder, String url, List<Pharmacy> pharmacies) throws IOException {
        var tokens = pharmacies.stream()
                .map(pharmacy -> "'Bearer " + pharmacy.token() + "'")
                .collect(Collectors.joining(", "));
        var script = Files.writeString(Files.createTempFile(folder, "wrk-", ".lua"), """
                local tokens = {%s}
                local run = '%s-' .. os.time() .. '-'
                local number = 0
                local headers = {['Content-Type'] = 'application/json'}
                local body = [==[%s]==]
                function request()
                  number = number + 1
                  headers['Idempotency-Key'] = run .. number
                  headers['Authorization'] = tokens[math.random(#tokens)]
                  return wrk.format('POST', '/v1/patients', headers, body)
                end
                """.formatted(
                        tokens, UUID.randomUUID(), Patients.MARISOL));
        return new Wrk(name, url, script);
    }

    private static String script(List<Request> requests) {
        var script = new StringBuilder("local requests = {}\n");
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            script.append("requests[%d] = wrk.format('%s', '%s', {%s}, %s)%n"
                    .formatted(
                            i + 1,
                            request.method(),
                            request.path(),
                            headers(request),
                            request.body().isEmpty() ? "nil" : "[==[" + request.body() + "]==]"));
        }
        // What wrk calls for each request must not build one: it would spend on that what the server is to have.
        return "function init(args)\n"
                + script
                + "  request = function() return requests[math.random(#requests)] end\nend\n";
    }

    private static String headers(Request request) {
        var token = request.token().isEmpty() ? "" : "['Authorization'] = 'Bearer " + request.token() + "'";
        var type = request.body().isEmpty() ? "" : "['Content-Type'] = 'application/json'";
        return token.isEmpty() || type.isEmpty() ? token + type : token + ", " + type;
    }

    @Override
    public String name() {
        return name;
    }

    /** Whatever the answers are: a cold program on a busy machine may refuse what it could not record in time. */
    public void push(int seconds) throws IOException, InterruptedException {
        output(seconds);
    }

    /** {@link Warm#up}, whatever the answers are. */
    public void warmUp(Setting setting) throws Exception {
        Warm.up(setting, Side.of(name, seconds -> Work.perSecond(Tool.number(PER_SECOND, output(seconds)), seconds)));
    }

    /** Anything but success for each request is a failure of the benchmark. */
    @Override
    public Work work(int seconds) throws Exception {
        var printed = output(seconds);
        var errors = ERRORS.matcher(printed);
        if (errors.find()) {
            throw new IllegalStateException(name + " did not answer every request well: " + errors.group());
        }
        return Work.perSecond(Tool.number(PER_SECOND, printed), seconds);
    }

    private String output(int seconds) throws IOException, InterruptedException {
        return Tool.output(
                Map.of(),
                List.of(
                        "wrk",
                        "-t1",
                        "-c" + CLIENTS,
                        "-d" + seconds + "s",
                        "--timeout",
                        PATIENCE,
                        "-s",
                        script.toString(),
                        url));
    }
}
