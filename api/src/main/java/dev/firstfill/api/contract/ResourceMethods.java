package dev.firstfill.api.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.IndexView;

/** The methods behind the operations, by operation id. */
final class ResourceMethods {
    private final Map<String, Method> byOperationId = new HashMap<>();

    private ResourceMethods() {}

    static ResourceMethods in(IndexView index) {
        var methods = new ResourceMethods();
        index.getAnnotations(Operation.class).stream()
                .map(annotation -> annotation.target().asMethod().declaringClass())
                .distinct()
                .forEach(resource -> methods.add(loaded(resource.name().toString())));
        return methods;
    }

    private void add(Class<?> resource) {
        for (var method : resource.getDeclaredMethods()) {
            var operation = method.getAnnotation(Operation.class);
            if (operation != null) {
                byOperationId.put(operation.operationId(), method);
            }
        }
    }

    Method of(String operationId) {
        var method = byOperationId.get(operationId);
        if (method == null) {
            throw new IllegalStateException("Give the method of this operation an @Operation with an operationId: "
                    + operationId + ". Known: "
                    + Arrays.toString(byOperationId.keySet().toArray()));
        }
        return method;
    }

    /** The program's own classes are seen by the loader of the thread that builds it, not by that of this class. */
    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
