package dev.firstfill.bench.load;

/**
 * What a load generator sends.
 *
 * @param path behind the server's address
 * @param token empty for none
 * @param body empty for none; JSON otherwise
 */
public record Request(String method, String path, String token, String body) {

    public static Request get(String path, String token) {
        return new Request("GET", path, token, "");
    }

    public static Request post(String path, String token, String body) {
        return new Request("POST", path, token, body);
    }
}
