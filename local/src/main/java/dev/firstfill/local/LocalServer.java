package dev.firstfill.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How one kind of server is made ready, started, asked for its health and stopped. */
interface LocalServer {

    Server kind();

    /** Makes programs and data ready and clears what a crash left. Nothing of this server runs meanwhile. */
    void prepare() throws IOException, InterruptedException;

    List<String> command(Listening at) throws IOException;

    /** One short attempt to do with it what its users will do; it must be ours, not just anyone on that port. */
    boolean answers(int port) throws IOException;

    /** Adds what users expect to find inside. Runs after every start, so it changes nothing that is there. */
    void furnish(int port) throws IOException;

    /** What the API must know to use it. */
    Map<String, String> variables(int port);

    /** What differs when it uses it over TLS. */
    Map<String, String> variablesOverTls(Listening at);

    /** The longest start that is still healthy, on a slow machine. */
    Duration startLimit();

    /** The signal that asks for an orderly but prompt end. */
    String stopSignal();

    /** After this an orderly end is no longer expected and the process is killed. */
    Duration stopLimit();
}
