package dev.firstfill.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code start <instance> [servers…]}: runs local servers until Ctrl-C, or until one of them ends by itself. */
public final class LocalCommand {

    private static final String USAGE = """
            Usage: start <instance> [postgres] [redis] [keycloak]
              Starts the named servers (all, if none is named) and runs until Ctrl-C.
              Prints the FIRSTFILL_* variables that lead to them.""";

    private LocalCommand() {}

    public static void main(String[] words) {
        if (words.length < 2 || !words[0].equals("start")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            run(words[1], servers(List.of(words).subList(2, words.length)));
        } catch (LocalStackFailure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String instance, Set<Server> servers) {
        try (var stack = LocalStack.named(instance).with(servers).start()) {
            stack.environment().forEach((name, value) -> System.out.println(name + "=" + value));
            stack.firstEnd().join();
            System.err.println("A server has ended by itself; stopping the others.");
        }
    }

    private static Set<Server> servers(List<String> words) {
        var named = EnumSet.noneOf(Server.class);
        words.forEach(word -> named.add(Server.valueOf(word.toUpperCase(Locale.ROOT))));
        return named.isEmpty() ? EnumSet.allOf(Server.class) : named;
    }
}
