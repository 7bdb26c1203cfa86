package dev.firstfill.api.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A cable between the program and a real server, which a test can pull out (connections break, new ones are refused)
 * or squeeze (connections stay and nothing passes, as when a server hangs).
 */
final class Cable implements AutoCloseable {
    private static final int BUFFER_BYTES = 16_384;

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private ServerSocket listening;
    private boolean squeezed;

    private Cable(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        accept(listening);
    }

    static Cable to(String host, int port) {
        try {
            return new Cable(new InetSocketAddress(host, port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    void pull() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    void plugIn() throws IOException {
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        accept(listening);
    }

    void squeeze() {
        lock.lock();
        squeezed = true;
        lock.unlock();
    }

    void release() {
        lock.lock();
        squeezed = false;
        released.signalAll();
        lock.unlock();
    }

    private void accept(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    connect(at.accept());
                } catch (IOException closedOrRefused) {
                    // The test pulled the cable, or the server behind it is down: the client sees the same.
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        var behind = new Socket();
        sockets.add(behind);
        try {
            behind.connect(server, 2_000);
        } catch (IOException down) {
            client.close();
            throw down;
        }
        pump(client, behind);
        pump(behind, client);
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[BUFFER_BYTES];
            try (from;
                    to) {
                for (int read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    awaitRelease();
                    to.getOutputStream().write(buffer, 0, read);
                }
            } catch (IOException broken) {
                // Closing both ends, which the block has done by now, is all there is to do.
            } finally {
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }

    private void awaitRelease() {
        lock.lock();
        try {
            while (squeezed) {
                released.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        release();
        pull();
    }
}
