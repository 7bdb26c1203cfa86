package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What an export consists of, so that whoever receives it can tell that it is whole and unaltered. */
public record Manifest(Tenant tenant, String platformVersion, Instant exportedAt, List<ExportedFile> files) {

    static final String FILE_NAME = "manifest.json";

    /** Grows when a reader of the old one would misread the new one. */
    private static final int FORMAT = 1;

    /** One table, a JSON object per line. */
    public record ExportedFile(String table, String name, long rows, long bytes, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().mapToLong(ExportedFile::rows).sum();
    }

    String json() {
        return new JsonObject()
                .put("format", FORMAT)
                .put("tenant", tenantJson())
                .put("schemaVersion", tenant.schemaVersion())
                .put("platformVersion", platformVersion)
                .put("exportedAt", exportedAt.toString())
                .put(
                        "files",
                        new JsonArray(files.stream().map(Manifest::fileJson).toList()))
                .encodePrettily();
    }

    private JsonObject tenantJson() {
        return new JsonObject()
                .put("id", tenant.id().toString())
                .put("slug", tenant.slug())
                .put("name", tenant.name())
                .put("timeZone", tenant.timeZone().getId());
    }

    private static JsonObject fileJson(ExportedFile file) {
        return new JsonObject()
                .put("table", file.table())
                .put("file", file.name())
                .put("rows", file.rows())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256());
    }
}
