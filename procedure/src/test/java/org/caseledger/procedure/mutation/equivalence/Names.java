// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every text in a tree of records: more than the names in it, never fewer. */
final class Names {

    private Names() {}

    static void addTo(Set<String> names, @Nullable Object tree) {
        if (tree instanceof String name) {
            names.add(name);
        } else if (tree instanceof Collection<?> items) {
            items.forEach(item -> addTo(names, item));
        } else if (tree instanceof Map<?, ?> map) {
            addTo(names, map.keySet());
            addTo(names, map.values());
        } else if (tree instanceof Record tuple) {
            for (var component : tuple.getClass().getRecordComponents()) {
                try {
                    addTo(names, component.getAccessor().invoke(tuple));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
