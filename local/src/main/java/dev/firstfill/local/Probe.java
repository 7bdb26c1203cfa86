package dev.firstfill.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** One short look at an HTTP server of this machine. */
final class Probe {

    /** A healthy local server answers in milliseconds, one that is just starting perhaps not at all. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int OK = 200;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private Probe() {}

    static boolean answersOk(String address) {
        return read(address).isPresent();
    }

    /** What it says, if it says 200. */
    static Optional<String> read(String address) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
