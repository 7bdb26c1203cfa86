package dev.firstfill.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine alone: nothing we start listens to the network. */
final class Ports {

    static final String HOST = "127.0.0.1";

    /** Enough for several clones of the repository at work on one machine. */
    private static final int NEIGHBOURS = 50;

    private Ports() {}

    /** The preferred port, or the next above it that is free, or any. */
    static int freeNear(int preferred) {
        for (var port = preferred; port < preferred + NEIGHBOURS; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        return anyFree();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A port whose last connection is still in TIME_WAIT is free to servers, as they set the same option.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackFailure("No port is free on " + HOST + ".", e);
        }
    }
}
