package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.NodeUnknown;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The database nodes that this program can reach, from its configuration. */
public final class Nodes {
    private final Map<String, Node> byName;

    public Nodes(Collection<Node> nodes) {
        byName = nodes.stream().collect(Collectors.toUnmodifiableMap(Node::name, Function.identity()));
        if (!byName.containsKey(Node.MAIN)) {
            throw new IllegalArgumentException("No node is called '" + Node.MAIN + "': it holds the catalogue.");
        }
    }

    /** The installation with one database server. */
    public static Nodes single(String host, int port, String database, DatabaseTls tls) {
        return new Nodes(List.of(new Node(Node.MAIN, host, port, database, tls)));
    }

    public Node main() {
        return named(Node.MAIN);
    }

    public Node named(String name) {
        var node = byName.get(name);
        if (node == null) {
            throw new NodeUnknown(name);
        }
        return node;
    }

    public Collection<Node> all() {
        return byName.values();
    }
}
