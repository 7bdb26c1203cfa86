package dev.firstfill.bench.measure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every run of every benchmark as a JSON file of its own, each single turn in it. */
final class ResultFile {
    private final Path folder;

    ResultFile(Path folder) {
        this.folder = folder;
    }

    /** Runs that were only for trying are kept apart, where Git does not look. */
    Path keep(String name, Setting setting, Machine machine, List<Finding> findings) throws IOException {
        var into = Files.createDirectories(setting.quick() ? folder.resolve("quick") : folder);
        var json = new JsonObject()
                .put("benchmark", name)
                .put("quick", setting.quick())
                .put("pairs", setting.pairs())
                .put("seconds", setting.seconds())
                .put("javaFlags", new JsonArray(setting.javaFlags()))
                .put("machine", JsonObject.mapFrom(machine))
                .put(
                        "findings",
                        new JsonArray(findings.stream().map(ResultFile::json).toList()));
        setting.size().ifPresent(size -> json.put("size", size));
        var file = into.resolve("%s-%s.json".formatted(machine.date().replace(":", ""), name));
        return Files.writeString(file, json.encodePrettily() + "\n");
    }

    private static JsonObject json(Finding finding) {
        var json = new JsonObject()
                .put("what", finding.what())
                .put("promise", finding.promise().toString())
                .put("concludes", finding.doubt().isEmpty());
        finding.doubt().ifPresent(why -> json.put("why", why));
        return switch (finding) {
            case Finding.Ratio ratio -> compared(json, ratio);
            case Finding.Fact fact ->
                json.put("measured", fact.figure())
                        .put("unit", fact.unit())
                        .put("note", fact.note())
                        .put("others", fact.others());
            case Finding.Missing missing -> json;
        };
    }

    private static JsonObject compared(JsonObject json, Finding.Ratio row) {
        var comparison = row.comparison();
        if (row.doubt().isEmpty()) {
            var ratio = comparison.ratio();
            json.put(
                    "ratio",
                    new JsonObject()
                            .put("median", ratio.median())
                            .put("min", ratio.min())
                            .put("max", ratio.max()));
        }
        return json.put("unit", row.unit())
                .put("ours", comparison.ours())
                .put("limit", comparison.limit())
                .put("repeated", comparison.repeated())
                .put(
                        "turns",
                        new JsonArray(comparison.pairs().stream()
                                .map(pair -> new JsonObject()
                                        .put("ours", json(pair.ours()))
                                        .put("limit", json(pair.limit())))
                                .toList()));
    }

    private static JsonObject json(Sample sample) {
        return new JsonObject()
                .put("figure", sample.figure())
                .put("cpuMicros", new JsonObject(Map.copyOf(sample.cpuMicros())))
                .put("others", sample.others())
                .put("load", sample.load());
    }
}
